/*
 * An interning map: equal strings get the same small number, 0, 1, 2 … in the
 * order they are first seen. Strings are copied into the map's own arena.
 */
#ifndef DATELINE_BASE_INTERN_H
#define DATELINE_BASE_INTERN_H

#include "dateline/base/mem.h"

#define INTERN_NONE UINT32_MAX

struct intern {
	struct str *strings; /* by number */
	uint64_t *hashes;
	uint32_t *slots; /* number + 1; 0 is free */
	uint32_t n, cap, mask;
	struct arena arena;
};

/* The number of s, given now if it has none. */
uint32_t intern_add(struct intern *m, struct str s);
/* The number of s, or INTERN_NONE. */
uint32_t intern_find(const struct intern *m, struct str s);
/* Forgets all strings, keeping memory for as many as an article has words. */
void intern_clear(struct intern *m);
void intern_release(struct intern *m);

#endif
