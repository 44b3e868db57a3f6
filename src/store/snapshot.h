/* What was read so far, to be looked at while the rest is being read. */
#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include "dateline/store/store.h"

/*
 * A copy of an unfinished store that can be shown: in order, each article a
 * round of its own, without links and words. The caller frees it.
 */
struct store *snapshot_make(const struct store *s);

#endif
