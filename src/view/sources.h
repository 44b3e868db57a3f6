/* The pane of the sources. */
#ifndef VIEW_SOURCES_H
#define VIEW_SOURCES_H

#include "state.h"

/* The outlet its cursor is on; STR_NONE: on none. */
struct str sources_outlet(const struct app *app);

#endif
