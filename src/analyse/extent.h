/* Where what a verb reports ends. */
#ifndef DATELINE_SRC_ANALYSE_EXTENT_H
#define DATELINE_SRC_ANALYSE_EXTENT_H

#include "parts.h"

/*
 * The end of the content of speech.cues.v[k] that starts at token `start`:
 * before the next verb of the same rank, before words in marks that are
 * another verb's, before the writer's own additions, or with the sentence.
 */
uint32_t content_end(const struct work *w, const struct sentence *s, size_t k,
	uint32_t start);
/*
 * Where words in [start, end) become another verb's: the first stretch in marks
 * that another cue than speech.cues.v[k] stands beside, or that cue; or end.
 */
uint32_t owned_by_other(
	const struct work *w, size_t k, uint32_t start, uint32_t end);

#endif
