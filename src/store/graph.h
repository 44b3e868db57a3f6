/* Which articles are alike: a sparse symmetric graph. */
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

/* The same articles joined, with no similarities yet. */
void graph_copy(struct graph *to, const struct graph *from);
void graph_release(struct graph *g);
/* Gives each edge to an earlier article the similarity it has from there. */
void graph_mirror(struct graph *g);
/* Puts an edge among the `max` most similar so far, which are n, the most
 * similar first; of equals that which came first. How many they are now. */
size_t edge_keep_best(struct edge *best, size_t n, size_t max, struct edge e);

#endif
