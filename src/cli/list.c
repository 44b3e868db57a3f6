#include "command.h"
#include "print_text.h"

#include "dateline/text/width.h"

#define TITLE_COLUMNS 60
#define SIZE_COLUMNS 8 /* of the round, with the gaps beside it */

static uint32_t round_size(const struct store *s, const struct article *a)
{
	return s->rounds.v[a->round].articles.n;
}

static void print_rows(const struct store *s, enum export_format format)
{
	struct export_rows rows;
	struct buf out = { 0 };

	export_rows_begin(&rows, s);
	export_rows_head(format, &out);
	for (size_t i = 0; i < s->by_time.n; i++) {
		export_row(&rows, s->by_time.v[i], format, &out);
		command_put(&out, format);
	}
	export_rows_end(&rows);
	buf_release(&out);
}

static int widest_source(const struct store *s)
{
	int widest = 1;

	for (size_t i = 0; i < s->by_time.n; i++) {
		const struct article *a = &s->articles.v[s->by_time.v[i]];
		int n = text_width(store_source(s, a));

		if (n > widest)
			widest = n;
	}
	return widest < SOURCE_COLUMNS ? widest : SOURCE_COLUMNS;
}

/* Columns of the parts that share a line. */
struct columns {
	int source, title;
	int all; /* 0: as wide as it gets */
};

/* On a terminal title and id share what date, outlet and size leave. */
static struct columns columns_of(const struct store *s)
{
	struct columns c = { widest_source(s), TITLE_COLUMNS, text_columns() };
	int room = c.all - (DATE_COLUMNS + 2 + c.source + SIZE_COLUMNS);

	if (c.all > 0 && room * 3 / 5 < c.title)
		c.title = room * 3 / 5;
	if (c.title < 1)
		c.title = 1;
	return c;
}

/* date, outlet, size of the round, title, id */
static void print_row(const struct store *s, const struct article *a,
	const struct columns *columns)
{
	struct buf row = { 0 }, part = { 0 };

	text_date(&part, a->date, (enum date_basis)a->date_basis);
	text_column(&row, buf_str(&part), DATE_COLUMNS);
	buf_add(&row, STR("  "));
	text_column(&row, store_source(s, a), columns->source);
	buf_clear(&part);
	if (round_size(s, a) > 1)
		buf_add_f(&part, "  %4u", round_size(s, a));
	text_column(&row, buf_str(&part), SIZE_COLUMNS);
	text_column(&row, store_str(s, a->title), columns->title);
	buf_add(&row, STR("  "));
	text_id(&row, store_str(s, a->id), columns->all);
	buf_clear(&part);
	text_row(&part, buf_str(&row));
	text_print(&part);
	buf_release(&row);
	buf_release(&part);
}

static void print_all_text(const struct store *s)
{
	const struct columns columns = columns_of(s);

	for (size_t i = 0; i < s->by_time.n; i++)
		print_row(s, &s->articles.v[s->by_time.v[i]], &columns);
}

static size_t print_all(const struct store *s, const struct request *r)
{
	if (r->format == EXPORT_TEXT)
		print_all_text(s);
	else
		print_rows(s, r->format);
	return s->by_time.n;
}

enum cli_status command_list(const struct request *r)
{
	return command_print(r, print_all);
}
