/*
 * Which quotes two articles share: by the hashes of runs of words in them, so
 * that a quote cut short or carried on by one of them is found too.
 */
#ifndef DATELINE_SRC_STORE_QUOTE_HASH_H
#define DATELINE_SRC_STORE_QUOTE_HASH_H

#include "dateline/store/store.h"

/* Speakers found at most. */
#define SHARED_SPEAKERS 2

/* The next word at or after *at, ASCII letters folded; its hash, 0 at the end.
 */
uint64_t next_word_hash(struct str s, size_t *at);

/* The smallest hashes kept of a quote. */
#define QUOTE_RUNS 4
/* Those of the runs of words in a text; how many. Short texts have none. */
size_t quote_runs(struct str text, uint32_t kept[QUOTE_RUNS]);

struct quote_hash {
	uint32_t hash;
	uint32_t quote; /* in store.quotes */
};

/* The i-th of the articles has v[first[i] … first[i + 1]), by hash. */
struct quote_hashes {
	VEC_OF(struct quote_hash) list;
	uint32_t *first;
};

/* Of n articles; `articles` NULL: of the first n of the store. */
void quote_hashes_make(struct quote_hashes *h, const struct store *s,
	const uint32_t *articles, size_t n);
void quote_hashes_release(struct quote_hashes *h);
/*
 * The speakers (in store.persons, of `a`) of quotes that the a-th and the b-th
 * article have both, each once; how many.
 */
size_t quote_hashes_shared(const struct quote_hashes *h, const struct store *s,
	uint32_t a, uint32_t b, uint32_t speakers[SHARED_SPEAKERS]);

#endif
