/* The pane of the sources. */
#ifndef VIEW_SOURCES_H
#define VIEW_SOURCES_H

#include "state.h"

/* The outlet its cursor is on; STR_NONE: on none. */
struct str sources_outlet(const struct app *app);
/* Whether an article is of the row its cursor is on. Of a search none is: what
 * answers it is not known before it is shown. */
bool sources_has(const struct app *app, uint32_t article);

#endif
