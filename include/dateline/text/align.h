/*
 * Two texts beside each other: which paragraph of one is which of the other,
 * and the words that differ in it.
 *
 * Paragraphs are paired by the words they share (words in more than
 * ALIGN_COMMON paragraphs count for nothing): of all pairs at least
 * ALIGN_ALIKE percent alike, those that stand in the same order in both texts
 * and share the most words (heaviest common subsequence: Jacobson and Vo,
 * "Heaviest increasing/common subsequence problems", CPM 1992). Of the rest,
 * pairs at least ALIGN_MOVED percent alike have moved. Inside of a pair, words
 * are compared as diff.h says; blanks and the form of quotation marks and
 * apostrophes are no difference. Near linear: a word pairs with at most
 * ALIGN_COMMON paragraphs.
 */
#ifndef DATELINE_TEXT_ALIGN_H
#define DATELINE_TEXT_ALIGN_H

#include "dateline/base/mem.h"

#define ALIGN_COMMON 16
/* Chosen on the sample archive's copies and rewritten reports: below it, what
 * pairs have in common are names and turns of phrase. */
#define ALIGN_ALIKE 40
#define ALIGN_MOVED 60
/* A moved paragraph has this many words at least. */
#define ALIGN_MOVED_WORDS 4

enum align_kind {
	ALIGN_SAME, /* the same words */
	ALIGN_CHANGED,
	ALIGN_CUT, /* only in the first text */
	ALIGN_ADDED, /* only in the second */
	ALIGN_MOVED_FROM, /* stands here in the first, elsewhere in the second
			   */
	ALIGN_MOVED_TO, /* stands here in the second */
	ALIGN_KINDS
};

#define ALIGN_NONE UINT32_MAX

/* One or two paragraphs, by their places in the texts. */
struct align_row {
	enum align_kind kind;
	uint32_t a, b; /* both are set for moved ones; ALIGN_NONE: none */
	uint32_t first, n; /* changed words: in cut and in added */
	uint32_t added_first, added_n;
};

struct align {
	VEC_OF(struct align_row) rows; /* in the order of both texts */
	VEC_OF(struct range) cut; /* bytes of the first text; in order in a
				     row */
	VEC_OF(struct range) added; /* bytes of the second text */
	uint32_t paragraphs[ALIGN_KINDS]; /* how many rows are of a kind */
	uint32_t words_cut, words_added; /* those of moved paragraphs only where
					    they differ */
};

/* A text, its paragraphs in order, its language. */
struct align_text {
	struct str text, lang;
	const struct range *paragraphs;
	uint32_t n;
};

/* Fills *al, which is empty. */
void align_texts(struct align *al, const struct align_text *a,
	const struct align_text *b);
void align_release(struct align *al);

#endif
