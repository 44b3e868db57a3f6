/*
 * The articles as vectors of weighted words. Weights as measured in
 * doc/rounds.md.
 */
#ifndef DATELINE_SRC_STORE_VECTORS_H
#define DATELINE_SRC_STORE_VECTORS_H

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
	size_t words;
};

void vectors_make(struct vectors *out, const struct store *s);
void vectors_release(struct vectors *v);

#endif
