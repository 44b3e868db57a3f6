/*
 * What the numbers of two articles say: of rounds of one kind (two months'
 * figures, two offers, two storms) the words are the same and the numbers are
 * not.
 */
#ifndef DATELINE_SRC_STORE_NUMBERS_H
#define DATELINE_SRC_STORE_NUMBERS_H

#include "crew.h"
#include "graph.h"

/*
 * Mixes into the similarity of each pair that both name numbers the cosine of
 * their numbers alone (doc/rounds.md). Where one names none, nothing is known.
 */
void numbers_apply(struct graph *g, const struct store *s,
	const struct vectors *v, struct crew *crew);

#endif
