#ifndef DATELINE_SRC_STORE_CLUSTER_H
#define DATELINE_SRC_STORE_CLUSTER_H
#include "graph.h"
/* One joining of two clusters, named by their first articles. */
struct merge {
	uint32_t a, b;
	float sim;
};
struct merges {
	struct merge *v;
	size_t n;
};
/* Average link (UPGMA) down to `floor`. */
void cluster_average(struct merges *out, const struct graph *g, float floor_);
#endif
