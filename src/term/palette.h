/* What each style looks like on this terminal, from the theme. */
#ifndef TERM_PALETTE_H
#define TERM_PALETTE_H

#include "dateline/config/config.h"
#include "dateline/view/style.h"

#define MARK_SETS 8 /* all combinations of enum style_mark */

/* Curses' attributes and its number of a pair of colours. */
struct paint {
	unsigned attributes;
	int pair;
	bool solid; /* shows on a blank: a background, underline or reverse */
};

struct palette {
	struct paint back; /* the terminal's own colours, after others */
	struct paint paints[STYLE_COUNT][MARK_SETS];
	struct paint fillers[STYLE_COUNT][MARK_SETS]; /* of cells without text:
							 never underlined */
};

/* Asks curses, which must be running, for colours as the user wants them. */
void palette_init(struct palette *p, const struct config *c);

#endif
