/* PLACES: those that articles are from, and those that speak. */
#ifndef VIEW_PLACES_H
#define VIEW_PLACES_H

#include "state.h"

void places_open(struct app *app, const struct call *call);

#endif
