#include "drawn.h"

static void blank(const struct area *a, int row)
{
	struct cell *cells = screen_at(a->screen, a->row + row, a->col);

	for (int i = 0; i < a->cols; i++)
		cells[i] = (struct cell){ .width = 1 };
}

void drawn_clear(const struct area *a)
{
	for (int row = 0; row < a->rows; row++) {
		blank(a, row);
		if (a->drawn)
			a->drawn->rows[row] = DRAWN_ALWAYS;
	}
}

static void move_row(const struct area *a, int from, int to)
{
	memcpy(screen_at(a->screen, a->row + to, a->col),
		screen_at(a->screen, a->row + from, a->col),
		(size_t)a->cols * sizeof(struct cell));
	a->drawn->rows[to] = a->drawn->rows[from];
	a->drawn->rows[from] = DRAWN_ALWAYS;
}

/* Whole rows of the screen: a terminal can move them itself. */
static void tell_scrolled(const struct area *a, int by)
{
	if (a->cols < a->screen->cols)
		return;
	a->screen->scrolled_row = a->row;
	a->screen->scrolled_rows = a->rows;
	a->screen->scrolled_by = by;
}

void drawn_scroll(const struct area *a, uint32_t top)
{
	int64_t by;

	if (!a->drawn)
		return;
	by = (int64_t)top - a->drawn->top;
	a->drawn->top = top;
	if (by == 0 || by >= a->rows || -by >= a->rows)
		return;
	for (int row = 0; by > 0 && row + by < a->rows; row++)
		move_row(a, row + (int)by, row);
	for (int row = a->rows - 1; by < 0 && row + by >= 0; row--)
		move_row(a, row + (int)by, row);
	tell_scrolled(a, (int)by);
}

bool drawn_has(const struct area *a, int row, uint32_t what)
{
	if (!a->drawn)
		return false;
	if (a->drawn->rows[row] == what && what != DRAWN_ALWAYS)
		return true;
	blank(a, row);
	a->drawn->rows[row] = what;
	return false;
}

void drawn_end(const struct area *a, int row)
{
	for (; row < a->rows; row++)
		drawn_has(a, row, DRAWN_BLANK);
}
