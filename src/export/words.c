#include "dateline/export/words.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

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
	vec_free(&lines.list);
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

static bool has_marks(struct str s)
{
	static const char *const marks[] = { "“", "”", "„", "«", "»", "‘",
		"\"" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_find(s, str_from_c(marks[i]), 0) != STR_NPOS)
			return true;
	return false;
}

bool text_is_quoted(enum quote_kind kind, struct str words)
{
	return kind == QUOTE_DIRECT || kind == QUOTE_BLOCK ||
	       (kind == QUOTE_PARTIAL && !has_marks(words));
}

void text_quote(struct buf *out, struct str words, enum quote_kind kind)
{
	bool whole = text_is_quoted(kind, words);

	if (whole)
		buf_add(out, STR("“"));
	buf_add(out, words);
	if (whole)
		buf_add(out, STR("”"));
}

void text_speaker(struct buf *out, struct str name, enum quote_kind kind)
{
	buf_add(out, name.n ? name : STR("?"));
	if (kind == QUOTE_REPORTED)
		buf_add(out, MSG(" (reported)"));
}
