#include "list.h"

static bool is_still(const struct list_rows *rows, int64_t row)
{
	return rows->still && rows->still(rows->ctx, (uint32_t)row);
}

/* The first row that can be chosen from `row` on, going by `step`; -1. */
static int64_t choosable(const struct list_rows *rows, int64_t row, int step)
{
	while (row >= 0 && row < rows->n && is_still(rows, row))
		row += step;
	return row >= 0 && row < rows->n ? row : -1;
}

void list_go(struct list *l, const struct list_rows *rows, int64_t row)
{
	int64_t at;

	if (row >= rows->n)
		row = (int64_t)rows->n - 1;
	if (row < 0)
		row = 0;
	at = choosable(rows, row, 1);
	if (at < 0)
		at = choosable(rows, row, -1);
	l->cursor = at < 0 ? 0 : (uint32_t)at;
}

bool list_move(struct list *l, const struct list_rows *rows, int64_t by)
{
	uint32_t before = l->cursor;
	int step = by < 0 ? -1 : 1;

	for (; by != 0; by -= step) {
		int64_t next = choosable(rows, (int64_t)l->cursor + step, step);

		if (next < 0)
			break;
		l->cursor = (uint32_t)next;
	}
	return l->cursor != before;
}

static int64_t clamp(int64_t v, int64_t low, int64_t high)
{
	if (v > high)
		v = high;
	return v < low ? low : v;
}

bool list_page(
	struct list *l, const struct list_rows *rows, int64_t lines, int height)
{
	uint32_t before = l->cursor;
	int64_t max = (int64_t)rows->n - height;

	l->top = (uint32_t)clamp((int64_t)l->top + lines, 0, max);
	list_go(l, rows, (int64_t)l->cursor + lines);
	list_show(l, rows, height);
	return l->cursor != before;
}

/* The rows that belong to the cursor's: the headings above it, the notes below
 * it. */
static void neighbourhood(const struct list *l, const struct list_rows *rows,
	int64_t *first, int64_t *last)
{
	*first = *last = l->cursor;
	while (*first > 0 && is_still(rows, *first - 1))
		--*first;
	while (*last + 1 < rows->n && is_still(rows, *last + 1))
		++*last;
}

void list_show(struct list *l, const struct list_rows *rows, int height)
{
	int64_t first, last, top = l->top, max = (int64_t)rows->n - height;

	if (rows->n == 0 || height < 1) {
		l->top = 0;
		return;
	}
	if (l->cursor >= rows->n || is_still(rows, l->cursor))
		list_go(l, rows, l->cursor);
	neighbourhood(l, rows, &first, &last);
	if (last >= top + height)
		top = last - height + 1;
	if (first < top)
		top = first;
	if (l->cursor < top)
		top = l->cursor;
	if (l->cursor >= top + height)
		top = (int64_t)l->cursor - height + 1;
	l->top = (uint32_t)clamp(top, 0, max);
}

void list_scroll(
	struct list *l, const struct list_rows *rows, int64_t lines, int height)
{
	uint32_t top = (uint32_t)clamp(
		(int64_t)l->top + lines, 0, (int64_t)rows->n - height);

	/* No further than the window is high: in one of a few rows headings
	 * may leave no row that it could stand on. */
	for (int i = 0; i <= height; i++) {
		l->top = top;
		list_show(l, rows, height);
		if (l->top == top || !list_move(l, rows, lines < 0 ? -1 : 1))
			break;
	}
}
