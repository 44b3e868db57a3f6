/* The outlets of a store: their names, in order, and whose each article is. */
#ifndef DATELINE_STORE_OUTLETS_H
#define DATELINE_STORE_OUTLETS_H

#include "dateline/store/store.h"

struct outlet {
	struct str name; /* lives in the store */
	uint32_t articles; /* a count */
};

struct outlets {
	VEC_OF(struct outlet) list; /* by name, case ignored */
	VEC_OF(uint32_t) of; /* by article: in list */
};

/* Fills *o anew. Linear in the articles. */
void outlets_find(struct outlets *o, const struct store *s);
/* The outlet of that name; STORE_NONE when there is none. */
uint32_t outlets_named(const struct outlets *o, struct str name);
void outlets_release(struct outlets *o);

#endif
