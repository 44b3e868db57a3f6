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
	uint32_t n = 0;

	for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
		struct edge e = g->e[k];
		uint32_t at;

		e.sim *= timing->e[k].sim;
		if (e.sim < min || (n == NEAREST && e.sim <= best[n - 1].sim))
			continue;
		for (at = n < NEAREST ? n++ : n - 1;
			at && best[at - 1].sim < e.sim; at--)
			best[at] = best[at - 1];
		best[at] = e;
	}
	m->part[0] = (struct edge){ i, 1 };
	m->n = n + 1;
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

/* The same from both sides, whatever the order of adding was. */
static void make_symmetric(struct graph *g)
{
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			if (g->e[k].to < i)
				g->e[k].sim = graph_sim(g, g->e[k].to, i);
}

void graph_smooth(struct graph *out, const struct graph *g,
	const struct graph *timing, float min)
{
	struct mix *mix = mem_alloc(g->n * sizeof *mix);
	float *length = mem_alloc(g->n * sizeof *length);
	float *sum = mem_calloc(g->n, sizeof *sum);

	for (uint32_t i = 0; i < g->n; i++)
		mix_make(&mix[i], g, timing, i, min);
	graph_copy(out, g);
	for (uint32_t i = 0; i < g->n; i++) {
		mix_spread(&mix[i], g, sum);
		length[i] = sqrtf(mix_sum(&mix[i], sum));
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			out->e[k].sim =
				mix_sum(&mix[g->e[k].to], sum) / length[i];
		mix_clear(&mix[i], g, sum);
	}
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			out->e[k].sim =
				fminf(1, out->e[k].sim / length[g->e[k].to]);
	make_symmetric(out);
	free(mix);
	free(length);
	free(sum);
}
