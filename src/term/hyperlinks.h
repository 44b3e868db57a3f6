/*
 * Hyperlinks (OSC 8), which curses does not know: after it has drawn, what
 * leads somewhere is written over once more, cell by cell as it stands there,
 * with the address around it. A cell that curses writes loses its link, and one
 * that it does not may be text of another screen by now: when the links change,
 * rows that had some are drawn anew by curses first.
 */
#ifndef TERM_HYPERLINKS_H
#define TERM_HYPERLINKS_H

#include "term/blit.h"

struct hyperlinks {
	bool able; /* the terminal takes escape sequences */
	struct buf shown; /* the bytes written last */
	struct buf next; /* those of the screen that is being drawn */
	VEC_OF(int) rows; /* that have links on the terminal */
};

/* Before curses draws s; the blitter says what its cells look like. */
void hyperlinks_prepare(
	struct hyperlinks *h, const struct blitter *b, const struct screen *s);
/* After it, with the cursor where it is to stay. */
void hyperlinks_show(struct hyperlinks *h, const struct screen *s);
/* The terminal shows none any more. */
void hyperlinks_reset(struct hyperlinks *h);
void hyperlinks_release(struct hyperlinks *h);

#endif
