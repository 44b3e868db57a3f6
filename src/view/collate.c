#include "collate.h"

#include "radix.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

/* Bytes of a text that are sorted by as a number: most are told apart by
 * them. */
#define START sizeof(uint64_t)

/* A text without what stands before its first letter or digit, folded unless it
 * is ASCII. */
struct entry {
	struct str text;
	uint32_t article;
};

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((uint8_t)s.p[i] >= 0x80)
			return false;
	return true;
}

static struct str text_to_sort(struct arena *arena, struct str text)
{
	if (!is_ascii(text))
		text = text_fold_dup(arena, text);
	while (text.n && (uint8_t)text.p[0] < 0x80 &&
		!ascii_is_alnum(text.p[0]))
		text = str_slice(text, 1, text.n);
	return text;
}

/* Nothing is last. */
static uint64_t start_of(struct str text)
{
	uint64_t start = 0;

	for (size_t i = 0; i < START; i++)
		start = start << 8 |
			(i < text.n ? (uint8_t)ascii_lower(text.p[i]) : 0);
	return text.n ? start : UINT64_MAX;
}

/* Of texts that start alike. */
static int compare(struct str a, struct str b)
{
	for (size_t i = START; i < a.n && i < b.n; i++) {
		int d = (uint8_t)ascii_lower(a.p[i]) -
			(uint8_t)ascii_lower(b.p[i]);

		if (d)
			return d;
	}
	return (a.n > b.n) - (a.n < b.n);
}

static int by_text(const void *a, const void *b)
{
	return compare(((const struct entry *)a)->text,
		((const struct entry *)b)->text);
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

/* Sorts n entries that start alike, and gives them places from `place` on; the
 * last one given. */
static uint32_t place_alike(
	uint32_t *places, struct entry *list, uint32_t n, uint32_t place)
{
	if (n > 1)
		qsort(list, n, sizeof *list, by_text);
	for (uint32_t i = 0; i < n; i++) {
		place += i > 0 && by_text(&list[i - 1], &list[i]) != 0;
		places[list[i].article] = place;
	}
	return place;
}

/* Fills places[], which is by article. */
static void collate(uint32_t *places, const struct store *s,
	struct str (*text_of)(const struct store *, const struct article *))
{
	uint32_t n = (uint32_t)s->by_time.n, place = 0, from = 0;
	struct radix *order = mem_alloc((n + 1) * sizeof *order);
	struct entry *list = mem_alloc((n + 1) * sizeof *list);
	struct str *texts = mem_alloc((n + 1) * sizeof *texts);
	struct arena arena = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		const struct article *a = &s->articles.v[s->by_time.v[i]];

		texts[i] = text_to_sort(&arena, text_of(s, a));
		order[i] = (struct radix){ 0, start_of(texts[i]), i };
	}
	radix_sort(&order, n, RADIX_KEY);
	for (uint32_t i = 0; i < n; i++)
		list[i] = (struct entry){ texts[order[i].at],
			s->by_time.v[order[i].at] };
	for (uint32_t i = 1; i <= n; i++) {
		if (i < n && order[i].key == order[from].key)
			continue;
		place = place_alike(places, list + from, i - from, place) + 1;
		from = i;
	}
	arena_release(&arena);
	free(texts);
	free(list);
	free(order);
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
