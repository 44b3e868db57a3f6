/*
 * What all screens that are lists share: drawing the visible rows, moving,
 * searching, the position. Cost is that of the rows on the screen.
 */
#ifndef VIEW_LIST_VIEW_H
#define VIEW_LIST_VIEW_H

#include "say.h"
#include "state.h"

void list_view_draw(struct app *app, struct view *v, const struct area *area);
/* Moves and pages; OPEN opens the row's article. */
bool list_view_run(struct app *app, struct view *v, const struct call *call);
/* The same for rows some of which fold: OPEN shows or hides what is in one. */
bool fold_run(struct app *app, struct view *v, const struct call *call);
void list_view_seek(struct app *app, struct view *v, int direction);
/* "   "tariff" hit 3/37", when there are hits of a search. */
void list_view_say_hits(struct app *app, struct view *v, struct buf *out);
/* The same for n hits, the one at `hit` being the current one, if there is. */
void list_view_say_hit(
	const struct app *app, uint32_t hit, size_t n, struct buf *out);
/* A search that went round the end (or the start) of n hits. */
void app_say_wrap(struct app *app, bool to_the_end, uint32_t n);
/* Scrolls by lines; the cursor stays where it is while that is in sight. */
void list_view_scroll(struct app *app, struct view *v, int64_t lines);
/* Puts the cursor on a row, in sight. */
void list_view_go(struct app *app, struct view *v, int64_t row);

/* Puts the user's highlights on what was drawn of text (highlight.h). */
void draw_highlights(
	const struct app *app, const struct pen *start, struct str text);
/* Marks a stretch of what was drawn of text from a column on. */
void draw_mark(const struct pen *start, struct str text, struct range hit);
/* Marks the hits of the search in what was drawn of text from a column on. */
void draw_hits(const struct app *app, const struct pen *start, struct str text);

/* Lists whose rows are in v->rows. The status counts those that can be
 * chosen. */
void rows_view_status(struct app *app, struct view *v, struct buf *out);
/* How many rows that can be chosen are before the cursor's. */
uint32_t rows_view_ordinal(const struct view *v);
uint32_t rows_view_count(const struct app *app, const struct view *v);
bool rows_view_still(const struct app *app, const struct view *v, uint32_t row);
bool rows_view_matches(
	const struct app *app, const struct view *v, uint32_t row);
void rows_view_draw_row(
	struct app *app, struct view *v, uint32_t row, struct pen *p);
uint32_t rows_view_article(
	const struct app *app, const struct view *v, uint32_t row);
/*
 * Starts making the rows anew for a width: false when they are as they should
 * be. rows_view_end() puts the cursor where it was.
 */
bool rows_view_begin(struct app *app, struct view *v, int cols);
void rows_view_end(struct app *app, struct view *v);
/* For rows that need to know who is who; NULL, and a row that says so, while
 * that is being found. */
const struct people *rows_view_people(struct app *app, struct view *v);

#endif
