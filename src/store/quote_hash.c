#include "quote_hash.h"

#include "dateline/base/ascii.h"

/* Words a run; quotes with fewer are phrases that chance may repeat. */
#define RUN 5

uint64_t next_word_hash(struct str s, size_t *at)
{
	uint64_t h = 0xcbf29ce484222325u;
	size_t n = 0;

	while (*at < s.n && !ascii_is_alnum(s.p[*at]) && !(s.p[*at] & 0x80))
		++*at;
	for (; *at < s.n && (ascii_is_alnum(s.p[*at]) || s.p[*at] == '\'' ||
				    (s.p[*at] & 0x80));
		++*at, n++)
		h = (h ^ (uint8_t)ascii_lower(s.p[*at])) * 0x100000001b3u;
	return n ? h | 1 : 0;
}

/* Puts the hash among the smallest, ascending, without repeats. */
static void keep_smallest(uint32_t *kept, size_t *n, uint32_t hash)
{
	size_t at = 0;

	while (at < *n && kept[at] < hash)
		at++;
	if (at == QUOTE_RUNS || (at < *n && kept[at] == hash))
		return;
	if (*n < QUOTE_RUNS)
		++*n;
	for (size_t k = *n - 1; k > at; k--)
		kept[k] = kept[k - 1];
	kept[at] = hash;
}

size_t quote_runs(struct str text, uint32_t kept[QUOTE_RUNS])
{
	uint64_t run[RUN] = { 0 }, word;
	size_t at = 0, words = 0, n = 0;

	while ((word = next_word_hash(text, &at)) != 0) {
		uint64_t h = 0;

		run[words++ % RUN] = word;
		if (words < RUN)
			continue;
		for (size_t k = 0; k < RUN; k++)
			h = (h ^ run[(words + k) % RUN]) * 0x9e3779b97f4a7c15u;
		keep_smallest(kept, &n, (uint32_t)(h >> 32));
	}
	return n;
}

static int by_hash(const void *x, const void *y)
{
	const struct quote_hash *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->quote > b->quote) - (a->quote < b->quote);
}

static void add_hashes(
	struct quote_hashes *h, const struct store *s, const struct article *a)
{
	struct str text = store_str(s, a->text);

	for (uint32_t q = 0; q < a->quotes.n; q++) {
		uint32_t quote = a->quotes.first + q, kept[QUOTE_RUNS];
		const struct store_quote *sq = &s->quotes.v[quote];
		size_t n;

		if (sq->kind == QUOTE_REPORTED || sq->person == STORE_NONE)
			continue;
		n = quote_runs(str_range(text, sq->span), kept);
		for (size_t k = 0; k < n; k++)
			*vec_push(&h->list) =
				(struct quote_hash){ kept[k], quote };
	}
}

void quote_hashes_make(struct quote_hashes *h, const struct store *s,
	const uint32_t *articles, size_t n)
{
	h->first = mem_calloc(n + 1, sizeof *h->first);
	for (size_t i = 0; i < n; i++) {
		size_t first = h->list.n;

		add_hashes(h, s, &s->articles.v[articles ? articles[i] : i]);
		if (h->list.n > first)
			qsort(h->list.v + first, h->list.n - first,
				sizeof *h->list.v, by_hash);
		h->first[i + 1] = (uint32_t)h->list.n;
	}
}

void quote_hashes_release(struct quote_hashes *h)
{
	vec_free(&h->list);
	free(h->first);
}

static bool add_speaker(uint32_t person, uint32_t *speakers, size_t *n)
{
	for (size_t k = 0; k < *n; k++)
		if (speakers[k] == person)
			return true;
	if (*n == SHARED_SPEAKERS)
		return false;
	speakers[(*n)++] = person;
	return true;
}

size_t quote_hashes_shared(const struct quote_hashes *h, const struct store *s,
	uint32_t a, uint32_t b, uint32_t speakers[SHARED_SPEAKERS])
{
	uint32_t i = h->first[a], j = h->first[b];
	size_t n = 0;

	while (i < h->first[a + 1] && j < h->first[b + 1]) {
		const struct quote_hash *p = &h->list.v[i];
		const struct quote_hash *q = &h->list.v[j];

		if (p->hash < q->hash) {
			i++;
		} else if (q->hash < p->hash) {
			j++;
		} else {
			if (!add_speaker(
				    s->quotes.v[p->quote].person, speakers, &n))
				return n;
			i++;
		}
	}
	return n;
}
