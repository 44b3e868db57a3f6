/* Reading the pieces of a date; shared by the files that read dates. */
#ifndef DATELINE_SRC_TEXT_DATE_SCAN_H
#define DATELINE_SRC_TEXT_DATE_SCAN_H

#include "dateline/text/date.h"

struct date_scan {
	struct str s;
	const struct lexicon *lex;
	struct buf folded; /* the word looked up last */
};

/* The byte at `at`, NUL past the end. */
static inline char date_peek(struct str s, size_t at)
{
	return at < s.n ? s.p[at] : '\0';
}

/*
 * Decimal digits at *at, at most 9 of them: moves *at past them and gives how
 * many there are (0: none, or a longer number, which is no part of a date).
 */
unsigned date_digits(struct str s, size_t *at, unsigned *value);
/* Past spaces (also the no-break and thin ones) and the bytes in `also`. */
size_t date_skip(struct str s, size_t at, const char *also);
/* The word (ASCII letters and bytes of other scripts) at `at`; may be empty. */
struct str date_word(struct str s, size_t at);

/*
 * A time of day at `at`: 9:58 am, 09:58:00, 9.58, 9h58, 9 p.m., with a zone.
 * Fills the hour, minute, second, zone and precision of *d, and gives where it
 * ends; 0 when there is none.
 */
size_t date_time_of_day(struct str s, size_t at, struct date *d);
/* A zone at `at` (Z, GMT, +02:00, CEST …): its end, or `at` when none. */
size_t date_zone(struct str s, size_t at, struct date *d);

#endif
