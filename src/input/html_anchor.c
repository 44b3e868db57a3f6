/* The links of the article's blocks: where they lead, as absolute addresses. */
#include "dateline/base/ascii.h"
#include "input/html_body.h"

/* Bytes; browsers and servers take no more for granted (RFC 9110, 4.1). */
#define ADDRESS_MAX 8000

/* Whether something before the path says what kind of address it is:
 * "mailto:", "javascript:". */
static bool has_scheme(struct str href)
{
	size_t i = 0;

	while (i < href.n && (ascii_is_alnum(href.p[i]) || href.p[i] == '+' ||
				     href.p[i] == '-' || href.p[i] == '.'))
		i++;
	return i > 0 && i < href.n && href.p[i] == ':';
}

static bool is_web(struct str s)
{
	return str_starts_nocase(s, STR("http://")) ||
	       str_starts_nocase(s, STR("https://"));
}

/* The end of "https://host". */
static size_t origin_end(struct str base)
{
	size_t i = str_find(base, STR("://"), 0) + 3;

	while (i < base.n && base.p[i] != '/' && base.p[i] != '?' &&
		base.p[i] != '#')
		i++;
	return i;
}

/* How much of the base stands before a relative address (RFC 3986, 5.2). */
static size_t kept_of_base(struct str base, struct str href)
{
	size_t origin = origin_end(base), end = origin, path;

	if (str_starts(href, STR("//")))
		return str_chr(base, ':', 0) + 1;
	if (str_starts(href, STR("/")))
		return origin;
	while (end < base.n && base.p[end] != '?' && base.p[end] != '#')
		end++;
	if (str_starts(href, STR("?")))
		return end;
	for (path = end; path > origin && base.p[path - 1] != '/';)
		path--;
	return path;
}

/* One folder up, never above the host. */
static size_t folder_above(struct str base, size_t end)
{
	size_t origin = origin_end(base);

	while (end > origin + 1 && base.p[end - 2] != '/')
		end--;
	return end > origin + 1 ? end - 1 : end;
}

/* Appends the address that a page at `base` means; false: none on the web, or
 * a place in the page itself. */
static bool resolve(struct str base, struct str href, struct buf *out)
{
	size_t keep;

	if (href.n == 0 || href.p[0] == '#' || href.n > ADDRESS_MAX)
		return false;
	if (is_web(href)) {
		buf_add(out, href);
		return true;
	}
	if (has_scheme(href) || !is_web(base))
		return false;
	keep = kept_of_base(base, href);
	for (;;) {
		if (str_starts(href, STR("../")))
			keep = folder_above(base, keep);
		else if (!str_starts(href, STR("./")))
			break;
		href = str_slice(href, str_chr(href, '/', 0) + 1, href.n);
	}
	buf_add(out, str_slice(base, 0, keep));
	if (href.n && keep == origin_end(base) && href.p[0] != '/')
		buf_add_c(out, '/');
	buf_add(out, href);
	return true;
}

/* The clean address a link leads to, or STR_NONE. */
static struct str address_of(
	struct html_reader *r, struct str href, struct buf *scratch)
{
	struct str clean;

	buf_clear(scratch);
	if (!resolve(r->doc.doc.url, str_trim(href), scratch))
		return STR_NONE;
	clean = doc_clean(&r->doc, buf_str(scratch));
	return str_chr(clean, ' ', 0) == STR_NPOS ? clean : STR_NONE;
}

/* The first link that ends behind a byte of the page's text. */
static size_t link_from(const struct html_page *page, uint32_t at)
{
	size_t low = 0, high = page->links.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (page->links.v[mid].end > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

static uint32_t max_of(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

void html_add_links(struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	const struct html_block *block = &page->blocks.v[i];
	VEC_OF(struct doc_link) links = { 0 };
	struct buf scratch = { 0 };

	for (size_t k = link_from(page, block->start);
		k < page->links.n && page->links.v[k].start < block->end; k++) {
		const struct html_link *l = &page->links.v[k];
		uint32_t end = l->end < block->end ? l->end : block->end;
		struct doc_link link = { { max_of(l->start, block->start) -
							 block->start,
						 end - block->start },
			address_of(b->r, l->href, &scratch) };

		if (link.url.n && link.span.end > link.span.start)
			*vec_push(&links) = link;
	}
	if (links.n)
		doc_add_links(
			&b->r->doc, html_body_text(b, i), links.v, links.n);
	vec_free(&links);
	buf_release(&scratch);
}
