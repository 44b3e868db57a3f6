/*
 * Which of the articles that have words in common with one are its neighbours:
 * those most like it, of which one half a year away counts half.
 *
 * Few of the candidates have their days looked at. Articles are mostly in order
 * of time, so that the days of a block of them bound those of each: by them it
 * is known how each ranks at least and at most, and what is at most below what
 * enough of them are at least is passed over. The bounds save work; they leave
 * the choice as it is (100 000 generated articles: 8.7 → 5.9 s of CPU time for
 * all neighbours).
 */
#ifndef DATELINE_SRC_STORE_CHOOSER_H
#define DATELINE_SRC_STORE_CHOOSER_H

#include "when.h"

#include <stddef.h>

struct block_days;

/* The days of the articles, by block: for all threads. */
struct blocks {
	const struct when *when; /* by article */
	struct block_days *days; /* article i is of block i >> shift */
	size_t n;
	unsigned shift;
};

/* The articles touched, each once, and by article how alike it is, else 0. */
struct candidates {
	float *sum;
	uint32_t *touched;
	size_t n;
};

/* `when` of n articles outlives the blocks. */
void blocks_make(struct blocks *b, const struct when *when, size_t n);
void blocks_release(struct blocks *b);

/* What one thread needs. */
struct chooser *chooser_new(const struct blocks *b);
void chooser_free(struct chooser *c);

/*
 * Puts the neighbours of article i into `best`, which has room for
 * GRAPH_NEIGHBOURS, in no order; how many. Between equals it takes the first.
 * There are no candidates then, all sums are 0.
 */
uint32_t chooser_choose(
	struct chooser *c, uint32_t i, struct candidates *from, uint32_t *best);

#endif
