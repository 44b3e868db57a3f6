/* The parts of align.c: texts as numbers, and the pairing of paragraphs. */
#ifndef TEXT_ALIGN_H
#define TEXT_ALIGN_H

#include "dateline/base/intern.h"
#include "dateline/text/align.h"
#include "dateline/text/diff.h"

/* Words and marks as numbers, the same ones in both texts. */
struct aligned_text {
	struct str text;
	VEC_OF(uint32_t) ids;
	VEC_OF(struct range) places; /* by id: bytes */
	VEC_OF(uint8_t) weight; /* by id: 1 for a word, 0 for a mark */
	VEC_OF(struct range) paragraphs; /* in ids */
};

/* Which paragraph is which; ALIGN_NONE: none. */
struct pairs {
	uint32_t *to_b, *to_a;
	bool *in_order; /* by paragraph of a: its pair has not moved */
};

/* Fills *p; the numbers of words are below `words`. */
void pairs_find(struct pairs *p, const struct aligned_text *a,
	const struct aligned_text *b, uint32_t words);
void pairs_release(struct pairs *p);

#endif
