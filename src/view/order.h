/*
 * The index: articles in groups, each under a heading, as lines; and which of
 * the lines are shown as rows. The lines are made once for a store, grouping,
 * sorting and filter, with each article that answers in exactly one of them;
 * folding changes only what is shown. A key press reads a screen of rows.
 */
#ifndef VIEW_ORDER_H
#define VIEW_ORDER_H

#include "collate.h"
#include "folds.h"
#include "shown.h"
#include "sort.h"

#include "dateline/store/outlets.h"

#include "dateline/config/options.h"
#include "dateline/store/marks.h"

struct order_group {
	uint32_t line; /* of its heading; its articles follow */
	uint32_t articles; /* a count */
	uint32_t rounds; /* the same, of two articles or more */
	uint32_t article; /* one of them, to name the group by */
	bool folded;
};

struct order {
	/* An article, perhaps or'ed with ORDER_COPY; ORDER_HEADING | group; or
	 * ORDER_EXCERPT | article */
	VEC_OF(uint32_t) lines;
	VEC_OF(struct order_group) groups;
	VEC_OF(uint32_t) line_of; /* by article; STORE_NONE: filtered out */
	struct shown shown;
	uint32_t articles; /* how many there are, also where they are folded */
	unsigned serial; /* grows with each building */
	unsigned folding; /* grows with each change of what is shown */
	bool ranked, excerpts; /* as asked */
};

#define ORDER_HEADING 0x80000000u
#define ORDER_EXCERPT 0x40000000u /* under its article */
#define ORDER_COPY 0x20000000u /* under what it is a copy of */
#define ORDER_NUMBER 0x1fffffffu

/* The articles that answer a filter. */
struct answers {
	/* By article: its place among the hits; STORE_NONE, and behind the
	 * end: it does not answer. */
	VEC_OF(uint32_t) rank;
};

struct order_request {
	const struct store *store;
	const struct outlets *outlets;
	const struct marks *marks; /* NULL: nothing is read or starred */
	struct folds *groups, *copies; /* NULL: none of them are folded */
	struct collated *collated; /* NULL: no key asks for it */
	enum option_group group;
	struct sort sort;
	uint32_t outlet; /* only this one's; STORE_NONE: all */
	const struct answers *answers; /* NULL: all */
	bool excerpts; /* a line for the passage found under each article */
	/* In a group, copies stand under the first in time of those that
	 * answer. */
	bool join;
};

/* Whether an article is of the outlet and has the text asked for. */
bool order_wants(const struct order_request *r, uint32_t article);
/* In one group, the best hits first: the first key is the rank, and there are
 * hits. */
bool order_is_ranked(const struct order_request *r);
/* Linear in the articles, for each key. */
void order_build(struct order *o, const struct order_request *r);
void order_release(struct order *o);
/* How many articles there are up to a line, itself included. */
uint32_t order_articles_to(const struct order *o, uint32_t line);
/* The line of the n-th article, from 1; the last one's where there are fewer.
 * There is one. */
uint32_t order_nth(const struct order *o, uint32_t n);
/* The group a line is in. There is one. */
uint32_t order_group_at(const struct order *o, uint32_t line);
/* The line behind a group's last. */
uint32_t order_group_end(const struct order *o, uint32_t group);
/* How many copies stand under an article's line. */
uint32_t order_copies(const struct order *o, uint32_t line);
/* The line of what a copy, or a passage, stands under; that of another line is
 * itself. */
uint32_t order_head(const struct order *o, uint32_t line);

/* What is shown of the lines (order_rows.c). */

/* Anew, after the lines or the folds were changed. */
void order_show(struct order *o, const struct order_request *r);
static inline uint32_t order_rows(const struct order *o)
{
	return o->shown.rows;
}

static inline uint32_t order_line(const struct order *o, uint32_t row)
{
	return shown_line(&o->shown, row);
}

/* The row of a line, or of the one that it is folded under. */
uint32_t order_row(const struct order *o, uint32_t line);
/* The line behind those that a row stands for: its own and what is folded under
 * it. */
uint32_t order_row_end(const struct order *o, uint32_t row);
/*
 * Folds a group, or opens it; the same for the copies under a line that has
 * some. Changes the request's folds. In the time of the group's lines, and a
 * 64th of those behind it.
 */
void order_fold_group(
	struct order *o, const struct order_request *r, uint32_t group);
void order_fold_copies(
	struct order *o, const struct order_request *r, uint32_t head);
/* Opens what hides a line. */
void order_reveal(
	struct order *o, const struct order_request *r, uint32_t line);
/* Folds all groups; opens all when all are folded. */
void order_fold_all(struct order *o, const struct order_request *r);

/* What the groups of one kind are told apart by: the day (or the month or
 * year, when no more is known), the outlet, the round. */
enum day_kind { DAYS_UNKNOWN, DAYS_YEAR, DAYS_MONTH, DAYS_DAY };
enum day_kind article_day(const struct article *a, int32_t *day);

/* The article of a line; STORE_NONE: it is a heading or a passage. */
static inline uint32_t order_article(const struct order *o, uint32_t line)
{
	uint32_t what = o->lines.v[line];

	if (what & (ORDER_HEADING | ORDER_EXCERPT))
		return STORE_NONE;
	return what & ORDER_NUMBER;
}

static inline bool order_is_copy(const struct order *o, uint32_t line)
{
	return (o->lines.v[line] & (ORDER_HEADING | ORDER_COPY)) == ORDER_COPY;
}

static inline bool order_is_heading(const struct order *o, uint32_t line)
{
	return (o->lines.v[line] & ORDER_HEADING) != 0;
}

static inline struct order_group *order_group_of(
	const struct order *o, uint32_t line)
{
	return &o->groups.v[o->lines.v[line] & ~ORDER_HEADING];
}

#endif
