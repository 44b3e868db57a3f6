/* Text for people on stdout: columns; dateline/export/words.h has the rest. */
#ifndef DATELINE_SRC_CLI_PRINT_TEXT_H
#define DATELINE_SRC_CLI_PRINT_TEXT_H

#include "dateline/export/words.h"
#include "dateline/store/store.h"

/* Columns of dates, "~2006-05-14", and of outlets; longer ones are cut. */
#define DATE_COLUMNS 11
#define SOURCE_COLUMNS 20
/* Columns of paragraphs: the measure that reads best, as the screens have. */
#define TEXT_COLUMNS 72

/* Columns of the terminal on stdout; 0 when it is none. */
int text_columns(void);
/* Columns for paragraphs: TEXT_COLUMNS, or fewer on a narrow terminal. */
int text_measure(void);
/* Appends s cut or filled with spaces to `columns`. */
void text_column(struct buf *out, struct str s, int columns);
/* Appends an id to a row of at most `columns` (0: any): a long one loses its
 * start, because its end is what `show` and --id need. */
void text_id(struct buf *row, struct str id, int columns);
/* Appends a row and its line end, cut where the terminal on stdout ends. */
void text_row(struct buf *out, struct str row);
/* Appends a row of a list: date, outlet, id. */
void text_article(
	struct buf *out, const struct store *s, const struct article *a);
/* Prints what the buffer holds and empties it. */
void text_print(struct buf *b);

#endif
