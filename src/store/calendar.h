/*
 * The days and months that articles speak of. Reports of one event name the
 * same ones ("on Sunday"), those of the next round others; it is what tells
 * undated articles apart.
 */
#ifndef DATELINE_SRC_STORE_CALENDAR_H
#define DATELINE_SRC_STORE_CALENDAR_H

#include "graph.h"

/*
 * Weakens the similarity of articles that name different weekdays or months
 * only, strengthens that of articles with a weekday in common. Where both dates
 * are known, they say more: the similarity stays.
 */
void calendar_apply(
	struct graph *g, const struct store *s, const struct when *when);

#endif
