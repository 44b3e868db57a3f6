#include "chooser.h"

#include "graph.h"

/* Less alike says nothing. */
#define SIM_MIN .02F
/* Half a year apart, a neighbour counts half when neighbours are chosen. */
#define NEAR_DAYS 180.F

/* Blocks of articles, whose days bound those of each: so few that what they are
 * worth to an article is soon worked out, and stays in the nearest cache. */
#define BLOCKS_MAX 512
/* What a bound may be off by rounding. */
#define ROUNDING 1e-5F
/* Candidates are counted by how they rank at least, in steps of 2^(1/16) or
 * less: the upper bits of the float. Below 2^-10 it is one step. */
#define STEP_SHIFT 19
#define STEP_FIRST ((uint32_t)(127 - 10) << (23 - STEP_SHIFT))
#define STEPS (12 << (23 - STEP_SHIFT))

/* The days that the articles of a block may mean. */
struct block_days {
	int32_t first, last; /* INT32_MAX, INT32_MIN: of no article */
	bool undated; /* one is */
};

/* By what the similarity to an article of a block is multiplied, at least and
 * at most. */
struct block_factor {
	float min, max;
};

struct chooser {
	const struct blocks *of;
	struct block_factor factors[BLOCKS_MAX];
	uint32_t steps[STEPS]; /* how many rank so, at least */
	uint32_t *best; /* a heap of articles, the least alike first */
	float rank[GRAPH_NEIGHBOURS]; /* of each in best */
	uint32_t n_best;
};

void blocks_make(struct blocks *b, const struct when *when, size_t n)
{
	*b = (struct blocks){ .when = when };
	while (n >> b->shift >= BLOCKS_MAX)
		b->shift++;
	b->n = (n >> b->shift) + 1;
	b->days = mem_alloc(b->n * sizeof *b->days);
	for (size_t i = 0; i < b->n; i++)
		b->days[i] = (struct block_days){ INT32_MAX, INT32_MIN, false };
	for (size_t i = 0; i < n; i++) {
		const struct when *w = &when[i];
		struct block_days *d = &b->days[i >> b->shift];

		if (w->first == STORE_NO_DAY) {
			d->undated = true;
			continue;
		}
		if (w->first < d->first)
			d->first = w->first;
		if (w->last > d->last)
			d->last = w->last;
	}
}

void blocks_release(struct blocks *b)
{
	free(b->days);
}

static bool heap_less(const struct chooser *c, size_t a, size_t b)
{
	if (c->rank[a] != c->rank[b])
		return c->rank[a] < c->rank[b];
	return c->best[a] > c->best[b];
}

static void heap_swap(struct chooser *c, size_t a, size_t b)
{
	uint32_t to = c->best[a];
	float r = c->rank[a];

	c->best[a] = c->best[b];
	c->rank[a] = c->rank[b];
	c->best[b] = to;
	c->rank[b] = r;
}

static void heap_down(struct chooser *c)
{
	size_t at = 0;

	for (;;) {
		size_t child = 2 * at + 1;

		if (child >= c->n_best)
			return;
		if (child + 1 < c->n_best && heap_less(c, child + 1, child))
			child++;
		if (!heap_less(c, child, at))
			return;
		heap_swap(c, child, at);
		at = child;
	}
}

/* Keeps the article when it is among the best so far. */
static void keep_best(struct chooser *c, uint32_t to, float rank)
{
	uint32_t at = c->n_best;

	if (at == GRAPH_NEIGHBOURS) {
		if (rank < c->rank[0] ||
			(rank == c->rank[0] && to > c->best[0]))
			return;
		c->best[0] = to;
		c->rank[0] = rank;
		heap_down(c);
		return;
	}
	c->best[c->n_best] = to;
	c->rank[c->n_best++] = rank;
	for (; at && heap_less(c, at, (at - 1) / 2); at = (at - 1) / 2)
		heap_swap(c, at, (at - 1) / 2);
}

/* What a similarity counts over so many days. */
static float factor_of(int32_t days)
{
	return 1 / (1 + (float)days / NEAR_DAYS);
}

/* What the blocks are worth to an article of that time. */
static void weigh_blocks(struct chooser *c, const struct when *own)
{
	bool dated = own->first != STORE_NO_DAY;

	for (size_t i = 0; i < c->of->n; i++) {
		const struct block_days *b = &c->of->days[i];
		struct block_factor *to = &c->factors[i];
		int32_t before, after;

		*to = (struct block_factor){ 1, 1 };
		if (!dated || b->first > b->last)
			continue;
		before = own->last - b->first;
		after = b->last - own->first;
		to->min = factor_of(before > after ? before : after) *
			  (1 - ROUNDING);
		if (!b->undated && (before < 0 || after < 0))
			to->max = factor_of(before < 0 ? -before : -after) *
				  (1 + ROUNDING);
	}
}

static size_t step_of(float rank)
{
	uint32_t bits;

	memcpy(&bits, &rank, sizeof bits);
	bits >>= STEP_SHIFT;
	if (bits < STEP_FIRST)
		return 0;
	bits -= STEP_FIRST;
	return bits < STEPS ? bits : STEPS - 1;
}

/* What ranks at least so is of a step not below. */
static float step_rank(size_t step)
{
	uint32_t bits = ((uint32_t)step + STEP_FIRST) << STEP_SHIFT;
	float rank;

	memcpy(&rank, &bits, sizeof rank);
	return step ? rank : 0;
}

/*
 * A rank that GRAPH_NEIGHBOURS candidates or more reach, whatever their own
 * days are. Those that cannot be alike enough are candidates no more.
 */
static float rank_reached(struct chooser *c, struct candidates *from)
{
	size_t kept = 0, n = 0, step = STEPS;

	memset(c->steps, 0, sizeof c->steps);
	for (size_t k = 0; k < from->n; k++) {
		uint32_t to = from->touched[k];
		float sim = from->sum[to];

		if (sim < SIM_MIN) {
			from->sum[to] = 0;
			continue;
		}
		from->touched[kept++] = to;
		c->steps[step_of(sim * c->factors[to >> c->of->shift].min)]++;
	}
	from->n = kept;
	while (step && n < GRAPH_NEIGHBOURS)
		n += c->steps[--step];
	return step_rank(step);
}

uint32_t chooser_choose(
	struct chooser *c, uint32_t i, struct candidates *from, uint32_t *best)
{
	const struct when *own = &c->of->when[i];
	float reached;

	c->best = best;
	c->n_best = 0;
	from->sum[i] = 0;
	weigh_blocks(c, own);
	reached = rank_reached(c, from);
	for (size_t k = 0; k < from->n; k++) {
		uint32_t to = from->touched[k];
		float sim = from->sum[to];
		int32_t days;

		from->sum[to] = 0;
		if (sim * c->factors[to >> c->of->shift].max < reached)
			continue;
		days = when_apart(own, &c->of->when[to]);
		keep_best(c, to,
			days > 0 ? sim / (1 + (float)days / NEAR_DAYS) : sim);
	}
	from->n = 0;
	return c->n_best;
}

struct chooser *chooser_new(const struct blocks *b)
{
	struct chooser *c = mem_calloc(1, sizeof *c);

	c->of = b;
	return c;
}

void chooser_free(struct chooser *c)
{
	free(c);
}
