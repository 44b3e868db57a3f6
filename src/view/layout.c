#include "layout.h"

#define TWO_PANES_COLS 120
#define THREE_PANES_COLS 180
#define SOURCES_COLS 26

static int pane_count(const struct layout_request *r)
{
	int room = r->cols >= THREE_PANES_COLS ? 3
		   : r->cols >= TWO_PANES_COLS ? 2
					       : 1;

	if (r->zen)
		return 1;
	return r->panes > 0 && r->panes < room ? r->panes : room;
}

static void place(struct layout *l, enum pane pane, int col, int cols)
{
	l->pane[pane] = (struct pane_place){ true, col, cols };
}

struct layout layout_make(const struct layout_request *r)
{
	struct layout l = { 0 };
	int panes = pane_count(r), left, content;

	l.too_small = r->rows < LAYOUT_MIN_ROWS || r->cols < LAYOUT_MIN_COLS;
	l.body_row = r->zen ? 0 : 1;
	l.body_rows = r->rows - 1 - l.body_row;
	if (l.too_small || panes == 1) {
		place(&l, r->focus, 0, r->cols);
		return l;
	}
	/* A column between panes is the line that parts them. */
	left = panes == 3 ? SOURCES_COLS + 1 : 0;
	content = panes == 3 ? r->cols * 44 / 100 : r->cols * 60 / 100;
	if (panes == 3)
		place(&l, PANE_SOURCES, 0, SOURCES_COLS);
	place(&l,
		panes == 2 && r->focus == PANE_SOURCES ? PANE_SOURCES
						       : PANE_LIST,
		left, r->cols - left - content - 1);
	place(&l, PANE_CONTENT, r->cols - content, content);
	return l;
}
