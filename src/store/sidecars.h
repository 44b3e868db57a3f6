/* The archive.ini of every folder that was walked. */
#ifndef DATELINE_SRC_STORE_SIDECARS_H
#define DATELINE_SRC_STORE_SIDECARS_H

#include "dateline/input/sidecar.h"
#include "dateline/store/store.h"
#include "dateline/store/walk.h"

struct sidecars {
	VEC_OF(struct sidecar) list; /* as walk.sidecars */
};

/* Reads them all; what is wrong in them is added to the store's skips. */
void sidecars_load(struct sidecars *x, const struct walk *w, struct store *s);
/* Completes an article of a file that was found. Thread-safe. */
void sidecars_apply(const struct sidecars *x, const struct walk_file *file,
	struct doc *d, struct arena *arena);
void sidecars_release(struct sidecars *x);

#endif
