/*
 * What a screen about many articles is about: those that the index shows, or
 * those of a source. Kept in the screen, so that it stays when the index is
 * filtered otherwise: the source in view.name, the filter in view.filter.
 */
#ifndef VIEW_SCOPE_H
#define VIEW_SCOPE_H

#include "state.h"

struct scope {
	VEC_OF(uint32_t) articles; /* in the order of time */
};

/* Opens a screen about what the index shows; in the sources' screen, about the
 * one chosen there. */
struct view *scope_open(struct app *app, const struct view_ops *ops);
void scope_articles(
	const struct app *app, const struct view *v, struct scope *out);
void scope_release(struct scope *s);
/* "all articles", "Northern Wire > "gauge"". */
void scope_say(const struct view *v, struct buf *out);
/* Shows in the index what of that answers a query, too. */
void scope_narrow(struct app *app, const struct view *v, struct str query);

#endif
