/*
 * Dates in running text. At each digit or word that can open one, the forms
 * are tried in turn; each reads ahead over a bounded stretch, so a search is
 * linear in the text.
 */
#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"
#include "text/date_scan.h"

enum {
	YEAR_MIN = 1700, /* below, four digits behind a day are a count */
	NAME_MAX_BYTES = 24, /* the longest month or weekday name, with room */
	REACH = 32 /* bytes between a date's first word and its digits */
};

/* The number a language gives to `folded` in `list`; 0: none. */
static unsigned value_in(
	const struct lexicon *lex, struct str folded, enum lexicon_list list)
{
	const struct lex_entry *e = lexicon_find(lex, folded);

	return lex_entry_in(e, list) ? e->value : 0;
}

/* The month or weekday a word names: in the text's language, in any when it
 * is written in full, and else in English ("12 feb" is widely said). */
static unsigned name_value(
	struct date_scan *scan, struct str word, enum lexicon_list list)
{
	struct str folded;
	unsigned value;

	if (word.n < 2 || word.n > NAME_MAX_BYTES)
		return 0;
	buf_clear(&scan->folded);
	text_fold(&scan->folded, word);
	folded = buf_str(&scan->folded);
	value = value_in(scan->lex, folded, list);
	if (!value)
		value = value_in(
			word.n >= 4 ? lexicon_calendar() : lexicon_english(),
			folded, list);
	return value;
}

static bool is_english(const struct date_scan *scan)
{
	return strcmp(scan->lex->lang, "en") == 0;
}

/* Past "de", "del", "of" between the parts of a date: one word of at most
 * three letters with a space behind it. */
static size_t skip_small_word(struct str s, size_t at)
{
	struct str word = date_word(s, at);
	size_t end = at + word.n;

	if (word.n == 0 || word.n > 3 || ascii_is_upper(word.p[0]))
		return at;
	return ascii_is_space(date_peek(s, end)) ? date_skip(s, end, "") : at;
}

/* Past what may follow a day: ".", "st", "th", "er", "º", … */
static size_t skip_ordinal(struct str s, size_t at)
{
	static const char *const marks[] = { "st", "nd", "rd", "th", "er", "re",
		"e", "\xC2\xBA", "\xC2\xAA", "\xC2\xB0", "." };

	size_t from = date_skip(s, at, "");

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		struct str mark = str_from_c(marks[i]);
		/* Only the English ones are set apart: "29 th". */
		size_t start = i < 4 ? from : at, end = start + mark.n;

		if (str_starts_nocase(str_slice(s, start, s.n), mark) &&
			!ascii_is_alnum(date_peek(s, end)))
			return end;
	}
	return at;
}

/* True where a number goes on past `at`: "14,000", "14.5", "14%", "14:30". */
static bool number_goes_on(struct str s, size_t at)
{
	char c = date_peek(s, at);

	if (ascii_is_alnum(c) || c == '%')
		return true;
	return (c == ',' || c == '.' || c == ':' || c == '/' || c == '-') &&
	       ascii_is_digit(date_peek(s, at + 1));
}

/* A year of four digits after separators: its end, or 0. */
static size_t year_at(struct str s, size_t at, struct date *d)
{
	unsigned year = 0;

	at = date_skip(s, at, ",./-'");
	at = skip_small_word(s, at);
	if (date_digits(s, &at, &year) != 4 || year < YEAR_MIN || year > 2999)
		return 0;
	/* "2008-05" would be the start of another number. */
	if (ascii_is_alpha(date_peek(s, at)) && date_peek(s, at) != 'T')
		return 0;
	d->year = (int16_t)year;
	return at;
}

/* Two digits as a year: POSIX strptime's %y, 69–99 before 2000. */
static int full_year(unsigned two)
{
	return (int)two + (two < 69 ? 2000 : 1900);
}

/* Day and month without a year may still be a date: 29 February is one. */
static bool day_fits(const struct date *d)
{
	return date_valid(d->year ? d->year : 2000, d->month, d->day);
}

/* "may" and "march" are also verbs: English months are capitals. */
static bool month_is_plain_word(const struct date_scan *scan, struct str word)
{
	return is_english(scan) && !ascii_is_upper(word.p[0]);
}

/* April 7, 2008; May 14; Sept. 3rd 2008. */
static size_t month_first(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s, word = date_word(s, at);
	unsigned day = 0, n;
	size_t end;

	d->month = (uint8_t)name_value(scan, word, LEX_month);
	if (!d->month)
		return 0;
	at += word.n;
	at = date_skip(s, at + (date_peek(s, at) == '.'), "");
	n = date_digits(s, &at, &day);
	if (n == 0 || n > 2)
		return 0;
	d->day = (uint8_t)day;
	at = date_peek(s, at) == '.' ? at : skip_ordinal(s, at);
	end = year_at(s, at, d);
	if (!end && (number_goes_on(s, at) || month_is_plain_word(scan, word)))
		return 0;
	return day_fits(d) ? (end ? end : at) : 0;
}

/* A year after "7 April" or "7-Apr-": four digits, or two after a dash. */
static size_t year_after_month(struct str s, size_t at, struct date *d)
{
	size_t end = year_at(s, at, d), two = at + 1;
	unsigned year = 0;

	if (end)
		return end;
	if (date_peek(s, at) != '-' || date_digits(s, &two, &year) != 2)
		return 0;
	d->year = (int16_t)full_year(year);
	return two;
}

/* Past the month's other name, as Arabic papers give it: "نيسان / أبريل". */
static size_t skip_second_name(
	struct date_scan *scan, size_t at, const struct date *d)
{
	size_t slash = date_skip(scan->s, at, "");
	struct str word;

	if (date_peek(scan->s, slash) != '/')
		return at;
	slash = date_skip(scan->s, slash + 1, "");
	word = date_word(scan->s, slash);
	return name_value(scan, word, LEX_month) == d->month ? slash + word.n
							     : at;
}

/* 7 April 2008; 7. April; 7-Apr-2008; 7 de abril de 2008; 1er mai. */
static size_t day_first(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s, word;
	unsigned day = 0, n = date_digits(s, &at, &day);
	size_t end;

	if (n == 0 || n > 2)
		return 0;
	d->day = (uint8_t)day;
	at = date_skip(s, skip_ordinal(s, at), "-/");
	word = date_word(s, at);
	d->month = (uint8_t)name_value(scan, word, LEX_month);
	if (!d->month) {
		at = skip_small_word(s, at);
		word = date_word(s, at);
		d->month = (uint8_t)name_value(scan, word, LEX_month);
	}
	if (!d->month)
		return 0;
	at += word.n;
	if (date_peek(s, at) == '.')
		at++;
	at = skip_second_name(scan, at, d);
	end = year_after_month(s, at, d);
	if (!end && (ascii_is_alnum(date_peek(s, at)) ||
			    month_is_plain_word(scan, word)))
		return 0;
	return day_fits(d) ? (end ? end : at) : 0;
}

/* 2008 Apr 7, 2008-Apr-07, 2008. április 7. */
static size_t year_first(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s, word;
	unsigned year = 0, day = 0, n;

	if (date_digits(s, &at, &year) != 4 || year < YEAR_MIN || year > 2999)
		return 0;
	at = date_skip(s, at, ".,-/");
	word = date_word(s, at);
	d->month = (uint8_t)name_value(scan, word, LEX_month);
	if (!d->month)
		return 0;
	at = date_skip(s, at + word.n, ".-/");
	n = date_digits(s, &at, &day);
	if (n == 0 || n > 2 || number_goes_on(s, at))
		return 0;
	d->day = (uint8_t)day;
	/* "In 2008 May 14, 2009 …": the day is of the year behind it. */
	if (year_at(s, at, d))
		return 0;
	d->year = (int16_t)year;
	return day_fits(d) ? at : 0;
}

/* The separator between the numbers of a date, spaces behind a full stop. */
static size_t separator(struct str s, size_t at, char *sep)
{
	char c = date_peek(s, at);

	if ((c != '.' && c != '/' && c != '-') || (*sep && c != *sep))
		return 0;
	*sep = c;
	at++;
	return c == '.' ? date_skip(s, at, "") : at;
}

static uint8_t order_of(unsigned first, unsigned second)
{
	if (first > 12)
		return DATE_DAY_FIRST;
	if (second > 12)
		return DATE_MONTH_FIRST;
	return first == second ? DATE_ORDER_SURE : DATE_ORDER_OPEN;
}

/* Day, month and year of three numbers, of n[i] digits each. */
static bool assign_numbers(
	const unsigned v[3], const unsigned n[3], char sep, struct date *d)
{
	unsigned year = v[2], month = v[1], day = v[0];

	if (n[0] == 4) {
		year = v[0];
		day = v[2];
	} else if (n[2] == 2) {
		/* Version numbers look like 1.2.10. */
		if (sep != '/' && (n[0] != 2 || n[1] != 2))
			return false;
		year = (unsigned)full_year(v[2]);
	} else if (n[2] != 4) {
		return false;
	}
	if (n[0] != 4 && sep != '.')
		d->order = order_of(v[0], v[1]);
	if (n[0] != 4 && month > 12) {
		month = v[0];
		day = v[1];
	}
	if (!date_valid((int)year, (int)month, (int)day))
		return false;
	d->year = (int16_t)year;
	d->month = (uint8_t)month;
	d->day = (uint8_t)day;
	return true;
}

/* 2008-04-07, 07/04/2008, 7.4.2008, 07.04.08. */
static size_t all_numbers(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s;
	unsigned v[3], n[3];
	char sep = '\0';

	for (int i = 0; i < 3; i++) {
		n[i] = date_digits(s, &at, &v[i]);
		if (n[i] == 0 || n[i] > 4 || n[i] == 3 || (i == 1 && n[i] > 2))
			return 0;
		if (i < 2 && !(at = separator(s, at, &sep)))
			return 0;
	}
	if (date_peek(s, at) != 'T' && number_goes_on(s, at))
		return 0;
	return assign_numbers(v, n, sep, d) ? at : 0;
}

/* 2008年4月7日, 2008년 4월 7일. */
static size_t east_asian(struct date_scan *scan, size_t at, struct date *d)
{
	static const char *const marks[3][2] = { { "年", "년" }, { "月", "월" },
		{ "日", "일" } };
	struct str s = scan->s;
	unsigned v[3];

	for (int i = 0; i < 3; i++) {
		struct str rest;

		at = date_skip(s, at, "");
		if (!date_digits(s, &at, &v[i]))
			return 0;
		rest = str_slice(s, at, s.n);
		if (!str_starts(rest, str_from_c(marks[i][0])) &&
			!str_starts(rest, str_from_c(marks[i][1])))
			return 0;
		at += 3;
	}
	if (v[0] > 2999 || !date_valid((int)v[0], (int)v[1], (int)v[2]))
		return 0;
	d->year = (int16_t)v[0];
	d->month = (uint8_t)v[1];
	d->day = (uint8_t)v[2];
	return at;
}

typedef size_t date_form(struct date_scan *scan, size_t at, struct date *d);

/* The day, without weekday or time: its end, or 0. */
static size_t day_at(struct date_scan *scan, size_t at, struct date *d)
{
	static date_form *const forms[] = { all_numbers, day_first, year_first,
		east_asian };

	if (!ascii_is_digit(date_peek(scan->s, at)))
		return month_first(scan, at, d);
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		struct date try = *d;
		size_t end = forms[i](scan, at, &try);

		if (end) {
			*d = try;
			return end;
		}
	}
	return 0;
}

/* A weekday before a date, and what stands between them. */
static size_t weekday_at(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s, word = date_word(s, at);
	unsigned weekday = name_value(scan, word, LEX_weekday);

	if (!weekday)
		return at;
	d->weekday = (uint8_t)weekday;
	at += word.n;
	if (str_starts_nocase(str_slice(s, at, s.n), STR("-feira")))
		at += 6;
	at = date_skip(s, at, ",.");
	return name_value(scan, date_word(s, at), LEX_month)
		       ? at
		       : skip_small_word(s, at);
}

/* A time behind a date: "| 4:05 pm", "at 9 a.m.", "T09:58"; or `at`. */
static size_t time_after(struct date_scan *scan, size_t at, struct date *d)
{
	struct str s = scan->s;
	size_t start = at, end;

	if (date_peek(s, at) == 'T') {
		start++;
	} else {
		/* The dashes –, — and the dots ·, • are the bytes given. */
		start = date_skip(s, at, ",|@-\xE2\x80\x93\x94\xA2\xC2\xB7");
		for (int words = 0; words < 2; words++) {
			struct str word = date_word(s, start);

			if (word.n && word.n <= 4)
				start = date_skip(s, start + word.n, "");
		}
	}
	end = date_time_of_day(s, start, d);
	return end ? end : at;
}

/* A weekday that only one order of day and month has decides it. */
static void order_by_weekday(struct date *d)
{
	struct date swapped = *d;

	if (!d->weekday || d->order != DATE_ORDER_OPEN)
		return;
	date_swap(&swapped);
	if (date_weekday(date_days(d->year, d->month, d->day)) == d->weekday)
		d->order = DATE_DAY_FIRST;
	else if (date_weekday(date_days(swapped.year, swapped.month,
			 swapped.day)) == d->weekday)
		*d = swapped;
}

/* A whole date at `at`, with weekday and time: its end, or 0. */
static size_t date_at(struct date_scan *scan, size_t at, struct date *d)
{
	struct date clock = { .zone = DATE_NO_ZONE }, got;
	size_t start = at, end, before = 0;

	if (ascii_is_digit(date_peek(scan->s, at))) {
		before = date_time_of_day(scan->s, at, &clock);
		if (before)
			start = date_skip(scan->s, before, ",|-");
	}
	got = clock;
	end = day_at(scan, weekday_at(scan, start, &got), &got);
	if (!end && before) {
		before = 0;
		got = (struct date){ .zone = DATE_NO_ZONE };
		end = day_at(scan, at, &got);
	}
	if (!end)
		return 0;
	if (got.year && !before) {
		got.precision = DATE_DAY;
		end = time_after(scan, end, &got);
	} else if (!got.year) {
		got.precision = DATE_UNKNOWN;
	}
	order_by_weekday(&got);
	*d = got;
	return end;
}

/* True where a date may begin: not inside a word or a longer number. */
static bool may_begin(struct str s, size_t at)
{
	char before = at ? s.p[at - 1] : ' ';

	if (ascii_is_alnum(before))
		return false;
	if (!ascii_is_digit(s.p[at]))
		return ascii_is_alpha(s.p[at]) || s.p[at] < 0;
	return !(at > 1 && strchr("./:,-", before) && before != '\0' &&
		 ascii_is_digit(s.p[at - 2]));
}

static size_t next_digit(struct str s, size_t at)
{
	while (at < s.n && !ascii_is_digit(s.p[at]))
		at++;
	return at;
}

/* Past the word or number at `at`, so that no date begins inside it. */
static size_t past_token(struct str s, size_t at)
{
	size_t end = at + date_word(s, at).n;

	while (end < s.n && ascii_is_digit(s.p[end]))
		end++;
	return end > at ? end : at + 1;
}

/*
 * Where to look next: at `at`, or further on when no digit is within reach of
 * a date's first word; s.n when there is no digit left.
 */
static size_t skip_to_digit(struct str s, size_t at, size_t *digit)
{
	if (*digit < at || *digit == STR_NPOS)
		*digit = next_digit(s, at);
	if (*digit >= s.n)
		return s.n;
	if (*digit > at + REACH)
		at = *digit - REACH;
	while (!utf8_is_boundary(s, at))
		at++;
	return at;
}

bool date_find(struct str s, size_t from, const struct lexicon *lex,
	struct date *out, struct range *span)
{
	struct date_scan scan = { .s = s,
		.lex = lex ? lex : lexicon_get(STR_NONE) };
	size_t digit = STR_NPOS, end = 0;
	size_t at = skip_to_digit(s, from, &digit);

	while (at < s.n) {
		if (may_begin(s, at))
			end = date_at(&scan, at, out);
		if (end)
			break;
		at = skip_to_digit(s, past_token(s, at), &digit);
	}
	buf_release(&scan.folded);
	if (!end)
		return false;
	*span = (struct range){ (uint32_t)at, (uint32_t)end };
	return true;
}
