/* Dates, counts and outlets in words, as the screens write them. */
#ifndef VIEW_SAY_H
#define VIEW_SAY_H

#include "dateline/store/query.h"

enum date_form {
	SAY_LONG, /* "Thu 20 Nov 2025 07:07 UTC" */
	SAY_DAY, /* "20 Nov 2025" */
	SAY_MOMENT, /* "20 Nov 07:07" */
	SAY_ZONED, /* "20 Nov 07:07 +02", "20 Nov 07:07+0530" */
	SAY_SHORT, /* "2025-11-20" */
	SAY_STAMP, /* "2025-11-20 07:07" */
	SAY_CLOCK /* "07:07", nothing when it is not known */
};

/* As far as the date is known; "~" before an estimate; "date unknown" (long
 * and day) or "-" (short, stamp) when there is none. */
void say_date(struct buf *out, const struct article *a, enum date_form form);
/* How to say when each of n articles was that stand in the order of their
 * times: with the zones when their clocks have several, so that 20:05 +02 may
 * come before 19:40 UTC; else without. */
enum date_form moment_form(
	const struct store *s, const uint32_t *articles, uint32_t n);
/* "Thu 20 Nov 2025", ", today" or ", yesterday" when today is known. */
void say_day(struct buf *out, int32_t day, int32_t today);
/* What of a day's date a list under its year says: "2018", "Jun", "20 Jun",
 * "Wed 20 Jun". */
enum year_form { SAY_YEAR, SAY_MONTH, SAY_DAY_OF_MONTH, SAY_WEEKDAY };
void say_in_year(struct buf *out, int32_t day, enum year_form form);
/* "19 Nov 2025 – 2 Jan 2026", without repeating the month or the year; of days
 * since 1970. */
void say_days(struct buf *out, int32_t first, int32_t last, bool ascii);
/*
 * When n articles are from: "19 Nov 2025 – 2 Jan 2026", without
 * repeating the month or the year, one day when they are equal, nothing when
 * no date is known. Dates without a day count only where there are no others.
 */
void say_day_span(struct buf *out, const struct store *s,
	const uint32_t *articles, uint32_t n, bool ascii);
/* The same for the articles of a round. */
void say_round_span(struct buf *out, const struct store *s,
	const struct round *r, bool ascii);
/* 8 431: thousands apart, by a no-break space. */
void say_count(struct buf *out, size_t n);
/* What is wrong with a query, and where. */
void say_query_error(
	struct buf *out, struct str query, const struct query_error *error);
/* What was typed, in quotes unless it has some of its own. */
void say_typed(struct buf *out, struct str text);
/* "1 article", "51 articles": both forms with a %s where the count stands, or
 * without; they are translated here. */
void say_many(struct buf *out, size_t n, const char *one, const char *many);
/* A short fact that stays on one line where the text is wrapped. */
void say_whole(struct buf *out, struct str fact);
/* s, cut with an ellipsis where it takes more columns. */
void say_cut(struct buf *out, struct str s, int columns, bool ascii);
/* Minutes to read so many words. */
uint32_t reading_minutes(uint32_t words);

/* The screens' words for an article and a round: never empty. */
struct str article_title(const struct store *s, const struct article *a);
struct str round_title(const struct store *s, const struct round *r);
struct str storyline_title(const struct store *s, uint32_t storyline);

#endif
