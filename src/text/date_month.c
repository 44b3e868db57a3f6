/* Months in running text, with what stands beside them. */
#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"
#include "text/date_scan.h"

enum {
	NAME_MAX_BYTES = 24, /* the longest month, with room */
	BEFORE = 10, /* bytes of "28th of " before a month… */
	AFTER = 14, /* …and of " 28th, 2007" after it */
	YEAR_MIN = 1700
};

/* The number of the month that a word names; 0: none. */
static unsigned month_of(struct date_scan *scan, struct str word)
{
	const struct lex_entry *e;

	if (word.n < 3 || word.n > NAME_MAX_BYTES ||
		(strcmp(scan->lex->lang, "en") == 0 &&
			!ascii_is_upper(word.p[0])))
		return 0;
	buf_clear(&scan->folded);
	text_fold(&scan->folded, word);
	e = lexicon_find(scan->lex, buf_str(&scan->folded));
	return lex_entry_in(e, LEX_month) ? e->value : 0;
}

/* A day beside the month, and its year if there is one. */
static bool read_day(const struct date_scan *scan, struct range month,
	struct date *out, struct range *span)
{
	size_t from = month.start > BEFORE ? month.start - BEFORE : 0;
	struct str near;

	while (!utf8_is_boundary(scan->s, from))
		from++;
	near = str_slice(scan->s, from, month.end + AFTER);
	if (!date_find(near, 0, scan->lex, out, span))
		return false;
	span->start += (uint32_t)from;
	span->end += (uint32_t)from;
	return span->start <= month.start && span->end >= month.end;
}

/* "May 2007", "mai de 2007"; else the month alone. */
static void read_year(const struct date_scan *scan, struct range month,
	struct date *out, struct range *span)
{
	size_t at = date_skip(scan->s, month.end, ",.");
	struct str word = date_word(scan->s, at);
	unsigned year;

	*span = month;
	if (word.n && word.n <= 3 && !ascii_is_upper(word.p[0]))
		at = date_skip(scan->s, at + word.n, "");
	if (date_digits(scan->s, &at, &year) != 4 || year < YEAR_MIN ||
		year > 2999 || ascii_is_alnum(date_peek(scan->s, at)))
		return;
	out->year = (int16_t)year;
	out->precision = DATE_MONTH;
	span->end = (uint32_t)at;
}

bool date_find_month(struct str s, size_t from, const struct lexicon *lex,
	struct date *out, struct range *span)
{
	struct date_scan scan = { .s = s, .lex = lex };
	struct str word = { 0 };
	unsigned month = 0;
	struct range at;

	for (; from < s.n; from += word.n ? word.n : 1) {
		word = date_word(s, from);
		month = month_of(&scan, word);
		if (month)
			break;
	}
	buf_release(&scan.folded);
	if (!month)
		return false;
	at = (struct range){ (uint32_t)from, (uint32_t)(from + word.n) };
	if (read_day(&scan, at, out, span))
		return true;
	*out = (struct date){ .month = (uint8_t)month, .zone = DATE_NO_ZONE };
	read_year(&scan, at, out, span);
	return true;
}
