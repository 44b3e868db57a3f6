/* Bars of characters: how much there is, to compare by eye. */
#ifndef DATELINE_TEXT_BAR_H
#define DATELINE_TEXT_BAR_H

#include "dateline/base/buf.h"

/*
 * Appends a bar for n, where `most` takes all columns: in eighths of a column,
 * or in "#" where only ASCII can be shown. Nothing for 0; what is more than 0
 * is seen. Gives the columns used.
 */
int text_bar(
	struct buf *out, uint64_t n, uint64_t most, int columns, bool ascii);

#endif
