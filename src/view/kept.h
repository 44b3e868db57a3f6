/*
 * What is kept when one store takes another's place: articles are numbers of
 * one store, so the index's cursor, the selection and the place a filter goes
 * back to are found again by their ids.
 */
#ifndef VIEW_KEPT_H
#define VIEW_KEPT_H

#include "state.h"

/* What was shown before; a store that something joined is its own next. */
struct kept {
	const struct store *before;
	struct index_place place; /* to be kept: that of the filter or cursor */
	bool at_top; /* nobody has moved */
	bool waits; /* there, in what is being read: for what comes */
};

/* Before app.store is another. */
struct kept kept_begin(const struct app *app);
/*
 * Afterwards, while the store before can still be read. The article the index's
 * cursor is to stand on: the one it stood on, else the next of the list that is
 * still there, else the one before; STORE_NONE: none is. The selection is
 * that of the articles which are left of it. n log n in the articles at most.
 */
uint32_t kept_end(struct app *app, const struct kept *k);

#endif
