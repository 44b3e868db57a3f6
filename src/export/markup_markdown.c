/*
 * CommonMark 0.30, with tables as GitHub has them. What would be markup in a
 * text is escaped with a backslash (2.4); at the start of a line that is more
 * than inside it.
 */
#include "export/markup.h"

#include "dateline/base/ascii.h"
#include "dateline/text/url.h"

/* A digit that begins a list's number: "1." or "1)". */
static bool is_number(struct str s)
{
	size_t n = 0;

	while (n < s.n && ascii_is_digit(s.p[n]))
		n++;
	return n > 0 && n < s.n && (s.p[n] == '.' || s.p[n] == ')');
}

/* What would begin an entity: "&lt;", "&#60;". */
static bool is_entity(struct str s, size_t at)
{
	return s.p[at] == '&' && at + 1 < s.n &&
	       (ascii_is_alpha(s.p[at + 1]) || s.p[at + 1] == '#');
}

/* Appends words that stand inside a line. */
static void add_inline(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n; at++) {
		if (strchr("\\`*_[]<>~|$", s.p[at]) || is_entity(s, at))
			buf_add_c(out, '\\');
		buf_add_c(out, s.p[at]);
	}
}

/* Appends a line; what begins a block only does so at its start. */
static void add_line(struct buf *out, struct str line)
{
	size_t at = 0;

	while (is_number(line) && ascii_is_digit(line.p[at]))
		buf_add_c(out, line.p[at++]);
	if (at || (line.n && strchr("#+-=", line.p[0])))
		buf_add_c(out, '\\');
	add_inline(out, str_slice(line, at, line.n));
}

/* Lines each after `mark`; a line end that the text has stays one (6.7). */
static void add_text(struct buf *out, struct str text, const char *mark)
{
	struct str line;

	while (str_split(&text, '\n', &line)) {
		add_line(out, str_trim(line));
		if (text.n)
			buf_add_f(out, "\\\n%s", mark);
	}
}

/* A blank line ends what is open. */
static void begin_part(struct markup *m, enum markup_group group)
{
	if (m->group != MARKUP_LOOSE && m->group != group)
		buf_add_c(m->out, '\n');
	m->group = group;
}

static void markdown_begin(struct markup *m, struct str title, struct str lang)
{
	(void)m;
	(void)title;
	(void)lang;
}

static void markdown_end(struct markup *m)
{
	(void)m;
}

static void markdown_heading(struct markup *m, int level, struct str text)
{
	begin_part(m, MARKUP_LOOSE);
	buf_add_f(m->out, "%.*s ", level, "######");
	add_inline(m->out, text);
	buf_add(m->out, STR("\n\n"));
}

static void add_loose(struct markup *m, const char *before, const char *mark,
	struct str text, const char *after)
{
	if (!text.n)
		return;
	begin_part(m, MARKUP_LOOSE);
	buf_add_f(m->out, "%s", before);
	add_text(m->out, text, mark);
	buf_add_f(m->out, "%s\n\n", after);
}

static void markdown_facts(struct markup *m, struct str text)
{
	add_loose(m, "", "", text, "");
}

static void markdown_link(struct markup *m, struct str url)
{
	struct buf link = { 0 };
	struct err e;

	if (url_for_programs(&link, url, &e)) {
		begin_part(m, MARKUP_LOOSE);
		buf_add_f(m->out, "<%s>\n\n", link.p);
	} else {
		add_loose(m, "", "", url, "");
	}
	buf_release(&link);
}

static void markdown_item(struct markup *m, struct str text)
{
	begin_part(m, MARKUP_LIST);
	buf_add(m->out, STR("- "));
	add_text(m->out, text, "  ");
	buf_add_c(m->out, '\n');
}

static void markdown_block(
	struct markup *m, enum block_kind kind, struct str text)
{
	switch (kind) {
	case BLOCK_HEADING:
		markdown_heading(m, 2, text);
		break;
	case BLOCK_QUOTE:
		add_loose(m, "> ", "> ", text, "");
		break;
	case BLOCK_LIST:
		markdown_item(m, text);
		break;
	case BLOCK_STANDFIRST:
		add_loose(m, "**", "", text, "**");
		break;
	case BLOCK_CAPTION:
	case BLOCK_NOTE:
		add_loose(m, "*", "", text, "*");
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_TABLE:
	default:
		add_loose(m, "", "", text, "");
	}
}

static void markdown_row(struct markup *m, const struct str *cells, size_t n)
{
	bool first = m->group != MARKUP_TABLE;

	begin_part(m, MARKUP_TABLE);
	for (size_t i = 0; i < n; i++) {
		buf_add(m->out, STR("| "));
		add_inline(m->out, cells[i]);
		buf_add_c(m->out, ' ');
	}
	buf_add(m->out, STR("|\n"));
	for (size_t i = 0; first && i < n; i++)
		buf_add(m->out, STR("|---"));
	buf_add(m->out, first ? STR("|\n") : STR(""));
}

static void markdown_rule(struct markup *m)
{
	begin_part(m, MARKUP_LOOSE);
	buf_add(m->out, STR("---\n\n"));
}

const struct markup_ops markup_markdown = {
	.begin = markdown_begin,
	.end = markdown_end,
	.heading = markdown_heading,
	.facts = markdown_facts,
	.link = markdown_link,
	.block = markdown_block,
	.item = markdown_item,
	.row = markdown_row,
	.rule = markdown_rule,
};
