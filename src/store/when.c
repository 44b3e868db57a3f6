#include "when.h"

#include "crew.h"
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

static int by_days(const void *x, const void *y)
{
	int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;

	return (a > b) - (a < b);
}

/* The dated articles most like i, at most RELATED; how many. */
static size_t find_related(const struct when *w, const struct graph *g,
	uint32_t i, struct edge *best)
{
	size_t n = 0;

	for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
		struct edge e = g->e[k];

		if (e.sim >= RELATED_MIN && when_apart(&w[i], &w[e.to]) >= 0)
			n = edge_keep_best(best, n, RELATED, e);
	}
	return n;
}

/* The median of the days from article i to the dated ones most like it. */
static float median_distance(
	const struct when *w, uint32_t i, const struct edge *e, size_t n)
{
	int32_t days[RELATED];

	if (n == 0)
		return 0;
	for (size_t k = 0; k < n; k++)
		days[k] = when_apart(&w[i], &w[e[k].to]);
	qsort(days, n, sizeof *days, by_days);
	n /= 2;
	return (float)days[n];
}

struct scaling {
	struct when *w;
	const struct graph *g;
};

static void set_scales(void *ctx, struct share *share)
{
	struct scaling *s = ctx;
	struct edge best[RELATED];

	for (size_t i = share->first; i < share->end; i++) {
		size_t n = find_related(s->w, s->g, (uint32_t)i, best);
		float scale =
			n ? SHARE * median_distance(s->w, (uint32_t)i, best, n)
			  : SCALE_MAX;

		s->w[i].scale = fminf(fmaxf(scale, SCALE_MIN), SCALE_MAX);
	}
}

void when_scale(struct when *w, const struct graph *g, struct crew *crew)
{
	struct scaling s = { w, g };

	crew_each(crew, g->n, set_scales, &s);
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
