/*
 * A scrolled list: which row the cursor is on and which is at the top. Rows
 * that cannot be chosen (headings) are stepped over, and shown with the row
 * they belong to.
 */
#ifndef VIEW_LIST_H
#define VIEW_LIST_H

#include <stdbool.h>
#include <stdint.h>

struct list {
	uint32_t cursor, top;
};

/* The rows: how many, and which are stepped over (NULL: none). */
struct list_rows {
	uint32_t n;
	bool (*still)(const void *ctx, uint32_t row);
	const void *ctx;
};

/* Moves the cursor by so many rows that can be chosen, as far as there are;
 * false when it did not move. */
bool list_move(struct list *l, const struct list_rows *rows, int64_t by);
/* Moves the cursor by lines of the screen, scrolling as much. */
bool list_page(struct list *l, const struct list_rows *rows, int64_t lines,
	int height);
/* Scrolls by lines of the screen; the cursor stays on its row as long as that
 * is in sight. */
void list_scroll(struct list *l, const struct list_rows *rows, int64_t lines,
	int height);
/* Puts the cursor on a row, or the nearest one that can be chosen. */
void list_go(struct list *l, const struct list_rows *rows, int64_t row);
/* Scrolls so that the cursor is in a window of `height` rows. */
void list_show(struct list *l, const struct list_rows *rows, int height);

#endif
