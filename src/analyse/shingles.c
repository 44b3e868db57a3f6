/*
 * The sketch for copies: the K smallest hashes of all runs of W words (bottom-k
 * sketch; Broder, "On the resemblance and containment of documents", 1997). Two
 * texts share about as large a part of their sketches as of their runs.
 */
#include "parts.h"

#include "dateline/base/ascii.h"

/* Words a run. Five: chance repeats of wire formulas are rare. */
#define W 5
/* Hashes kept: the share is known to ±6 points (sqrt(.25 / 64)). */
#define K 64
/* Hashes gathered between sorts. Measured: 8 K costs a third more. */
#define GATHERED ((size_t)2 * K)

static uint64_t mix(uint64_t h)
{
	/* splitmix64's finaliser (Steele et al., 2014). */
	h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
	h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
	return h ^ (h >> 31);
}

static uint64_t hash_word(struct str s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (uint8_t)ascii_lower(s.p[i])) * 0x100000001b3u;
	return h;
}

static int by_value(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

/* Sorts v[0 … n), drops repeats and all after the K-th; how many are left. */
static size_t keep_smallest(uint32_t *v, size_t n)
{
	size_t kept = 0;

	if (n)
		qsort(v, n, sizeof *v, by_value);
	for (size_t i = 0; i < n && kept < K; i++)
		if (kept == 0 || v[kept - 1] != v[i])
			v[kept++] = v[i];
	return kept;
}

void analyse_shingles(struct work *w)
{
	const struct tokens *t = &w->a->tokens;
	uint64_t run[W] = { 0 };
	uint32_t limit = UINT32_MAX;
	size_t words = 0, n;

	w->a->hashes.n = 0;
	for (size_t i = 0; i < t->list.n; i++) {
		uint64_t h = 0;

		if (t->list.v[i].kind != TOKEN_WORD &&
			t->list.v[i].kind != TOKEN_NUMBER)
			continue;
		run[words++ % W] = hash_word(token_str(t, i));
		for (size_t k = 0; k < W; k++)
			h = mix(h + run[(words + k) % W]);
		if (words < W || (uint32_t)h > limit)
			continue;
		*vec_push(&w->a->hashes) = (uint32_t)h;
		if (w->a->hashes.n < GATHERED)
			continue;
		n = w->a->hashes.n = keep_smallest(w->a->hashes.v, GATHERED);
		if (n == K)
			limit = w->a->hashes.v[K - 1];
	}
	n = keep_smallest(w->a->hashes.v, w->a->hashes.n);
	for (size_t i = 0; i < n; i++)
		*vec_push(&w->out->shingles) = w->a->hashes.v[i];
}
