#include "permute.h"

void permute_articles(struct store *s, const uint32_t *order)
{
	struct article *v = mem_alloc(s->articles.n * sizeof *v);

	for (size_t k = 0; k < s->articles.n; k++)
		v[k] = s->articles.v[order[k]];
	free(s->articles.v);
	s->articles.v = v;
	s->articles.cap = s->articles.n;
}

void permute_vectors(struct vectors *v, const uint32_t *order)
{
	struct vectors out = *v;
	uint32_t n = 0;

	out.v = mem_alloc(v->first[v->n] * sizeof *out.v);
	out.first = mem_alloc((v->n + 1) * sizeof *out.first);
	for (size_t k = 0; k < v->n; k++) {
		uint32_t i = order[k];

		out.first[k] = n;
		for (uint32_t p = v->first[i]; p < v->first[i + 1]; p++)
			out.v[n++] = v->v[p];
	}
	out.first[v->n] = n;
	vectors_release(v);
	*v = out;
}

static int by_to(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;

	return (a->to > b->to) - (a->to < b->to);
}

void permute_graph(struct graph *g, const uint32_t *order)
{
	uint32_t *place = store_places(order, g->n, g->n), n = 0;
	struct graph out;

	graph_copy(&out, g);
	for (size_t k = 0; k < g->n; k++) {
		uint32_t i = order[k];

		out.first[k] = n;
		for (uint32_t p = g->first[i]; p < g->first[i + 1]; p++)
			out.e[n++] =
				(struct edge){ place[g->e[p].to], g->e[p].sim };
		if (n > out.first[k])
			qsort(out.e + out.first[k], n - out.first[k],
				sizeof *out.e, by_to);
	}
	graph_release(g);
	*g = out;
	free(place);
}

void permute_clusters(uint32_t *of, const uint32_t *order, size_t n)
{
	uint32_t *place = store_places(order, n, n);
	uint32_t *out = mem_alloc(n * sizeof *out);

	for (size_t k = 0; k < n; k++)
		out[k] = place[of[order[k]]];
	if (n)
		memcpy(of, out, n * sizeof *of);
	free(out);
	free(place);
}
