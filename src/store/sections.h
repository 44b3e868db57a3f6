/*
 * The store's arrays as a table, for what treats them all alike: freeing, the
 * image.
 */
#ifndef STORE_SECTIONS_H
#define STORE_SECTIONS_H

#include "dateline/store/store.h"

struct section {
	const char *name;
	size_t at; /* of the array in struct store */
	size_t element; /* bytes of one */
	bool head; /* lists show it: looked at before the first screen */
};

#define SECTION_CHARS 0 /* store.chars */
#define STORE_SECTIONS 33
extern const struct section store_sections[STORE_SECTIONS];

/* An array of any type, as VEC_OF and struct buf lay it out. */
struct section_array {
	void *v;
	size_t n, cap; /* elements */
	size_t mapped; /* bytes */
};

struct section_array section_get(const struct store *s, size_t section);
void section_set(
	struct store *s, size_t section, const struct section_array *array);
/* Frees an array; it is empty afterwards. */
void section_free(struct store *s, size_t section);

#endif
