#include "dateline/store/statistics.h"

#include "dateline/base/message.h"
#include "dateline/store/query.h"
#include "dateline/text/fold.h"
#include "place_name.h"

const char *const statistic_names[STATISTIC_KINDS] = {
	[STATISTIC_SOURCE] = "source",
	[STATISTIC_DAY] = "day",
	[STATISTIC_MONTH] = "month",
	[STATISTIC_YEAR] = "year",
	[STATISTIC_WEEKDAY] = "weekday",
	[STATISTIC_SPEAKER] = "speaker",
	[STATISTIC_PLACE] = "place",
	[STATISTIC_LENGTH] = "length",
	[STATISTIC_LANGUAGE] = "language",
};

const char *const statistic_titles[STATISTIC_KINDS] = {
	[STATISTIC_SOURCE] = N_("articles by source"),
	[STATISTIC_DAY] = N_("articles by day"),
	[STATISTIC_MONTH] = N_("articles by month"),
	[STATISTIC_YEAR] = N_("articles by year"),
	[STATISTIC_WEEKDAY] = N_("articles by weekday"),
	[STATISTIC_SPEAKER] = N_("quotes by speaker"),
	[STATISTIC_PLACE] = N_("articles by place"),
	[STATISTIC_LENGTH] = N_("articles by length"),
	[STATISTIC_LANGUAGE] = N_("articles by language"),
};

/* Classes of length end below these numbers of words. */
static const uint32_t length_ends[] = { 100, 300, 600, 1000, 2000, UINT32_MAX };

struct counter {
	struct statistics *x;
	const struct store *s;
	const struct people *people;
	struct intern keys[STATISTIC_KINDS];
	struct intern rounds;
	struct buf b; /* scratch: a key */
	uint32_t *said; /* by identity: its place in the list + 1 */
	uint32_t *latest; /* by identity: the article counted last, + 1 */
};

/* One article into one count. */
static void count(struct statistic *to, const struct article *a)
{
	int32_t first, last;

	to->articles++;
	to->words += a->words;
	if (!date_day_span(&a->date, &first, &last))
		return;
	if (to->first == STORE_NO_DAY || first < to->first)
		to->first = first;
	if (to->last == STORE_NO_DAY || last > to->last)
		to->last = last;
}

static struct statistic none(void)
{
	return (struct statistic){ .identity = STORE_NONE,
		.first = STORE_NO_DAY,
		.last = STORE_NO_DAY };
}

static struct statistic *add(struct counter *c, enum statistic_kind kind)
{
	struct statistic *to = vec_push(&c->x->by[kind].list);

	*to = none();
	return to;
}

/* What an article counts as; nothing in c->b: it counts as nothing. */

static void add_date_key(
	struct counter *c, const struct date *d, enum statistic_kind kind)
{
	if (d->year == 0 || (kind != STATISTIC_YEAR && d->month == 0) ||
		(kind == STATISTIC_DAY && d->day == 0))
		return;
	buf_add_f(&c->b, "%04d", d->year);
	if (kind != STATISTIC_YEAR)
		buf_add_f(&c->b, "-%02d", d->month);
	if (kind == STATISTIC_DAY)
		buf_add_f(&c->b, "-%02d", d->day);
}

/* The number of the class. */
static void add_length_key(struct counter *c, uint32_t words)
{
	size_t i = 0;

	while (words >= length_ends[i] && length_ends[i] != UINT32_MAX)
		i++;
	buf_add_f(&c->b, "%u", (unsigned)i);
}

static void add_key(
	struct counter *c, const struct article *a, enum statistic_kind kind)
{
	const struct date *d = &a->date;
	struct str lang = store_str(c->s, a->lang), base = STR_NONE;

	switch (kind) {
	case STATISTIC_SOURCE:
		buf_add(&c->b, store_source(c->s, a));
		break;
	case STATISTIC_WEEKDAY:
		if (d->month && d->day)
			buf_add_f(&c->b, "%d",
				date_weekday(
					date_days(d->year, d->month, d->day)));
		break;
	case STATISTIC_PLACE:
		place_name(&c->b, store_str(c->s, a->dateline));
		break;
	case STATISTIC_LENGTH:
		add_length_key(c, a->words);
		break;
	case STATISTIC_LANGUAGE:
		str_split(&lang, '-', &base);
		buf_add(&c->b, base);
		break;
	default:
		add_date_key(c, d, kind);
	}
}

/* Names that differ in case or accents only are one. */
static void count_by(
	struct counter *c, const struct article *a, enum statistic_kind kind)
{
	struct statistic_list *by = &c->x->by[kind];
	struct statistic *to;
	uint32_t key;

	buf_clear(&c->b);
	add_key(c, a, kind);
	if (c->b.n == 0)
		return;
	if (kind == STATISTIC_PLACE) {
		struct buf folded = { 0 };

		text_fold(&folded, buf_str(&c->b));
		key = intern_add(&c->keys[kind], buf_str(&folded));
		buf_release(&folded);
	} else {
		key = intern_add(&c->keys[kind], buf_str(&c->b));
	}
	if (key == by->list.n)
		add(c, kind)->name = arena_dup(&c->x->arena, buf_str(&c->b));
	to = &by->list.v[key];
	count(to, a);
	to->quotes += a->quotes.n;
}

static void count_speakers(struct counter *c, uint32_t article)
{
	const struct article *a = &c->s->articles.v[article];

	for (uint32_t i = a->persons.first; i < a->persons.first + a->persons.n;
		i++) {
		uint32_t who = c->people->of[i];
		struct statistic *to;

		if (c->s->persons.v[i].quotes == 0)
			continue;
		if (c->said[who] == 0) {
			to = add(c, STATISTIC_SPEAKER);
			to->identity = who;
			to->name = c->people->list.v[who].name;
			c->said[who] =
				(uint32_t)c->x->by[STATISTIC_SPEAKER].list.n;
		}
		to = &c->x->by[STATISTIC_SPEAKER].list.v[c->said[who] - 1];
		to->quotes += c->s->persons.v[i].quotes;
		if (c->latest[who] != article + 1)
			count(to, a);
		c->latest[who] = article + 1;
	}
}

static void count_article(struct counter *c, uint32_t article)
{
	const struct article *a = &c->s->articles.v[article];

	count(&c->x->all, a);
	c->x->all.quotes += a->quotes.n;
	c->x->copies += a->copy_of != STORE_NONE;
	c->x->undated += a->date.year == 0;
	intern_add(
		&c->rounds, str_of((const char *)&a->round, sizeof a->round));
	for (int kind = 0; kind < STATISTIC_KINDS; kind++)
		if (kind != STATISTIC_SPEAKER)
			count_by(c, a, (enum statistic_kind)kind);
	if (c->people)
		count_speakers(c, article);
}

/* In their order. */

static int by_name(const void *x, const void *y)
{
	const struct statistic *a = x, *b = y;

	return str_cmp(a->name, b->name);
}

static int by_articles(const void *x, const void *y)
{
	const struct statistic *a = x, *b = y;

	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	return by_name(x, y);
}

static int by_quotes(const void *x, const void *y)
{
	const struct statistic *a = x, *b = y;

	if (a->quotes != b->quotes)
		return a->quotes > b->quotes ? -1 : 1;
	return (a->identity > b->identity) - (a->identity < b->identity);
}

static void sort(struct statistic_list *by, enum statistic_kind kind)
{
	static int (*const orders[STATISTIC_KINDS])(
		const void *, const void *) = {
		[STATISTIC_SOURCE] = by_articles,
		[STATISTIC_PLACE] = by_articles,
		[STATISTIC_LANGUAGE] = by_articles,
		[STATISTIC_SPEAKER] = by_quotes,
	};

	if (by->list.n)
		qsort(by->list.v, by->list.n, sizeof *by->list.v,
			orders[kind] ? orders[kind] : by_name);
}

/* Their queries, and their names where these were keys. */

static struct str keep(struct counter *c)
{
	struct str kept = arena_dup(&c->x->arena, buf_str(&c->b));

	buf_clear(&c->b);
	return kept;
}

/* "<100", "300..599", ">=2000". */
static void name_length(struct counter *c, struct statistic *to)
{
	uint32_t class = 0, from;

	str_to_u32(to->name, &class);
	from = class ? length_ends[class - 1] : 0;
	if (class == 0)
		buf_add_f(&c->b, "<%u", (unsigned)length_ends[0]);
	else if (length_ends[class] == UINT32_MAX)
		buf_add_f(&c->b, ">=%u", (unsigned)from);
	else
		buf_add_f(&c->b, "%u..%u", (unsigned)from,
			(unsigned)length_ends[class] - 1);
	to->name = keep(c);
}

static void name_weekday(struct statistic *to)
{
	uint32_t day = 1;

	str_to_u32(to->name, &day);
	to->name = str_from_c(query_weekday_names[day - 1]);
}

static enum query_field field_of(enum statistic_kind kind)
{
	static const enum query_field fields[STATISTIC_KINDS] = {
		[STATISTIC_SOURCE] = QUERY_SOURCE,
		[STATISTIC_DAY] = QUERY_DATE,
		[STATISTIC_MONTH] = QUERY_DATE,
		[STATISTIC_YEAR] = QUERY_DATE,
		[STATISTIC_WEEKDAY] = QUERY_WEEKDAY,
		[STATISTIC_SPEAKER] = QUERY_SAID,
		[STATISTIC_PLACE] = QUERY_PLACE,
		[STATISTIC_LENGTH] = QUERY_WORDS,
		[STATISTIC_LANGUAGE] = QUERY_LANG,
	};

	return fields[kind];
}

static void name(struct counter *c, enum statistic_kind kind)
{
	struct statistic_list *by = &c->x->by[kind];
	bool text = kind == STATISTIC_SOURCE || kind == STATISTIC_SPEAKER ||
		    kind == STATISTIC_PLACE;

	for (size_t i = 0; i < by->list.n; i++) {
		struct statistic *to = &by->list.v[i];

		if (kind == STATISTIC_LENGTH)
			name_length(c, to);
		if (kind == STATISTIC_WEEKDAY)
			name_weekday(to);
		if (text)
			query_say(&c->b, field_of(kind), to->name);
		else
			buf_add_f(&c->b, "%s:%.*s",
				query_field_names[field_of(kind)],
				STR_ARG(to->name));
		to->query = keep(c);
	}
}

void statistics_make(struct statistics *x, const struct store *s,
	const struct people *people, const uint32_t *articles, size_t n)
{
	struct counter c = { .x = x, .s = s, .people = people };

	*x = (struct statistics){ .all = none() };
	if (people) {
		c.said = mem_calloc(people->list.n + 1, sizeof *c.said);
		c.latest = mem_calloc(people->list.n + 1, sizeof *c.latest);
	}
	for (size_t i = 0; i < n; i++)
		count_article(&c, articles[i]);
	x->rounds = c.rounds.n;
	buf_clear(&c.b);
	for (int kind = 0; kind < STATISTIC_KINDS; kind++) {
		sort(&x->by[kind], (enum statistic_kind)kind);
		name(&c, (enum statistic_kind)kind);
		intern_release(&c.keys[kind]);
	}
	intern_release(&c.rounds);
	free(c.said);
	free(c.latest);
	buf_release(&c.b);
}

void statistics_release(struct statistics *x)
{
	for (int kind = 0; kind < STATISTIC_KINDS; kind++)
		vec_free(&x->by[kind].list);
	arena_release(&x->arena);
	*x = (struct statistics){ 0 };
}
