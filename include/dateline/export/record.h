/* An article of the store in the form its reader and analyser gave it. */
#ifndef DATELINE_EXPORT_RECORD_H
#define DATELINE_EXPORT_RECORD_H

#include "dateline/store/store.h"

struct record {
	struct doc doc; /* strings in the store, arrays in the arena */
	struct analysis analysis; /* quotes and persons only */
	struct arena arena;
};

/* Fills *r (its memory is reused) with an article of the store. */
void record_fill(struct record *r, const struct store *s, uint32_t article);
void record_release(struct record *r);

#endif
