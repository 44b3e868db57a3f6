#include "print_text.h"

#include "dateline/text/sanitize.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

#include <sys/ioctl.h>
#include <unistd.h>

int text_columns(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) ||
		ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

int text_measure(void)
{
	int columns = text_columns();

	return columns > 0 && columns < TEXT_COLUMNS ? columns : TEXT_COLUMNS;
}

void text_column(struct buf *out, struct str s, int columns)
{
	struct str ellipsis = STR("…");
	int used;
	struct str fit = text_fit(s, columns, &used);

	if (fit.n < s.n) {
		fit = text_fit(s, columns - 1, &used);
		used++;
	} else {
		ellipsis.n = 0;
	}
	buf_add(out, fit);
	buf_add(out, ellipsis);
	buf_add_f(out, "%*s", columns - used, "");
}

void text_paragraph(
	struct buf *out, struct str s, struct str indent, int columns)
{
	struct lines lines = { 0 };
	int room = columns - text_width(indent);

	if (columns == 0 && s.n) {
		buf_add(out, indent);
		buf_add(out, s);
		buf_add_c(out, '\n');
		return;
	}
	if (s.n)
		text_wrap(s, (struct range){ 0, (uint32_t)s.n },
			room < 1 ? 1 : room, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		buf_add(out, indent);
		buf_add(out, str_range(s, lines.list.v[i]));
		buf_add_c(out, '\n');
	}
	lines_release(&lines);
}

void text_date(struct buf *out, struct date d, enum date_basis basis)
{
	char text[DATE_TEXT_MAX];

	if (d.year == 0)
		return;
	if (d.precision > DATE_DAY)
		d.precision = DATE_DAY;
	if (basis == BASIS_ESTIMATED)
		buf_add_c(out, '~');
	buf_add(out, str_from_c(date_format(&d, text)));
}

void text_row(struct buf *out, struct str row)
{
	int columns = text_columns();

	if (columns > 0 && text_width(row) > columns)
		text_column(out, row, columns);
	else
		buf_add(out, row);
	buf_add_c(out, '\n');
}

void text_id(struct buf *row, struct str id, int columns)
{
	int room = columns - text_width(buf_str(row));
	size_t at = 0;
	int width;

	if (columns == 0 || text_width(id) <= room) {
		buf_add(row, id);
		return;
	}
	for (int left = text_width(id) + 1; at < id.n && left > room;
		left -= width)
		at = text_cluster(id, at, &width);
	buf_add(row, STR("…"));
	buf_add(row, str_slice(id, at, id.n));
}

void text_article(
	struct buf *out, const struct store *s, const struct article *a)
{
	struct buf date = { 0 }, row = { 0 };

	text_date(&date, a->date, (enum date_basis)a->date_basis);
	buf_add(&row, STR("    "));
	text_column(&row, buf_str(&date), DATE_COLUMNS);
	buf_add(&row, STR("  "));
	text_column(&row, store_source(s, a), SOURCE_COLUMNS);
	buf_add(&row, STR("  "));
	text_id(&row, store_str(s, a->id), text_columns());
	text_row(out, buf_str(&row));
	buf_release(&date);
	buf_release(&row);
}

static bool has_marks(struct str s)
{
	static const char *const marks[] = { "“", "”", "„", "«", "»", "‘",
		"\"" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_find(s, str_from_c(marks[i]), 0) != STR_NPOS)
			return true;
	return false;
}

void text_quote(struct buf *out, struct str text, const struct quote *q)
{
	bool whole = q->kind == QUOTE_DIRECT || q->kind == QUOTE_BLOCK ||
		     (q->kind == QUOTE_PARTIAL &&
			     !has_marks(str_range(text, q->span)));

	if (whole)
		buf_add(out, STR("“"));
	buf_add(out, str_range(text, q->span));
	if (whole)
		buf_add(out, STR("”"));
}

void text_speaker(struct buf *out, struct str name, const struct quote *q)
{
	buf_add(out, name.n ? name : STR("?"));
	if (q->kind == QUOTE_REPORTED)
		buf_add(out, STR(" (reported)"));
}

void text_print(struct buf *b)
{
	safe_fputs(buf_str(b), stdout);
	buf_clear(b);
}
