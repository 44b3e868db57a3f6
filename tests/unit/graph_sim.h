/* What a graph says of two articles. */
#ifndef DATELINE_TESTS_GRAPH_SIM_H
#define DATELINE_TESTS_GRAPH_SIM_H

#include "store/graph.h"

/* The similarity of a and b; 0 when they are not joined. */
static inline float graph_sim(const struct graph *g, uint32_t a, uint32_t b)
{
	for (uint32_t k = g->first[a]; k < g->first[a + 1]; k++)
		if (g->e[k].to == b)
			return g->e[k].sim;
	return 0;
}

#endif
