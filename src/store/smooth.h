/*
 * Neighbour smoothing (doc/rounds.md): each vector gets those of its nearest
 * neighbours added, weighted by similarity, so that articles of one event that
 * share few words meet through those between them.
 */
#ifndef DATELINE_SRC_STORE_SMOOTH_H
#define DATELINE_SRC_STORE_SMOOTH_H

#include "crew.h"
#include "graph.h"

/*
 * The similarities that the smoothed vectors have, for the pairs that `g`
 * joins. With S the similarities and A the identity plus each article's
 * neighbours, they are A S A' with the diagonal scaled to 1: no vector is
 * needed. Neighbours weaker than `min` are not taken; `timing` weakens them.
 */
void graph_smooth(struct graph *out, const struct graph *g,
	const struct graph *timing, float min, struct crew *crew);

#endif
