/*
 * The index's rows: articles in groups, each under a heading. Built once for a
 * store, grouping and filter; a key press only reads them.
 */
#ifndef VIEW_ORDER_H
#define VIEW_ORDER_H

#include "dateline/store/outlets.h"

#include "dateline/config/options.h"

struct order_group {
	uint32_t row; /* of its heading; its articles follow */
	uint32_t articles; /* a count */
	uint32_t rounds; /* the same, of two articles or more */
	uint32_t article; /* one of them, to name the group by */
};

struct order {
	/* An article, ORDER_HEADING | group, or ORDER_EXCERPT | article */
	VEC_OF(uint32_t) rows;
	VEC_OF(struct order_group) groups;
	VEC_OF(uint32_t) row_of; /* by article; STORE_NONE: filtered out */
	uint32_t articles; /* how many are shown */
	unsigned serial; /* grows with each building */
	bool ranked, excerpts; /* as asked */
};

#define ORDER_HEADING 0x80000000u
#define ORDER_EXCERPT 0x40000000u /* under its article */

/* The articles that answer a filter. */
struct answers {
	/* By article: its place among the hits; STORE_NONE, and behind the
	 * end: it does not answer. */
	VEC_OF(uint32_t) rank;
};

struct order_request {
	const struct store *store;
	const struct outlets *outlets;
	enum option_group group;
	bool oldest_first;
	uint32_t outlet; /* only this one's; STORE_NONE: all */
	const struct answers *answers; /* NULL: all */
	bool ranked; /* in one group, in the order of the hits */
	bool excerpts; /* a row for the passage found under each article */
};

/* Whether an article is of the outlet and has the text asked for. */
bool order_wants(const struct order_request *r, uint32_t article);
/* Linear in the articles. */
void order_build(struct order *o, const struct order_request *r);
void order_release(struct order *o);
/* How many articles there are up to a row, itself included. */
uint32_t order_articles_to(const struct order *o, uint32_t row);
/* The group a row is in. There is one. */
uint32_t order_group_at(const struct order *o, uint32_t row);

/* What the groups of one kind are told apart by: the day (or the month or
 * year, when no more is known), the outlet, the round. */
enum day_kind { DAYS_UNKNOWN, DAYS_YEAR, DAYS_MONTH, DAYS_DAY };
enum day_kind article_day(const struct article *a, int32_t *day);

static inline bool order_is_article(const struct order *o, uint32_t row)
{
	return (o->rows.v[row] & (ORDER_HEADING | ORDER_EXCERPT)) == 0;
}

static inline bool order_is_heading(const struct order *o, uint32_t row)
{
	return (o->rows.v[row] & ORDER_HEADING) != 0;
}

static inline const struct order_group *order_group_of(
	const struct order *o, uint32_t row)
{
	return &o->groups.v[o->rows.v[row] & ~ORDER_HEADING];
}

#endif
