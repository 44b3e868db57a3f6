#include "graph.h"

#include "param.h"

/* Postings that one article may visit: bounds the work of huge archives. */
#define VISITS_MAX 20000
/* Of a frequent word, the nearest articles in time to either side. */
#define NEAREST 512
/* Neighbours an article keeps. */
#define NEIGHBOURS 64
/* Less alike says nothing. */
#define SIM_MIN PARAM(SIM_MIN, .02)

struct posting {
	uint32_t article;
	float w;
};

/* For each word its articles, in order: the inverted index. */
struct index {
	struct posting *p;
	uint32_t *first;
};

struct scores {
	float *sum; /* by article */
	uint32_t *touched;
	size_t n;
};

static void index_make(struct index *ix, const struct vectors *v)
{
	uint32_t *next;

	ix->first = mem_calloc(v->words + 2, sizeof *ix->first);
	ix->p = mem_alloc(v->first[v->n] * sizeof *ix->p);
	next = ix->first + 1;
	for (size_t k = 0; k < v->first[v->n]; k++)
		next[v->v[k].word + 1]++;
	for (size_t w = 0; w < v->words; w++)
		next[w + 1] += next[w];
	for (uint32_t i = 0; i < v->n; i++)
		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
			ix->p[next[v->v[k].word]++] =
				(struct posting){ i, v->v[k].w };
}

static int by_weight(const void *x, const void *y)
{
	const struct weight *a = x, *b = y;

	if (a->w != b->w)
		return a->w < b->w ? 1 : -1;
	return (a->word > b->word) - (a->word < b->word);
}

/* The place of article i in the postings [low, high). */
static uint32_t place_of(
	const struct index *ix, uint32_t low, uint32_t high, uint32_t i)
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

static size_t add_word(struct scores *sc, const struct index *ix,
	const struct weight *w, uint32_t i)
{
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

		if (sc->sum[to] == 0)
			sc->touched[sc->n++] = to;
		sc->sum[to] += w->w * ix->p[k].w;
	}
	return high - low;
}

static int by_sim(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	if (a->sim != b->sim)
		return a->sim < b->sim ? 1 : -1;
	return (a->to > b->to) - (a->to < b->to);
}

static int by_to(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	return (a->to > b->to) - (a->to < b->to);
}

void graph_make(struct graph *g, const struct vectors *v)
{
	struct index ix;
	struct scores sc = { mem_calloc(v->n, sizeof(float)), mem_alloc(v->n * 4), 0 };
	VEC_OF(struct edge) found = { 0 };
	VEC_OF(struct edge) all = { 0 };
	VEC_OF(struct weight) q = { 0 };

	index_make(&ix, v);
	g->n = v->n;
	g->first = mem_calloc(v->n + 1, 4);
	for (uint32_t i = 0; i < v->n; i++) {
		size_t visits = 0;
		q.n = 0; found.n = 0;
		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++)
			*vec_push(&q) = v->v[k];
		qsort(q.v, q.n, sizeof *q.v, by_weight);
		for (size_t k = 0; k < q.n && visits < VISITS_MAX; k++)
			visits += add_word(&sc, &ix, &q.v[k], i);
		for (size_t k = 0; k < sc.n; k++) {
			uint32_t to = sc.touched[k];
			if (to != i && sc.sum[to] >= (float)SIM_MIN)
				*vec_push(&found) = (struct edge){ to, sc.sum[to] };
			sc.sum[to] = 0;
		}
		sc.n = 0;
		qsort(found.v, found.n, sizeof *found.v, by_to);
		for (size_t k = 0; k < found.n; k++)
			*vec_push(&all) = found.v[k];
		g->first[i + 1] = (uint32_t)all.n;
	}
	g->e = all.v;
	(void)by_sim;
	free(sc.sum); free(sc.touched); vec_free(&found); vec_free(&q);
	free(ix.p); free(ix.first);
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
