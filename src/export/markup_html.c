/*
 * HTML: one page that loads nothing and runs nothing, which its own policy says
 * too (Content Security Policy 3). Text comes in by html_add() alone.
 */
#include "export/markup.h"

#include "dateline/text/url.h"

/* Read on any screen, light or dark, and on paper. */
static const char style[] =
	":root{color-scheme:light dark}"
	"body{max-width:42em;margin:2em auto;padding:0 1em;"
	"font:1.05em/1.5 serif}"
	"h1,h2,h3{line-height:1.2}"
	".facts,.caption,.note{color:GrayText;font-size:.9em}"
	".standfirst{font-weight:bold}"
	"pre,p,li,td{white-space:pre-line;overflow-wrap:anywhere}"
	"table{border-collapse:collapse;font-size:.9em}"
	"td,th{text-align:start;vertical-align:top;padding:.2em .6em .2em 0;"
	"border-bottom:1px solid}";

/* Between tags and in attributes in double quotes alike (HTML, 13.3). */
static void html_add(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		switch (text.p[i]) {
		case '&':
			buf_add(out, STR("&amp;"));
			break;
		case '<':
			buf_add(out, STR("&lt;"));
			break;
		case '>':
			buf_add(out, STR("&gt;"));
			break;
		case '"':
			buf_add(out, STR("&quot;"));
			break;
		case '\'':
			buf_add(out, STR("&#39;"));
			break;
		default:
			buf_add_c(out, text.p[i]);
		}
	}
}

static void begin_part(struct markup *m, enum markup_group group)
{
	static const char *const opens[] = { "", "<ul>\n", "<table>\n" };
	static const char *const closes[] = { "", "</ul>\n", "</table>\n" };

	if (m->group == group)
		return;
	buf_add_f(m->out, "%s%s", closes[m->group], opens[group]);
	m->group = group;
}

/* <name class="…" dir="auto">text</name>; no class: "". */
static void add_element(
	struct markup *m, const char *name, const char *class, struct str text)
{
	buf_add_f(m->out, "<%s", name);
	if (*class)
		buf_add_f(m->out, " class=\"%s\"", class);
	buf_add(m->out, STR(" dir=\"auto\">"));
	html_add(m->out, text);
	buf_add_f(m->out, "</%s>\n", name);
}

static void add_loose(
	struct markup *m, const char *name, const char *class, struct str text)
{
	if (!text.n)
		return;
	begin_part(m, MARKUP_LOOSE);
	add_element(m, name, class, text);
}

static void html_begin(struct markup *m, struct str title, struct str lang)
{
	buf_add(m->out, STR("<!DOCTYPE html>\n<html"));
	if (lang.n) {
		buf_add(m->out, STR(" lang=\""));
		html_add(m->out, lang);
		buf_add_c(m->out, '"');
	}
	buf_add(m->out,
		STR(">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta http-equiv=\"Content-Security-Policy\" content=\""
		    "default-src 'none'; style-src 'unsafe-inline'\">\n"
		    "<meta name=\"referrer\" content=\"no-referrer\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width\">\n"
		    "<title>"));
	html_add(m->out, title);
	buf_add_f(m->out, "</title>\n<style>%s</style>\n</head>\n<body>\n",
		style);
}

static void html_end(struct markup *m)
{
	begin_part(m, MARKUP_LOOSE);
	buf_add(m->out, STR("</body>\n</html>\n"));
}

static void html_heading(struct markup *m, int level, struct str text)
{
	const char name[] = { 'h', (char)('0' + level), '\0' };

	add_loose(m, name, "", text);
}

static void html_facts(struct markup *m, struct str text)
{
	add_loose(m, "p", "facts", text);
}

static void html_link(struct markup *m, struct str url)
{
	struct buf link = { 0 };
	struct err e;

	if (!url_for_programs(&link, url, &e)) {
		html_facts(m, url);
		buf_release(&link);
		return;
	}
	begin_part(m, MARKUP_LOOSE);
	buf_add(m->out,
		STR("<p class=\"facts\"><a rel=\"noreferrer\" href=\""));
	html_add(m->out, buf_str(&link));
	buf_add(m->out, STR("\">"));
	html_add(m->out, url);
	buf_add(m->out, STR("</a></p>\n"));
	buf_release(&link);
}

static void html_item(struct markup *m, struct str text)
{
	begin_part(m, MARKUP_LIST);
	add_element(m, "li", "", text);
}

static void html_block(struct markup *m, enum block_kind kind, struct str text)
{
	switch (kind) {
	case BLOCK_HEADING:
		add_loose(m, "h2", "", text);
		break;
	case BLOCK_QUOTE:
		add_loose(m, "blockquote", "", text);
		break;
	case BLOCK_LIST:
		html_item(m, text);
		break;
	case BLOCK_STANDFIRST:
		add_loose(m, "p", "standfirst", text);
		break;
	case BLOCK_CAPTION:
		add_loose(m, "p", "caption", text);
		break;
	case BLOCK_NOTE:
		add_loose(m, "p", "note", text);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_TABLE:
	default:
		add_loose(m, "p", "", text);
	}
}

static void html_row(struct markup *m, const struct str *cells, size_t n)
{
	const char *cell = m->group == MARKUP_TABLE ? "td" : "th";

	begin_part(m, MARKUP_TABLE);
	buf_add(m->out, STR("<tr>\n"));
	for (size_t i = 0; i < n; i++)
		add_element(m, cell, "", cells[i]);
	buf_add(m->out, STR("</tr>\n"));
}

static void html_rule(struct markup *m)
{
	begin_part(m, MARKUP_LOOSE);
	buf_add(m->out, STR("<hr>\n"));
}

const struct markup_ops markup_html = {
	.begin = html_begin,
	.end = html_end,
	.heading = html_heading,
	.facts = html_facts,
	.link = html_link,
	.block = html_block,
	.item = html_item,
	.row = html_row,
	.rule = html_rule,
};
