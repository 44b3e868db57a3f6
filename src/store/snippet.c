#include "dateline/store/search.h"

#include "dateline/text/words.h"
#include "query_answers.h"

/* Hits of one article that are looked at. */
#define HITS_MAX 1000

/* A hit and which phrase it is of. */
struct found {
	struct range at;
	uint32_t phrase;
};

struct finder {
	struct query_reader reader;
	VEC_OF(struct found) found;
};

static bool is_shown(const struct query_phrase *p)
{
	return !p->negative &&
	       (p->field == QUERY_ANYWHERE || p->field == QUERY_QUOTE);
}

bool query_has_passages(const struct query *q)
{
	for (size_t i = 0; i < q->phrases.n; i++)
		if (is_shown(&q->phrases.v[i]))
			return true;
	return false;
}

/* Where the phrase stands, `most` times at most. */
static void find_phrase(
	struct finder *f, struct str text, uint32_t phrase, size_t most)
{
	const struct query_phrase *p = &f->reader.q->phrases.v[phrase];
	struct range hit = { 0 };

	while (most-- && query_find_phrase(&f->reader, text, hit.end, p, &hit))
		*vec_push(&f->found) = (struct found){ hit, phrase };
}

static int by_place(const void *x, const void *y)
{
	const struct found *a = x, *b = y;

	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	return (a->phrase > b->phrase) - (a->phrase < b->phrase);
}

/* The hits in their order; of those that overlap the first one. */
static void settle(struct finder *f)
{
	size_t n = 0;

	if (f->found.n)
		qsort(f->found.v, f->found.n, sizeof *f->found.v, by_place);
	for (size_t i = 0; i < f->found.n; i++)
		if (n == 0 ||
			f->found.v[i].at.start >= f->found.v[n - 1].at.end)
			f->found.v[n++] = f->found.v[i];
	f->found.n = n;
}

static void find_hits(struct finder *f, struct str text)
{
	const struct query *q = f->reader.q;
	size_t shown = 0;

	for (size_t i = 0; i < q->phrases.n; i++)
		shown += is_shown(&q->phrases.v[i]);
	for (uint32_t i = 0; i < q->phrases.n; i++)
		if (is_shown(&q->phrases.v[i]))
			find_phrase(f, text, i, HITS_MAX / shown + 1);
	settle(f);
}

void query_find_hits(
	const struct query *q, struct str text, struct query_hits *out)
{
	struct finder f = { .reader = { .q = q } };

	out->list.n = 0;
	find_hits(&f, text);
	for (size_t i = 0; i < f.found.n; i++)
		*vec_push(&out->list) = f.found.v[i].at;
	vec_free(&f.found);
	query_reader_release(&f.reader);
}

void query_hits_release(struct query_hits *hits)
{
	vec_free(&hits->list);
}

/* How many different phrases stand in `length` bytes from hit i on. */
static uint32_t phrases_from(const struct finder *f, size_t i, uint32_t length)
{
	uint32_t end = f->found.v[i].at.start + length, n = 0;
	uint64_t seen = 0;

	for (; i < f->found.n && f->found.v[i].at.end <= end; i++) {
		uint64_t bit = UINT64_C(1) << (f->found.v[i].phrase % 64);

		n += !(seen & bit);
		seen |= bit;
	}
	return n;
}

static size_t best_hit(const struct finder *f, uint32_t length)
{
	uint32_t most = 0;
	size_t best = 0;

	for (size_t i = 0; i < f->found.n; i++) {
		uint32_t n = phrases_from(f, i, length);

		if (n > most) {
			most = n;
			best = i;
		}
	}
	return best;
}

/* The block that holds the byte; the whole text when none does. */
static struct range block_at(
	const struct store *s, const struct article *a, uint32_t byte)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = &s->blocks.v[a->blocks.first + i];

		if (byte >= b->start && byte < b->end)
			return (struct range){ b->start, b->end };
	}
	return (struct range){ 0, a->text.n };
}

/* A word's start at or after `from`, unless the hit comes before it. */
static uint32_t word_start(struct str text, uint32_t from, uint32_t hit)
{
	struct range word;

	if (from == 0)
		return 0;
	/* the word that `from` stands in is cut: the next one */
	return word_next(text, from - 1, &word) &&
			       word_next(text, word.end, &word) &&
			       word.start < hit
		       ? word.start
		       : hit;
}

/* The last word's end at or before `to`, unless the hit ends behind it. */
static uint32_t word_end(struct str text, uint32_t hit, uint32_t to)
{
	struct range word;
	uint32_t end = hit;

	if (to >= text.n)
		return (uint32_t)text.n;
	for (size_t at = hit; word_next(text, at, &word) && word.end <= to;
		at = word.end)
		end = word.end;
	return end;
}

/* A quarter of the passage stands before the hit, where the block has it. */
static struct range passage(
	struct str text, struct range block, struct range hit, uint32_t length)
{
	struct str inside = str_range(text, block);
	uint32_t at = hit.start - block.start, end = hit.end - block.start;
	uint32_t before = length / 4, from, to;

	if (inside.n <= length)
		return block;
	from = at > before ? at - before : 0;
	if (from + length > inside.n)
		from = (uint32_t)inside.n - length;
	from = word_start(inside, from, at);
	to = word_end(inside, end, from + length);
	return (struct range){ block.start + from, block.start + to };
}

static void show(struct finder *f, const struct store *s, uint32_t article,
	uint32_t length, struct snippet *out)
{
	const struct article *a = &s->articles.v[article];
	struct range hit = f->found.v[best_hit(f, length)].at;
	struct range block = block_at(s, a, hit.start);

	if (hit.end > block.end)
		block.end = hit.end;
	out->at = passage(store_str(s, a->text), block, hit, length);
	for (size_t i = 0; i < f->found.n; i++) {
		struct range at = f->found.v[i].at;

		if (at.start >= out->at.start && at.end <= out->at.end)
			*vec_push(&out->hits) = at;
	}
}

void store_snippet(const struct store *s, const struct query *q,
	uint32_t article, uint32_t length, struct snippet *out)
{
	struct str text = store_str(s, s->articles.v[article].text);
	struct finder f = { .reader = { .q = q, .s = s } };

	out->at = (struct range){ 0 };
	out->hits.n = 0;
	find_hits(&f, text);
	if (f.found.n)
		show(&f, s, article, length, out);
	vec_free(&f.found);
	query_reader_release(&f.reader);
}

void snippet_release(struct snippet *s)
{
	vec_free(&s->hits);
}
