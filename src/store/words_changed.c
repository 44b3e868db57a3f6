#include "words_changed.h"

#include "quote_hash.h"

struct bag {
	VEC_OF(uint64_t) words; /* hashes, ascending */
};

static int by_hash(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

static void fill(struct bag *b, struct str text)
{
	uint64_t word;
	size_t at = 0;

	while ((word = next_word_hash(text, &at)) != 0)
		*vec_push(&b->words) = word;
	if (b->words.n)
		qsort(b->words.v, b->words.n, sizeof *b->words.v, by_hash);
}

struct words_changed words_changed(struct str from, struct str to)
{
	struct bag a = { 0 }, b = { 0 };
	struct words_changed c = { 0 };
	size_t i = 0, j = 0;

	fill(&a, from);
	fill(&b, to);
	while (i < a.words.n || j < b.words.n) {
		bool first = j == b.words.n ||
			     (i < a.words.n && a.words.v[i] <= b.words.v[j]);
		bool second = i == a.words.n ||
			      (j < b.words.n && b.words.v[j] <= a.words.v[i]);

		c.cut += first && !second;
		c.added += second && !first;
		i += first;
		j += second;
	}
	c.shorter = (uint32_t)(a.words.n < b.words.n ? a.words.n : b.words.n);
	vec_free(&a.words);
	vec_free(&b.words);
	return c;
}
