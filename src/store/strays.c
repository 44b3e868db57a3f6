#include "strays.h"

#include "dateline/store/marks.h"

/* The length, which is the lower half of a content's hash, then the rest. */
static uint64_t by_length(int64_t content)
{
	return (uint64_t)content << 32 | (uint64_t)content >> 32;
}

static int order_strays(const void *x, const void *y)
{
	uint64_t a = by_length(((const struct stray *)x)->content);
	uint64_t b = by_length(((const struct stray *)y)->content);

	return (a > b) - (a < b);
}

void strays_sort(struct strays *x)
{
	if (x->list.n)
		qsort(x->list.v, x->list.n, sizeof *x->list.v, order_strays);
}

/* The first stray that is not before a key of by_length(). */
static size_t first_stray(const struct strays *x, uint64_t key)
{
	size_t low = 0, high = x->list.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (by_length(x->list.v[mid].content) < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span strays_of(
	const struct strays *x, const struct store *s, uint32_t article)
{
	uint64_t length = s->articles.v[article].text.n;
	size_t at = first_stray(x, length << 32), end;
	int64_t content;

	if (length == 0 || at == x->list.n ||
		by_length(x->list.v[at].content) >> 32 != length)
		return (struct span){ 0, 0 };
	content = marks_content(s, article);
	at = first_stray(x, by_length(content));
	for (end = at; end < x->list.n && x->list.v[end].content == content;)
		end++;
	return (struct span){ (uint32_t)at, (uint32_t)(end - at) };
}

void strays_release(struct strays *x)
{
	vec_free(&x->list);
}
