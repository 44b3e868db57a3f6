/*
 * Dates as news texts give them: as far as they are known, never more. A year
 * of 0, month 0 or day 0 is unknown ("May 14" has no year, "2008-05" no day).
 * Calendar: proleptic Gregorian.
 */
#ifndef DATELINE_TEXT_DATE_H
#define DATELINE_TEXT_DATE_H

#include "dateline/base/buf.h"
#include "dateline/text/lexicon.h"

#define DATE_NO_ZONE INT16_MIN
/* Room for the longest date_format and its NUL. */
#define DATE_TEXT_MAX 40

enum date_precision {
	DATE_UNKNOWN, /* no year */
	DATE_YEAR,
	DATE_MONTH,
	DATE_DAY,
	DATE_MINUTE,
	DATE_SECOND
};

/* How day and month were told apart. */
enum date_order {
	DATE_ORDER_SURE, /* a name, the year in front, full stops */
	DATE_DAY_FIRST, /* numbers, the first of them no month: 23/04/2008 */
	DATE_MONTH_FIRST, /* the second: 04/23/2008 */
	DATE_ORDER_OPEN /* read as day first, but it may be the month */
};

struct date {
	int16_t year; /* 0 unknown; 1000–2999 are accepted */
	uint8_t month, day; /* 1…; 0 unknown */
	uint8_t hour, minute, second;
	uint8_t weekday; /* Monday 1 … Sunday 7 where the text says so; else 0
			  */
	uint8_t precision; /* enum date_precision */
	uint8_t order; /* enum date_order */
	int16_t zone; /* minutes east of UTC, DATE_NO_ZONE when not said */
};

/* Days since 1970-01-01 of a civil date, and back. */
int32_t date_days(int year, int month, int day);
void date_from_days(int32_t days, struct date *d);
/* The moment t seconds after 1970 began, in UTC. */
void date_from_seconds(int64_t t, struct date *d);
/* Monday 1 … Sunday 7. */
int date_weekday(int32_t days);
bool date_valid(int year, int month, int day);

/*
 * Orders dates for lists: minutes since 1970 of the earliest moment d may
 * mean, in UTC when the zone is known; INT64_MIN when there is no year.
 */
int64_t date_sort_key(const struct date *d);
/* The first and last day d may mean; false when there is no year. */
bool date_day_span(const struct date *d, int32_t *first, int32_t *last);

/*
 * Reads a machine's date: ISO 8601 / RFC 3339 as found in metadata
 * (2008-04-07T09:58:00+02:00, 20080407, 2008-05), RFC 2822 (Mon, 07 Apr 2008
 * 09:58:00 GMT), or what date_find accepts when it is the whole of s.
 */
bool date_parse(struct str s, const struct lexicon *lex, struct date *out);
/*
 * Finds the first date written in running text at or after byte `from`:
 * "March 3, 2009 | 4:05 pm", "7 April 2008", "7. April 2008", "Sunday, May 14",
 * "07/04/2008" (day first unless that is impossible or not the weekday named;
 * see date_order), "2008-04-07". *span gets its bytes. Numbers that are no
 * valid date are passed over.
 */
bool date_find(struct str s, size_t from, const struct lexicon *lex,
	struct date *out, struct range *span);
/*
 * Finds the first month named in running text at or after byte `from`, with the
 * day and year beside it, as far as they are there: "28 May 2007", "May 2007",
 * "in May". English months have a capital: "may" is a verb.
 */
bool date_find_month(struct str s, size_t from, const struct lexicon *lex,
	struct date *out, struct range *span);
/* Exchanges day and month of a date whose order is open: it is sure then. */
void date_swap(struct date *d);
/* A day in an address: /2008/04/07/, /20080407-, 2008-04-07 … */
bool date_from_url(struct str url, struct date *out);

/* ISO 8601 as far as known ("2008-04-07T09:58+02:00", "2008-05"; "--05-14"
 * without a year; Z for UTC) into out[DATE_TEXT_MAX]; gives out. */
char *date_format(const struct date *d, char *out);
/* "May"; "?" for what is no month. */
const char *date_month_name(int month);
/* "23 Jul", of a date with a day. */
void date_say_day(struct buf *out, const struct date *d);
/* Appends the day for people, as far as it is known: "20 Nov 2025", "Nov 2025",
 * "2025". */
void date_say(struct buf *out, const struct date *d);

#endif
