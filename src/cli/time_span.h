/* The time from the first of some articles to the last, as far as known. */
#ifndef DATELINE_SRC_CLI_TIME_SPAN_H
#define DATELINE_SRC_CLI_TIME_SPAN_H

#include "dateline/store/store.h"

#include <jansson.h>

/* An end of a span: a date of an article, "May 2008" too. */
struct time_end {
	struct date date; /* year 0: there is none */
	enum date_basis basis;
	int32_t day; /* the first or the last it may mean */
};

struct time_span {
	struct time_end first, last;
};

/* Widens the span by an article's date, if it has one. */
void time_span_add(struct time_span *span, const struct article *a);
/* Appends "2008-04-07 – 2008-05", one date when both are the same, nothing
 * when there is none. */
void time_span_text(struct buf *out, const struct time_span *span);
/* "2008-05", or null. */
json_t *time_end_json(const struct time_end *end);

#endif
