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

struct grouper {
	const struct store *s;
	const struct people_said *said;
	uint32_t n;
	/* By quote: */
	uint32_t *first; /* the first of its utterance */
	uint32_t *wording; /* in wordings; STORE_NONE: reported */
	uint32_t *before; /* the one before it in its round; STORE_NONE */
	uint32_t *latest; /* by round: the quote seen last */
	struct wordings wordings;
	VEC_OF(struct run) runs;
	VEC_OF(struct meeting) meetings;
};

static void read_quote(struct grouper *g, uint32_t i)
{
	const struct article *a = &g->s->articles.v[g->said[i].article];
	const struct store_quote *q = &g->s->quotes.v[g->said[i].quote];
	struct str text = str_range(store_str(g->s, a->text), q->span);
	uint32_t kept[QUOTE_RUNS];
	size_t n;

	g->first[i] = i;
	g->wording[i] = g->before[i] = STORE_NONE;
	if (q->kind == QUOTE_REPORTED)
		return;
	g->wording[i] = wordings_add(&g->wordings, text);
	n = quote_runs(text, kept);
	for (size_t k = 0; k < n; k++)
		*vec_push(&g->runs) = (struct run){ kept[k], i };
	g->before[i] = g->latest[a->round];
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
	const struct wording *a = &v[g->wording[i]], *b = &v[g->wording[j]];
	uint32_t shorter = a->words.n < b->words.n ? a->words.n : b->words.n;
	enum wording_likeness like;

	if (shorter < WORDS_MIN &&
		(shorter == 0 || !str_eq(a->folded, b->folded)))
		return WORDING_OTHER;
	like = wordings_compare(&g->wordings, g->wording[i], g->wording[j]);
	return like == WORDING_TOLD && g->said[i].article == g->said[j].article
		       ? WORDING_OTHER
		       : like;
}

/* Holds quote i against the first of an utterance; keeps the better. */
static void hold(struct grouper *g, uint32_t i, uint32_t first,
	enum wording_likeness *best)
{
	enum wording_likeness like;

	if (first == g->first[i] || first >= i)
		return;
	like = compare(g, first, i);
	if (like == WORDING_OTHER || like < *best ||
		(like == *best && first > g->first[i]))
		return;
	*best = like;
	g->first[i] = first;
}

static void group(struct grouper *g)
{
	size_t k = 0;

	for (uint32_t i = 0; i < g->n; i++) {
		enum wording_likeness best = WORDING_OTHER;
		unsigned held = 0;

		if (g->wording[i] == STORE_NONE)
			continue;
		for (uint32_t j = g->before[i];
			j != STORE_NONE && held < ROUND_MAX; j = g->before[j]) {
			if (g->first[j] != j)
				continue;
			hold(g, i, j, &best);
			held++;
		}
		for (; k < g->meetings.n && g->meetings.v[k].said == i; k++)
			hold(g, i, g->first[g->meetings.v[k].earlier], &best);
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

/* Lists the groups in order of their first quotes. */
static void list_groups(struct utterances *u, struct grouper *g)
{
	uint32_t *number = mem_alloc((g->n + 1) * sizeof *number);
	uint32_t at = 0;

	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t first = g->first[i];

		if (first == i) {
			number[i] = (uint32_t)u->list.n;
			*vec_push(&u->list) = (struct utterance){ 0 };
		}
		u->list.v[number[first]].said.n++;
		(void)vec_push(&u->said);
	}
	for (size_t k = 0; k < u->list.n; k++) {
		u->list.v[k].said.first = at;
		at += u->list.v[k].said.n;
		u->list.v[k].said.n = 0;
	}
	for (uint32_t i = 0; i < g->n; i++) {
		struct span *said = &u->list.v[number[g->first[i]]].said;

		u->said.v[said->first + said->n++] = g->said[i];
	}
	free(number);
}

void utterances_make(
	struct utterances *u, const struct people *p, uint32_t identity)
{
	const struct identity *it = &p->list.v[identity];
	struct grouper g = { .s = p->store,
		.said = p->said.v + it->said.first,
		.n = it->said.n };

	u->list.n = u->said.n = 0;
	g.first = mem_alloc((g.n + 1) * sizeof *g.first);
	g.wording = mem_alloc((g.n + 1) * sizeof *g.wording);
	g.before = mem_alloc((g.n + 1) * sizeof *g.before);
	g.latest = mem_alloc((g.s->rounds.n + 1) * sizeof *g.latest);
	for (size_t i = 0; i < g.s->rounds.n; i++)
		g.latest[i] = STORE_NONE;
	for (uint32_t i = 0; i < g.n; i++)
		read_quote(&g, i);
	find_meetings(&g);
	group(&g);
	list_groups(u, &g);
	count_sources(u, p);
	free(g.first);
	free(g.wording);
	free(g.before);
	free(g.latest);
	wordings_release(&g.wordings);
	vec_free(&g.runs);
	vec_free(&g.meetings);
}

void utterances_release(struct utterances *u)
{
	vec_free(&u->list);
	vec_free(&u->said);
}
