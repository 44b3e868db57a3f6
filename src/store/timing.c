#include "timing.h"

#include <math.h>

/*
 * Measured on the four labelled sets and on small archives of one story with
 * an article more or less (doc/rounds.md).
 */
/* The dated articles asked, and how similar they must be at least. */
#define WITNESSES 5
#define WITNESS_MIN .36F
/* A witness counts by this power of its similarity: the best ones decide. */
#define POWER 12.F
/* Dates so many days apart contradict each other half. Long, because pages
 * give the same event dates weeks apart. */
#define SCALE 150.F

/* The dated articles that say when an article was written. */
struct about {
	struct edge w[WITNESSES]; /* sim: its weight */
	uint32_t n;
	float sum; /* of the weights */
	bool guessed; /* the article has no date of its own */
};

static bool is_dated(const struct when *w)
{
	return w->first != STORE_NO_DAY;
}

static void add_witness(struct about *a, struct edge e)
{
	a->n = (uint32_t)edge_keep_best(a->w, a->n, WITNESSES, e);
}

static void about_make(struct about *a, const struct graph *g,
	const struct when *when, uint32_t i)
{
	*a = (struct about){ .guessed = !is_dated(&when[i]) };
	if (!a->guessed)
		add_witness(a, (struct edge){ i, 1 });
	for (uint32_t k = g->first[i]; a->guessed && k < g->first[i + 1]; k++)
		if (g->e[k].sim >= WITNESS_MIN && is_dated(&when[g->e[k].to]))
			add_witness(a, g->e[k]);
	for (uint32_t k = 0; k < a->n; k++) {
		a->w[k].sim = powf(a->w[k].sim, POWER);
		a->sum += a->w[k].sim;
	}
}

static float agreement(const struct when *a, const struct when *b)
{
	float x = (float)when_apart(a, b) / SCALE;

	return 1 / (1 + x * x);
}

/* The mean agreement of what the witnesses of both say. */
static float expected(
	const struct about *a, const struct about *b, const struct when *when)
{
	float sum = 0;

	for (uint32_t k = 0; k < a->n; k++)
		for (uint32_t l = 0; l < b->n; l++)
			sum += a->w[k].sim * b->w[l].sim *
			       agreement(&when[a->w[k].to], &when[b->w[l].to]);
	return sum / (a->sum * b->sum);
}

/*
 * Of two articles this alike, at least one undated. Two undated ones are
 * witnesses of each other too, for being of one time.
 */
static float guess(const struct about *a, const struct about *b, float sim,
	const struct when *when)
{
	float own, others;

	if (a->n == 0 || b->n == 0)
		return 1;
	if (!a->guessed || !b->guessed)
		return expected(a, b, when);
	own = powf(sim, POWER);
	others = a->sum + b->sum;
	return (own + others * expected(a, b, when)) / (own + others);
}

/* What timing_guess() and timing_known() work on. */
struct timings {
	struct graph *t;
	const struct graph *raw;
	const struct when *when;
	struct about *about; /* by article */
};

static void find_witnesses(void *ctx, struct share *share)
{
	struct timings *t = ctx;

	for (size_t i = share->first; i < share->end; i++)
		about_make(&t->about[i], t->raw, t->when, (uint32_t)i);
}

/* Those with later articles: the other side is theirs. */
static void make_guesses(void *ctx, struct share *share)
{
	struct timings *t = ctx;
	const struct graph *raw = t->raw;

	for (size_t i = share->first; i < share->end; i++)
		for (uint32_t k = raw->first[i]; k < raw->first[i + 1]; k++) {
			uint32_t to = raw->e[k].to;

			if (to > i &&
				(t->about[i].guessed || t->about[to].guessed))
				t->t->e[k].sim = guess(&t->about[i],
					&t->about[to], raw->e[k].sim, t->when);
		}
}

void timing_guess(struct graph *t, const struct graph *raw,
	const struct when *when, struct crew *crew)
{
	struct timings all = { t, raw, when,
		mem_alloc(raw->n * sizeof *all.about) };

	timing_known(t, raw, when, crew);
	crew_each(crew, raw->n, find_witnesses, &all);
	crew_each(crew, raw->n, make_guesses, &all);
	graph_mirror(t);
	free(all.about);
}

static void weigh_dates(void *ctx, struct share *share)
{
	struct timings *t = ctx;
	struct graph *g = t->t;

	for (size_t i = share->first; i < share->end; i++)
		for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++)
			g->e[k].sim =
				when_factor(&t->when[i], &t->when[g->e[k].to]);
}

void timing_known(struct graph *t, const struct graph *raw,
	const struct when *when, struct crew *crew)
{
	struct timings all = { t, raw, when, NULL };

	graph_copy(t, raw);
	crew_each(crew, raw->n, weigh_dates, &all);
}

void timing_apply(struct graph *g, const struct graph *t)
{
	for (size_t k = 0; k < g->first[g->n]; k++)
		g->e[k].sim *= t->e[k].sim;
}
