#include "dateline/store/addresses.h"

#include "dateline/base/ascii.h"

#include <assert.h>

static_assert(STORE_NONE == INTERN_NONE, "no number, no article");

/* Where the host begins; STR_NPOS: it is no address of a page. */
static size_t host_start(struct str url)
{
	if (str_starts_nocase(url, STR("http://")))
		return 7;
	return str_starts_nocase(url, STR("https://")) ? 8 : STR_NPOS;
}

static size_t host_end(struct str url, size_t from)
{
	while (from < url.n && !strchr("/?#", url.p[from]))
		from++;
	return from;
}

struct str address_origin(struct str url)
{
	size_t start = host_start(url);

	return start == STR_NPOS || host_end(url, start) == start
		       ? STR_NONE
		       : str_slice(url, 0, host_end(url, start));
}

/* What is compared of an address; empty: nothing. */
static void add_key(struct buf *out, struct str url, bool bare)
{
	size_t start = host_start(url), end, path;
	size_t cut = str_chr(url, '#', 0);

	if (start == STR_NPOS)
		return;
	url = str_slice(url, 0, cut == STR_NPOS ? url.n : cut);
	if (str_starts_nocase(str_slice(url, start, url.n), STR("www.")))
		start += 4;
	end = host_end(url, start);
	for (size_t i = start; i < end; i++)
		buf_add_c(out, ascii_lower(url.p[i]));
	path = str_chr(url, '?', end);
	path = path == STR_NPOS ? url.n : path;
	cut = path;
	while (cut > end && url.p[cut - 1] == '/')
		cut--;
	buf_add(out, str_slice(url, end, cut));
	if (!bare && path + 1 < url.n)
		buf_add(out, str_slice(url, path, url.n));
}

static void add_article(
	struct addresses *a, const struct store *s, uint32_t article)
{
	struct str url = store_str(s, s->articles.v[article].url);
	struct buf key = { 0 };
	uint32_t whole, bare;

	add_key(&key, url, false);
	if (key.n == 0)
		return;
	whole = intern_add(&a->whole, buf_str(&key));
	if (whole == a->first.n)
		*vec_push(&a->first) = STORE_NONE;
	a->next.v[article] = a->first.v[whole];
	a->first.v[whole] = article;
	buf_clear(&key);
	add_key(&key, url, true);
	bare = intern_add(&a->bare, buf_str(&key));
	if (bare == a->page.n)
		*vec_push(&a->page) = whole;
	else if (a->page.v[bare] != whole)
		a->page.v[bare] = STORE_NONE;
	buf_release(&key);
}

void addresses_find(struct addresses *a, const struct store *s)
{
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&a->next) = STORE_NONE;
	for (size_t i = 0; i < s->by_time.n; i++)
		add_article(a, s, s->by_time.v[i]);
}

static uint32_t find(const struct intern *names, struct str url, bool bare)
{
	struct buf key = { 0 };
	uint32_t number = INTERN_NONE;

	add_key(&key, url, bare);
	if (key.n)
		number = intern_find(names, buf_str(&key));
	buf_release(&key);
	return number;
}

uint32_t addresses_article(const struct addresses *a, struct str url)
{
	uint32_t whole = find(&a->whole, url, false);
	uint32_t bare =
		whole == INTERN_NONE ? find(&a->bare, url, true) : INTERN_NONE;

	if (bare != INTERN_NONE)
		whole = a->page.v[bare];
	return whole == INTERN_NONE ? STORE_NONE : a->first.v[whole];
}

void addresses_release(struct addresses *a)
{
	intern_release(&a->whole);
	intern_release(&a->bare);
	vec_free(&a->first);
	vec_free(&a->page);
	vec_free(&a->next);
}
