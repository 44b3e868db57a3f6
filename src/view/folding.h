/* Folding in the index: its groups, and copies under the first of them. */
#ifndef VIEW_FOLDING_H
#define VIEW_FOLDING_H

#include "state.h"

/* FOLD, FOLD_ALL, COPIES; OPEN on a folded group opens that. False when it is
 * none of them. */
bool folding_run(struct app *app, struct view *v, const struct call *call);

#endif
