/*
 * A grid of cells: all that views draw on and all that the terminal is given.
 * Text is clean (sanitize.h) when it comes here; what is not is drawn as
 * U+FFFD. A cell holds one cluster.
 */
#ifndef DATELINE_VIEW_SCREEN_H
#define DATELINE_VIEW_SCREEN_H

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"
#include "dateline/view/style.h"

#define CELL_BYTES 27

struct cell {
	char bytes[CELL_BYTES];
	uint8_t n; /* bytes; 0: a blank, or the right half of a wide cell */
	uint8_t width; /* columns: 1, 2; 0: the right half of a wide cell */
	uint8_t style; /* enum style */
	uint8_t marks; /* enum style_mark, or'ed */
	bool ends_rtl; /* text from right to left ends here: a terminal that
			  reorders is to leave what follows in its place */
};

/* What is drawn on a part of the screen (src/view/drawn.h). */
struct drawn {
	const void *of; /* the view, */
	uint32_t subject; /* and what it is about */
	int row, col, height, cols; /* where */
	bool focused;
	uint32_t top; /* the number of its first row */
	uint32_t *rows; /* of each one; 0: not known */
};

#define SCREEN_PARTS 3

/* Columns of a row that lead to an address. */
struct screen_link {
	int row, col, cols;
	struct str address; /* http or https, ASCII without controls
			       (text/url.h); until the app's next event */
};

struct screen {
	int rows, cols;
	struct cell *cells; /* rows * cols, row by row */
	int cursor_row, cursor_col; /* the real cursor: the selected row, or
				       where the prompt is typed into */
	bool cursor_visible;
	VEC_OF(struct screen_link) links;
	bool ambiguous_wide; /* so the terminal draws characters of ambiguous
				width: ASCII stands for those it can */
	bool ascii; /* glyphs outside ASCII that are ours are avoided */
	unsigned look; /* of what is drawn: the app's; 0: nothing is */
	struct drawn parts[SCREEN_PARTS];
	/* What was drawn last began with moving these rows by so many, up, or
	 * down when it is negative; 0: none were. */
	int scrolled_row, scrolled_rows, scrolled_by;
	bool anew; /* all of it was drawn, not only what a move changes */
};

/* Sets the size and blanks everything. */
void screen_resize(struct screen *s, int rows, int cols);
/* Blanks everything: nothing is known of what is drawn. */
void screen_clear(struct screen *s);
void screen_release(struct screen *s);

static inline struct cell *screen_at(const struct screen *s, int row, int col)
{
	return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

/* The screen as text, a line a row, trailing blanks cut: for tests, --keys. */
void screen_print(const struct screen *s, struct buf *out);

#endif
