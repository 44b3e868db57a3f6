/* Dates that machines wrote: metadata, mail headers, addresses. */
#include "dateline/base/ascii.h"
#include "text/date_scan.h"

/* 20080407, 20080407T095800Z, 20080407095800. */
static bool parse_compact(struct str s, struct date *d)
{
	struct date t = { .precision = DATE_DAY, .zone = DATE_NO_ZONE };
	unsigned day = 0, clock = 0, n;
	size_t at = 0, end;
	struct str head = str_slice(s, 0, 8);

	if (date_digits(head, &at, &day) != 8 ||
		!date_valid((int)(day / 10000), (int)(day / 100 % 100),
			(int)(day % 100)))
		return false;
	t.year = (int16_t)(day / 10000);
	t.month = (uint8_t)(day / 100 % 100);
	t.day = (uint8_t)(day % 100);
	end = at + (date_peek(s, at) == 'T');
	n = date_digits(s, &end, &clock);
	if (n == 4)
		clock *= 100;
	if ((n == 4 || n == 6) && clock < 240000 && clock % 10000 < 6000 &&
		clock % 100 < 60) {
		t.hour = (uint8_t)(clock / 10000);
		t.minute = (uint8_t)(clock / 100 % 100);
		t.second = (uint8_t)(clock % 100);
		t.precision = n == 4 ? DATE_MINUTE : DATE_SECOND;
		at = date_zone(s, end, &t);
	}
	if (at != s.n)
		return false;
	*d = t;
	return true;
}

/* 2008, 2008-05, 2008/05. */
static bool parse_year_month(struct str s, struct date *d)
{
	unsigned year, month = 0;
	size_t at = 0;

	if (date_digits(s, &at, &year) != 4 || !date_valid((int)year, 1, 1))
		return false;
	if (at < s.n) {
		if (s.p[at] != '-' && s.p[at] != '/')
			return false;
		at++;
		if (date_digits(s, &at, &month) == 0 || at != s.n ||
			!date_valid((int)year, (int)month, 1))
			return false;
	}
	*d = (struct date){ .year = (int16_t)year,
		.month = (uint8_t)month,
		.precision = month ? DATE_MONTH : DATE_YEAR,
		.zone = DATE_NO_ZONE };
	return true;
}

/* "May 2008", "mayo de 2008": a day before it would make it a date. */
static bool parse_month_year(
	struct str s, const struct lexicon *lex, struct date *d)
{
	char text[64];
	struct range span;
	int n;

	if (s.n > 40 || s.n < 6 || ascii_is_digit(s.p[0]))
		return false;
	n = snprintf(text, sizeof text, "1 %.*s", STR_ARG(s));
	if (!date_find(str_of(text, (size_t)n), 0, lex, d, &span) ||
		span.start != 0 || span.end != (uint32_t)n || d->year == 0)
		return false;
	d->day = 0;
	d->precision = DATE_MONTH;
	return true;
}

/* The rest of "Mon Apr  7 09:58:00 UTC 2008" behind its day. */
static bool finish_ctime(struct str s, size_t at, struct date *d)
{
	unsigned year = 0;

	at = date_time_of_day(s, date_skip(s, at, ""), d);
	if (!at)
		return false;
	at = date_skip(s, at, "");
	at = date_skip(s, at + date_word(s, at).n, "");
	if (date_digits(s, &at, &year) != 4 || at != s.n ||
		!date_valid((int)year, d->month, d->day))
		return false;
	d->year = (int16_t)year;
	return true;
}

/* What may stand behind the whole of a date: nothing, marks, "(CEST)". */
static bool only_marks(struct str s, size_t at)
{
	at = date_skip(s, at, ".,;)]");
	return at >= s.n || s.p[at] == '(';
}

/* A date in words, or in the order of C's ctime(). */
static bool parse_words(
	struct str s, const struct lexicon *lex, struct date *out)
{
	struct range span;
	struct date d;

	if (date_find(s, 0, lex, &d, &span) &&
		date_skip(s, 0, "([") == span.start) {
		if (d.year == 0 && finish_ctime(s, span.end, &d))
			span.end = (uint32_t)s.n;
		if (only_marks(s, span.end)) {
			*out = d;
			return true;
		}
	}
	return parse_month_year(s, lex, out);
}

bool date_parse(struct str s, const struct lexicon *lex, struct date *out)
{
	const struct lexicon *en = lexicon_get(STR("en"));

	s = str_trim(s);
	if (s.n == 0 || s.n > 200)
		return false;
	if (parse_compact(s, out) || parse_year_month(s, out))
		return true;
	/* Machines write English names whatever the page's language. */
	return parse_words(s, lex, out) ||
	       (lex != en && parse_words(s, en, out));
}

/* Years that an address on the web may carry. */
static bool web_day(unsigned year, unsigned month, unsigned day, struct date *d)
{
	if (year < 1970 || !date_valid((int)year, (int)month, (int)day))
		return false;
	*d = (struct date){ .year = (int16_t)year,
		.month = (uint8_t)month,
		.day = (uint8_t)day,
		.precision = DATE_DAY,
		.zone = DATE_NO_ZONE };
	return true;
}

/* A month as number or English short name ("apr"), at *at. */
static bool url_month(struct str url, size_t *at, unsigned *month)
{
	struct str word = date_word(url, *at);
	const struct lex_entry *e;

	if (word.n == 0) {
		unsigned n = date_digits(url, at, month);

		return n == 1 || n == 2;
	}
	e = lexicon_find(lexicon_english(), word);
	if (!e || !(e->lists & LEX_BIT(LEX_month)))
		return false;
	*month = e->value;
	*at += word.n;
	return true;
}

/* "-05-2006" behind a day: the order of most languages. */
static bool url_day_first(
	struct str url, size_t at, unsigned day, struct date *d)
{
	unsigned month = 0, year = 0;

	if (date_peek(url, at++) != '-' || date_digits(url, &at, &month) != 2 ||
		date_peek(url, at++) != '-' ||
		date_digits(url, &at, &year) != 4)
		return false;
	return !ascii_is_alnum(date_peek(url, at)) &&
	       web_day(year, month, day, d);
}

/* A day in digits that start at `at`, not inside a longer number. */
static bool url_day_at(struct str url, size_t at, struct date *d)
{
	unsigned year, month = 0, day = 0;
	unsigned n = date_digits(url, &at, &year);

	if (n == 8)
		return web_day(year / 10000, year / 100 % 100, year % 100, d);
	if (n == 2)
		return url_day_first(url, at, year, d);
	if (n != 4 || at >= url.n || !strchr("/-_.", url.p[at]))
		return false;
	at++;
	if (!url_month(url, &at, &month) || at >= url.n) {
		return false;
	}
	if (month > 12 || !strchr("/-_.", url.p[at]))
		return false;
	at++;
	n = date_digits(url, &at, &day);
	return (n == 1 || n == 2) && !ascii_is_alnum(date_peek(url, at)) &&
	       web_day(year, month, day, d);
}

bool date_from_url(struct str url, struct date *out)
{
	bool inside = false; /* a number */

	for (size_t i = 0; i < url.n; i++) {
		bool digit = ascii_is_digit(url.p[i]);

		if (digit && !inside && url_day_at(url, i, out))
			return true;
		inside = digit;
	}
	return false;
}
