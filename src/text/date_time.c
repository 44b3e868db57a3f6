/* Times of day and time zones, as news pages write them. */
#include "dateline/base/ascii.h"
#include "text/date_scan.h"

unsigned date_digits(struct str s, size_t *at, unsigned *value)
{
	size_t i = *at;
	unsigned v = 0;

	while (i < s.n && ascii_is_digit(s.p[i]) && i - *at < 10)
		v = v * 10 + (unsigned)(s.p[i++] - '0');
	if (i == *at || i - *at > 9)
		return 0;
	*value = v;
	v = (unsigned)(i - *at);
	*at = i;
	return v;
}

/* Length of a space beyond ASCII at `at` (U+00A0, U+2000–U+200A, U+202F), or
 * 0. */
static size_t wide_space(struct str s, size_t at)
{
	struct str rest = str_slice(s, at, s.n);
	uint8_t last;

	if (str_starts(rest, STR("\xC2\xA0")))
		return 2;
	if (!str_starts(rest, STR("\xE2\x80")) || rest.n < 3)
		return 0;
	last = (uint8_t)rest.p[2];
	return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0;
}

size_t date_skip(struct str s, size_t at, const char *also)
{
	while (at < s.n) {
		size_t wide = wide_space(s, at);

		if (!wide && !ascii_is_space(s.p[at]) &&
			(s.p[at] == '\0' || !strchr(also, s.p[at])))
			break;
		at += wide ? wide : 1;
	}
	return at;
}

/* A letter's byte in UTF-8: not those that lead to the Latin-1 symbols
 * (U+0080–U+00BF) and the general punctuation (U+2000 …). */
static bool is_letter_byte(char c)
{
	return ascii_is_alpha(c) || (c < 0 && c != '\xC2' && c != '\xE2');
}

struct str date_word(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.n && is_letter_byte(s.p[end]))
		end++;
	return str_slice(s, at, end);
}

/*
 * Zones by abbreviation, minutes east of UTC. DATE_NO_ZONE: a name that does
 * not say whether summer time holds. Ambiguous ones (IST, CST of China, AST)
 * are left out or taken as North America's, which news pages mean by them.
 */
static const struct {
	char name[5];
	int16_t minutes;
} zones[] = { { "Z", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "UT", 0 }, { "WET", 0 },
	{ "BST", 60 }, { "WEST", 60 }, { "CET", 60 }, { "MEZ", 60 },
	{ "CEST", 120 }, { "MESZ", 120 }, { "EET", 120 }, { "EEST", 180 },
	{ "MSK", 180 }, { "JST", 540 }, { "AEST", 600 }, { "AEDT", 660 },
	{ "EST", -300 }, { "EDT", -240 }, { "CST", -360 }, { "CDT", -300 },
	{ "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 },
	{ "ET", DATE_NO_ZONE }, { "CT", DATE_NO_ZONE }, { "MT", DATE_NO_ZONE },
	{ "PT", DATE_NO_ZONE } };

static bool zone_name(struct str word, int16_t *minutes)
{
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
		if (str_eq(word, str_from_c(zones[i].name))) {
			*minutes = zones[i].minutes;
			return true;
		}
	}
	return false;
}

/* +02:00, -0500, +2: the end, or `at`. */
static size_t zone_offset(struct str s, size_t at, int16_t *minutes)
{
	char sign = date_peek(s, at);
	unsigned hours = 0, rest = 0, n;
	size_t end = at + 1;

	if (sign != '+' && sign != '-')
		return at;
	n = date_digits(s, &end, &hours);
	if (n == 4) {
		rest = hours % 100;
		hours /= 100;
	} else if (n != 1 && n != 2) {
		return at;
	} else if (date_peek(s, end) == ':') {
		end++;
		if (date_digits(s, &end, &rest) != 2)
			return at;
	}
	if (hours > 14 || rest > 59)
		return at;
	*minutes = (int16_t)(hours * 60 + rest);
	if (sign == '-')
		*minutes = (int16_t) - *minutes;
	return end;
}

size_t date_zone(struct str s, size_t at, struct date *d)
{
	size_t start = date_skip(s, at, "("), end;
	struct str word = date_word(s, start);
	int16_t minutes = DATE_NO_ZONE;

	if (word.n == 0) {
		end = zone_offset(s, start, &minutes);
		if (end == start)
			return at;
	} else {
		if (!zone_name(word, &minutes))
			return at;
		end = zone_offset(s, start + word.n, &minutes);
	}
	d->zone = minutes;
	return end +
	       (start > 0 && s.p[start - 1] == '(' && date_peek(s, end) == ')');
}

/* am, a.m., PM …: its end, or 0. */
static size_t meridiem(struct str s, size_t at, bool *afternoon)
{
	char half;

	at = date_skip(s, at, "");
	half = ascii_lower(date_peek(s, at));
	if (half != 'a' && half != 'p')
		return 0;
	at++;
	at += date_peek(s, at) == '.';
	if (ascii_lower(date_peek(s, at)) != 'm' ||
		ascii_is_alnum(date_peek(s, at + 1)))
		return 0;
	*afternoon = half == 'p';
	return at + 1 + (date_peek(s, at + 1) == '.');
}

/* What follows the minutes: ":00", ":0", ":00.000", ":00:000"; or `at`. */
static size_t seconds_at(struct str s, size_t at, struct date *d)
{
	unsigned value = 0;
	size_t end = at + 1;
	unsigned n;

	if (date_peek(s, at) != ':')
		return at;
	n = date_digits(s, &end, &value);
	if (n == 0 || n > 2 || value > 60)
		return at;
	d->second = (uint8_t)(value == 60 ? 59 : value);
	d->precision = DATE_SECOND;
	at = end++;
	if ((date_peek(s, at) == '.' || date_peek(s, at) == ':') &&
		date_digits(s, &end, &value))
		at = end;
	return at;
}

/* What follows the hour: ":58", ".58", "h58", "h", ":58:00.000". */
static size_t minutes_at(struct str s, size_t at, struct date *d)
{
	char mark = date_peek(s, at);
	unsigned value = 0;
	size_t end = at + 1;
	unsigned n;

	if (mark != ':' && mark != '.' && mark != 'h')
		return 0;
	n = date_digits(s, &end, &value);
	if (n == 0 && mark == 'h')
		return ascii_is_alpha(date_peek(s, end)) ? 0 : end;
	if (n != 2 || value > 59)
		return 0;
	d->minute = (uint8_t)value;
	return seconds_at(s, end, d);
}

/* Hours of a 12-hour clock to 24; false when it is none. */
static bool to_24_hours(unsigned *hour, bool afternoon)
{
	if (*hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (afternoon ? 12 : 0);
	return true;
}

size_t date_time_of_day(struct str s, size_t at, struct date *d)
{
	struct date t = *d;
	unsigned hour, n = date_digits(s, &at, &hour);
	bool afternoon = false;
	size_t end, half;

	if (n == 0 || n > 2 || hour > 24)
		return 0;
	t.minute = t.second = 0;
	t.precision = DATE_MINUTE;
	end = minutes_at(s, at, &t);
	half = meridiem(s, end ? end : at, &afternoon);
	if ((!end && !half) || (end && ascii_is_digit(date_peek(s, end))))
		return 0;
	/* "18:30 pm" is written, and means what the 24-hour clock says. */
	if (half && !to_24_hours(&hour, afternoon) && !end)
		return 0;
	if (hour == 24)
		return 0;
	t.hour = (uint8_t)hour;
	*d = t;
	return date_zone(s, half ? half : end, d);
}
