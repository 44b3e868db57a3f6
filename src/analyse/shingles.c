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

/* An odd multiplier of many bits: splitmix64's (Steele et al., 2014). */
#define BASE UINT64_C(0xbf58476d1ce4e5b9)

/* splitmix64's finaliser. */
static uint64_t mix(uint64_t h)
{
	h = (h ^ (h >> 30)) * BASE;
	h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
	return h ^ (h >> 31);
}

static uint64_t hash_word(struct str s)
{
	uint64_t h = STR_HASH_START;

	for (size_t i = 0; i < s.n; i++)
		h = str_hash_byte(h, ascii_lower(s.p[i]));
	return h;
}

/* Adds a hash to the K smallest: in order, each once. */
static void keep(struct analysis *out, uint32_t hash)
{
	size_t low = 0, high = out->shingles.n;
	uint32_t *v;

	if (high == K && hash >= out->shingles.v[K - 1])
		return;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (out->shingles.v[mid] < hash)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < out->shingles.n && out->shingles.v[low] == hash)
		return;
	if (out->shingles.n < K)
		vec_push(&out->shingles);
	v = out->shingles.v;
	memmove(v + low + 1, v + low, (out->shingles.n - 1 - low) * sizeof *v);
	v[low] = hash;
}

/*
 * A run's hash is the value of its words as digits of a number, so that the
 * next run's comes from it by one word more and one less (Karp and Rabin,
 * 1987).
 */
void analyse_shingles(struct work *w)
{
	const struct tokens *t = &w->a->tokens;
	uint64_t run[W] = { 0 }, sum = 0, top = 1;
	size_t words = 0, next = 0;

	for (size_t k = 0; k < W; k++)
		top *= BASE;
	for (size_t i = 0; i < t->list.n; i++) {
		uint64_t first = run[next];

		if (t->list.v[i].kind != TOKEN_WORD &&
			t->list.v[i].kind != TOKEN_NUMBER)
			continue;
		run[next] = hash_word(token_str(t, i));
		sum = sum * BASE + run[next] - first * top;
		next = next + 1 < W ? next + 1 : 0;
		if (++words >= W)
			keep(w->out, (uint32_t)mix(sum));
	}
}
