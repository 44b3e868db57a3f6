/*
 * Quotes that are one utterance meet by the runs of words they share, wherever
 * they stand (quote_hash.h), and within a round by holding each against those
 * before it: what is told otherwise shares no run. Each is held against the
 * first of an utterance only, so that long quotes do not chain others together.
 */
#include "dateline/store/people.h"

#include "dateline/store/wording.h"

#include "quote_hash.h"

/* Quotes of a round that one is held against: the work is quadratic. */
#define ROUND_MAX 200
/* Shorter quotes are the same only when they are equal. */
#define WORDS_MIN 4

struct run {
	uint32_t hash;
	uint32_t said; /* in the identity's */
};

/* Two quotes with a run in common, the later first. */
struct meeting {
	uint32_t said, earlier;
};

/* A quote of those being held against each other. */
struct grouped {
	uint32_t first; /* the first of its utterance */
	uint32_t wording; /* in wordings */
	uint32_t before; /* the one before it in its round; STORE_NONE */
	uint32_t number; /* of its utterance */
	bool reported;
};

struct grouper {
	const struct store *s;
	const struct people_said *said;
	uint32_t n;
	VEC_OF(struct grouped) quotes; /* as in said */
	uint32_t *latest; /* by round: the quote seen last; STORE_NONE */
	struct wordings wordings;
	VEC_OF(struct run) runs;
	VEC_OF(struct meeting) meetings;
};

static void read_quote(struct grouper *g, uint32_t i)
{
	const struct article *a = &g->s->articles.v[g->said[i].article];
	const struct store_quote *q = &g->s->quotes.v[g->said[i].quote];
	struct str text = str_range(store_str(g->s, a->text), q->span);
	struct grouped *x = vec_push(&g->quotes);
	uint32_t kept[QUOTE_RUNS];
	size_t n;

	*x = (struct grouped){ i, wordings_add(&g->wordings, text), STORE_NONE,
		STORE_NONE, q->kind == QUOTE_REPORTED };
	n = quote_runs(text, kept);
	for (size_t k = 0; k < n; k++)
		*vec_push(&g->runs) = (struct run){ kept[k], i };
	x->before = g->latest[a->round];
	g->latest[a->round] = i;
}

static int by_hash(const void *x, const void *y)
{
	const struct run *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->said > b->said) - (a->said < b->said);
}

static int by_said(const void *x, const void *y)
{
	const struct meeting *a = x, *b = y;

	if (a->said != b->said)
		return a->said < b->said ? -1 : 1;
	return (a->earlier > b->earlier) - (a->earlier < b->earlier);
}

/* Each with the one before it that has the run, and the first that has. */
static void find_meetings(struct grouper *g)
{
	size_t first = 0;

	if (g->runs.n)
		qsort(g->runs.v, g->runs.n, sizeof *g->runs.v, by_hash);
	for (size_t k = 1; k < g->runs.n; k++) {
		const struct run *r = &g->runs.v[k];

		if (r->hash != g->runs.v[first].hash) {
			first = k;
			continue;
		}
		*vec_push(&g->meetings) =
			(struct meeting){ r->said, r[-1].said };
		*vec_push(&g->meetings) =
			(struct meeting){ r->said, g->runs.v[first].said };
	}
	if (g->meetings.n)
		qsort(g->meetings.v, g->meetings.n, sizeof *g->meetings.v,
			by_said);
}

/* A few words are in many quotes by chance; in one article, only equal words
 * are one utterance. */
static enum wording_likeness compare(
	const struct grouper *g, uint32_t i, uint32_t j)
{
	const struct wording *v = g->wordings.list.v;
	const struct wording *a = &v[g->quotes.v[i].wording];
	const struct wording *b = &v[g->quotes.v[j].wording];
	uint32_t shorter = a->words.n < b->words.n ? a->words.n : b->words.n;
	enum wording_likeness like;

	if (shorter == 0)
		return WORDING_OTHER;
	if (shorter < WORDS_MIN || g->quotes.v[i].reported ||
		g->quotes.v[j].reported)
		return g->quotes.v[i].reported == g->quotes.v[j].reported &&
				       str_eq(a->folded, b->folded)
			       ? WORDING_SAME
			       : WORDING_OTHER;
	like = wordings_compare(
		&g->wordings, g->quotes.v[i].wording, g->quotes.v[j].wording);
	return like == WORDING_TOLD && g->said[i].article == g->said[j].article
		       ? WORDING_OTHER
		       : like;
}

/* Holds quote i against the first of an utterance; keeps the better. */
static void hold(struct grouper *g, uint32_t i, uint32_t first,
	enum wording_likeness *best)
{
	struct grouped *x = &g->quotes.v[i];
	enum wording_likeness like;

	if (first == x->first || first >= i)
		return;
	like = compare(g, first, i);
	if (like == WORDING_OTHER || like < *best ||
		(like == *best && first > x->first))
		return;
	*best = like;
	x->first = first;
}

static void group(struct grouper *g)
{
	const struct grouped *v = g->quotes.v;
	size_t k = 0;

	for (uint32_t i = 0; i < g->n; i++) {
		enum wording_likeness best = WORDING_OTHER;
		unsigned held = 0;

		for (uint32_t j = v[i].before;
			j != STORE_NONE && held < ROUND_MAX; j = v[j].before) {
			if (v[j].first != j)
				continue;
			hold(g, i, j, &best);
			held++;
		}
		for (; k < g->meetings.n && g->meetings.v[k].said == i; k++)
			hold(g, i, v[g->meetings.v[k].earlier].first, &best);
	}
}

/* Different outlets; `latest` is by outlet the utterance counted last. */
static void count_sources(struct utterances *u, const struct people *p)
{
	struct intern names = { 0 };
	uint32_t *latest = mem_alloc((u->said.n + 1) * sizeof *latest);

	for (uint32_t i = 0; i < u->list.n; i++) {
		struct utterance *one = &u->list.v[i];

		for (uint32_t k = 0; k < one->said.n; k++) {
			uint32_t article =
				u->said.v[one->said.first + k].article;
			uint32_t known = names.n;
			uint32_t source = intern_add(&names,
				store_source(p->store,
					&p->store->articles.v[article]));

			one->sources += source == known || latest[source] != i;
			latest[source] = i;
		}
	}
	free(latest);
	intern_release(&names);
}

/* Whether it has other words than the first of its utterance. */
static bool is_reworded(const struct grouper *g, const struct grouped *x)
{
	const struct wording *v = g->wordings.list.v;

	return !str_eq(
		v[x->wording].folded, v[g->quotes.v[x->first].wording].folded);
}

/* Lists the groups in order of their first quotes, behind those listed. */
static void list_groups(struct utterances *u, struct grouper *g)
{
	size_t listed = u->list.n;
	uint32_t at = (uint32_t)u->said.n;

	for (uint32_t i = 0; i < g->n; i++) {
		struct grouped *x = &g->quotes.v[i];
		struct utterance *one;

		if (x->first == i)
			*vec_push(&u->list) = (struct utterance){ 0 };
		x->number = x->first == i ? (uint32_t)u->list.n - 1
					  : g->quotes.v[x->first].number;
		one = &u->list.v[x->number];
		one->said.n++;
		one->reworded = one->reworded || is_reworded(g, x);
		(void)vec_push(&u->said);
	}
	for (size_t k = listed; k < u->list.n; k++) {
		u->list.v[k].said.first = at;
		at += u->list.v[k].said.n;
		u->list.v[k].said.n = 0;
	}
	for (uint32_t i = 0; i < g->n; i++) {
		struct span *said = &u->list.v[g->quotes.v[i].number].said;

		u->said.v[said->first + said->n++] = g->said[i];
	}
}

static void grouper_begin(struct grouper *g, const struct store *s)
{
	*g = (struct grouper){ .s = s };
	g->latest = mem_alloc((s->rounds.n + 1) * sizeof *g->latest);
	for (size_t i = 0; i < s->rounds.n; i++)
		g->latest[i] = STORE_NONE;
}

static void forget(struct grouper *g)
{
	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t article = g->said[i].article;

		g->latest[g->s->articles.v[article].round] = STORE_NONE;
	}
	g->quotes.n = g->runs.n = g->meetings.n = 0;
	wordings_clear(&g->wordings);
}

/* Adds the utterances of n quotes, which are in the order of time. */
static void grouper_add(struct grouper *g, struct utterances *u,
	const struct people_said *said, uint32_t n)
{
	g->said = said;
	g->n = n;
	for (uint32_t i = 0; i < n; i++)
		read_quote(g, i);
	find_meetings(g);
	group(g);
	list_groups(u, g);
	forget(g);
}

static void grouper_end(struct grouper *g)
{
	free(g->latest);
	vec_free(&g->quotes);
	wordings_release(&g->wordings);
	vec_free(&g->runs);
	vec_free(&g->meetings);
}

void utterances_make(
	struct utterances *u, const struct people *p, uint32_t identity)
{
	const struct identity *it = &p->list.v[identity];
	struct grouper g;

	u->list.n = u->said.n = 0;
	grouper_begin(&g, p->store);
	grouper_add(&g, u, p->said.v + it->said.first, it->said.n);
	count_sources(u, p);
	grouper_end(&g);
}

/* All utterances of the archive. */

/* Quotes that nobody is named for: words are all they can meet by. */
static void add_nobodys(
	struct grouper *g, struct utterances *u, const struct store *s)
{
	VEC_OF(struct people_said) said = { 0 };

	for (size_t i = 0; i < s->by_time.n; i++) {
		const struct article *a = &s->articles.v[s->by_time.v[i]];

		for (uint32_t q = 0; q < a->quotes.n; q++)
			if (s->quotes.v[a->quotes.first + q].person ==
				STORE_NONE)
				*vec_push(&said) =
					(struct people_said){ s->by_time.v[i],
						a->quotes.first + q };
	}
	grouper_add(g, u, said.v, (uint32_t)said.n);
	vec_free(&said);
}

struct placed {
	uint64_t key;
	uint32_t utterance;
};

static int by_key(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;

	return (a->key > b->key) - (a->key < b->key);
}

/* The latest article first, those without a date last; in one, as it has them.
 */
static uint64_t key_of(const struct utterances *u, const struct store *s,
	const uint32_t *places, uint32_t i)
{
	const struct people_said *first = &u->said.v[u->list.v[i].said.first];
	bool dated = s->articles.v[first->article].date.year != 0;
	uint32_t place = places[first->article];

	return (uint64_t)(dated ? UINT32_MAX / 2 - place : UINT32_MAX) << 32 |
	       first->quote;
}

static void latest_first(struct utterances *u, const struct store *s)
{
	uint32_t *places =
		store_places(s->by_time.v, s->by_time.n, s->articles.n);
	VEC_OF(struct placed) order = { 0 };
	struct utterance *list = mem_alloc((u->list.n + 1) * sizeof *list);

	for (uint32_t i = 0; i < u->list.n; i++)
		*vec_push(&order) =
			(struct placed){ key_of(u, s, places, i), i };
	if (order.n)
		qsort(order.v, order.n, sizeof *order.v, by_key);
	for (size_t i = 0; i < order.n; i++)
		list[i] = u->list.v[order.v[i].utterance];
	if (order.n)
		memcpy(u->list.v, list, order.n * sizeof *list);
	free(list);
	vec_free(&order);
	free(places);
}

bool utterances_make_all(
	struct utterances *u, const struct people *p, const atomic_bool *stop)
{
	struct grouper g;
	bool stopped = false;

	u->list.n = u->said.n = 0;
	grouper_begin(&g, p->store);
	add_nobodys(&g, u, p->store);
	for (size_t i = 0; i < p->list.n && !stopped; i++) {
		struct span said = p->list.v[i].said;

		grouper_add(&g, u, p->said.v + said.first, said.n);
		stopped = stop && atomic_load(stop);
	}
	grouper_end(&g);
	if (stopped)
		return false;
	count_sources(u, p);
	latest_first(u, p->store);
	return true;
}

void utterances_release(struct utterances *u)
{
	vec_free(&u->list);
	vec_free(&u->said);
}
