/*
 * Which articles are alike: a sparse symmetric graph. Candidates come from the
 * term index, never from all pairs, so that the work grows with the articles.
 */
#ifndef DATELINE_SRC_STORE_GRAPH_H
#define DATELINE_SRC_STORE_GRAPH_H

#include "vectors.h"
#include "when.h"

/* Neighbours an article chooses; with those that choose it, it may have more.
 */
#define GRAPH_NEIGHBOURS 64

struct edge {
	uint32_t to;
	float sim; /* 0–1 */
};

/* Article i has e[first[i] … first[i + 1]), by `to`. */
struct graph {
	struct edge *e;
	uint32_t *first;
	size_t n;
	size_t of; /* as in struct vectors */
};

/*
 * Joins each article to those most like it by the cosine of their vectors;
 * between equals, to the nearer in time.
 */
void graph_make(
	struct graph *g, const struct vectors *v, const struct when *when);
/* The same articles joined, with no similarities yet. */
void graph_copy(struct graph *to, const struct graph *from);
void graph_release(struct graph *g);
/* The similarity of a and b; 0 when they are not joined. */
float graph_sim(const struct graph *g, uint32_t a, uint32_t b);
/* Orders edges for qsort: the most similar first, then by article. */
int edge_by_sim(const void *x, const void *y);

#endif
