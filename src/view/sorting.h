/* How the index is grouped and sorted: the commands, and what screens say of
 * it. */
#ifndef VIEW_SORTING_H
#define VIEW_SORTING_H

#include "state.h"

/* GROUP, BY_DAY, BY_SOURCE, BY_ROUND, BEST_FIRST, REVERSE, SORT; false when it
 * is none of them. */
bool sorting_run(struct app *app, const struct call *call);
/* "by day", "by source: words- title". */
void sorting_say(const struct app *app, struct buf *out);
/* Keys that the prompt completes. */
void offer_sort_keys(struct str typed, struct prompt *p);
/* What the configuration says. */
void sorting_read(struct app *app);

#endif
