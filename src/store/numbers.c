#include "numbers.h"

#include "dateline/base/ascii.h"

#include <math.h>

/* The numbers' part of the similarity; measured on two halves of two thirds of
 * the labelled sets: .05 to .1 do as well (doc/rounds.md). */
#define PART .07F

/* Terms that begin with a digit: "19", "35", "3rd", "200000". */
static bool is_number(const struct store *s, uint32_t word)
{
	struct str w = store_str(s, s->words.v[word]);

	return w.n && ascii_is_digit(w.p[0]);
}

/* By word: 1 + ln((N + 1 + VECTORS_ELSEWHERE) / (df + 1)) of a number, else 0.
 */
static float *rarity(const struct store *s, const struct vectors *v)
{
	float *rare = mem_calloc(v->words, sizeof *rare);
	float all = (float)(v->n + 1 + VECTORS_ELSEWHERE);

	for (size_t k = 0; k < v->first[v->n]; k++)
		rare[v->v[k].word]++;
	for (uint32_t w = 0; w < v->words; w++)
		rare[w] = is_number(s, w) ? 1 + logf(all / (rare[w] + 1)) : 0;
	return rare;
}

/* The numbers of each article, each counted once; of length 1. */
static void vectors_of_numbers(
	struct vectors *out, const struct vectors *v, const float *rare)
{
	size_t n = 0;

	*out = (struct vectors){ .n = v->n, .words = v->words };
	out->v = mem_alloc(v->first[v->n] * sizeof *out->v);
	out->first = mem_alloc((v->n + 1) * sizeof *out->first);
	for (size_t i = 0; i < v->n; i++) {
		float sum = 0;

		out->first[i] = (uint32_t)n;
		for (uint32_t k = v->first[i]; k < v->first[i + 1]; k++) {
			uint32_t word = v->v[k].word;

			if (rare[word] <= 0)
				continue;
			sum += rare[word] * rare[word];
			out->v[n++] = (struct weight){ word, rare[word] };
		}
		for (size_t k = out->first[i]; k < n; k++)
			out->v[k].w /= sqrtf(sum);
	}
	out->first[v->n] = (uint32_t)n;
	out->v = mem_realloc(out->v, n * sizeof *out->v);
}

static bool is_empty(const struct vectors *v, uint32_t i)
{
	return v->first[i] == v->first[i + 1];
}

static float cosine(const struct vectors *v, uint32_t a, uint32_t b)
{
	uint32_t i = v->first[a], j = v->first[b];
	float sum = 0;

	while (i < v->first[a + 1] && j < v->first[b + 1]) {
		const struct weight *x = &v->v[i], *y = &v->v[j];

		if (x->word == y->word)
			sum += x->w * y->w;
		i += x->word <= y->word;
		j += y->word <= x->word;
	}
	return sum;
}

struct mixing {
	struct graph *g;
	struct vectors numbers;
};

static void mix_edges(void *ctx, struct share *share)
{
	struct mixing *m = ctx;
	const struct graph *g = m->g;

	for (uint32_t i = (uint32_t)share->first; i < share->end; i++)
		for (uint32_t k = g->first[i];
			!is_empty(&m->numbers, i) && k < g->first[i + 1]; k++) {
			struct edge *e = &g->e[k];

			if (is_empty(&m->numbers, e->to))
				continue;
			e->sim = (1 - PART) * e->sim +
				 PART * cosine(&m->numbers, i, e->to);
			e->sim = fminf(1, e->sim);
		}
}

void numbers_apply(struct graph *g, const struct store *s,
	const struct vectors *v, struct crew *crew)
{
	float *rare = rarity(s, v);
	struct mixing m = { .g = g };

	vectors_of_numbers(&m.numbers, v, rare);
	free(rare);
	crew_each(crew, g->n, mix_edges, &m);
	vectors_release(&m.numbers);
}
