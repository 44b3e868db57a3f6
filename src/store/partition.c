#include "partition.h"

#include "cluster.h"
#include "smooth.h"
#include "timing.h"

#include <math.h>

/* Neighbours smooth when so alike, and by this more than the background. */
#define SMOOTH_MIN .2F
#define SMOOTH_BACKGROUND 1.08F
/* Two clusters are joined when so alike, plus this share of the background… */
#define JOIN_MIN .32F
#define JOIN_BACKGROUND .4F
/* …and at least this share of how alike each one's own articles are. */
#define JOIN_SHARE .65F

static int by_value(const void *x, const void *y)
{
	float a = *(const float *)x, b = *(const float *)y;

	return (a > b) - (a < b);
}

float graph_background(const struct graph *g)
{
	size_t known = g->first[g->n], all = g->of * (g->of - 1);
	size_t missing = all - known, half = all / 2;
	float *v, median;

	if (g->of < 2 || half < missing)
		return 0;
	v = mem_alloc(known * sizeof *v);
	for (size_t k = 0; k < known; k++)
		v[k] = g->e[k].sim;
	qsort(v, known, sizeof *v, by_value);
	median = v[half - missing];
	free(v);
	return median;
}

void graph_for_rounds(struct graph *out, const struct graph *raw,
	const struct graph *timing, struct crew *crew)
{
	struct graph dated;
	float background;

	graph_copy(&dated, raw);
	timing_apply(&dated, timing);
	background = graph_background(&dated);
	graph_release(&dated);
	graph_smooth(out, raw, timing,
		fmaxf(SMOOTH_MIN, SMOOTH_BACKGROUND * background), crew);
	timing_apply(out, timing);
}

/* A cluster's own similarities. */
struct inside {
	uint32_t size;
	float sum, pairs;
	bool closed; /* takes no more */
};

/* Whether two clusters this alike are one event. */
static bool is_same(
	const struct inside *a, const struct inside *b, float sim, float min)
{
	float pairs = a->pairs + b->pairs;

	if (a->closed || b->closed || sim < min)
		return false;
	return pairs == 0 || sim * pairs >= JOIN_SHARE * (a->sum + b->sum);
}

static void join(struct inside *a, const struct inside *b, float sim)
{
	float pairs = cluster_pairs(a->size, b->size);

	a->sum += b->sum + sim * pairs;
	a->pairs += b->pairs + pairs;
	a->size += b->size;
}

uint32_t *partition_rounds(const struct graph *g)
{
	float min = JOIN_MIN + JOIN_BACKGROUND * graph_background(g);
	struct inside *in = mem_calloc(g->n, sizeof *in);
	uint32_t *of = mem_alloc(g->n * sizeof *of);
	struct merges merges = { 0 };

	for (uint32_t i = 0; i < g->n; i++) {
		of[i] = i;
		in[i].size = 1;
	}
	cluster_average(&merges, g, min);
	for (size_t k = 0; k < merges.list.n; k++) {
		const struct merge *m = &merges.list.v[k];

		if (is_same(&in[m->a], &in[m->b], m->sim, min)) {
			join(&in[m->a], &in[m->b], m->sim);
			of[m->b] = m->a;
		} else {
			in[m->a].closed = true;
		}
	}
	for (uint32_t i = 0; i < g->n; i++)
		of[i] = of[of[i]];
	vec_free(&merges.list);
	free(in);
	return of;
}
