/*
 * What the reader has read, starred, put off and tagged: the commands that
 * change it, and what the screens show of it.
 *
 * An article is read once it is opened, at once, as in newsboat and mutt; the
 * preview beside the index reads nothing. That is no step of undo's: r takes it
 * back.
 */
#ifndef VIEW_READING_H
#define VIEW_READING_H

#include "state.h"

/* The article was opened. */
void app_open_reads(struct app *app, uint32_t article);

/* Which articles a command means: those selected; of a source or a round the
 * row stands for, all; else the one of the row or the screen. */
struct targets {
	VEC_OF(uint32_t) list;
};
void targets_find(struct targets *t, struct app *app);

/* TOGGLE_READ, READ_ALL, STAR, LATER, TAG; SELECT, SELECT_ALL. */
void read_run(struct app *app, const struct call *call);
void read_all_run(struct app *app, const struct call *call);
void star_run(struct app *app, const struct call *call);
void later_run(struct app *app, const struct call *call);
void tag_run(struct app *app, const struct call *call);
void select_run(struct app *app, const struct call *call);
void select_all_run(struct app *app, const struct call *call);
/* NEXT_UNREAD: in a list the next row, in an article the next of the index. */
void next_unread_run(struct app *app, const struct call *call);
/* The first unread article of the index after the one that is shown;
 * STORE_NONE: all of them are read. */
uint32_t unread_after(const struct app *app, uint32_t article);

/* Tags that the prompt completes. */
void offer_tags(const struct app *app, struct str folded, struct prompt *p);

bool app_is_read(const struct app *app, uint32_t article);
bool app_is_selected(const struct app *app, uint32_t article);
void selection_clear(struct app *app);
/* An article that is not in it. */
void selection_add(struct app *app, uint32_t article);

/* The column of marks in lists of articles: none while nothing is marked. */
void draw_article_mark(const struct app *app, uint32_t article, struct pen *p);

/* How many of the index are unread: in all, by group. Counted again when the
 * index or the marks change. */
const struct unread *app_unread(struct app *app);
/* "   1 204 unread", while something is read; "   3 selected". */
void say_reading(struct app *app, struct buf *out);

#endif
