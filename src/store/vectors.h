/*
 * The articles as vectors of weighted words. Weights as measured in
 * doc/rounds.md.
 */
#ifndef DATELINE_SRC_STORE_VECTORS_H
#define DATELINE_SRC_STORE_VECTORS_H

#include "crew.h"

#include "dateline/store/store.h"

/* Articles imagined elsewhere, none of which has the word: in an archive of
 * five, one stray article more must not change what the words weigh. */
#define VECTORS_ELSEWHERE 50

struct weight {
	uint32_t word; /* in store.words */
	float w;
};

/* Article i has v[first[i] … first[i + 1]), by word; its length is 1. */
struct vectors {
	struct weight *v;
	uint32_t *first;
	size_t n; /* articles */
	size_t of; /* articles of the archive, of which these may be a part */
	size_t words;
};

/* How frequent words are in the archive. */
struct frequencies {
	const uint32_t *df; /* by word: the articles that have it */
	size_t articles;
};

/* What a term weighs in its article before lengths are made 1; its word is in
 * df of n articles. */
double vectors_weight(const struct store_term *t, double n, uint32_t df);
/* `f` NULL: the store is all of the archive. */
void vectors_make(struct vectors *out, const struct store *s,
	const struct frequencies *f, struct crew *crew);
void vectors_release(struct vectors *v);

/* For qsort: the heaviest word first. */
int weight_by_weight(const void *x, const void *y);

#endif
