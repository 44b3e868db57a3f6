/* Which files of an archive are to be read, when some were read before. */
#ifndef STORE_CHANGES_H
#define STORE_CHANGES_H

#include "dateline/store/store.h"
#include "dateline/store/walk.h"

struct changes {
	VEC_OF(uint32_t) read; /* files of the walk: new ones and changed */
	VEC_OF(uint32_t) gone; /* files of the store: changed, or not found */
};

/* Compares what was found with the files of a store; NULL: none is known.
 * Where the walk was stopped early, nothing is gone. */
void changes_find(struct changes *c, const struct walk *w,
	const struct store *known, bool stopped);
void changes_release(struct changes *c);

#endif
