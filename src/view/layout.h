/*
 * Where the panes are: one below 120 columns, two (list | article) below 180,
 * three (sources | list | article) above. Widths by ux tests at 80x24, 120x40
 * and 200x60.
 */
#ifndef VIEW_LAYOUT_H
#define VIEW_LAYOUT_H

#include <stdbool.h>

enum pane { PANE_SOURCES, PANE_LIST, PANE_CONTENT, PANE_COUNT };

/* The screen is too small for anything below this. */
#define LAYOUT_MIN_ROWS 5
#define LAYOUT_MIN_COLS 20

struct pane_place {
	bool shown;
	int col, cols;
};

struct layout {
	struct pane_place pane[PANE_COUNT];
	int body_row, body_rows; /* between the lines above and below */
	bool too_small;
};

struct layout_request {
	int rows, cols;
	int panes; /* at most; 0: as many as there is room for */
	enum pane focus; /* always shown */
	bool zen; /* one pane and no line above it */
};

struct layout layout_make(const struct layout_request *r);

#endif
