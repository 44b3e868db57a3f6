#include "text_index.h"

static bool unpack(struct index_walk *w, uint32_t *n)
{
	uint32_t value = 0;

	for (unsigned shift = 0; w->at < w->end && shift < 32; shift += 7) {
		uint8_t byte = *w->at++;

		value |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80) {
			*n = value;
			return true;
		}
	}
	return false;
}

void text_index_release(struct text_index *x)
{
	vec_free(&x->words);
	buf_release(&x->chars);
	buf_release(&x->postings);
}

static struct str word_at(const struct text_index *x, size_t i)
{
	uint64_t end =
		i + 1 < x->words.n ? x->words.v[i + 1].chars : x->chars.n;

	return str_slice(buf_str(&x->chars), x->words.v[i].chars, end);
}

/* The first word from which on `after` holds. */
static size_t bound(const struct text_index *x, struct str word, bool after)
{
	size_t low = 0, high = x->words.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct str at = word_at(x, mid);
		int c = str_cmp(after ? str_slice(at, 0, word.n) : at, word);

		if (c < 0 || (after && c == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span text_index_find(
	const struct text_index *x, struct str word, bool prefix)
{
	bool cut = word.n > INDEX_WORD_MAX;
	size_t first, end;

	word = str_slice(word, 0, INDEX_WORD_MAX);
	first = bound(x, word, false);
	end = prefix && !cut ? bound(x, word, true)
	      : first < x->words.n && str_eq(word_at(x, first), word)
		      ? first + 1
		      : first;
	return (struct span){ (uint32_t)first, (uint32_t)(end - first) };
}

void index_walk_begin(struct index_walk *w, const struct store *s,
	const struct text_index *x, uint32_t word)
{
	uint64_t end = word + 1 < x->words.n ? x->words.v[word + 1].postings
					     : x->postings.n;
	struct str bytes = str_slice(
		buf_str(&x->postings), x->words.v[word].postings, end);

	*w = (struct index_walk){ .at = (const uint8_t *)bytes.p,
		.end = (const uint8_t *)bytes.p + bytes.n,
		.limit = (uint32_t)s->articles.n };
}

bool index_walk_next(struct index_walk *w)
{
	uint32_t step;

	if (!unpack(w, &step))
		return false;
	if (!w->started)
		w->now.article = UINT32_MAX; /* one before the first */
	w->started = true;
	w->now.article += step >> 1;
	w->now.weight = 1;
	return w->now.article < w->limit &&
	       (!(step & 1) || unpack(w, &w->now.weight));
}
