/*
 * When articles were published, as days, and how much time apart says about
 * two of them. The scale is the rhythm of the story itself: an attack is over
 * in a day, a round of talks takes weeks to be offered, held and refused.
 */
#ifndef DATELINE_SRC_STORE_WHEN_H
#define DATELINE_SRC_STORE_WHEN_H

#include "dateline/store/store.h"

struct crew;
struct graph;

struct when {
	int32_t first, last; /* days since 1970; STORE_NO_DAY: not known */
	float scale; /* of its story, in days; see when_scale() */
	bool estimated;
};

/* Of one article; its scale is the longest. */
struct when when_of(const struct article *a);
/* One an article; the caller frees it. */
struct when *when_make(const struct store *s);
/* Days between the nearest days two articles may mean; -1: one is not known. */
static inline int32_t when_apart(const struct when *a, const struct when *b)
{
	if (a->first == STORE_NO_DAY || b->first == STORE_NO_DAY)
		return -1;
	if (a->first > b->last)
		return a->first - b->last;
	return b->first > a->last ? b->first - a->last : 0;
}
/*
 * Sets each article's scale: a share of the days to those most like it, within
 * bounds. Articles of a story that comes back after months have a long one.
 */
void when_scale(struct when *w, const struct graph *g, struct crew *crew);
/* By how much to weaken the similarity of two articles, 0–1; 1: not known. */
float when_factor(const struct when *a, const struct when *b);

#endif
