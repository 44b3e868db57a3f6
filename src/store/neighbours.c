#include "neighbours.h"

#include "chooser.h"
#include "postings.h"

/* Postings an article may visit, rarest words first: bounds huge archives. */
#define VISITS_MAX 4000
/* Of a frequent word, so many postings to either side in time. */
#define NEAREST 512

/* What is the same for all articles. */
struct field {
	const struct vectors *v;
	struct blocks blocks;
	struct inverted index;
	uint32_t longest; /* the words of the longest vector */
	uint32_t *chosen; /* article i has GRAPH_NEIGHBOURS from i times that */
	uint32_t *n; /* by article: how many it chose */
	/* By article, in order, those that chose it: choosers[by[i] … by[i +
	 * 1]). */
	uint32_t *choosers, *by;
	struct graph *g;
};

/* What one thread needs to look for neighbours. */
struct search {
	const struct field *f;
	struct candidates found;
	struct weight *query; /* a heap of its words, the heaviest first */
	uint32_t n_query;
	struct chooser *chooser;
};

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
	const struct inverted *ix = &s->f->index;
	struct candidates *c = &s->found;
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

		/* No branch: which it is cannot be foretold. */
		c->touched[c->n] = to;
		c->n += c->sum[to] == 0;
		c->sum[to] += w->w * ix->p[k].w;
	}
	return high - low;
}

static bool is_heavier(const struct weight *a, const struct weight *b)
{
	return a->w > b->w || (a->w == b->w && a->word < b->word);
}

/* Lets the word at a place of the heap sink to where it belongs. */
static void sink_word(struct search *s, uint32_t at)
{
	struct weight *q = s->query, w = q[at];

	for (;;) {
		uint32_t child = 2 * at + 1;

		if (child >= s->n_query)
			break;
		if (child + 1 < s->n_query &&
			is_heavier(&q[child + 1], &q[child]))
			child++;
		if (!is_heavier(&q[child], &w))
			break;
		q[at] = q[child];
		at = child;
	}
	q[at] = w;
}

/* The words as a heap: few of them are visited, so they are not sorted. */
static void begin_query(struct search *s, uint32_t i)
{
	const struct vectors *v = s->f->v;

	s->n_query = v->first[i + 1] - v->first[i];
	if (s->n_query)
		memcpy(s->query, v->v + v->first[i],
			s->n_query * sizeof *s->query);
	for (uint32_t k = s->n_query / 2; k-- > 0;)
		sink_word(s, k);
}

static void visit(struct search *s, uint32_t i)
{
	size_t visits = 0;

	begin_query(s, i);
	while (s->n_query && visits < VISITS_MAX) {
		visits += visit_word(s, &s->query[0], i);
		s->query[0] = s->query[--s->n_query];
		if (s->n_query)
			sink_word(s, 0);
	}
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static void *search_start(void *ctx)
{
	const struct field *f = ctx;
	struct search *s = mem_calloc(1, sizeof *s);

	s->f = f;
	s->found.sum = mem_calloc(f->v->n, sizeof *s->found.sum);
	s->found.touched = mem_alloc((f->v->n + 1) * sizeof *s->found.touched);
	s->query = mem_alloc(f->longest * sizeof *s->query);
	s->chooser = chooser_new(&f->blocks);
	return s;
}

static void search_end(void *tools)
{
	struct search *s = tools;

	free(s->found.sum);
	free(s->found.touched);
	free(s->query);
	chooser_free(s->chooser);
	free(s);
}

static void find_neighbours(void *tools, struct share *share)
{
	struct search *s = tools;

	for (size_t i = share->first; i < share->end; i++) {
		uint32_t *best = s->f->chosen + i * GRAPH_NEIGHBOURS;

		visit(s, (uint32_t)i);
		s->f->n[i] = chooser_choose(
			s->chooser, (uint32_t)i, &s->found, best);
		qsort(best, s->f->n[i], sizeof *best, by_number);
	}
}

static void find_choosers(struct field *f)
{
	size_t n = f->v->n;
	uint32_t *next = mem_calloc(n + 2, sizeof *next);

	for (size_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < f->n[i]; k++)
			next[f->chosen[i * GRAPH_NEIGHBOURS + k] + 2]++;
	for (size_t i = 1; i <= n; i++)
		next[i + 1] += next[i];
	f->by = next++;
	f->choosers = mem_alloc(next[n] * sizeof *f->choosers);
	for (size_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < f->n[i]; k++) {
			uint32_t to = f->chosen[i * GRAPH_NEIGHBOURS + k];

			f->choosers[next[to]++] = (uint32_t)i;
		}
}

/* Whom article i chose and who chose it, in order; how many. `e` may be NULL.
 */
static uint32_t unite(const struct field *f, size_t i, struct edge *e)
{
	const uint32_t *a = f->chosen + i * GRAPH_NEIGHBOURS;
	const uint32_t *a_end = a + f->n[i];
	const uint32_t *b = f->choosers + f->by[i];
	const uint32_t *b_end = f->choosers + f->by[i + 1];
	uint32_t n = 0;

	for (; a < a_end || b < b_end; n++) {
		uint32_t x = a < a_end ? *a : UINT32_MAX;
		uint32_t y = b < b_end ? *b : UINT32_MAX;

		if (e)
			e[n] = (struct edge){ x < y ? x : y, 0 };
		a += x <= y;
		b += y <= x;
	}
	return n;
}

static void count_edges(void *ctx, struct share *share)
{
	struct field *f = ctx;

	for (size_t i = share->first; i < share->end; i++)
		f->g->first[i + 1] = unite(f, i, NULL);
}

/* One thread's weights, by word, of the article in work. */
struct cosines {
	const struct field *f;
	float *dense;
};

static void *cosines_start(void *ctx)
{
	const struct field *f = ctx;
	struct cosines *c = mem_alloc(sizeof *c);

	*c = (struct cosines){ f, mem_calloc(f->v->words, sizeof *c->dense) };
	return c;
}

static void cosines_end(void *tools)
{
	struct cosines *c = tools;

	free(c->dense);
	free(c);
}

/* With the article in c->dense. */
static float cosine(const struct cosines *c, uint32_t to)
{
	const struct vectors *v = c->f->v;
	float sum = 0;

	for (uint32_t k = v->first[to]; k < v->first[to + 1]; k++)
		sum += v->v[k].w * c->dense[v->v[k].word];
	return sum < 1 ? sum : 1;
}

/* Those with later articles: the cosine is the same from both sides. */
static void add_edges(void *tools, struct share *share)
{
	struct cosines *c = tools;
	const struct field *f = c->f;
	const struct vectors *v = f->v;

	for (size_t i = share->first; i < share->end; i++) {
		struct edge *e = f->g->e + f->g->first[i];
		uint32_t n = unite(f, i, e);

		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
			c->dense[v->v[k].word] = v->v[k].w;
		for (uint32_t k = 0; k < n; k++)
			if (e[k].to > i)
				e[k].sim = cosine(c, e[k].to);
		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
			c->dense[v->v[k].word] = 0;
	}
}

/* Makes the chosen edges go both ways. */
static void join(struct field *f, struct crew *crew)
{
	const struct crew_work add = { .ctx = f,
		.begin = cosines_start,
		.end = cosines_end,
		.run = add_edges };
	struct graph *g = f->g;

	find_choosers(f);
	g->first = mem_calloc(g->n + 1, sizeof *g->first);
	crew_each(crew, g->n, count_edges, f);
	for (size_t i = 0; i < g->n; i++)
		g->first[i + 1] += g->first[i];
	g->e = mem_alloc(g->first[g->n] * sizeof *g->e);
	crew_work(crew, g->n, &add);
	graph_mirror(g);
	free(f->choosers);
	free(f->by);
}

void graph_make(struct graph *g, const struct vectors *v,
	const struct when *when, struct crew *crew)
{
	struct field f = { .v = v, .g = g };
	const struct crew_work find = { .ctx = &f,
		.begin = search_start,
		.end = search_end,
		.run = find_neighbours };

	*g = (struct graph){ .n = v->n, .of = v->of };
	for (size_t i = 0; i < v->n; i++)
		if (v->first[i + 1] - v->first[i] > f.longest)
			f.longest = v->first[i + 1] - v->first[i];
	f.chosen = mem_alloc(v->n * GRAPH_NEIGHBOURS * sizeof *f.chosen);
	f.n = mem_alloc(v->n * sizeof *f.n);
	blocks_make(&f.blocks, when, v->n);
	inverted_make(&f.index, v);
	crew_work(crew, v->n, &find);
	inverted_release(&f.index);
	blocks_release(&f.blocks);
	join(&f, crew);
	free(f.chosen);
	free(f.n);
}
