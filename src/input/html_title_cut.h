/* What a site adds to its titles. Private to src/input/html_title*.c. */
#ifndef DATELINE_SRC_INPUT_HTML_TITLE_CUT_H
#define DATELINE_SRC_INPUT_HTML_TITLE_CUT_H

#include "input/html_reader.h"

/* True when piece is the site's name, holds it, or is part of its host. */
bool html_names_site(struct html_reader *r, struct str piece);

/* A title without the site's name at either end. */
struct str html_cut_site(struct html_reader *r, struct str title);
/* The same, or else without a last piece that is the shorter half. */
struct str html_cut_any(struct html_reader *r, struct str title);

/* Takes the last piece, behind a separator, off *title: all when none is. */
struct str html_take_piece(struct str *title);
/* True when piece stands in whole between separators, or all up to one or
 * behind one. */
bool html_is_piece(struct html_reader *r, struct str piece, struct str whole);

#endif
