/*
 * Breaking a text into lines (UAX #14 by libunistring). Lines are ranges in
 * the text: nothing is copied, and the lines together with the white space
 * dropped between them are the text again.
 */
#ifndef DATELINE_TEXT_WRAP_H
#define DATELINE_TEXT_WRAP_H

#include "dateline/base/mem.h"

struct lines {
	VEC_OF(struct range) list;
};

/*
 * Appends the lines of text[range] for `columns` >= 1 columns. U+000A ends a
 * line; spaces at a break belong to no line. A word longer than a line is cut
 * between clusters. Progress is certain: a cluster wider than the line still
 * gets a line. Cost is linear in the range.
 */
void text_wrap(
	struct str text, struct range range, int columns, struct lines *out);

#endif
