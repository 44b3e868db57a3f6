/*
 * Dates for articles that give only a part of one, from the articles they are
 * related to. What is filled in has the basis BASIS_ESTIMATED.
 */
#ifndef DATELINE_SRC_STORE_ESTIMATE_H
#define DATELINE_SRC_STORE_ESTIMATE_H

#include "graph.h"

/*
 * "Sunday, May 14": the year in which the day falls on that weekday and that
 * is nearest to the dates of the articles most like it.
 */
void estimate_years(struct store *s, const struct graph *raw);
/*
 * "on Sunday": the day of that name nearest to the dated article of the same
 * round (cluster of[i]) that is most like it.
 */
void estimate_days(
	struct store *s, const struct graph *raw, const uint32_t *of);

#endif
