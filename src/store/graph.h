/*
 * Which articles are alike: a sparse symmetric graph. Candidates come from the
 * term index, never from all pairs.
 */
#ifndef DATELINE_SRC_STORE_GRAPH_H
#define DATELINE_SRC_STORE_GRAPH_H

#include "vectors.h"

struct edge {
	uint32_t to;
	float sim; /* 0–1 */
};

/* Article i has e[first[i] … first[i + 1]), by `to`. */
struct graph {
	struct edge *e;
	uint32_t *first;
	size_t n;
};

/* Cosines of the vectors. */
void graph_make(struct graph *g, const struct vectors *v);
void graph_release(struct graph *g);
/* The similarity of a and b; 0 when they are not joined. */
float graph_sim(const struct graph *g, uint32_t a, uint32_t b);

#endif
