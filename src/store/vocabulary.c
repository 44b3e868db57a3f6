#include "vocabulary.h"

uint32_t vocabulary_find(const struct store *s, struct str word)
{
	uint32_t number = STORE_NONE;

	if (word.n && word.p[word.n - 1] == 's')
		number = store_find_word(s, str_slice(word, 0, word.n - 1));
	return number == STORE_NONE ? store_find_word(s, word) : number;
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
