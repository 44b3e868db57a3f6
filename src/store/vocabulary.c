#include "vocabulary.h"

/* The number of a folded word; STORE_NONE. The vocabulary is sorted. */
static uint32_t word_number(const struct store *s, struct str word)
{
	size_t low = 0, high = s->words.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(store_str(s, s->words.v[mid]), word);

		if (c == 0)
			return (uint32_t)mid;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return STORE_NONE;
}

uint32_t vocabulary_find(const struct store *s, struct str word)
{
	uint32_t number = STORE_NONE;

	if (word.n && word.p[word.n - 1] == 's')
		number = word_number(s, str_slice(word, 0, word.n - 1));
	return number == STORE_NONE ? word_number(s, word) : number;
}

const struct store_term *vocabulary_term(
	const struct store *s, uint32_t article, uint32_t word)
{
	const struct span *t = &s->articles.v[article].terms;
	uint32_t low = t->first, high = t->first + t->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (s->terms.v[mid].word == word)
			return &s->terms.v[mid];
		if (s->terms.v[mid].word < word)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}
