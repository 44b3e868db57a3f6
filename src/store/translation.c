#include "dateline/store/translation.h"

#include "dateline/base/ascii.h"

struct finder {
	const struct store *s;
	const struct article *a;
	struct str lang; /* of the article, without its region */
	struct buf url, id; /* of the article, without the language */
	struct buf b; /* scratch */
};

static struct str base_of(struct str lang)
{
	struct str base = STR_NONE;

	str_split(&lang, '-', &base);
	return base;
}

/* How an address is compared: http or https, "www.", a last slash or a
 * fragment make no difference. */
static struct str bare(struct str where)
{
	size_t scheme = str_find(where, STR("://"), 0);
	size_t fragment;

	if (scheme != STR_NPOS)
		where = str_slice(where, scheme + 3, where.n);
	if (str_starts_nocase(where, STR("www.")))
		where = str_slice(where, 4, where.n);
	fragment = str_chr(where, '#', 0);
	if (scheme != STR_NPOS && fragment != STR_NPOS)
		where = str_slice(where, 0, fragment);
	while (where.n && where.p[where.n - 1] == '/')
		where.n--;
	return where;
}

static bool names(
	const struct store *s, const struct article *a, const struct article *b)
{
	for (uint32_t i = 0; i < a->translations.n; i++) {
		struct str where =
			store_str(s, s->strings.v[a->translations.first + i]);

		if (str_eq(bare(where), bare(store_str(s, b->url))) ||
			str_eq(where, store_str(s, b->id)))
			return true;
	}
	return false;
}

/* Where the language stands as a part of its own, with the sign before it (or
 * behind it, at the start); empty: nowhere. */
static struct range find_language(struct str where, struct str lang)
{
	struct range none = { 0, 0 };

	for (size_t at = 0; lang.n && at + lang.n <= where.n; at++) {
		size_t end = at + lang.n;
		bool begins = at == 0 || !ascii_is_alnum(where.p[at - 1]);
		bool ends = end == where.n || !ascii_is_alnum(where.p[end]);

		if (!begins || !ends ||
			!str_eq_nocase(str_slice(where, at, end), lang))
			continue;
		if (at > 0)
			return (struct range){ (uint32_t)at - 1,
				(uint32_t)end };
		return (struct range){ 0,
			(uint32_t)(end < where.n ? end + 1 : end) };
	}
	return none;
}

/* Appends an address or id without the language; true when it had one. */
static bool without_language(struct buf *out, struct str where, struct str lang)
{
	struct range cut = find_language(where, lang);

	buf_add(out, str_slice(where, 0, cut.start));
	buf_add(out, str_slice(where, cut.end, where.n));
	return cut.end > 0;
}

/* Equal but for the language, which one of them has at least. */
static bool is_but_for_language(struct finder *f, struct str own,
	const struct buf *cut, struct str other, struct str lang)
{
	bool cuts;

	if (own.n == 0 || other.n == 0)
		return false;
	buf_clear(&f->b);
	cuts = without_language(&f->b, other, lang) || cut->n < own.n;
	return cuts && str_eq(buf_str(cut), buf_str(&f->b));
}

static bool is_translation(struct finder *f, const struct article *b)
{
	const struct store *s = f->s;
	struct str lang = base_of(store_str(s, b->lang));
	struct str url = bare(store_str(s, b->url));

	if (b->round == STORE_NONE || lang.n == 0 ||
		str_eq_nocase(lang, f->lang))
		return false;
	return names(s, f->a, b) || names(s, b, f->a) ||
	       is_but_for_language(
		       f, bare(store_str(s, f->a->url)), &f->url, url, lang) ||
	       is_but_for_language(f, store_str(s, f->a->id), &f->id,
		       store_str(s, b->id), lang);
}

static struct finder finder_of(const struct store *s, uint32_t article)
{
	struct finder f = { .s = s, .a = &s->articles.v[article] };

	f.lang = base_of(store_str(s, f.a->lang));
	without_language(&f.url, bare(store_str(s, f.a->url)), f.lang);
	without_language(&f.id, store_str(s, f.a->id), f.lang);
	return f;
}

static void finder_release(struct finder *f)
{
	buf_release(&f->url);
	buf_release(&f->id);
	buf_release(&f->b);
}

uint32_t translation_find(const struct store *s, uint32_t article, uint32_t n)
{
	struct finder f = finder_of(s, article);
	VEC_OF(uint32_t) found = { 0 };
	uint32_t nth = STORE_NONE;

	for (size_t i = 0; i < s->by_time.n && f.lang.n; i++)
		if (is_translation(&f, &s->articles.v[s->by_time.v[i]]))
			*vec_push(&found) = s->by_time.v[i];
	if (found.n)
		nth = found.v[n % found.n];
	vec_free(&found);
	finder_release(&f);
	return nth;
}

bool translation_is(const struct store *s, uint32_t a, uint32_t b)
{
	struct finder f = finder_of(s, a);
	bool is = f.lang.n && is_translation(&f, &s->articles.v[b]);

	finder_release(&f);
	return is;
}
