#include "when.h"

#include "graph.h"

#include <math.h>

/* The most similar dated articles that make the rhythm, and how similar. */
#define RELATED 8
#define RELATED_MIN .1F
/* The scale is this share of the median of their distances, in days. */
#define SHARE .4F
#define SCALE_MIN 5.F
#define SCALE_MAX 60.F
/* An estimated date may be off: the scale is so much longer. */
#define ESTIMATED_SCALE 2.F

struct when when_of(const struct article *a)
{
	struct when w = { STORE_NO_DAY, STORE_NO_DAY, SCALE_MAX,
		a->date_basis == BASIS_ESTIMATED };

	if (!date_day_span(&a->date, &w.first, &w.last))
		w.first = w.last = STORE_NO_DAY;
	return w;
}

struct when *when_make(const struct store *s)
{
	struct when *w = mem_alloc(s->articles.n * sizeof *w);

	for (size_t i = 0; i < s->articles.n; i++)
		w[i] = when_of(&s->articles.v[i]);
	return w;
}

int32_t when_apart(const struct when *a, const struct when *b)
{
	if (a->first == STORE_NO_DAY || b->first == STORE_NO_DAY)
		return -1;
	if (a->first > b->last)
		return a->first - b->last;
	return b->first > a->last ? b->first - a->last : 0;
}

static int by_days(const void *x, const void *y)
{
	int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;

	return (a > b) - (a < b);
}

/* The median of the days from article i to the dated ones most like it. */
static float median_distance(
	const struct when *w, uint32_t i, struct edge *e, size_t n)
{
	int32_t days[RELATED];

	if (n == 0)
		return 0;
	qsort(e, n, sizeof *e, edge_by_sim);
	if (n > RELATED)
		n = RELATED;
	for (size_t k = 0; k < n; k++)
		days[k] = when_apart(&w[i], &w[e[k].to]);
	qsort(days, n, sizeof *days, by_days);
	n /= 2;
	return (float)days[n];
}

void when_scale(struct when *w, const struct graph *g)
{
	VEC_OF(struct edge) dated = { 0 };

	for (uint32_t i = 0; i < g->n; i++) {
		float scale;

		dated.n = 0;
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			if (g->e[k].sim >= RELATED_MIN &&
				when_apart(&w[i], &w[g->e[k].to]) >= 0)
				*vec_push(&dated) = g->e[k];
		scale = dated.n ? SHARE * median_distance(
						  w, i, dated.v, dated.n)
				: SCALE_MAX;
		w[i].scale = fminf(fmaxf(scale, SCALE_MIN), SCALE_MAX);
	}
	vec_free(&dated);
}

float when_factor(const struct when *a, const struct when *b)
{
	int32_t days = when_apart(a, b);
	float x;

	if (days <= 0)
		return 1;
	x = (float)days / sqrtf(a->scale * b->scale);
	if (a->estimated || b->estimated)
		x /= ESTIMATED_SCALE;
	return 1 / (1 + x * x);
}
