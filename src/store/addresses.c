#include "dateline/store/addresses.h"

#include "dateline/text/url.h"

#include <assert.h>

static_assert(STORE_NONE == INTERN_NONE, "no number, no article");

/* What is compared of an address. */
struct key {
	struct buf page; /* with the query behind it */
	size_t bare; /* bytes without; 0: it is no address of a page */
};

static void key_make(struct key *k, struct str url)
{
	struct url_parts parts;

	buf_clear(&k->page);
	k->bare = 0;
	if (!url_split(url, &parts))
		return;
	url_page(&k->page, &parts);
	k->bare = k->page.n;
	buf_add_c(&k->page, '?');
	url_query(&k->page, &parts);
}

static struct str whole_of(const struct key *k)
{
	return buf_str(&k->page);
}

static struct str bare_of(const struct key *k)
{
	return str_slice(whole_of(k), 0, k->bare);
}

static struct str query_of(const struct key *k)
{
	return str_slice(whole_of(k), k->bare + 1, k->page.n);
}

static void add_article(struct addresses *a, uint32_t article, struct key *k)
{
	const struct article *of = &a->store->articles.v[article];
	uint32_t whole, bare;

	if (of->round == STORE_NONE)
		return;
	key_make(k, store_str(a->store, of->url));
	if (!k->bare)
		return;
	whole = intern_add(&a->whole, whole_of(k));
	if (whole == a->first.n)
		*vec_push(&a->first) = STORE_NONE;
	a->next.v[article] = a->first.v[whole];
	a->first.v[whole] = article;
	bare = intern_add(&a->bare, bare_of(k));
	if (bare == a->page.n)
		*vec_push(&a->page) = whole;
	else if (a->page.v[bare] != whole)
		a->page.v[bare] = STORE_NONE;
}

void addresses_find(struct addresses *a, const struct store *s)
{
	struct key key = { 0 };

	a->store = s;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&a->next) = STORE_NONE;
	for (size_t i = s->by_time.n; i-- > 0;)
		add_article(a, s->by_time.v[i], &key);
	buf_release(&key.page);
}

/* Whether a query is another one with parameters behind it, or that itself. */
static bool goes_on(struct str query, struct str from)
{
	return from.n == 0 ||
	       (str_starts(query, from) &&
		       (query.n == from.n || query.p[from.n] == '&'));
}

/* The only page of an address without its query, where that may be the one. */
static uint32_t find_bare(const struct addresses *a, const struct key *k)
{
	uint32_t bare = intern_find(&a->bare, bare_of(k)), whole;
	struct key other = { 0 };
	const struct article *first;

	if (bare == INTERN_NONE || a->page.v[bare] == STORE_NONE)
		return STORE_NONE;
	whole = a->page.v[bare];
	first = &a->store->articles.v[a->first.v[whole]];
	key_make(&other, store_str(a->store, first->url));
	if (!goes_on(query_of(k), query_of(&other)) &&
		!goes_on(query_of(&other), query_of(k)))
		whole = STORE_NONE;
	buf_release(&other.page);
	return whole;
}

uint32_t addresses_article(const struct addresses *a, struct str url)
{
	struct key key = { 0 };
	uint32_t whole = INTERN_NONE;

	key_make(&key, url);
	if (key.bare)
		whole = intern_find(&a->whole, whole_of(&key));
	if (key.bare && whole == INTERN_NONE)
		whole = find_bare(a, &key);
	buf_release(&key.page);
	return whole == STORE_NONE ? STORE_NONE : a->first.v[whole];
}

void addresses_release(struct addresses *a)
{
	intern_release(&a->whole);
	intern_release(&a->bare);
	vec_free(&a->first);
	vec_free(&a->page);
	vec_free(&a->next);
}
