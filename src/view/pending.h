/* What may follow keys that are typed and mean nothing yet, as g does. */
#ifndef VIEW_PENDING_H
#define VIEW_PENDING_H

#include "state.h"

/* "d by-day  s by-source  g first": as many as fit in so many columns, the
 * screen's own commands first. Nothing while no sequence is begun. */
void pending_say(const struct app *app, int columns, struct buf *out);

#endif
