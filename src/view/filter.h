/* What a list is filtered by: a query in the language of doc/search.md. */
#ifndef VIEW_FILTER_H
#define VIEW_FILTER_H

#include "state.h"

/* By article, 1 for those that answer; NULL when the text is blank or no query.
 * The caller frees it. */
uint8_t *filter_answers(const struct app *app, struct str text);
/* False, said to the reader with the place, when the text is no query. */
bool filter_check(struct app *app, struct str text);

#endif
