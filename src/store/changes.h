/* Which files of an archive are to be read, when some were read before. */
#ifndef STORE_CHANGES_H
#define STORE_CHANGES_H

#include "dateline/store/store.h"
#include "dateline/store/walk.h"

struct changes {
	VEC_OF(uint32_t) read; /* files of the walk: new ones and changed */
	VEC_OF(uint32_t) gone; /* files of the store: changed, or not found */
	/* Of the files that were read before: */
	struct intern paths;
	VEC_OF(uint32_t) latest; /* by path: the last file that had it */
	VEC_OF(uint64_t) stamps; /* by file; 0: is not there any more */
};

/* Takes what is known of the files of a store (NULL: nothing), which may change
 * from then on. */
void changes_begin(struct changes *c, const struct store *known);
/* Compares what was found with them. Where the walk was stopped early, nothing
 * is gone. */
void changes_find(struct changes *c, const struct walk *w, bool stopped);
void changes_release(struct changes *c);

#endif
