#include "input/html_source.h"

#include "dateline/base/ascii.h"
#include "input/html_attr.h"
#include "input/html_entity.h"
#include "input/html_tag.h"

/* Longer values of the attributes we read are no addresses, names or titles. */
#define MAX_VALUE 8192
#define MAX_NAME 32 /* bytes of an element's name; known ones have 10 */

/* The ends that were looked for in vain are not looked for again, so that the
 * whole stays linear. */
struct reducer {
	struct html_scan scan;
	struct html_source *out;
	bool fallback; /* kept */
	bool no_end[TAG_COUNT], no_comment_end, no_toolbar_end;
	uint32_t open[TAG_COUNT]; /* start tags kept, less end tags */
	char space; /* white space not yet written: 0, ' ' or '\n' */
	bool edge; /* a block has started and no text is in it yet */
	bool walled; /* since <a>, what </a> does not close was opened */
};

/* Writes the white space that is due. Next to a block's start tag it means
 * nothing, and the parser takes its time with it. */
static void put_space(struct reducer *r)
{
	if (r->space && !r->edge)
		buf_add_c(&r->out->html, r->space);
	r->space = 0;
}

/* A run of white space, of which a line end is all that may matter (<pre>). */
static void add_space(struct reducer *r, struct str s)
{
	if (s.n && r->space != '\n')
		r->space = str_chr(s, '\n', 0) == STR_NPOS ? ' ' : '\n';
}

static void add_text(struct reducer *r, struct str s)
{
	size_t start = 0, end = s.n;

	while (start < end && ascii_is_space(s.p[start]))
		start++;
	add_space(r, str_slice(s, 0, start));
	if (start == end)
		return;
	while (ascii_is_space(s.p[end - 1]))
		end--;
	put_space(r);
	r->edge = false;
	html_copy_references(&r->out->html, str_slice(s, start, end));
	add_space(r, str_slice(s, end, s.n));
}

/* A kept attribute: one bit in a tag's set of those seen. */
static const struct str kept_names[] = {
	{ "id", 2 },
	{ "rel", 3 },
	{ "href", 4 },
	{ "lang", 4 },
	{ "name", 4 },
	{ "role", 4 },
	{ "class", 5 },
	{ "style", 5 },
	{ "title", 5 },
	{ "hidden", 6 },
	{ "charset", 7 },
	{ "content", 7 },
	{ "datetime", 8 },
	{ "hreflang", 8 },
	{ "itemprop", 8 },
	{ "property", 8 },
	{ "itemtype", 8 },
	{ "http-equiv", 10 },
	{ "aria-hidden", 11 },
};

/* The place of a name in kept_names, or -1. */
static int kept_index(struct str name)
{
	for (size_t i = 0; i < sizeof kept_names / sizeof *kept_names; i++)
		if (kept_names[i].n == name.n &&
			ascii_lower(name.p[0]) == kept_names[i].p[0] &&
			str_eq_nocase(name, kept_names[i]))
			return (int)i;
	return -1;
}

static bool hides(struct str style)
{
	return str_find_nocase(style, STR("display:none"), 0) != STR_NPOS ||
	       str_find_nocase(style, STR("display: none"), 0) != STR_NPOS ||
	       str_find_nocase(style, STR("visibility:hidden"), 0) !=
		       STR_NPOS ||
	       str_find_nocase(style, STR("visibility: hidden"), 0) != STR_NPOS;
}

static bool is_worth_keeping(
	enum html_tag tag, struct str name, struct str value)
{
	if (str_eq(name, STR("title")))
		return tag == TAG_abbr || tag == TAG_time || tag == TAG_span;
	if (str_eq(name, STR("hreflang")))
		return tag == TAG_link;
	if (str_eq(name, STR("href")))
		return !str_starts_nocase(value, STR("data:"));
	return true;
}

static void keep_attr(
	struct buf *b, enum html_tag tag, struct str name, struct str value)
{
	char mark = str_chr(value, '"', 0) == STR_NPOS ? '"' : '\'';

	if (str_eq(name, STR("style"))) {
		if (hides(value))
			buf_add(b, STR(" hidden=\"\""));
		return;
	}
	if (!is_worth_keeping(tag, name, value))
		return;
	buf_add_c(b, ' ');
	buf_add(b, name);
	buf_add_c(b, '=');
	buf_add_c(b, mark);
	html_copy_references(b, str_slice(value, 0, MAX_VALUE));
	buf_add_c(b, mark);
}

/* The charset in <meta http-equiv=content-type content="text/html;
 * charset=…">, or STR_NONE. */
static struct str charset_of(struct str content)
{
	size_t at = str_find_nocase(content, STR("charset="), 0), end;

	if (at == STR_NPOS)
		return STR_NONE;
	at += STR("charset=").n;
	while (at < content.n &&
		(content.p[at] == '"' || content.p[at] == '\''))
		at++;
	for (end = at; end < content.n &&
		       (ascii_is_alnum(content.p[end]) ||
			       content.p[end] == '-' || content.p[end] == '_');)
		end++;
	return str_slice(content, at, end);
}

/* Notes the charset that a <meta> declares, the first one. */
static void note_charset(
	struct html_source *out, struct str name, struct str value)
{
	if (out->charset.p)
		return;
	if (str_eq(name, STR("charset")))
		out->charset = value;
	else if (str_eq(name, STR("content")))
		out->charset = charset_of(value);
}

/* Passes the tag's attributes, keeping the first of each that is read. */
static void copy_attributes(struct reducer *r, enum html_tag tag)
{
	struct html_attr a;
	uint32_t seen = 0;

	while (html_attr_next(&r->scan, &a)) {
		int i = kept_index(a.name);

		if (i < 0 || (seen & (1u << i)))
			continue;
		seen |= 1u << i;
		keep_attr(&r->out->html, tag, kept_names[i], a.value);
		if (tag == TAG_meta)
			note_charset(r->out, kept_names[i], a.value);
	}
}

/* Custom elements have a hyphen in their names. */
static bool is_in_name(char c)
{
	return ascii_is_alnum(c) || c == '-';
}

/* The name of the tag that starts at `at`, folded into `name`. */
static struct str read_name(struct str in, size_t at, char *name)
{
	size_t n = 0;

	while (at + n < in.n && n < MAX_NAME && is_in_name(in.p[at + n])) {
		name[n] = ascii_lower(in.p[at + n]);
		n++;
	}
	return str_of(name, n);
}

/* True when the tag's name at `at` is `name`. */
static bool is_name_at(struct str in, size_t at, struct str name)
{
	return str_starts_nocase(str_slice(in, at, in.n), name) &&
	       (at + name.n >= in.n || !is_in_name(in.p[at + name.n]));
}

/* "</name" at or after `from`, or STR_NPOS. */
static size_t find_end_tag(struct str in, struct str name, size_t from)
{
	for (size_t at = from;; at += 2) {
		at = str_find(in, STR("</"), at);
		if (at == STR_NPOS || is_name_at(in, at + 2, name))
			return at;
	}
}

/* The same for an element that cannot hold itself: STR_NPOS when the next
 * starts first, because then this one was not closed. */
static size_t find_own_end(struct str in, struct str name, size_t from)
{
	for (size_t at = from;; at++) {
		at = str_chr(in, '<', at);
		if (at == STR_NPOS || at + 1 >= in.n)
			return STR_NPOS;
		if (in.p[at + 1] == '/' && is_name_at(in, at + 2, name))
			return at;
		if (is_name_at(in, at + 1, name))
			return STR_NPOS;
	}
}

/* Elements of which browsers read nothing but the end tag. */
static bool is_raw_text(enum html_tag tag)
{
	return tag == TAG_script || tag == TAG_style || tag == TAG_svg ||
	       tag == TAG_textarea;
}

static void skip_past(struct html_scan *s, char c)
{
	size_t end = str_chr(s->in, c, s->at);

	s->at = end == STR_NPOS ? s->in.n : end + 1;
}

/*
 * An element cut with all it holds. One that never ends: a script or style
 * takes the rest of the page, as in a browser; of others only the tag goes.
 */
static void cut_raw(struct reducer *r, enum html_tag tag, struct str name)
{
	struct html_scan *s = &r->scan;
	struct html_attr a;
	bool json = false;
	size_t start, end;

	while (html_attr_next(s, &a))
		json |= str_eq_nocase(a.name, STR("type")) &&
			str_find_nocase(a.value, STR("ld+json"), 0) != STR_NPOS;
	start = s->at;
	if (r->no_end[tag])
		return;
	end = is_raw_text(tag) ? find_end_tag(s->in, name, start)
			       : find_own_end(s->in, name, start);
	if (end == STR_NPOS) {
		r->no_end[tag] = is_raw_text(tag);
		if (tag != TAG_script && tag != TAG_style)
			return;
		end = s->in.n;
	}
	if (json && tag == TAG_script)
		*vec_push(&r->out->json) = str_slice(s->in, start, end);
	s->at = end;
	skip_past(s, '>');
}

/* Elements that libxml2 closes only by their own end tags, or those of what
 * holds them (htmlEndPriority). */
static bool is_wall(enum html_tag tag)
{
	return tag == TAG_div || tag == TAG_td || tag == TAG_th ||
	       tag == TAG_tr || tag == TAG_thead || tag == TAG_tbody ||
	       tag == TAG_tfoot || tag == TAG_table || tag == TAG_head ||
	       tag == TAG_body || tag == TAG_html;
}

/* Of <html>, <head> and <body> libxml2 passes over all but the first. */
static void note_start(struct reducer *r, enum html_tag tag, unsigned traits)
{
	if (tag == TAG_a)
		r->walled = false;
	r->walled |= is_wall(tag);
	r->edge |= (traits & TRAIT_BLOCK) && tag != TAG_body;
}

/* A button that is a heading's text opens what stands below it. */
static bool is_heading_button(const struct reducer *r, enum html_tag tag)
{
	if (tag != TAG_button)
		return false;
	for (int h = TAG_h1; h <= TAG_h6; h++)
		if (r->open[h] > 0)
			return true;
	return false;
}

/* Passes a tag that is not kept; a frame's file is noted. */
static void drop_tag(struct reducer *r, enum html_tag tag)
{
	struct html_attr a;

	while (html_attr_next(&r->scan, &a))
		if (tag == TAG_frame && str_eq_nocase(a.name, STR("src")))
			*vec_push(&r->out->frames) = str_trim(a.value);
}

static void start_tag(struct reducer *r, struct str name)
{
	enum html_tag tag = html_tag_find(name);
	unsigned traits = html_tag_traits(tag);
	bool fallback = tag == TAG_noscript || tag == TAG_noframes;

	r->scan.at += 1 + name.n;
	r->out->has_fallback |= fallback;
	if ((traits & TRAIT_DROP) || (fallback && r->fallback) ||
		is_heading_button(r, tag)) {
		drop_tag(r, tag);
		return;
	}
	if (traits & TRAIT_RAW) {
		cut_raw(r, tag, name);
		add_space(r, STR(" "));
		return;
	}
	r->open[tag]++;
	note_start(r, tag, traits);
	put_space(r);
	buf_add_c(&r->out->html, '<');
	buf_add(&r->out->html, name);
	copy_attributes(r, tag);
	buf_add_c(&r->out->html, '>');
}

/* An end tag of what is not open goes: libxml2 looks for its start in all that
 * is. A link's end is marked by an empty comment where libxml2 may pass over
 * "</a>", because a <div> inside was not closed. */
static void end_tag(struct reducer *r, struct str name)
{
	enum html_tag tag = html_tag_find(name);

	if (r->open[tag] > 0) {
		r->open[tag]--;
		put_space(r);
		buf_add(&r->out->html, STR("</"));
		buf_add(&r->out->html, name);
		buf_add_c(&r->out->html, '>');
	}
	if (tag == TAG_a && r->walled)
		buf_add(&r->out->html, STR("<!---->"));
	skip_past(&r->scan, '>');
}

/* "saved from url=(0042)http://…" and SingleFile's "url: http://…". */
static void read_comment(struct html_source *out, struct str comment)
{
	size_t at = str_find(comment, STR("saved from url="), 0), end;

	if (out->address.p || comment.n > 4096)
		return;
	if (at != STR_NPOS)
		at = str_chr(comment, ')', at);
	else if (str_find(comment, STR("SingleFile"), 0) != STR_NPOS)
		at = str_find(comment, STR("url:"), 0);
	if (at == STR_NPOS)
		return;
	at = str_find(comment, STR("http"), at);
	if (at == STR_NPOS)
		return;
	for (end = at; end < comment.n && !ascii_is_space(comment.p[end]);)
		end++;
	out->address = str_slice(comment, at, end);
}

/* The toolbar that the Wayback Machine puts in: passed with its end. */
static void skip_toolbar(struct reducer *r, struct str comment)
{
	size_t end;

	if (r->no_toolbar_end ||
		str_find(comment, STR("BEGIN WAYBACK TOOLBAR INSERT"), 0) ==
			STR_NPOS)
		return;
	end = str_find(
		r->scan.in, STR("<!-- END WAYBACK TOOLBAR INSERT"), r->scan.at);
	r->no_toolbar_end = end == STR_NPOS;
	if (r->no_toolbar_end)
		return;
	r->scan.at = end;
	skip_past(&r->scan, '>');
}

/* A comment without an end stops at its first ">". */
static void cut_comment(struct reducer *r)
{
	struct html_scan *s = &r->scan;
	size_t start = s->at + 4, end = STR_NPOS;

	if (start < s->in.n && s->in.p[start] == '>') {
		s->at = start + 1;
		return;
	}
	if (!r->no_comment_end)
		end = str_find(s->in, STR("-->"), start - 2);
	if (end == STR_NPOS) {
		r->no_comment_end = true;
		skip_past(s, '>');
		return;
	}
	s->at = end + 3;
	if (end < start)
		return;
	read_comment(r->out, str_slice(s->in, start, end));
	skip_toolbar(r, str_slice(s->in, start, end));
}

/* Declarations go; that of XML may name the charset. */
static void cut_declaration(struct reducer *r)
{
	struct html_scan *s = &r->scan;
	struct html_attr a;

	if (!str_starts(str_slice(s->in, s->at, s->in.n), STR("<?xml"))) {
		skip_past(s, '>');
		return;
	}
	s->at += 5;
	while (html_attr_next(s, &a))
		if (str_eq(a.name, STR("encoding")) && !r->out->charset.p)
			r->out->charset = a.value;
}

static void markup(struct reducer *r)
{
	struct str in = r->scan.in;
	size_t at = r->scan.at;
	char next = html_byte(in, at + 1), name[MAX_NAME];

	if (ascii_is_alpha(next)) {
		start_tag(r, read_name(in, at + 1, name));
	} else if (next == '/' && at + 2 < in.n &&
		   ascii_is_alpha(in.p[at + 2])) {
		end_tag(r, read_name(in, at + 2, name));
	} else if (str_starts(str_slice(in, at, in.n), STR("<!--"))) {
		cut_comment(r);
	} else if (next == '!' || next == '?' || next == '/') {
		cut_declaration(r);
	} else {
		put_space(r);
		r->edge = false;
		buf_add(&r->out->html, STR("&lt;"));
		r->scan.at++;
	}
}

void html_reduce(struct html_source *s, struct str raw, bool fallback)
{
	struct reducer r = { .scan.in = raw, .out = s, .fallback = fallback };

	*s = (struct html_source){ .raw = raw };
	while (r.scan.at < raw.n) {
		size_t tag = str_chr(raw, '<', r.scan.at);
		size_t end = tag == STR_NPOS ? raw.n : tag;

		add_text(&r, str_slice(raw, r.scan.at, end));
		r.scan.at = end;
		if (s->html.n > HTML_MAX_REDUCED) {
			s->truncated = true;
			break;
		}
		if (tag != STR_NPOS)
			markup(&r);
	}
}

void html_source_release(struct html_source *s)
{
	buf_release(&s->html);
	vec_free(&s->json);
	vec_free(&s->frames);
}
