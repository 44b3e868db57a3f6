/* Rounds and storylines as records of the store. */
#ifndef DATELINE_SRC_STORE_ROUNDS_H
#define DATELINE_SRC_STORE_ROUNDS_H

#include "graph.h"

/*
 * Makes the rounds from the cluster of[i] of each article, and their
 * storylines: rounds that are alike whenever they took place (average link
 * over the similarities of `raw`, at a lower threshold).
 */
void rounds_make(struct store *s, const uint32_t *of, const struct graph *raw);

/* Sets first, last and sources from the round's articles. */
void round_measure(const struct store *s, struct round *r);
/* A storyline is named by its largest round, the first of those. */
void storyline_title(const struct store *s, struct storyline *l);

#endif
