/*
 * A screen is one struct of functions (as tig's view_ops), a file each, and a
 * state: what it is about, and where the reader is in it. The pure app calls
 * them; they draw on the part of the screen they are given.
 */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "command.h"
#include "draw.h"
#include "layout.h"
#include "list.h"
#include "paper.h"
#include "rows.h"

#include "dateline/store/statistics.h"

struct app;
struct view;

struct view_ops {
	unsigned in; /* its enum in_view, which has its name */
	enum pane pane;
	bool whole; /* it takes all panes' room */
	bool keeps; /* draw() blanks what it draws anew, and leaves the rest
		       as it stands on the screen (drawn.h) */
	/* Makes the derived state for a width, unless it is made. */
	void (*prepare)(struct app *app, struct view *v, int cols);
	void (*draw)(struct app *app, struct view *v, const struct area *area);
	/* Does a command; false when it is none of this screen's. */
	bool (*run)(struct app *app, struct view *v, const struct call *call);
	/* Where one is, for the line above; position, for the line below. */
	void (*where)(struct app *app, struct view *v, struct buf *out);
	void (*status)(struct app *app, struct view *v, struct buf *out);
	/* To the next hit of the search in a direction, 1 or -1. */
	void (*seek)(struct app *app, struct view *v, int direction);
	/* Lists that can be filtered: shows only rows with a text. */
	void (*filter)(struct app *app, struct view *v, struct str text);
	/* Lists only: the rows (see list_view.h). */
	uint32_t (*count)(const struct app *app, const struct view *v);
	bool (*still)(
		const struct app *app, const struct view *v, uint32_t row);
	bool (*matches)(
		const struct app *app, const struct view *v, uint32_t row);
	void (*draw_row)(
		struct app *app, struct view *v, uint32_t row, struct pen *p);
	/* What the row is about: an article, or STORE_NONE. */
	uint32_t (*article)(
		const struct app *app, const struct view *v, uint32_t row);
};

/* The rows that hold hits, kept until what they were made from changes. */
struct row_hits {
	VEC_OF(uint32_t) rows;
	unsigned search, content; /* serials */
};

/* Of the quotes: those shown, and the uses of the one that is unfolded. */
struct quote_list {
	VEC_OF(uint32_t) shown; /* in quote_index.all, when filtered */
	struct rows uses;
};

#define QUOTE_NONE UINT32_MAX

struct view {
	const struct view_ops *ops;
	int level; /* leaving it goes to one of a lower level */
	struct buf id; /* of the article, round or identity it is about */
	struct buf name; /* of the identity, should its id be gone */
	struct buf filter; /* people, quotes: as typed; empty: none */
	uint32_t subject; /* its index in the store; STORE_NONE: none, or an
			     identity that is being found again */
	uint32_t other; /* diff: the second article */
	struct buf other_id;
	int columns; /* diff: app.columns of the rows */
	int32_t unfolded; /* the row that is, by its `fold`; FOLD_NONE */
	int32_t chosen; /* the row to go to when the rows are made anew */
	uint8_t step; /* timeline: enum time_step */
	bool zoomed; /* timeline: the step is the reader's choice */
	int32_t day; /* timeline: to go to when the rows are made anew */
	unsigned about; /* help: the screen it explains */
	struct list list; /* lists */
	unsigned marked; /* sources, notes: serial of the marks shown */
	bool waits; /* lists: the rows are not here yet, */
	uint32_t awaited; /* the cursor goes to this of those to choose */
	int reserved; /* lists: rows at the end of the area that hold none */
	struct rows rows; /* lists made of text */
	struct statistics statistics; /* statistics, places */
	unsigned statistics_of; /* serial of what was counted */
	struct quote_list quotes; /* quotes */
	struct row_hits hits;
	struct paper_place top; /* article: the line at the top */
	bool ended; /* article: its end is in sight, its start is not */
	uint32_t quote; /* article: the current one, or QUOTE_NONE */
	uint32_t hit; /* article: the current one, or QUOTE_NONE */
};

extern const struct view_ops index_ops, article_ops, related_ops, round_ops,
	sources_ops, help_ops, skipped_ops, people_ops, person_ops, diff_ops,
	timeline_ops, notes_ops, quotes_ops, statistics_ops, places_ops,
	links_ops;

/* A screen about a subject of the store (an article, a round, an identity,
 * STORE_NONE). */
struct view *view_new(
	struct app *app, const struct view_ops *ops, uint32_t subject);
void view_free(struct view *v);
/* A screen about two articles: the second one. */
void view_set_other(struct app *app, struct view *v, uint32_t article);
/* After a new store or correction: finds the subject again; false when it is
 * gone. */
bool view_locate(struct app *app, struct view *v);

#endif
