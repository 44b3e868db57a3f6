#include "collate.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

/* A text to be sorted, the first eight bytes of it as a number: most are told
 * apart by that. */
struct entry {
	uint64_t start;
	struct str text; /* in small letters or ASCII */
	uint32_t article;
};

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((uint8_t)s.p[i] >= 0x80)
			return false;
	return true;
}

static struct entry entry_of(struct arena *arena, struct str text)
{
	struct entry e = { .text = text };

	if (!is_ascii(text))
		e.text = text_fold_dup(arena, text);
	while (e.text.n && (uint8_t)e.text.p[0] < 0x80 &&
		!ascii_is_alnum(e.text.p[0]))
		e.text = str_slice(e.text, 1, e.text.n);
	for (size_t i = 0; i < sizeof e.start; i++)
		e.start =
			e.start << 8 |
			(i < e.text.n ? (uint8_t)ascii_lower(e.text.p[i]) : 0);
	if (e.text.n == 0)
		e.start = UINT64_MAX;
	return e;
}

static int compare(const struct entry *a, const struct entry *b)
{
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	for (size_t i = sizeof a->start; i < a->text.n && i < b->text.n; i++) {
		int d = (uint8_t)ascii_lower(a->text.p[i]) -
			(uint8_t)ascii_lower(b->text.p[i]);

		if (d)
			return d;
	}
	return (a->text.n > b->text.n) - (a->text.n < b->text.n);
}

static int by_text(const void *a, const void *b)
{
	return compare(a, b);
}

static struct str title_of(const struct store *s, const struct article *a)
{
	return store_str(s, a->title);
}

static struct str author_of(const struct store *s, const struct article *a)
{
	return a->bylines.n ? store_str(s, s->strings.v[a->bylines.first])
			    : STR_NONE;
}

/* Fills places[], which is by article and all zero. */
static void collate(uint32_t *places, const struct store *s,
	struct str (*text_of)(const struct store *, const struct article *))
{
	struct entry *list = mem_alloc((s->by_time.n + 1) * sizeof *list);
	struct arena arena = { 0 };
	uint32_t n = (uint32_t)s->by_time.n, place = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t article = s->by_time.v[i];

		list[i] = entry_of(&arena, text_of(s, &s->articles.v[article]));
		list[i].article = article;
	}
	if (n)
		qsort(list, n, sizeof *list, by_text);
	for (uint32_t i = 0; i < n; i++) {
		place += i > 0 && compare(&list[i - 1], &list[i]) != 0;
		places[list[i].article] = place;
	}
	arena_release(&arena);
	free(list);
}

const uint32_t *collated_titles(struct collated *c, const struct store *s)
{
	if (c->titles.n != s->articles.n) {
		vec_zero(&c->titles, s->articles.n);
		collate(c->titles.v, s, title_of);
	}
	return c->titles.v;
}

const uint32_t *collated_authors(struct collated *c, const struct store *s)
{
	if (c->authors.n != s->articles.n) {
		vec_zero(&c->authors, s->articles.n);
		collate(c->authors.v, s, author_of);
	}
	return c->authors.v;
}

void collated_clear(struct collated *c)
{
	c->titles.n = c->authors.n = 0;
}

void collated_release(struct collated *c)
{
	vec_free(&c->titles);
	vec_free(&c->authors);
}
