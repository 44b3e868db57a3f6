/* STATISTICS: of what the index shows, or of the source chosen. */
#ifndef VIEW_STATISTICS_H
#define VIEW_STATISTICS_H

#include "state.h"

void statistics_open(struct app *app, const struct call *call);

#endif
