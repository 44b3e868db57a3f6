/* What a reporting verb reports: the words before it, after it, or both. */
#ifndef DATELINE_SRC_ANALYSE_CONTENT_H
#define DATELINE_SRC_ANALYSE_CONTENT_H

#include "parts.h"

/* Empty spans where there is nothing. */
struct content {
	struct span before, after;
};

/*
 * True when words of the writer's that end in the stretch q may be what the
 * cue behind them reports: "the plan is “over,” |Smith said." A verb in front
 * has the better claim to "he said it is “over,” |Smith made …".
 */
bool closes_fragment(const struct work *w, const struct sentence *s,
	const struct cue *c, const struct quoted *q);
/*
 * The content of speech.cues.v[k] in its sentence. `from` is the first token
 * that no cue before it has taken as a content in front of its verb.
 */
struct content find_content(const struct work *w, const struct sentence *s,
	size_t k, uint32_t from);

#endif
