/*
 * How far the reader got in each article: one that is opened again is shown
 * from there. One that was read to its end, or not scrolled, starts at its top.
 * Screens still in the history know it themselves; of those forgotten the
 * latest POSITIONS_MAX articles are kept, also between sessions, a line each:
 *
 *   at PART BYTE ID
 */
#ifndef VIEW_POSITIONS_H
#define VIEW_POSITIONS_H

#include "paper.h"

#include "dateline/base/buf.h"

#define POSITIONS_MAX 1000

struct app;
struct view;

struct position {
	struct buf id; /* of the article */
	struct paper_place place;
};

struct positions {
	VEC_OF(struct position) list; /* the latest last */
};

/* Before an article is opened: where it was left, which is forgotten here; and
 * keeps the places of the screens that the history forgets for it. */
struct paper_place positions_open(struct app *app, uint32_t article);
/* Writes them all; takes one line, false when it is none of these. */
void positions_write(const struct app *app, struct buf *out);
bool positions_read(struct app *app, struct str line);
void positions_release(struct positions *p);

#endif
