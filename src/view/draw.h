/*
 * Drawing text on a part of the screen. A pen stands in one row and moves
 * right; nothing is drawn beyond its area, and a wide character that does not
 * fit whole is left out.
 */
#ifndef VIEW_DRAW_H
#define VIEW_DRAW_H

#include "dateline/view/screen.h"

/* A rectangle of the screen. */
struct area {
	struct screen *screen;
	int row, col, rows, cols;
	struct drawn *drawn; /* what stands there; NULL: nothing does */
};

struct pen {
	struct screen *screen;
	int row, col, end; /* screen row, next column, first column not ours */
	uint8_t style, marks;
};

/* Our own glyphs, each with an ASCII form of as many columns or more. */
enum glyph {
	GLYPH_ELLIPSIS,
	GLYPH_BAR, /* beside quotes */
	GLYPH_THIN_BAR, /* beside reported speech */
	GLYPH_DOT, /* between facts of a line */
	GLYPH_RULE,
	GLYPH_VERTICAL, /* between panes */
	GLYPH_MORE, /* a row that leads to others */
	GLYPH_OPEN, /* one that they stand under */
	GLYPH_DASH, /* from – to */
	GLYPH_FULL, /* a cell of a bar of how many there are */
	GLYPH_SHADE, /* the same, of those that are not sure */
	GLYPH_DISC, /* who has a quote: in its words */
	GLYPH_UNEQUAL, /* in other words */
	GLYPH_RING, /* reported */
	GLYPH_STAR,
	GLYPH_NOTE, /* the reader wrote something */
	GLYPH_COUNT
};

struct str glyph_str(enum glyph g, bool ascii);

/* A pen at row and column of the area (counted from 0), in STYLE_text. */
struct pen pen_at(const struct area *a, int row, int col);
/* Draws s as far as there is room; gives the columns used. */
int pen_put(struct pen *p, enum style style, struct str s);
void pen_glyph(struct pen *p, enum style style, enum glyph g);
/* n times the glyph. */
void pen_rule(struct pen *p, enum style style, enum glyph g, int n);
/* Fills n columns, with what the style has of backgrounds. */
void pen_space(struct pen *p, int n);
/* Draws s into exactly `width` columns: cut with an ellipsis, or padded. */
void pen_field(struct pen *p, enum style style, struct str s, int width);
/* Cuts the pen's row short and draws s there, at its right end, with a blank
 * before it. What does not fit whole is not drawn at all. */
void pen_right(struct pen *p, enum style style, struct str s);
/* Ends text that was drawn up to the pen: what follows stays behind it, also on
 * terminals that reorder text from right to left (UAX #9). pen_field() and
 * pen_right() do it themselves. */
void pen_end(const struct pen *p, struct str s);
/* Columns left. */
int pen_room(const struct pen *p);

#endif
