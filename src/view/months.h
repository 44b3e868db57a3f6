/* A bar of how much there is by month: one column a month, a quarter or a
 * year. */
#ifndef VIEW_MONTHS_H
#define VIEW_MONTHS_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"

struct months {
	VEC_OF(int32_t) list; /* year * 12 + month of each thing, from 0 */
};

/*
 * Appends the bar, of at most so many columns (the latest when there are more
 * years), and gives what a column is: "quotes by month", "quotes by quarter",
 * "quotes by year", of message.h. NULL, and nothing appended, when all is in
 * one month.
 */
const char *months_say(
	const struct months *m, int columns, bool ascii, struct buf *out);

#endif
