#include "order.h"

/* Articles are sorted by group, then by time as it is shown; both descending
 * when the newest come first, so one number a key is enough. */
struct entry {
	uint64_t group;
	uint64_t place; /* within the group */
	uint32_t at; /* in store.by_time */
};

/* Articles that are alone in their round share one group, after all rounds. */
#define GROUP_ALONE UINT64_MAX
/* Undated articles are last, whichever way the days run. */
#define GROUP_UNDATED (UINT64_MAX - 1)

enum day_kind article_day(const struct article *a, int32_t *day)
{
	int32_t last;

	*day = 0;
	if (!date_day_span(&a->date, day, &last))
		return DAYS_UNKNOWN;
	if (*day == last)
		return DAYS_DAY;
	return a->date.month ? DAYS_MONTH : DAYS_YEAR;
}

static uint64_t day_group(const struct article *a, bool oldest_first)
{
	int32_t day;
	enum day_kind kind = article_day(a, &day);
	/* Days before 1970 are negative. A month comes before its first day. */
	uint64_t key = ((uint64_t)((int64_t)day + (1 << 24)) << 2) | kind;

	if (kind == DAYS_UNKNOWN)
		return GROUP_UNDATED;
	return oldest_first ? key : (UINT64_MAX >> 1) - key;
}

/* `places` says when each round was, in store.rounds_by_time. */
static uint64_t round_group(
	const struct order_request *r, const uint32_t *places, uint32_t round)
{
	if (r->store->rounds.v[round].articles.n < 2)
		return GROUP_ALONE;
	return r->oldest_first ? places[round]
			       : (UINT64_MAX >> 1) - places[round];
}

static uint64_t group_of(
	const struct order_request *r, const uint32_t *places, uint32_t article)
{
	const struct article *a = &r->store->articles.v[article];

	if (r->ranked)
		return 0;
	switch (r->group) {
	case GROUP_SOURCE:
		return r->outlets->of.v[article];
	case GROUP_ROUND:
		return round_group(r, places, a->round);
	case GROUP_DAY:
	default:
		return day_group(a, r->oldest_first);
	}
}

/* How well the moment within the day is known; the best come first, whichever
 * way the time runs. */
enum clock { CLOCK_MINUTE, CLOCK_NONE, CLOCK_ESTIMATED };

static enum clock clock_of(const struct article *a)
{
	if (a->date_basis == BASIS_ESTIMATED)
		return CLOCK_ESTIMATED;
	return a->date.precision >= DATE_MINUTE ? CLOCK_MINUTE : CLOCK_NONE;
}

/*
 * By the day and the clock of the article's own zone, which are what the row
 * shows; the newest come first, but the undated stay last. A round is always
 * read forwards in the store's order, that of UTC, as on its own screen.
 */
static uint64_t place_of(
	const struct order_request *r, uint32_t article, uint64_t group)
{
	const struct article *a = &r->store->articles.v[article];
	enum clock clock = clock_of(a);
	uint64_t minute = 0, day_key;
	int32_t day;

	if (r->ranked)
		return r->answers->rank.v[article];
	if (r->group == GROUP_ROUND && group != GROUP_ALONE)
		return 0;
	if (article_day(a, &day) == DAYS_UNKNOWN)
		return UINT64_MAX;
	day_key = (uint64_t)((int64_t)day + (1 << 24));
	if (clock == CLOCK_MINUTE)
		minute = (uint64_t)a->date.hour * 60 + a->date.minute;
	if (!r->oldest_first) {
		day_key = (1 << 26) - day_key;
		minute = 1440 - minute;
	}
	return day_key << 16 | (uint64_t)clock << 12 | minute;
}

bool order_wants(const struct order_request *r, uint32_t article)
{
	if (r->outlet != STORE_NONE && r->outlets->of.v[article] != r->outlet)
		return false;
	return !r->answers ||
	       (article < r->answers->rank.n &&
		       r->answers->rank.v[article] != STORE_NONE);
}

static int compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static void add_heading(struct order *o, uint32_t article)
{
	struct order_group g = { .row = (uint32_t)o->rows.n,
		.article = article };

	*vec_push(&o->rows) = ORDER_HEADING | (uint32_t)o->groups.n;
	*vec_push(&o->groups) = g;
}

/* Counts a round when the group has not had it yet: `seen` has by round the
 * number of the last group that did. An article alone is no round to speak
 * of. */
static void count_round(struct order *o, const struct order_request *r,
	uint32_t round, uint32_t *seen)
{
	if (r->store->rounds.v[round].articles.n < 2 ||
		seen[round] == o->groups.n)
		return;
	seen[round] = (uint32_t)o->groups.n;
	o->groups.v[o->groups.n - 1].rounds++;
}

/* Rows and groups from the sorted entries. */
static void fill(struct order *o, const struct order_request *r,
	const struct entry *entries, uint32_t *seen)
{
	for (uint32_t i = 0; i < o->articles; i++) {
		uint32_t article = r->store->by_time.v[entries[i].at];
		uint32_t round = r->store->articles.v[article].round;

		if (i == 0 || entries[i].group != entries[i - 1].group)
			add_heading(o, article);
		o->groups.v[o->groups.n - 1].articles++;
		count_round(o, r, round, seen);
		o->row_of.v[article] = (uint32_t)o->rows.n;
		*vec_push(&o->rows) = article;
		if (r->excerpts)
			*vec_push(&o->rows) = ORDER_EXCERPT | article;
	}
}

void order_build(struct order *o, const struct order_request *r)
{
	const struct store *s = r->store;
	uint32_t n = (uint32_t)s->by_time.n;
	struct entry *entries = mem_alloc((n + 1) * sizeof *entries);
	uint32_t *seen = mem_calloc(s->rounds.n + 1, sizeof *seen);
	uint32_t *places = store_places(
		s->rounds_by_time.v, s->rounds_by_time.n, s->rounds.n);

	o->rows.n = o->groups.n = o->row_of.n = 0;
	o->articles = 0;
	o->serial++;
	o->ranked = r->ranked;
	o->excerpts = r->excerpts;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&o->row_of) = STORE_NONE;
	for (uint32_t at = 0; at < n; at++) {
		uint32_t article = s->by_time.v[at];
		uint64_t group;

		if (!order_wants(r, article))
			continue;
		group = group_of(r, places, article);
		entries[o->articles++] = (struct entry){ group,
			place_of(r, article, group), at };
	}
	qsort(entries, o->articles, sizeof *entries, compare);
	fill(o, r, entries, seen);
	free(entries);
	free(places);
	free(seen);
}

/* How many groups begin up to a row. */
static uint32_t groups_to(const struct order *o, uint32_t row)
{
	uint32_t low = 0, high = (uint32_t)o->groups.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (o->groups.v[mid].row <= row)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

uint32_t order_articles_to(const struct order *o, uint32_t row)
{
	uint32_t rows;

	if (o->rows.n == 0)
		return 0;
	rows = row + 1 - groups_to(o, row);
	return o->excerpts ? (rows + 1) / 2 : rows;
}

uint32_t order_group_at(const struct order *o, uint32_t row)
{
	uint32_t n = groups_to(o, row);

	return n ? n - 1 : 0;
}

void order_release(struct order *o)
{
	vec_free(&o->rows);
	vec_free(&o->groups);
	vec_free(&o->row_of);
}
