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

/* The two halves of that, from what is known: the cluster of each article that
 * is in by_time, and the storyline of each round, named by any number below
 * theirs. What was there before is forgotten; titles come after the links. */
void rounds_fill(struct store *s, const uint32_t *of);
void storylines_fill(struct store *s, const uint32_t *of);
/* Sets first, last and sources from the round's articles. */
void round_measure(const struct store *s, struct round *r);
/*
 * The titles of rounds and storylines (titles.c): of the articles of a round
 * that of the one most like the others by its links, without the name of its
 * outlet; of a storyline that of its largest round, the first of those.
 */
void titles_make(struct store *s);
/* The article's title without its outlet: "Ferry sinks | The Post". */
struct sref bare_title(const struct store *s, const struct article *a);
void name_storyline(const struct store *s, struct storyline *l);

#endif
