#include "graph.h"

#include "postings.h"

/* Postings an article may visit, rarest words first: bounds huge archives. */
#define VISITS_MAX 4000
/* Of a frequent word, so many postings to either side in time. */
#define NEAREST 512
/* Less alike says nothing. */
#define SIM_MIN .02F
/* Half a year apart, a neighbour counts half when neighbours are chosen. */
#define NEAR_DAYS 180.F

/* What looking for neighbours needs, once for all articles. */
struct search {
	const struct vectors *v;
	const struct when *when;
	struct inverted index;
	float *sum; /* by article: its similarity as far as known */
	uint32_t *touched; /* articles with a sum */
	size_t n_touched;
	float *dense; /* by word: the weights of the article in work */
	struct weight *query; /* its words, the heaviest first */
	struct edge *best; /* a heap, the least alike first */
	float *rank; /* of each in best */
	size_t n_best;
};

int edge_by_sim(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	if (a->sim != b->sim)
		return a->sim < b->sim ? 1 : -1;
	return (a->to > b->to) - (a->to < b->to);
}

/* The first of the postings [low, high) at or after article i. */
static uint32_t place_of(
	const struct inverted *ix, uint32_t low, uint32_t high, uint32_t i)
{
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ix->p[mid].article < i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Adds what the word says of every article near i; how many there were. */
static size_t visit_word(struct search *s, const struct weight *w, uint32_t i)
{
	const struct inverted *ix = &s->index;
	uint32_t low = ix->first[w->word], high = ix->first[w->word + 1];

	if (high - low > 2 * NEAREST) {
		uint32_t at = place_of(ix, low, high, i);

		if (at - low > NEAREST)
			low = at - NEAREST;
		if (high - at > NEAREST)
			high = at + NEAREST;
	}
	for (uint32_t k = low; k < high; k++) {
		uint32_t to = ix->p[k].article;

		if (s->sum[to] == 0)
			s->touched[s->n_touched++] = to;
		s->sum[to] += w->w * ix->p[k].w;
	}
	return high - low;
}

static void visit(struct search *s, uint32_t i)
{
	const struct vectors *v = s->v;
	uint32_t n = v->first[i + 1] - v->first[i];
	size_t visits = 0;

	if (n == 0)
		return;
	memcpy(s->query, v->v + v->first[i], n * sizeof *s->query);
	qsort(s->query, n, sizeof *s->query, weight_by_weight);
	for (uint32_t k = 0; k < n && visits < VISITS_MAX; k++)
		visits += visit_word(s, &s->query[k], i);
}

static bool heap_less(const struct search *s, size_t a, size_t b)
{
	if (s->rank[a] != s->rank[b])
		return s->rank[a] < s->rank[b];
	return s->best[a].to > s->best[b].to;
}

static void heap_swap(struct search *s, size_t a, size_t b)
{
	struct edge e = s->best[a];
	float r = s->rank[a];

	s->best[a] = s->best[b];
	s->rank[a] = s->rank[b];
	s->best[b] = e;
	s->rank[b] = r;
}

static void heap_down(struct search *s)
{
	size_t at = 0;

	for (;;) {
		size_t child = 2 * at + 1;

		if (child >= s->n_best)
			return;
		if (child + 1 < s->n_best && heap_less(s, child + 1, child))
			child++;
		if (!heap_less(s, child, at))
			return;
		heap_swap(s, child, at);
		at = child;
	}
}

/* Keeps the edge when it is among the best so far. */
static void keep_best(struct search *s, struct edge e, float rank)
{
	size_t at = s->n_best;

	if (at == GRAPH_NEIGHBOURS) {
		if (rank < s->rank[0] ||
			(rank == s->rank[0] && e.to > s->best[0].to))
			return;
		s->best[0] = e;
		s->rank[0] = rank;
		heap_down(s);
		return;
	}
	s->best[s->n_best] = e;
	s->rank[s->n_best++] = rank;
	for (; at && heap_less(s, at, (at - 1) / 2); at = (at - 1) / 2)
		heap_swap(s, at, (at - 1) / 2);
}

/* The cosine with the article in s->dense; the same from both sides. */
static float cosine(const struct search *s, uint32_t to)
{
	const struct vectors *v = s->v;
	float sum = 0;

	for (uint32_t k = v->first[to]; k < v->first[to + 1]; k++)
		sum += v->v[k].w * s->dense[v->v[k].word];
	return sum < 1 ? sum : 1;
}

static void choose(struct search *s, uint32_t i)
{
	s->n_best = 0;
	for (size_t k = 0; k < s->n_touched; k++) {
		uint32_t to = s->touched[k];
		float sim = s->sum[to];
		int32_t days;

		s->sum[to] = 0;
		if (to == i || sim < SIM_MIN ||
			(s->n_best == GRAPH_NEIGHBOURS && sim < s->rank[0]))
			continue;
		days = when_apart(&s->when[i], &s->when[to]);
		keep_best(s, (struct edge){ to, sim },
			days > 0 ? sim / (1 + (float)days / NEAR_DAYS) : sim);
	}
	s->n_touched = 0;
}

static void find_neighbours(struct search *s, uint32_t i)
{
	const struct vectors *v = s->v;

	visit(s, i);
	choose(s, i);
	for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
		s->dense[v->v[k].word] = v->v[k].w;
	for (size_t k = 0; k < s->n_best; k++)
		s->best[k].sim = cosine(s, s->best[k].to);
	for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
		s->dense[v->v[k].word] = 0;
}

static int by_to(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	return (a->to > b->to) - (a->to < b->to);
}

/* Sorts each article's edges and drops repeats. */
static void settle(struct graph *g)
{
	uint32_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		uint32_t from = g->first[i], to = g->first[i + 1];

		if (to > from)
			qsort(g->e + from, to - from, sizeof *g->e, by_to);
		g->first[i] = n;
		for (uint32_t k = from; k < to; k++)
			if (n == g->first[i] || g->e[n - 1].to != g->e[k].to)
				g->e[n++] = g->e[k];
	}
	g->first[g->n] = n;
	g->e = mem_realloc(g->e, n * sizeof *g->e);
}

/* Makes the chosen edges, `at` telling whose they are, go both ways. */
static void join(struct graph *g, const struct edge *chosen, const uint32_t *at)
{
	uint32_t *next = mem_calloc(g->n + 2, sizeof *next);

	g->first = mem_alloc((g->n + 1) * sizeof *g->first);
	g->e = mem_alloc(2 * (size_t)at[g->n] * sizeof *g->e);
	for (size_t i = 0; i < g->n; i++)
		for (uint32_t k = at[i]; k < at[i + 1]; k++) {
			next[i + 1]++;
			next[chosen[k].to + 1]++;
		}
	for (size_t i = 0; i < g->n; i++)
		next[i + 1] += next[i];
	memcpy(g->first, next, (g->n + 1) * sizeof *next);
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t k = at[i]; k < at[i + 1]; k++) {
			struct edge e = chosen[k];

			g->e[next[i]++] = e;
			g->e[next[e.to]++] = (struct edge){ i, e.sim };
		}
	free(next);
	settle(g);
}

static void search_start(struct search *s, const struct vectors *v)
{
	uint32_t longest = 0;

	for (size_t i = 0; i < v->n; i++)
		if (v->first[i + 1] - v->first[i] > longest)
			longest = v->first[i + 1] - v->first[i];
	inverted_make(&s->index, v);
	s->sum = mem_calloc(v->n, sizeof *s->sum);
	s->touched = mem_alloc(v->n * sizeof *s->touched);
	s->dense = mem_calloc(v->words, sizeof *s->dense);
	s->query = mem_alloc(longest * sizeof *s->query);
	s->best = mem_alloc(GRAPH_NEIGHBOURS * sizeof *s->best);
	s->rank = mem_alloc(GRAPH_NEIGHBOURS * sizeof *s->rank);
}

static void search_end(struct search *s)
{
	inverted_release(&s->index);
	free(s->sum);
	free(s->touched);
	free(s->dense);
	free(s->query);
	free(s->best);
	free(s->rank);
}

void graph_make(
	struct graph *g, const struct vectors *v, const struct when *when)
{
	struct search s = { .v = v, .when = when };
	struct edge *chosen =
		mem_alloc(v->n * GRAPH_NEIGHBOURS * sizeof *chosen);
	uint32_t *at = mem_calloc(v->n + 1, sizeof *at);

	search_start(&s, v);
	for (uint32_t i = 0; i < v->n; i++) {
		find_neighbours(&s, i);
		memcpy(chosen + at[i], s.best, s.n_best * sizeof *chosen);
		at[i + 1] = at[i] + (uint32_t)s.n_best;
	}
	search_end(&s);
	*g = (struct graph){ .n = v->n, .of = v->of };
	join(g, chosen, at);
	free(chosen);
	free(at);
}

void graph_copy(struct graph *to, const struct graph *from)
{
	size_t edges = from->first[from->n];

	*to = (struct graph){ .n = from->n, .of = from->of };
	to->first = mem_alloc((from->n + 1) * sizeof *to->first);
	memcpy(to->first, from->first, (from->n + 1) * sizeof *to->first);
	to->e = mem_alloc(edges * sizeof *to->e);
	if (edges)
		memcpy(to->e, from->e, edges * sizeof *to->e);
}

void graph_release(struct graph *g)
{
	free(g->e);
	free(g->first);
	*g = (struct graph){ 0 };
}

float graph_sim(const struct graph *g, uint32_t a, uint32_t b)
{
	uint32_t low = g->first[a], high = g->first[a + 1];

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (g->e[mid].to == b)
			return g->e[mid].sim;
		if (g->e[mid].to < b)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}
