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

struct permuting {
	const struct graph *from;
	struct graph *to;
	const uint32_t *order, *place;
};

static void move_edges(void *ctx, struct share *share)
{
	const struct permuting *p = ctx;

	for (size_t k = share->first; k < share->end; k++) {
		const struct edge *from =
			p->from->e + p->from->first[p->order[k]];
		struct edge *to = p->to->e + p->to->first[k];
		size_t n = p->to->first[k + 1] - p->to->first[k];

		for (size_t e = 0; e < n; e++)
			to[e] = (struct edge){ p->place[from[e].to],
				from[e].sim };
		if (n)
			qsort(to, n, sizeof *to, by_to);
	}
}

void permute_graph(struct graph *g, const uint32_t *order, struct crew *crew)
{
	uint32_t *place = store_places(order, g->n, g->n);
	struct graph out;
	struct permuting p = { g, &out, order, place };

	graph_copy(&out, g);
	for (size_t k = 0; k < g->n; k++)
		out.first[k + 1] = out.first[k] + g->first[order[k] + 1] -
				   g->first[order[k]];
	crew_each(crew, g->n, move_edges, &p);
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
