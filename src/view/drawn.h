/*
 * What stands on the screen already is not drawn again. A view numbers what it
 * draws in each row; the screen remembers the numbers, and the view draws only
 * the rows that should have another one. The numbers hold while keys only go
 * to other rows or lines (run.c: is_move()); after any other event all is drawn
 * anew.
 *
 * Measured with callgrind at 80x24, instructions of app_draw() for a step in
 * the list: 282 000 → 54 000, most of these for the lines above and below.
 */
#ifndef VIEW_DRAWN_H
#define VIEW_DRAWN_H

#include "draw.h"

/* A row with nothing in it. */
#define DRAWN_BLANK UINT32_MAX
/* A row that is drawn each time. */
#define DRAWN_ALWAYS 0

/* Blanks a part of the screen; nothing of it is known then. */
void drawn_clear(const struct area *a);
/* Before its rows are drawn: `top` is the number of what stands in the first
 * one, and counts lines. Rows that stay in sight are moved to where they go. */
void drawn_scroll(const struct area *a, uint32_t top);
/* Whether the row shows `what` already; else it is blanked, to be drawn. Never
 * for DRAWN_ALWAYS. */
bool drawn_has(const struct area *a, int row, uint32_t what);
/* Blanks the rows from one on. */
void drawn_end(const struct area *a, int row);

#endif
