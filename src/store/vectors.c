#include "vectors.h"

#include <math.h>

/*
 * Weights (1 + ln tf)(1 + ln((N + 51) / (df + 1))), with the constants that
 * did best on the four labelled sets together (doc/rounds.md).
 */
/* An occurrence in the first paragraph or title counts so many more. */
#define LEAD_COUNTS .5
#define TITLE_COUNTS 4.
#define NAME_WEIGHT 1.5
#define TITLE_WEIGHT 1.5
/* A word that one article has can only be a neighbour's by smoothing. */
#define HAPAX_WEIGHT .64
/* The power of a weight that is taken: no single word decides. */
#define FLATTEN .8

/* In how many articles each word is. */
static uint32_t *count_articles(const struct store *s)
{
	uint32_t *df = mem_calloc(s->words.n, sizeof *df);

	for (size_t i = 0; i < s->terms.n; i++)
		df[s->terms.v[i].word]++;
	return df;
}

double vectors_weight(const struct store_term *t, double n, uint32_t df)
{
	double tf = t->body + LEAD_COUNTS * t->lead + TITLE_COUNTS * t->title;
	double w = (1 + log(tf)) *
		   (1 + log((n + 1 + VECTORS_ELSEWHERE) / (df + 1.)));

	if (t->name)
		w *= NAME_WEIGHT;
	if (t->title)
		w *= TITLE_WEIGHT;
	if (df == 1)
		w *= HAPAX_WEIGHT;
	return pow(w, FLATTEN);
}

struct weighing {
	struct vectors *out;
	const struct store *s;
	const uint32_t *df; /* by word */
};

static void weigh_terms(void *ctx, struct share *share)
{
	const struct weighing *w = ctx;
	const struct vectors *out = w->out;

	for (size_t i = share->first; i < share->end; i++) {
		const struct span *at = &w->s->articles.v[i].terms;
		struct weight *v = out->v + out->first[i];
		double sum = 0;

		for (uint32_t k = 0; k < at->n; k++) {
			const struct store_term *t =
				&w->s->terms.v[at->first + k];
			double weight = vectors_weight(
				t, (double)out->of, w->df[t->word]);

			sum += weight * weight;
			v[k] = (struct weight){ t->word, (float)weight };
		}
		for (uint32_t k = 0; k < at->n; k++)
			v[k].w /= (float)sqrt(sum);
	}
}

void vectors_make(struct vectors *out, const struct store *s,
	const struct frequencies *f, struct crew *crew)
{
	uint32_t *own = f ? NULL : count_articles(s);
	struct weighing w = { out, s, f ? f->df : own };
	uint32_t n = 0;

	*out = (struct vectors){ .n = s->articles.n,
		.of = f ? f->articles : s->articles.n,
		.words = s->words.n };
	out->first = mem_alloc((out->n + 1) * sizeof *out->first);
	for (size_t i = 0; i < out->n; i++) {
		out->first[i] = n;
		n += s->articles.v[i].terms.n;
	}
	out->first[out->n] = n;
	out->v = mem_alloc(n * sizeof *out->v);
	crew_each(crew, out->n, weigh_terms, &w);
	free(own);
}

void vectors_release(struct vectors *v)
{
	free(v->v);
	free(v->first);
	*v = (struct vectors){ 0 };
}

int weight_by_weight(const void *x, const void *y)
{
	const struct weight *a = x, *b = y;

	if (a->w != b->w)
		return a->w < b->w ? 1 : -1;
	return (a->word > b->word) - (a->word < b->word);
}
