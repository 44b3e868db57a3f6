/* From a grid of cells to curses' window. */
#ifndef TERM_BLIT_H
#define TERM_BLIT_H

#include "dateline/view/screen.h"
#include "term/palette.h"

struct blitter {
	const struct palette *palette;
	bool utf8; /* else everything is shown in ASCII */
	int rows, cols; /* of shown */
	struct cell *shown; /* what curses has been given */
	void *row; /* a row in curses' own cells */
};

/* Writes the rows that changed since the last call into curses' window, which
 * has the size of s. */
void blit(struct blitter *b, const struct screen *s);
/* Appends a cell as it is shown, UTF-8 (nothing for the right half of another
 * one), and gives how it is painted where `before` comes before it. */
const struct paint *blit_cell(const struct blitter *b, const struct cell *c,
	const struct paint *before, struct buf *out);
/* Forgets what was shown. */
void blit_reset(struct blitter *b);
void blit_release(struct blitter *b);

#endif
