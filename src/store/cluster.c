#include "cluster.h"

#define NOBODY UINT32_MAX

/* What joins a cluster to others: sums of similarities. */
struct list {
	struct edge *e; /* `to` may name a node that has been merged */
	uint32_t n;
};

struct clusters {
	struct list *lists; /* by cluster */
	uint32_t *parent; /* by node: a node nearer the cluster's first */
	uint32_t *size;
	float *sum; /* scratch, by cluster */
	float floor;
	VEC_OF(uint32_t) chain;
	VEC_OF(uint32_t) todo;
	struct merges *out;
};

static uint32_t cluster_of(struct clusters *c, uint32_t i)
{
	while (c->parent[i] != i) {
		c->parent[i] = c->parent[c->parent[i]];
		i = c->parent[i];
	}
	return i;
}

/* Makes the list of x one entry a living cluster. */
static void compact(struct clusters *c, uint32_t x)
{
	struct list *l = &c->lists[x];
	uint32_t n = 0;

	for (uint32_t k = 0; k < l->n; k++) {
		uint32_t to = cluster_of(c, l->e[k].to);
		float sim = l->e[k].sim;

		if (to == x || sim <= 0)
			continue;
		if (c->sum[to] == 0)
			l->e[n++].to = to;
		c->sum[to] += sim;
	}
	l->n = n;
	for (uint32_t k = 0; k < n; k++) {
		l->e[k].sim = c->sum[l->e[k].to];
		c->sum[l->e[k].to] = 0;
	}
}

float cluster_pairs(uint32_t n, uint32_t m)
{
	float small = n < m ? (float)n : (float)m;
	float large = n < m ? (float)m : (float)n;

	return small * (large < GRAPH_NEIGHBOURS ? large : GRAPH_NEIGHBOURS);
}

/*
 * The cluster nearest to x and the mean similarity; between equals the one
 * before x in the chain (so that it ends), then the first. NOBODY: none is near
 * enough.
 */
static struct edge nearest(struct clusters *c, uint32_t x, uint32_t before)
{
	struct edge best = { NOBODY, 0 };

	compact(c, x);
	for (uint32_t k = 0; k < c->lists[x].n; k++) {
		struct edge e = c->lists[x].e[k];

		e.sim /= cluster_pairs(c->size[x], c->size[e.to]);
		if (e.sim < c->floor || e.sim < best.sim)
			continue;
		if (e.sim > best.sim || e.to == before ||
			(best.to != before && e.to < best.to))
			best = e;
	}
	return best;
}

static void merge(struct clusters *c, uint32_t x, uint32_t y, float sim)
{
	uint32_t a = x < y ? x : y, b = x < y ? y : x;
	struct list *to = &c->lists[a], *from = &c->lists[b];
	struct edge *e = mem_alloc((to->n + from->n) * sizeof *e);

	memcpy(e, to->e, to->n * sizeof *e);
	memcpy(e + to->n, from->e, from->n * sizeof *e);
	free(to->e);
	free(from->e);
	*to = (struct list){ e, to->n + from->n };
	*from = (struct list){ 0 };
	c->parent[b] = a;
	c->size[a] += c->size[b];
	*vec_push(&c->out->list) = (struct merge){ a, b, sim };
	*vec_push(&c->todo) = a;
}

/* Follows nearest neighbours from x until nothing near is left to merge. */
static void follow(struct clusters *c, uint32_t x)
{
	*vec_push(&c->chain) = x;
	while (c->chain.n) {
		uint32_t *chain = c->chain.v;
		size_t n = c->chain.n;
		uint32_t tip = chain[n - 1];
		uint32_t before = n > 1 ? chain[n - 2] : NOBODY;
		struct edge e = nearest(c, tip, before);

		if (e.to == NOBODY) {
			c->chain.n--;
		} else if (e.to == before) {
			c->chain.n -= 2;
			merge(c, tip, before, e.sim);
		} else {
			*vec_push(&c->chain) = e.to;
		}
	}
}

static void start(struct clusters *c, const struct graph *g)
{
	c->lists = mem_alloc(g->n * sizeof *c->lists);
	c->parent = mem_alloc(g->n * sizeof *c->parent);
	c->size = mem_alloc(g->n * sizeof *c->size);
	c->sum = mem_calloc(g->n, sizeof *c->sum);
	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t n = g->first[i + 1] - g->first[i];
		struct list l = { mem_alloc(n * sizeof *l.e), n };

		if (n)
			memcpy(l.e, g->e + g->first[i], n * sizeof *l.e);
		c->lists[i] = l;
		c->parent[i] = i;
		c->size[i] = 1;
		*vec_push(&c->todo) = (uint32_t)g->n - 1 - i;
	}
}

void cluster_average(struct merges *out, const struct graph *g, float floor)
{
	struct clusters c = { .floor = floor, .out = out };

	start(&c, g);
	while (c.todo.n) {
		uint32_t x = c.todo.v[--c.todo.n];

		if (cluster_of(&c, x) == x)
			follow(&c, x);
	}
	for (size_t i = 0; i < g->n; i++)
		free(c.lists[i].e);
	free(c.lists);
	free(c.parent);
	free(c.size);
	free(c.sum);
	vec_free(&c.chain);
	vec_free(&c.todo);
}
