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
 * Where what speech.cues.v[k] reports ends for sure, in reach of its start:
 * before words in marks that are another verb's, with a comma in marks when the
 * verb stands in an aside, or with the reach.
 */
uint32_t content_limit(const struct work *w, const struct sentence *s, size_t k,
	struct span reach);

#endif
