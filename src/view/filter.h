/*
 * What the index is filtered by: a query in the language of doc/search.md. It
 * is answered behind the screen, as it is typed: each change asks anew, and
 * until the answer comes the list is as it was.
 */
#ifndef VIEW_FILTER_H
#define VIEW_FILTER_H

#include "state.h"

/* The prompt is opened; its text changed; it was left without Enter, which
 * gives the list back as it was. */
void filter_begin(struct app *app);
void filter_typed(struct app *app);
void filter_cancelled(struct app *app);
/* Enter: filters by the text; none: all articles are shown again. What is no
 * query is said, and the list is as it was. */
void filter_set(struct app *app, struct str text);
void filter_clear(struct app *app);
/* The ranks of hits, in their order. */
void answers_take(
	struct answers *out, const struct store *s, const struct hits *hits);
/* The answer, or the first part of it. */
void filter_take(struct app *app, const struct search_found *found);
/* Asks again: the store (then nothing is known), the corrections or the order
 * are others. The index's cursor will be on the article, so far below the top;
 * STORE_NONE: on that which it is on then. */
void filter_renew(
	struct app *app, bool forget, uint32_t article, uint32_t offset);
/* What the list shows; NULL: all. */
const struct answers *filter_answers(const struct app *app);
/* Whether a row with the passage found stands under each article. */
bool filter_has_excerpts(const struct app *app);
/* How many answer, "~" before it when it is an estimate. */
void filter_say_count(const struct app *app, struct buf *out);
/* EXCERPTS: shows those rows, or no longer. */
void filter_toggle_excerpts(struct app *app);
/* Draws such a row. */
void filter_draw_excerpt(
	const struct app *app, uint32_t article, struct pen *p);
void filter_release(struct app *app);

#endif
