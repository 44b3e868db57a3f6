/*
 * How time bears on each pair of articles, also where a date is missing. An
 * undated article is as old as the dated ones most like it; when those lie
 * years apart, it can be near some of them only.
 */
#ifndef DATELINE_SRC_STORE_TIMING_H
#define DATELINE_SRC_STORE_TIMING_H

#include "crew.h"
#include "graph.h"

/*
 * Factors 0–1 for the pairs that `raw` joins (cosines, nothing applied): of
 * dated articles when_factor(), of others what is expected of the dates they
 * may have. 1 when nothing is known.
 */
void timing_guess(struct graph *t, const struct graph *raw,
	const struct when *when, struct crew *crew);
/* The same with dates alone: where one is missing, 1. */
void timing_known(struct graph *t, const struct graph *raw,
	const struct when *when, struct crew *crew);
/* Multiplies g by t, which joins the same articles. */
void timing_apply(struct graph *g, const struct graph *t);

#endif
