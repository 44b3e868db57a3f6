/*
 * Which paragraphs of a text are which of its translation, by their lengths
 * alone: no word of either language is known. Gale and Church, "A program for
 * aligning sentences in bilingual corpora", Computational Linguistics 19
 * (1993), with its priors and variance, on paragraphs. Unlike there, the ratio
 * of the lengths is that of the whole texts, and to leave out a long paragraph
 * costs no more than a short one: translations of news are shortened. Lengths
 * are columns, as a Han character says more than a letter. The path stays
 * within ALIGN_BAND paragraphs of the diagonal, so the work is linear.
 */
#ifndef DATELINE_TEXT_ALIGN_LENGTH_H
#define DATELINE_TEXT_ALIGN_LENGTH_H

#include "dateline/text/align.h"

#define ALIGN_BAND 24

/* Paragraphs [a, a + a_n) of the first text and [b, b + b_n) of the second are
 * one another; a_n or b_n 0: only one text has them. */
struct align_bead {
	uint32_t a, a_n, b, b_n;
};

struct align_beads {
	VEC_OF(struct align_bead) list; /* in the order of both texts */
};

/* Fills *out, which is empty. */
void align_length(struct align_beads *out, const struct align_text *a,
	const struct align_text *b);

#endif
