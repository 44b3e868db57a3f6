#include "graph.h"

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

void graph_mirror(struct graph *g)
{
	uint32_t *next = mem_alloc(g->n * sizeof *next);

	/* Articles come in order, as they do among each one's edges. */
	if (g->n)
		memcpy(next, g->first, g->n * sizeof *next);
	for (uint32_t i = 0; i < g->n; i++)
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			if (g->e[k].to > i)
				g->e[next[g->e[k].to]++].sim = g->e[k].sim;
	free(next);
}

size_t edge_keep_best(struct edge *best, size_t n, size_t max, struct edge e)
{
	size_t at;

	if (n == max && e.sim <= best[n - 1].sim)
		return n;
	if (n < max)
		n++;
	for (at = n - 1; at && best[at - 1].sim < e.sim; at--)
		best[at] = best[at - 1];
	best[at] = e;
	return n;
}
