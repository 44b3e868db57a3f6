/* The places of an article, below its people. */
#ifndef VIEW_ARTICLE_PLACES_H
#define VIEW_ARTICLE_PLACES_H

#include "state.h"

/* Adds a heading and a row each, if there are any. */
void article_places_add(
	struct app *app, struct rows *rows, uint32_t article, int name_cols);
/* Shows the articles from the place of a row in the index; false: it is none.
 */
bool article_places_open(struct app *app, const struct row *row);

#endif
