#include "estimate.h"

#include <math.h>

/* The related articles asked. */
#define WITNESSES 5
/* How similar they must be at least: of one story. */
#define WITNESS_MIN .3F
/* For a day: one so alike that 49 of 50 such pairs in a round of the labelled
 * sets are three days apart at most, or one of which 17 of 20 are and a second
 * that agrees. */
#define DAY_SIM_ALONE .55F
#define DAY_SIM .4F
#define DAY_AGREE 3
/* A weekday comes back to a date within 11 years, over a century's end 12;
 * 29 February to a weekday within 28, then 40. */
#define YEARS 40

/* A dated article most like the one asked for. */
struct witness {
	float sim;
	int32_t day; /* the middle of what its date may mean */
};

static bool is_stated(const struct article *a, int32_t *day)
{
	int32_t first, last;

	if (a->date_basis == BASIS_ESTIMATED ||
		!date_day_span(&a->date, &first, &last))
		return false;
	*day = first + (last - first) / 2;
	return true;
}

/*
 * The dated articles most like i; of cluster of[i] only unless of is NULL.
 */
static size_t find_witnesses(const struct store *s, const struct graph *g,
	const uint32_t *of, uint32_t i, struct witness *w)
{
	size_t n = 0;

	for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
		struct edge e = g->e[k];
		struct witness got = { e.sim, 0 };
		size_t at;

		if (e.sim < WITNESS_MIN || (of && of[e.to] != of[i]) ||
			!is_stated(&s->articles.v[e.to], &got.day) ||
			(n == WITNESSES && e.sim <= w[n - 1].sim))
			continue;
		for (at = n < WITNESSES ? n++ : n - 1;
			at && w[at - 1].sim < e.sim; at--)
			w[at] = w[at - 1];
		w[at] = got;
	}
	return n;
}

/* How far a day is from the witnesses, the more alike counting more. */
static double distance(const struct witness *w, size_t n, int32_t day)
{
	double sum = 0;

	for (size_t k = 0; k < n; k++)
		sum += (double)w[k].sim * abs(day - w[k].day);
	return sum;
}

static bool hint_fits(const struct date *hint, int year, int32_t *day)
{
	if (!date_valid(year, hint->month, hint->day))
		return false;
	*day = date_days(year, hint->month, hint->day);
	return !hint->weekday || date_weekday(*day) == hint->weekday;
}

static void set_estimate(struct article *a, int32_t day)
{
	struct date d = { .zone = DATE_NO_ZONE };

	date_from_days(day, &d);
	d.weekday = a->hint.weekday;
	d.precision = DATE_DAY;
	d.zone = DATE_NO_ZONE;
	a->date = d;
	a->date_basis = BASIS_ESTIMATED;
}

static void estimate_year(struct article *a, const struct date *hint,
	const struct witness *w, size_t n)
{
	struct date about;
	double best = INFINITY;
	int32_t found = 0;

	date_from_days(w[0].day, &about);
	for (int y = about.year - YEARS; y <= about.year + YEARS; y++) {
		int32_t day;
		double far;

		if (!hint_fits(hint, y, &day))
			continue;
		far = distance(w, n, day);
		if (far < best) {
			best = far;
			found = day;
		}
	}
	if (best < INFINITY) {
		a->hint.weekday = hint->weekday;
		set_estimate(a, found);
	}
}

/* What the article says of its day without a year, in date or hint. */
static struct date hint_of(const struct article *a)
{
	struct date hint = a->hint;

	if (!hint.month || !hint.day) {
		hint.month = a->date.month;
		hint.day = a->date.day;
	}
	if (!hint.weekday)
		hint.weekday = a->date.weekday;
	return hint;
}

void estimate_years(struct store *s, const struct graph *raw)
{
	struct witness w[WITNESSES];

	for (uint32_t i = 0; i < s->articles.n; i++) {
		struct article *a = &s->articles.v[i];
		struct date hint = hint_of(a);
		size_t n;

		if (a->date.year || !hint.month || !hint.day)
			continue;
		n = find_witnesses(s, raw, NULL, i, w);
		if (n)
			estimate_year(a, &hint, w, n);
	}
}

/* Whether the witnesses, the most alike first, say when the round was. */
static bool is_sure(const struct witness *w, size_t n)
{
	if (n == 0 || w[0].sim < DAY_SIM)
		return false;
	return w[0].sim >= DAY_SIM_ALONE ||
	       (n > 1 && abs(w[1].day - w[0].day) <= DAY_AGREE);
}

void estimate_days(struct store *s, const struct graph *raw, const uint32_t *of)
{
	struct witness w[WITNESSES];

	for (uint32_t i = 0; i < s->articles.n; i++) {
		struct article *a = &s->articles.v[i];
		struct date hint = hint_of(a);
		int32_t day;

		if (a->date.year || hint.month || !hint.weekday ||
			!is_sure(w, find_witnesses(s, raw, of, i, w)))
			continue;
		/* The nearest such day: from three before to three after. */
		day = w[0].day - 3;
		day += (hint.weekday - date_weekday(day) + 7) % 7;
		a->hint.weekday = hint.weekday;
		set_estimate(a, day);
	}
}
