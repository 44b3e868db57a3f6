/* Which articles are most like each other. */
#ifndef DATELINE_SRC_STORE_NEIGHBOURS_H
#define DATELINE_SRC_STORE_NEIGHBOURS_H

#include "crew.h"
#include "graph.h"

/*
 * Joins each article to those most like it by the cosine of their vectors;
 * between equals, to the nearer in time. Candidates come from the term index,
 * never from all pairs, so that the work grows with the articles.
 */
void graph_make(struct graph *g, const struct vectors *v,
	const struct when *when, struct crew *crew);

#endif
