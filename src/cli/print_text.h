/* Text for people on stdout: columns, wrapped paragraphs. */
#ifndef DATELINE_SRC_CLI_PRINT_TEXT_H
#define DATELINE_SRC_CLI_PRINT_TEXT_H

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
/* Appends s in lines of `columns` at most, each after `indent`; 0: unwrapped.
 * An empty s appends nothing. */
void text_paragraph(
	struct buf *out, struct str s, struct str indent, int columns);
/* Appends the day of an article as far as it is known, "~" before an estimate.
 */
void text_date(struct buf *out, struct date d, enum date_basis basis);
/* Appends an id to a row of at most `columns` (0: any): a long one loses its
 * start, because its end is what `show` and --id need. */
void text_id(struct buf *row, struct str id, int columns);
/* Appends a row and its line end, cut where the terminal on stdout ends. */
void text_row(struct buf *out, struct str row);
/* Appends a row of a list: date, outlet, id. */
void text_article(
	struct buf *out, const struct store *s, const struct article *a);
/* Appends what was said: in quotation marks where those are the speaker's own
 * words from end to end. The others have them where the article has. */
void text_quote(struct buf *out, struct str text, const struct quote *q);
/* Appends a speaker's name; STR_NONE is "?"; reported speech is said to be. */
void text_speaker(struct buf *out, struct str name, const struct quote *q);
/* Prints what the buffer holds and empties it. */
void text_print(struct buf *b);

#endif
