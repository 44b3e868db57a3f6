#include "order_key.h"

/* What a group's number is counted down from when the newest come first. */
#define GROUP_TOP (UINT64_C(1) << 32)
/* Undated articles are last, whichever way the days run. */
#define GROUP_UNDATED (UINT64_C(1) << 63)
/* Articles that are alone in their round share one group, after all rounds. */
#define GROUP_ALONE (GROUP_UNDATED + 1)
/* Days before 1970 are negative; this many years are far away. */
#define DAY_ZERO (1 << 24)
#define PLACE_UNDATED (UINT64_C(1) << 48)

void order_keys_begin(struct order_keys *k, const struct order_request *r)
{
	const struct store *s = r->store;
	uint32_t at;

	*k = (struct order_keys){ .r = r,
		.sort = r->sort,
		.ranked = order_is_ranked(r),
		.oldest_first = sort_is_oldest_first(&r->sort),
		.places = store_places(s->rounds_by_time.v, s->rounds_by_time.n,
			s->rounds.n) };
	if (!r->answers)
		sort_rank(&k->sort, false);
	if (sort_find(&k->sort, SORT_DATE) == k->sort.n)
		k->sort.keys[k->sort.n++] =
			(struct sort_key){ SORT_DATE, true };
	at = sort_find(&k->sort, SORT_SOURCE);
	k->source_down = at < k->sort.n && k->sort.keys[at].down;
	at = sort_find(&k->sort, SORT_ROUND);
	k->by_size = at < sort_find(&k->sort, SORT_DATE);
	k->size_down = at < k->sort.n && k->sort.keys[at].down;
	if (sort_find(&k->sort, SORT_TITLE) < k->sort.n)
		k->titles = collated_titles(r->collated, s);
	if (sort_find(&k->sort, SORT_AUTHOR) < k->sort.n)
		k->authors = collated_authors(r->collated, s);
}

void order_keys_end(struct order_keys *k)
{
	free(k->places);
}

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

static uint64_t day_number(const struct article *a)
{
	int32_t day;
	enum day_kind kind = article_day(a, &day);

	/* A month comes before its first day. */
	return ((uint64_t)((int64_t)day + DAY_ZERO) << 2) | kind;
}

static uint64_t day_group(const struct order_keys *k, const struct article *a)
{
	uint64_t number = day_number(a);

	if ((number & 3) == DAYS_UNKNOWN)
		return GROUP_UNDATED;
	return k->oldest_first ? number : GROUP_TOP - number;
}

/* By time, else by how many articles they have and then by time. */
static uint64_t round_group(const struct order_keys *k, uint32_t round)
{
	uint32_t n = k->r->store->rounds.v[round].articles.n;
	uint64_t place = k->oldest_first ? k->places[round]
					 : GROUP_TOP - k->places[round];

	if (n < 2)
		return GROUP_ALONE;
	if (!k->by_size)
		return place;
	return (uint64_t)(k->size_down ? INT32_MAX - n : n) << 32 | place;
}

uint64_t order_group_number(const struct order_keys *k, uint32_t article)
{
	const struct article *a = &k->r->store->articles.v[article];
	uint32_t outlet;

	if (k->ranked)
		return 0;
	switch (k->r->group) {
	case GROUP_SOURCE:
		outlet = k->r->outlets->of.v[article];
		return k->source_down ? GROUP_TOP - outlet : outlet;
	case GROUP_ROUND:
		return round_group(k, a->round);
	case GROUP_NONE:
		return 0;
	case GROUP_DAY:
	default:
		return day_group(k, a);
	}
}

uint64_t order_group_name(const struct order_request *r, uint32_t article)
{
	const struct store *s = r->store;
	const struct article *a = &s->articles.v[article];
	const struct round *round = &s->rounds.v[a->round];

	if (order_is_ranked(r))
		return fold_name(FOLD_LIST, STR_NONE);
	switch (r->group) {
	case GROUP_SOURCE:
		return fold_name(FOLD_SOURCE, store_source(s, a));
	case GROUP_ROUND:
		return fold_name(FOLD_ROUND, round->articles.n > 1
						     ? store_str(s, round->id)
						     : STR_NONE);
	case GROUP_NONE:
		return fold_name(FOLD_LIST, STR_NONE);
	case GROUP_DAY:
	default:
		return fold_number(FOLD_DAY, day_number(a));
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
static uint64_t date_key(
	const struct order_keys *k, const struct article *a, uint64_t group)
{
	enum clock clock = clock_of(a);
	uint64_t minute = 0, day_key = 0;
	bool grouped = !k->ranked;
	int32_t day;

	if (grouped && k->r->group == GROUP_ROUND && group != GROUP_ALONE)
		return 0;
	if (group == GROUP_UNDATED)
		return PLACE_UNDATED;
	/* Within the group of a day all have that one. */
	if (!grouped || k->r->group != GROUP_DAY) {
		if (article_day(a, &day) == DAYS_UNKNOWN)
			return PLACE_UNDATED;
		day_key = (uint64_t)((int64_t)day + DAY_ZERO);
	}
	if (clock == CLOCK_MINUTE)
		minute = (uint64_t)a->date.hour * 60 + a->date.minute;
	if (!k->oldest_first) {
		day_key = (uint64_t)4 * DAY_ZERO - day_key;
		minute = 1440 - minute;
	}
	return day_key << 16 | (uint64_t)clock << 12 | minute;
}

static uint64_t unmarked(
	const struct order_keys *k, enum state_kind kind, uint32_t article)
{
	const struct marks *m = k->r->marks;

	if (!m)
		return kind == STATE_STARRED;
	return kind == STATE_READ ? mark_set_has(&m->read, article)
				  : !mark_set_has(&m->starred, article);
}

static uint64_t key_up(
	const struct order_keys *k, enum sort_what what, uint32_t article)
{
	const struct article *a = &k->r->store->articles.v[article];

	switch (what) {
	case SORT_SOURCE:
		return k->r->outlets->of.v[article];
	case SORT_TITLE:
		return k->titles[article];
	case SORT_WORDS:
		return a->words;
	case SORT_AUTHOR:
		return k->authors[article];
	case SORT_ROUND:
		return k->r->store->rounds.v[a->round].articles.n;
	case SORT_UNREAD:
		return unmarked(k, STATE_READ, article);
	case SORT_STARRED:
		return unmarked(k, STATE_STARRED, article);
	case SORT_RANK:
		return k->r->answers->rank.v[article];
	case SORT_DATE:
	case SORT_COUNT:
	default:
		return 0;
	}
}

uint64_t order_key_of(const struct order_keys *k, struct sort_key key,
	uint32_t article, uint64_t group)
{
	uint64_t up;

	if (key.what == SORT_DATE)
		return date_key(k, &k->r->store->articles.v[article], group);
	up = key_up(k, (enum sort_what)key.what, article);
	return key.down ? UINT32_MAX - up : up;
}
