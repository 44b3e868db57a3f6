/* Which articles cover the same event: the clusters that are rounds. */
#ifndef DATELINE_SRC_STORE_PARTITION_H
#define DATELINE_SRC_STORE_PARTITION_H

#include "crew.h"
#include "graph.h"

/*
 * How alike two articles of the archive are that have nothing to do with each
 * other: the median over all pairs. Near 0, but high when all articles tell one
 * story.
 */
float graph_background(const struct graph *g);

/* The graph with the similarities rounds are made of: smoothed and dated. */
void graph_for_rounds(struct graph *out, const struct graph *raw,
	const struct graph *timing, struct crew *crew);

/* The cluster of each node, named by its first; the caller frees it. */
uint32_t *partition_rounds(const struct graph *g);

#endif
