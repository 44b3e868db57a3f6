/*
 * Saved pages. Bytes are reduced (html_source), decoded, parsed into flat
 * arrays (html_page), the article is found in them (html_select, html_body)
 * and its facts around it (html_site, html_title, html_author, html_date).
 */
#include "dateline/text/charset.h"
#include "dateline/text/utf8.h"
#include "input/html_reader.h"
#include "input/lead.h"
#include "input/readers.h"

/* UTF-16 and UTF-32 have zeros where their ASCII is. */
static bool is_wide(struct str bytes)
{
	struct str head = str_slice(bytes, 0, 256);
	size_t zeros = 0;

	for (size_t i = 0; i < head.n; i++)
		zeros += head.p[i] == '\0';
	return zeros * 5 > head.n;
}

/* libxml2 takes a page with one bad byte for Latin-1. */
static void replace_bad(struct buf *b)
{
	struct buf fixed = { 0 };
	struct str s = buf_str(b);

	if (utf8_valid(s))
		return;
	for (size_t i = 0; i < s.n;) {
		uint32_t cp;

		i += utf8_decode(s, i, &cp);
		buf_add_cp(&fixed, cp == UTF8_BAD ? 0xFFFD : cp);
	}
	buf_release(b);
	*b = fixed;
}

/* Reduces and decodes the page into *text. */
static void decode(struct html_reader *r, struct str bytes, struct buf *wide,
	struct buf *text)
{
	if (is_wide(bytes)) {
		charset_to_utf8(wide, bytes, STR_NONE);
		bytes = buf_str(wide);
	}
	html_reduce(&r->source, bytes);
	if (wide->n)
		r->source.charset = STR("utf-8");
	charset_to_utf8(text, buf_str(&r->source.html), r->source.charset);
	buf_release(&r->source.html);
	replace_bad(text);
}

static void read_facts(struct html_reader *r)
{
	html_read_language(r);
	html_read_address(r);
	html_read_site(r);
	html_read_title(r);
	html_read_authors(r);
	html_read_date(r);
}

static void warn_limits(struct html_reader *r)
{
	if (r->source.truncated)
		doc_warn(&r->doc,
			"the page has more than %zu MB of text and markup; the rest was left out",
			HTML_MAX_REDUCED >> 20);
	if (r->page.truncated)
		doc_warn(&r->doc,
			"the page has more than %d elements, or %d in one another; the rest was left out",
			HTML_MAX_ELEMENTS, HTML_MAX_DEPTH);
}

static void release(struct html_reader *r)
{
	html_source_release(&r->source);
	html_page_release(&r->page);
	buf_release(&r->key[0]);
	buf_release(&r->key[1]);
}

void read_html(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	struct html_reader r = { .arena = arena };
	struct buf wide = { 0 }, text = { 0 };
	bool found;

	doc_begin(&r.doc, arena);
	r.doc.doc.id = in->id;
	r.doc.doc.path = in->path;
	decode(&r, in->bytes, &wide, &text);
	html_parse(&r.page, buf_str(&text), arena);
	buf_release(&text);
	html_ld_read(r.source.json.v, r.source.json.n, r.source.charset, arena,
		&r.ld);
	html_select(&r.page, &r.pick, arena);
	read_facts(&r);
	html_read_body(&r);
	warn_limits(&r);
	lead_complete(&r.doc);
	found = r.doc.text.n || r.title.n;
	/* The document has copies: the page need not lie there meanwhile. */
	release(&r);
	buf_release(&wide);
	if (found) {
		sink->article(sink->ctx, doc_end(&r.doc));
	} else {
		doc_abort(&r.doc);
		sink->skipped(sink->ctx, in->path,
			STR("the page holds no text; save it again from a browser that runs its scripts"));
	}
}
