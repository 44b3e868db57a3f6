/*
 * What the index of words knows of a query's answer: the articles that answer
 * for sure, and those that may. Conditions that need reading are of three
 * values (Kleene 1952, § 64), so that "not" and "or" keep both sets right.
 */
#ifndef STORE_BOUNDS_H
#define STORE_BOUNDS_H

#include "dateline/store/search.h"

struct search_base {
	const struct store *s;
	size_t set_size; /* words of a set */
	uint64_t *all; /* the articles that are not gone */
	float *norms; /* of BM25, by article: what its length makes of it */
	uint32_t *places; /* in store.by_time, by article */
};

struct bounds {
	uint64_t *sure, *maybe; /* sure is within maybe */
	float *scores; /* by article: good for those of maybe */
};

/* True when it was stopped: the bounds are of no use then. */
bool bounds_find(struct bounds *out, const struct search_base *b,
	const struct query *q, const atomic_bool *stop);
void bounds_release(struct bounds *b);

#endif
