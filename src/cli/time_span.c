#include "time_span.h"

#include "print_text.h"

/* Of two dates for the same day the one that says more, then the known one. */
static bool says_more(const struct time_end *a, const struct time_end *b)
{
	if (a->date.precision != b->date.precision)
		return a->date.precision > b->date.precision;
	return b->basis == BASIS_ESTIMATED && a->basis != BASIS_ESTIMATED;
}

static void take(struct time_end *end, const struct time_end *e, bool is_outer)
{
	if (end->date.year == 0 || is_outer ||
		(e->day == end->day && says_more(e, end)))
		*end = *e;
}

void time_span_add(struct time_span *span, const struct article *a)
{
	struct time_end first = { a->date, (enum date_basis)a->date_basis, 0 };
	struct time_end last;

	if (first.date.precision > DATE_DAY)
		first.date.precision = DATE_DAY;
	last = first;
	if (!date_day_span(&a->date, &first.day, &last.day))
		return;
	take(&span->first, &first, first.day < span->first.day);
	take(&span->last, &last, last.day > span->last.day);
}

static bool is_same(const struct time_end *a, const struct time_end *b)
{
	char x[DATE_TEXT_MAX], y[DATE_TEXT_MAX];

	return strcmp(date_format(&a->date, x), date_format(&b->date, y)) == 0;
}

void time_span_text(struct buf *out, const struct time_span *span)
{
	if (span->first.date.year == 0)
		return;
	text_date(out, span->first.date, span->first.basis);
	if (is_same(&span->first, &span->last))
		return;
	buf_add(out, STR(" – "));
	text_date(out, span->last.date, span->last.basis);
}

json_t *time_end_json(const struct time_end *end)
{
	char text[DATE_TEXT_MAX];

	if (end->date.year == 0)
		return json_null();
	return json_string(date_format(&end->date, text));
}
