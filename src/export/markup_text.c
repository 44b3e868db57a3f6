/* Plain text, as `dateline show` prints it. */
#include "export/markup.h"

#include "dateline/export/words.h"

static void text_nothing(struct markup *m)
{
	(void)m;
}

static void text_begin(struct markup *m, struct str title, struct str lang)
{
	(void)m;
	(void)title;
	(void)lang;
}

static void text_heading(struct markup *m, int level, struct str text)
{
	if (level > 1)
		buf_add_c(m->out, '\n');
	text_paragraph(m->out, text, STR(""), m->columns);
}

static void text_facts(struct markup *m, struct str text)
{
	text_paragraph(m->out, text, STR(""), m->columns);
}

static void text_link(struct markup *m, struct str url)
{
	text_paragraph(m->out, url, STR(""), 0);
}

/* What stands before the lines of a block. */
static struct str indent_of(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_QUOTE:
		return STR("    ");
	case BLOCK_LIST:
	case BLOCK_CAPTION:
	case BLOCK_TABLE:
		return STR("  ");
	default:
		return STR("");
	}
}

static void text_block(struct markup *m, enum block_kind kind, struct str text)
{
	buf_add_c(m->out, '\n');
	text_paragraph(m->out, text, indent_of(kind), m->columns);
}

static void text_item(struct markup *m, struct str text)
{
	text_paragraph(m->out, text, STR("  "), m->columns);
}

static void text_row(struct markup *m, const struct str *cells, size_t n)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < n; i++) {
		buf_add(&line, line.n && cells[i].n ? STR("  ") : STR(""));
		buf_add(&line, cells[i]);
	}
	text_item(m, buf_str(&line));
	buf_release(&line);
}

static void text_rule(struct markup *m)
{
	buf_add(m->out, STR("\n* * *\n\n"));
}

const struct markup_ops markup_text = {
	.begin = text_begin,
	.end = text_nothing,
	.heading = text_heading,
	.facts = text_facts,
	.link = text_link,
	.block = text_block,
	.item = text_item,
	.row = text_row,
	.rule = text_rule,
};
