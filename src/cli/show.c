#include "command.h"
#include "print_json.h"
#include "print_text.h"
#include "record.h"
#include "select.h"

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

/* "Reuters · Jane Doe, John Roe · 2008-04-07" */
static void add_head(struct buf *out, const struct doc *d, int columns)
{
	struct buf line = { 0 };

	buf_add(&line, d->source.n ? d->source : d->site);
	for (size_t i = 0; i < d->n_byline; i++) {
		buf_add(&line, i ? STR(", ") : STR(" · "));
		buf_add(&line, d->byline[i]);
	}
	if (d->date.year) {
		buf_add(&line, STR(" · "));
		text_date(&line, d->date, (enum date_basis)d->date_basis);
	}
	text_paragraph(out, d->title, STR(""), columns);
	text_paragraph(out, buf_str(&line), STR(""), columns);
	text_paragraph(out, d->url, STR(""), 0);
	buf_release(&line);
}

static void add_quotes(struct buf *out, const struct doc *d,
	const struct analysis *a, int columns)
{
	if (a->quotes.n)
		buf_add(out, STR("\nQuotes\n"));
	for (size_t i = 0; i < a->quotes.n; i++) {
		const struct quote *q = &a->quotes.v[i];
		struct buf line = { 0 };

		text_speaker(&line,
			q->person == PERSON_NONE ? STR_NONE
						 : a->persons.v[q->person].name,
			q);
		buf_add(&line, STR(": "));
		text_quote(&line, d->text, q);
		text_paragraph(out, buf_str(&line), STR("  "), columns);
		buf_release(&line);
	}
}

static void print_article(const struct record *r, int columns)
{
	const struct doc *d = &r->doc;
	struct buf out = { 0 };

	add_head(&out, d, columns);
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		buf_add_c(&out, '\n');
		text_paragraph(&out, str_slice(d->text, b->start, b->end),
			indent_of((enum block_kind)b->kind), columns);
	}
	add_quotes(&out, d, &r->analysis, columns);
	text_print(&out);
	buf_release(&out);
}

static void print_whole(const struct record *record)
{
	struct buf line = { 0 };

	json_write_whole((struct json_out){ .buf = &line }, &record->doc,
		&record->analysis);
	fwrite(line.p, 1, line.n, stdout);
	buf_release(&line);
}

enum cli_status command_show(const struct request *r)
{
	struct store *s = command_load(r);
	struct record record = { 0 };
	enum cli_status status;
	uint32_t at;

	if (!s)
		return CLI_UNREADABLE;
	at = select_article(s, r->id);
	if (at != STORE_NONE) {
		record_fill(&record, s, at);
		if (r->json)
			print_whole(&record);
		else
			print_article(&record, r->raw ? 0 : text_measure());
		record_release(&record);
	}
	status = command_status(s, at != STORE_NONE);
	store_free(s);
	return status;
}
