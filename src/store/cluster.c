#include "cluster.h"

/* A cluster's sums of similarity to the nodes around it. */
struct list {
	struct edge *e;
	uint32_t n;
};

struct clusterer {
	struct list *lists;
	uint32_t *parent; /* union-find: the cluster of an article */
	uint32_t *size;
	float *sum; /* scratch by cluster */
	uint32_t n;
	struct merges *out;
	size_t cap;
};

static uint32_t find(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
}

/* Makes the list of c one entry a living cluster. */
static void compact(struct clusterer *cl, uint32_t c)
{
	struct list *l = &cl->lists[c];
	uint32_t n = 0;

	for (uint32_t k = 0; k < l->n; k++) {
		uint32_t to = find(cl->parent, l->e[k].to);
		float sim = l->e[k].sim;

		if (to == c)
			continue;
		if (cl->sum[to] == 0)
			l->e[n++].to = to;
		cl->sum[to] += sim;
	}
	l->n = n;
	for (uint32_t k = 0; k < n; k++) {
		l->e[k].sim = cl->sum[l->e[k].to];
		cl->sum[l->e[k].to] = 0;
	}
}

static uint32_t nearest(struct clusterer *cl, uint32_t c, uint32_t before, float *best)
{
	uint32_t got = UINT32_MAX;

	compact(cl, c);
	*best = 0;
	for (uint32_t k = 0; k < cl->lists[c].n; k++) {
		const struct edge *e = &cl->lists[c].e[k];
		float mean = e->sim / ((float)cl->size[c] * (float)cl->size[e->to]);

		if (mean > *best || (mean == *best && (e->to == before || (got != before && e->to < got)))) {
			*best = mean;
			got = e->to;
		}
	}
	return got;
}

static void merge(struct clusterer *cl, uint32_t a, uint32_t b, float sim)
{
	uint32_t to = a < b ? a : b, from = a < b ? b : a;
	struct list *x = &cl->lists[to], *y = &cl->lists[from];
	struct edge *e = mem_alloc((x->n + y->n) * sizeof *e);

	memcpy(e, x->e, x->n * sizeof *e);
	memcpy(e + x->n, y->e, y->n * sizeof *e);
	free(x->e); free(y->e);
	x->e = e; x->n += y->n;
	*y = (struct list){ 0 };
	cl->parent[from] = to;
	cl->size[to] += cl->size[from];
	cl->out->v[cl->out->n++] = (struct merge){ to, from, sim };
}

void cluster_average(struct merges *out, const struct graph *g, float floor_)
{
	uint32_t n = (uint32_t)g->n;
	struct clusterer cl = { .n = n, .out = out };
	uint32_t *chain = mem_alloc(n * 4), len = 0;

	cl.lists = mem_calloc(n, sizeof *cl.lists);
	cl.parent = mem_alloc(n * 4); cl.size = mem_alloc(n * 4); cl.sum = mem_calloc(n, 4);
	out->v = mem_alloc(n * sizeof *out->v); out->n = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t m = g->first[i + 1] - g->first[i];
		cl.parent[i] = i; cl.size[i] = 1;
		cl.lists[i] = (struct list){ mem_alloc(m * sizeof(struct edge)), m };
		memcpy(cl.lists[i].e, g->e + g->first[i], m * sizeof(struct edge));
	}
	uint32_t *todo = mem_alloc(2 * (size_t)n * 4), ntodo = 0;
	for (uint32_t i = n; i-- > 0;) todo[ntodo++] = i;
	while (ntodo) {
		uint32_t i = todo[--ntodo];
		if (find(cl.parent, i) != i) continue;
		chain[len++] = i;
		while (len) {
			uint32_t tip = chain[len - 1], before = len > 1 ? chain[len - 2] : UINT32_MAX;
			float best;
			uint32_t to = nearest(&cl, tip, before, &best);
			if (to == UINT32_MAX || best < floor_) { len = 0; }
			else if (to == before) { len -= 2; merge(&cl, tip, to, best); uint32_t m = tip<to?tip:to;
				todo[ntodo++] = m; }
			else chain[len++] = to;
		}
	}
	for (uint32_t i = 0; i < n; i++) free(cl.lists[i].e);
	free(cl.lists); free(cl.parent); free(cl.size); free(cl.sum); free(chain); free(todo);
}
