#include "dateline/store/urls.h"

#include "dateline/base/ascii.h"

#include <xxhash.h>

struct url_index {
	const struct store *store;
	uint32_t *slots; /* articles by hash of the key, open addressing;
			    STORE_NONE: empty */
	size_t n; /* slots: a power of two, at least twice the articles */
};

static void add_lower(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_add_c(out, ascii_lower(s.p[i]));
}

/* "Host.example:443/…" → "host.example"; *rest is the path. */
static void add_host(struct buf *out, struct str url, struct str *rest)
{
	size_t at = str_find(url, STR("://"), 0), end, port;

	if (at != STR_NPOS)
		url = str_slice(url, at + 3, url.n);
	if (str_starts_nocase(url, STR("www.")))
		url = str_slice(url, 4, url.n);
	for (end = 0; end < url.n && url.p[end] != '/' && url.p[end] != '?';)
		end++;
	port = str_chr(str_slice(url, 0, end), ':', 0);
	add_lower(out, str_slice(url, 0, port < end ? port : end));
	*rest = str_slice(url, end, url.n);
}

static bool only_tells_the_way(struct str parameter)
{
	return str_starts(parameter, STR("utm_")) ||
	       str_starts(parameter, STR("fbclid=")) ||
	       str_starts(parameter, STR("gclid="));
}

/* What of an address says which page it is. */
static void url_key(struct buf *out, struct str url)
{
	struct str path, query, parameter;
	bool any = false;

	url = str_slice(url, 0, str_chr(url, '#', 0));
	add_host(out, url, &query);
	if (!str_split(&query, '?', &path))
		return;
	while (path.n && path.p[path.n - 1] == '/')
		path.n--;
	buf_add(out, path);
	while (str_split(&query, '&', &parameter)) {
		if (only_tells_the_way(parameter))
			continue;
		buf_add_c(out, any ? '&' : '?');
		buf_add(out, parameter);
		any = true;
	}
}

/* The slot of a key: of the article that has it, or an empty one. */
static size_t find_slot(
	const struct url_index *x, struct str key, struct buf *scratch)
{
	size_t i = XXH3_64bits(key.p, key.n) & (x->n - 1);

	while (x->slots[i] != STORE_NONE) {
		const struct article *a = &x->store->articles.v[x->slots[i]];

		buf_clear(scratch);
		url_key(scratch, store_str(x->store, a->url));
		if (str_eq(buf_str(scratch), key))
			break;
		i = (i + 1) & (x->n - 1);
	}
	return i;
}

static void add_article(struct url_index *x, uint32_t article, struct buf *key,
	struct buf *scratch)
{
	const struct article *a = &x->store->articles.v[article];
	size_t slot;

	if (a->url.n == 0 || a->round == STORE_NONE)
		return;
	buf_clear(key);
	url_key(key, store_str(x->store, a->url));
	slot = find_slot(x, buf_str(key), scratch);
	if (x->slots[slot] == STORE_NONE)
		x->slots[slot] = article;
}

struct url_index *url_index_new(const struct store *s)
{
	struct url_index *x = mem_calloc(1, sizeof *x);
	struct buf key = { 0 }, scratch = { 0 };

	x->store = s;
	for (x->n = 16; x->n < 2 * s->by_time.n;)
		x->n *= 2;
	x->slots = mem_alloc(x->n * sizeof *x->slots);
	for (size_t i = 0; i < x->n; i++)
		x->slots[i] = STORE_NONE;
	for (size_t i = 0; i < s->by_time.n; i++)
		add_article(x, s->by_time.v[i], &key, &scratch);
	buf_release(&key);
	buf_release(&scratch);
	return x;
}

void url_index_free(struct url_index *x)
{
	if (!x)
		return;
	free(x->slots);
	free(x);
}

uint32_t url_index_find(const struct url_index *x, struct str url)
{
	struct buf key = { 0 }, scratch = { 0 };
	uint32_t found;

	url_key(&key, url);
	found = key.n ? x->slots[find_slot(x, buf_str(&key), &scratch)]
		      : STORE_NONE;
	buf_release(&key);
	buf_release(&scratch);
	return found;
}
