#include "found.h"
#include "rounds.h"

/*
 * The rounds while they change: each is a ring of its articles, so that one is
 * joined or left in the time its articles take, and has the number of one of
 * them.
 */
struct rings {
	uint32_t *next, *before, *of; /* by article */
};

/* A correction whose articles are there. */
struct awake {
	uint32_t article, other;
	enum round_verdict verdict;
};

struct regrouper {
	struct store *s;
	struct rings rings;
	VEC_OF(struct awake) list;
};

static struct found *remember(const struct store *s)
{
	struct found *f =
		mem_alloc(sizeof *f + s->articles.n * sizeof f->articles[0]);

	f->links = s->links.n;
	for (size_t i = 0; i < s->articles.n; i++) {
		const struct article *a = &s->articles.v[i];
		bool gone = a->round == STORE_NONE;

		f->articles[i] = (struct found_article){ a->round,
			gone ? STORE_NONE : s->rounds.v[a->round].storyline,
			a->links };
	}
	return f;
}

static void open_rings(struct rings *r, const struct store *s)
{
	size_t n = s->articles.n;
	uint32_t *last = mem_alloc(n * sizeof *last);

	r->next = mem_alloc(n * sizeof *r->next);
	r->before = mem_alloc(n * sizeof *r->before);
	r->of = mem_alloc(n * sizeof *r->of);
	for (size_t i = 0; i < n; i++)
		last[i] = STORE_NONE;
	for (size_t k = 0; k < s->by_time.n; k++) {
		uint32_t i = s->by_time.v[k];
		uint32_t *tail = &last[s->found->articles[i].round];
		uint32_t first = *tail == STORE_NONE ? i : r->of[*tail];

		r->of[i] = first;
		r->before[i] = *tail == STORE_NONE ? i : *tail;
		r->next[i] = first;
		r->next[r->before[i]] = i;
		r->before[first] = i;
		*tail = i;
	}
	free(last);
}

static void close_rings(struct rings *r)
{
	free(r->next);
	free(r->before);
	free(r->of);
}

/* Gives all of the ring the number of one of them. */
static void name_ring(struct rings *r, uint32_t i)
{
	uint32_t at = i;

	do {
		r->of[at] = i;
		at = r->next[at];
	} while (at != i);
}

static void join_rings(struct rings *r, uint32_t a, uint32_t b)
{
	uint32_t after = r->next[a], last = r->before[b];

	if (r->of[a] == r->of[b])
		return;
	r->next[a] = b;
	r->before[b] = a;
	r->next[last] = after;
	r->before[after] = last;
	name_ring(r, a);
}

static void leave_ring(struct rings *r, uint32_t a, uint32_t b)
{
	uint32_t after = r->next[a], before = r->before[a];

	if (r->of[a] != r->of[b])
		return;
	r->next[before] = after;
	r->before[after] = before;
	r->next[a] = r->before[a] = a;
	name_ring(r, a);
	name_ring(r, b);
}

static void obey(struct regrouper *g, const struct round_correction *c)
{
	uint32_t a = store_find(g->s, c->article);
	uint32_t b = store_find(g->s, c->other);

	if (a == STORE_NONE || b == STORE_NONE || a == b)
		return;
	*vec_push(&g->list) = (struct awake){ a, b, c->verdict };
	if (c->verdict == ROUND_SAME)
		join_rings(&g->rings, a, b);
	else
		leave_ring(&g->rings, a, b);
}

/* The storyline that most of the round's articles were found in, the first of
 * those; *votes, by storyline, is empty before and after. */
static uint32_t elect_storyline(
	const struct store *s, const struct round *r, uint32_t *votes)
{
	const uint32_t *list = s->round_articles.v + r->articles.first;
	uint32_t best = s->found->articles[list[0]].storyline;

	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t line = s->found->articles[list[k]].storyline;

		votes[line]++;
	}
	for (uint32_t k = 0; k < r->articles.n; k++) {
		uint32_t line = s->found->articles[list[k]].storyline;

		if (votes[line] > votes[best])
			best = line;
	}
	for (uint32_t k = 0; k < r->articles.n; k++)
		votes[s->found->articles[list[k]].storyline] = 0;
	return best;
}

static void fill_storylines(struct store *s)
{
	size_t n = s->articles.n; /* there are no more storylines than those */
	uint32_t *votes = mem_calloc(n, sizeof *votes);
	uint32_t *first = mem_alloc(n * sizeof *first);
	uint32_t *of = mem_alloc(s->rounds.n * sizeof *of);

	for (size_t i = 0; i < n; i++)
		first[i] = STORE_NONE;
	for (uint32_t r = 0; r < s->rounds.n; r++) {
		uint32_t line = elect_storyline(s, &s->rounds.v[r], votes);

		if (first[line] == STORE_NONE)
			first[line] = r;
		of[r] = first[line];
	}
	storylines_fill(s, of);
	free(votes);
	free(first);
	free(of);
}

static void restore_links(struct store *s)
{
	s->links.n = s->found->links;
	for (size_t i = 0; i < s->articles.n; i++)
		s->articles.v[i].links = s->found->articles[i].links;
}

static bool by_pair(const struct awake *w, uint32_t from, uint32_t to)
{
	return (w->article == from && w->other == to) ||
	       (w->article == to && w->other == from);
}

static void explain_links(struct regrouper *g)
{
	for (uint32_t i = 0; i < g->s->articles.n; i++)
		relink(g->s, i);
	for (size_t k = g->list.n; k-- > 0;) {
		const struct awake *w = &g->list.v[k];
		bool later = false;

		/* The last word on two articles is the one given. */
		for (size_t i = k + 1; i < g->list.n && !later; i++)
			later = by_pair(&g->list.v[i], w->article, w->other);
		if (later)
			continue;
		relink_mark(g->s, w->article, w->other, w->verdict);
		relink_mark(g->s, w->other, w->article, w->verdict);
	}
}

void store_regroup(struct store *s, const struct round_correction *c, size_t n)
{
	struct regrouper g = { .s = s };

	if (s->articles.n == 0 || (n == 0 && !s->found))
		return;
	if (!s->found)
		s->found = remember(s);
	restore_links(s);
	open_rings(&g.rings, s);
	for (size_t i = 0; i < n; i++)
		obey(&g, &c[i]);
	rounds_fill(s, g.rings.of);
	fill_storylines(s);
	explain_links(&g);
	titles_make(s);
	close_rings(&g.rings);
	vec_free(&g.list);
	if (n == 0) {
		free(s->found);
		s->found = NULL;
	}
}
