/*
 * Average link (UPGMA; Sokal and Michener 1958) on a sparse graph: the two
 * clusters with the highest mean similarity between their members are joined,
 * again and again. Found by chains of nearest neighbours (Murtagh 1983), which
 * needs no queue and gives the same tree.
 */
#ifndef DATELINE_SRC_STORE_CLUSTER_H
#define DATELINE_SRC_STORE_CLUSTER_H

#include "graph.h"

/* Two clusters become one, named a (a < b, their first articles). */
struct merge {
	uint32_t a, b;
	float sim; /* the mean similarity between them */
};

/* In an order that has every cluster's own merges before it is merged. */
struct merges {
	VEC_OF(struct merge) list;
};

/*
 * Joins the graph's nodes while the mean is at least `floor`. Pairs that the
 * graph does not join count as 0.
 */
void cluster_average(struct merges *out, const struct graph *g, float floor);
/*
 * The pairs between clusters of n and m nodes that the mean is taken over:
 * those a graph of so many neighbours can know of.
 */
float cluster_pairs(uint32_t n, uint32_t m);

#endif
