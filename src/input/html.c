/*
 * Saved pages. Bytes are reduced (html_source), decoded, parsed into flat
 * arrays (html_page), the article is found in them (html_select, html_body)
 * and its facts around it (html_site, html_title, html_author, html_date).
 */
#include "dateline/base/message.h"
#include "dateline/text/charset.h"
#include "dateline/text/utf8.h"
#include "input/html_reader.h"
#include "input/lead.h"
#include "input/readers.h"

/* Bytes of text that make a page: with less, what it says to browsers without
 * scripts or frames is read as well. Most of that says to get another browser,
 * so it must be as much. */
#define MIN_TEXT 400

#define MAX_FRAMES 4 /* named when a page has nothing else */

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

static void load(struct html_reader *r, struct str bytes, struct str charset,
	bool fallback)
{
	struct buf text = { 0 };

	html_source_release(&r->source);
	html_page_release(&r->page);
	html_reduce(&r->source, bytes, fallback);
	if (charset.n)
		r->source.charset = charset;
	charset_to_utf8(&text, buf_str(&r->source.html), r->source.charset);
	buf_release(&r->source.html);
	replace_bad(&text);
	html_parse(&r->page, buf_str(&text), r->arena);
	buf_release(&text);
}

/* Reduces, decodes and parses the page; *wide keeps its bytes when they had to
 * be decoded first. */
static void load_page(struct html_reader *r, struct str bytes, struct buf *wide)
{
	struct str charset = STR_NONE;

	if (is_wide(bytes)) {
		charset_to_utf8(wide, bytes, STR_NONE);
		bytes = buf_str(wide);
		charset = STR("utf-8");
	}
	load(r, bytes, charset, false);
	if (r->page.text.n >= MIN_TEXT || !r->source.has_fallback)
		return;
	load(r, bytes, charset, true);
	if (r->page.text.n < MIN_TEXT)
		load(r, bytes, charset, false);
}

static void read_facts(struct html_reader *r)
{
	html_read_language(r);
	html_read_address(r);
	html_read_translations(r);
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

/* Why a page without text is none. */
static struct str explain(struct html_reader *r)
{
	struct buf why = { 0 };
	struct str clean;

	if (r->source.frames.n == 0)
		return STR(N_(
			"the page holds no text; save it again from a browser that runs its scripts"));
	buf_add(&why,
		STR("the page only puts frames together; the article is in one of their files: "));
	for (size_t i = 0; i < r->source.frames.n && i < MAX_FRAMES; i++) {
		buf_add(&why, i ? STR(", ") : STR(""));
		buf_add(&why, r->source.frames.v[i]);
	}
	clean = doc_clean(&r->doc, buf_str(&why));
	buf_release(&why);
	return clean;
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
	struct buf wide = { 0 };
	struct str why = STR_NONE;

	doc_begin(&r.doc, arena);
	r.doc.doc.id = in->id;
	r.doc.doc.path = in->path;
	load_page(&r, in->bytes, &wide);
	html_ld_read(&r.source, buf_str(&r.page.title), arena, &r.ld);
	html_select(&r.page, &r.pick, arena);
	read_facts(&r);
	html_read_body(&r);
	warn_limits(&r);
	lead_complete(&r.doc);
	if (!r.doc.text.n && (!r.title.n || r.source.frames.n))
		why = explain(&r);
	/* The document has copies: the page need not lie there meanwhile. */
	release(&r);
	buf_release(&wide);
	if (why.n == 0) {
		sink->article(sink->ctx, doc_end(&r.doc));
	} else {
		sink->skipped(sink->ctx, in->path, why);
		doc_abort(&r.doc);
	}
}
