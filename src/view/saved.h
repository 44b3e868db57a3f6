/*
 * Searches that have a name: what the reader put off, starred or wrote a note
 * on, while there is some, then those of the configuration ([searches], name =
 * query): lists of their own, above the sources. How many articles answer one
 * of the configuration is counted behind the screen, while nothing else is
 * searched.
 */
#ifndef VIEW_SAVED_H
#define VIEW_SAVED_H

#include "state.h"

/* The store or the corrections are others: all are counted anew. */
void saved_renew(struct app *app);
/* What the reader marked is other: so is what asks for marks. */
void saved_marked(struct app *app);
/* Asks for the next count that is not known, unless a search goes on. */
void saved_count_on(struct app *app);
/* Takes the answer; false when it is to another question. */
bool saved_take(struct app *app, const struct search_found *found);
/* How many there are, all of them, and the i-th. */
size_t saved_count(const struct app *app);
struct saved_search saved_at(const struct app *app, size_t i);
bool saved_is_shown(const struct app *app, size_t i);
/* How many answer the i-th; empty: not known, or it is no query. */
void saved_say_count(const struct app *app, size_t i, struct buf *out);
/* The name of the search that has this text; STR_NONE: none has. */
struct str saved_name(const struct app *app, struct str text);

#endif
