#include "timeline.h"

#include "order.h"

#include "dateline/base/message.h"

const char *const step_says[TIME_STEPS] = { N_("by day"), N_("by week"),
	N_("by month"), N_("by year") };

int32_t step_first(enum time_step step, int32_t day)
{
	struct date d = { 0 };

	date_from_days(day, &d);
	switch (step) {
	case STEP_WEEK:
		return day - (date_weekday(day) - 1);
	case STEP_MONTH:
		return date_days(d.year, d.month, 1);
	case STEP_YEAR:
		return date_days(d.year, 1, 1);
	case STEP_DAY:
	case TIME_STEPS:
	default:
		return day;
	}
}

/* The most days that a step has. */
static int32_t longest(enum time_step step)
{
	switch (step) {
	case STEP_WEEK:
		return 7;
	case STEP_MONTH:
		return 31;
	case STEP_YEAR:
		return 366;
	case STEP_DAY:
	case TIME_STEPS:
	default:
		return 1;
	}
}

static int32_t next_first(enum time_step step, int32_t first)
{
	return step_first(step, first + longest(step));
}

uint32_t timeline_gap(
	const struct timeline *t, size_t bucket, enum time_step step)
{
	int32_t from, to;

	if (bucket == 0)
		return 0;
	from = t->buckets.v[bucket - 1].last + 1;
	to = t->buckets.v[bucket].first;
	if (step == STEP_DAY || step == STEP_WEEK)
		return (uint32_t)(to - from) / (step == STEP_WEEK ? 7 : 1);
	/* The middle of the last step is clear of months' lengths. */
	return step == STEP_MONTH ? (uint32_t)((to - from + 15) * 12ll / 365)
				  : (uint32_t)((to - from + 180) / 365);
}

/* An article and the first day of its step. */
struct placed {
	uint32_t article;
	int32_t first;
};

static bool place_article(
	const struct article *a, enum time_step step, int32_t *first)
{
	enum day_kind needed = step == STEP_YEAR    ? DAYS_YEAR
			       : step == STEP_MONTH ? DAYS_MONTH
						    : DAYS_DAY;
	int32_t day;

	if (article_day(a, &day) < needed)
		return false;
	*first = step_first(step, day);
	return true;
}

static int by_first(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

struct filling {
	struct timeline *t;
	const struct store *s;
	const struct outlets *outlets;
	uint32_t *last; /* by outlet: the bucket it was last in, + 1 */
	enum time_step step;
};

static void add_article(const struct filling *f, struct placed p)
{
	struct timeline *t = f->t;
	const struct article *a = &f->s->articles.v[p.article];
	uint32_t outlet = f->outlets->of.v[p.article];
	struct time_bucket *b;

	if (t->buckets.n == 0 ||
		t->buckets.v[t->buckets.n - 1].first != p.first)
		*vec_push(&t->buckets) = (struct time_bucket){ p.first,
			next_first(f->step, p.first) - 1,
			{ (uint32_t)t->articles.n, 0 }, 0, 0 };
	b = &t->buckets.v[t->buckets.n - 1];
	*vec_push(&t->articles) = p.article;
	b->articles.n++;
	b->estimated += a->date_basis == BASIS_ESTIMATED;
	b->outlets += f->last[outlet] != t->buckets.n;
	f->last[outlet] = (uint32_t)t->buckets.n;
	if (b->articles.n > t->most)
		t->most = b->articles.n;
}

void timeline_make(
	struct timeline *t, const struct timeline_of *of, enum time_step step)
{
	const struct store *s = of->store;
	const uint32_t *articles = of->articles;
	uint32_t n = of->n;
	struct filling f = { t, s, of->outlets,
		mem_calloc(of->outlets->list.n + 1, sizeof *f.last), step };
	VEC_OF(struct placed) placed = { 0 };

	t->buckets.n = t->articles.n = 0;
	t->most = 0;
	for (uint32_t i = 0; i < n; i++) {
		struct placed p = { articles[i], 0 };

		if (place_article(&s->articles.v[p.article], step, &p.first))
			*vec_push(&placed) = p;
	}
	if (placed.n)
		qsort(placed.v, placed.n, sizeof *placed.v, by_first);
	for (size_t i = 0; i < placed.n; i++)
		add_article(&f, placed.v[i]);
	t->unplaced.first = (uint32_t)t->articles.n;
	for (uint32_t i = 0; i < n; i++) {
		int32_t first;

		if (!place_article(&s->articles.v[articles[i]], step, &first))
			*vec_push(&t->articles) = articles[i];
	}
	t->unplaced.n = (uint32_t)t->articles.n - t->unplaced.first;
	vec_free(&placed);
	free(f.last);
}

void timeline_release(struct timeline *t)
{
	vec_free(&t->buckets);
	vec_free(&t->articles);
}
