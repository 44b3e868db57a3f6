#include "links.h"

#include "dateline/base/ascii.h"

/* Where an address in running text ends: white space, and what no address has
 * unescaped (RFC 3986, appendix C). */
static bool ends_address(uint8_t c)
{
	return c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' ||
	       c == '^' || c == '`' || c == '{' || c == '|' || c == '}' ||
	       c >= 0x7F;
}

static bool is_closing(char c)
{
	return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' ||
	       c == '?' || c == '\'' || c == ')' || c == ']';
}

/* The end of the address at `at`, without the marks of the sentence around it;
 * a bracket stays that the address opens itself. */
static uint32_t address_end(struct str text, uint32_t at)
{
	uint32_t end = at;
	int open = 0;

	while (end < text.n && !ends_address((uint8_t)text.p[end])) {
		open += text.p[end] == '(';
		open -= text.p[end] == ')';
		end++;
	}
	for (; end > at && is_closing(text.p[end - 1]); end--) {
		if (text.p[end - 1] != ')')
			continue;
		if (open >= 0)
			break;
		open++;
	}
	return end;
}

/* Where the scheme before "://" starts; `at` itself: it is none of the web's.
 */
static uint32_t scheme_start(struct str text, uint32_t from, uint32_t at)
{
	uint32_t start = at;
	struct str scheme;

	while (start > from && at - start < 5 &&
		ascii_is_alpha(text.p[start - 1]))
		start--;
	scheme = str_slice(text, start, at);
	return str_eq_nocase(scheme, STR("http")) ||
			       str_eq_nocase(scheme, STR("https"))
		       ? start
		       : at;
}

/* The next address in the text from `from` on that has a host. The end is
 * looked for behind a scheme only: the text may have "://" many times. */
static bool next_address(struct str text, uint32_t from, struct range *out)
{
	size_t at = from;

	while (text.p && (at = str_find(text, STR("://"), at)) != STR_NPOS) {
		uint32_t start = scheme_start(text, from, (uint32_t)at);
		uint32_t end =
			start < at ? address_end(text, (uint32_t)at + 3) : 0;

		if (end > at + 3) {
			*out = (struct range){ start, end };
			return true;
		}
		at += 3;
	}
	return false;
}

/* Those between the links of the page, from *from to `to`. */
static void find_written(
	struct str text, uint32_t from, uint32_t to, struct link_list *out)
{
	struct str part = str_slice(text, 0, to);
	struct range r;

	while (next_address(part, from, &r)) {
		*vec_push(&out->list) =
			(struct link_at){ r, str_range(text, r) };
		from = r.end;
	}
}

void links_find(const struct store *s, uint32_t article, struct link_list *out)
{
	const struct article *a = &s->articles.v[article];
	struct str text = store_str(s, a->text);
	uint32_t from = 0;

	for (uint32_t i = 0; i < a->anchors.n; i++) {
		const struct store_anchor *x =
			&s->anchors.v[a->anchors.first + i];

		find_written(text, from, x->span.start, out);
		*vec_push(&out->list) =
			(struct link_at){ x->span, store_str(s, x->url) };
		from = x->span.end;
	}
	find_written(text, from, (uint32_t)text.n, out);
}

void links_release(struct link_list *links)
{
	vec_free(&links->list);
}
