#include "smooth.h"

#include <math.h>

#define NEAREST 4

/* An article itself and its nearest, with weights. */
struct mix {
	struct edge part[1 + NEAREST];
	uint32_t n;
};

static void mix_make(struct mix *m, const struct graph *g,
	const struct graph *timing, uint32_t i, float min)
{
	struct edge *best = m->part + 1;
	size_t n = 0;

	for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
		struct edge e = g->e[k];

		e.sim *= timing->e[k].sim;
		if (e.sim >= min)
			n = edge_keep_best(best, n, NEAREST, e);
	}
	m->part[0] = (struct edge){ i, 1 };
	m->n = (uint32_t)n + 1;
}

/* Adds the mix's row of A S to sum[], by article. */
static void mix_spread(const struct mix *m, const struct graph *g, float *sum)
{
	for (uint32_t p = 0; p < m->n; p++) {
		uint32_t a = m->part[p].to;
		float w = m->part[p].sim;

		sum[a] += w;
		for (uint32_t k = g->first[a]; k < g->first[a + 1]; k++)
			sum[g->e[k].to] += w * g->e[k].sim;
	}
}

static void mix_clear(const struct mix *m, const struct graph *g, float *sum)
{
	for (uint32_t p = 0; p < m->n; p++) {
		uint32_t a = m->part[p].to;

		sum[a] = 0;
		for (uint32_t k = g->first[a]; k < g->first[a + 1]; k++)
			sum[g->e[k].to] = 0;
	}
}

static float mix_sum(const struct mix *m, const float *sum)
{
	float s = 0;

	for (uint32_t p = 0; p < m->n; p++)
		s += m->part[p].sim * sum[m->part[p].to];
	return s;
}

/* What one call of graph_smooth() works on. */
struct smoothing {
	struct graph *out;
	const struct graph *g, *timing;
	float min;
	struct mix *mix; /* by article */
	float *length; /* by article: of its smoothed vector */
};

/* One thread's: the row of A S of the article in work, by article. */
struct row {
	const struct smoothing *of;
	float *sum;
};

static void *row_new(void *ctx)
{
	const struct smoothing *s = ctx;
	struct row *row = mem_alloc(sizeof *row);

	*row = (struct row){ s, mem_calloc(s->g->n, sizeof *row->sum) };
	return row;
}

static void row_free(void *tools)
{
	struct row *row = tools;

	free(row->sum);
	free(row);
}

static void make_mixes(void *ctx, struct share *share)
{
	struct smoothing *s = ctx;

	for (size_t i = share->first; i < share->end; i++)
		mix_make(&s->mix[i], s->g, s->timing, (uint32_t)i, s->min);
}

static void fill_rows(void *tools, struct share *share)
{
	struct row *row = tools;
	const struct smoothing *s = row->of;
	const struct graph *g = s->g;

	for (size_t i = share->first; i < share->end; i++) {
		mix_spread(&s->mix[i], g, row->sum);
		s->length[i] = sqrtf(mix_sum(&s->mix[i], row->sum));
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			if (g->e[k].to > i)
				s->out->e[k].sim =
					mix_sum(&s->mix[g->e[k].to], row->sum) /
					s->length[i];
		mix_clear(&s->mix[i], g, row->sum);
	}
}

static void scale_rows(void *ctx, struct share *share)
{
	struct smoothing *s = ctx;
	struct graph *out = s->out;

	for (size_t i = share->first; i < share->end; i++)
		for (uint32_t k = out->first[i]; k < out->first[i + 1]; k++)
			out->e[k].sim = fminf(
				1, out->e[k].sim / s->length[out->e[k].to]);
}

void graph_smooth(struct graph *out, const struct graph *g,
	const struct graph *timing, float min, struct crew *crew)
{
	struct smoothing s = { out, g, timing, min,
		mem_alloc(g->n * sizeof *s.mix),
		mem_alloc(g->n * sizeof *s.length) };
	const struct crew_work fill = {
		.ctx = &s, .begin = row_new, .end = row_free, .run = fill_rows
	};

	crew_each(crew, g->n, make_mixes, &s);
	graph_copy(out, g);
	crew_work(crew, g->n, &fill);
	crew_each(crew, g->n, scale_rows, &s);
	/* The same from both sides, whatever the order of adding was. */
	graph_mirror(out);
	free(s.mix);
	free(s.length);
}
