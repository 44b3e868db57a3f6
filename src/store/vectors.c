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

void vectors_make(
	struct vectors *out, const struct store *s, const struct frequencies *f)
{
	uint32_t *own = f ? NULL : count_articles(s);
	const uint32_t *df = f ? f->df : own;
	size_t n = 0;

	*out = (struct vectors){ .n = s->articles.n,
		.of = f ? f->articles : s->articles.n,
		.words = s->words.n };
	out->v = mem_alloc(s->terms.n * sizeof *out->v);
	out->first = mem_alloc((s->articles.n + 1) * sizeof *out->first);
	for (size_t i = 0; i < s->articles.n; i++) {
		const struct span *at = &s->articles.v[i].terms;
		double sum = 0;

		out->first[i] = (uint32_t)n;
		for (uint32_t k = 0; k < at->n; k++) {
			const struct store_term *t = &s->terms.v[at->first + k];
			double w =
				vectors_weight(t, (double)out->of, df[t->word]);

			sum += w * w;
			out->v[n++] = (struct weight){ t->word, (float)w };
		}
		for (uint32_t k = 0; k < at->n; k++)
			out->v[n - 1 - k].w /= (float)sqrt(sum);
	}
	out->first[s->articles.n] = (uint32_t)n;
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
