/*
 * Memory. Running out of it ends the program with a message (after the hook
 * set by mem_on_failure, which restores the terminal), so no caller checks.
 */
#ifndef DATELINE_BASE_MEM_H
#define DATELINE_BASE_MEM_H

#include "dateline/base/str.h"

#include <stddef.h>

void *mem_alloc(size_t n);
/* Zeroed. */
void *mem_calloc(size_t n, size_t size);
void *mem_realloc(void *p, size_t n);

/*
 * Memory that may be a mapping of `mapped` bytes; 0: it is of those above.
 * mem_resize() keeps the first `used` bytes, and gives memory of the heap: what
 * outgrows its mapping moves there.
 */
void *mem_resize(void *p, size_t *mapped, size_t used, size_t n);
void mem_free(void *p, size_t mapped);

/* The function to run before the program ends for lack of memory. */
void mem_on_failure(void (*hook)(void));

/*
 * A growing array of any type: `VEC_OF(struct line) lines = { 0 };`. Elements
 * move when it grows: keep indices, not pointers. vec_free() empties it. An
 * array may stand in a mapping: it grows there as long as there is room.
 */
#define VEC_OF(T) \
	struct { \
		T *v; \
		size_t n, cap, mapped; \
	}

/* Room for one more element, counted in; gives its address, not cleared. */
#define vec_push(vec) \
	((vec)->n == (vec)->cap \
			? (void)((vec)->v = vec_grow((vec)->v, &(vec)->cap, \
					 &(vec)->mapped, sizeof *(vec)->v)) \
			: (void)0, \
		&(vec)->v[(vec)->n++])

/* Makes it hold so many elements, all zero. */
#define vec_zero(vec, count) \
	((vec)->n = (count), \
		(vec)->v = vec_reserve((vec)->v, &(vec)->cap, &(vec)->mapped, \
			(vec)->n, sizeof *(vec)->v), \
		(void)((vec)->n ? memset((vec)->v, 0, \
					  (vec)->n * sizeof *(vec)->v) \
				: NULL))

#define vec_free(vec) \
	(mem_free((vec)->v, (vec)->mapped), (void)((vec)->v = NULL), \
		(void)((vec)->n = 0), (void)((vec)->cap = 0), \
		(void)((vec)->mapped = 0))

void *vec_grow(void *v, size_t *cap, size_t *mapped, size_t size);
/* Room for n elements in all; they are not kept. */
void *vec_reserve(void *v, size_t *cap, size_t *mapped, size_t n, size_t size);

/*
 * An arena: many small allocations, freed together. arena_release() gives all
 * back; arena_clear() keeps the first chunk for the next use.
 */
struct arena {
	struct arena_chunk *head;
	char *at, *end;
};

void *arena_alloc(struct arena *a, size_t n);
/* Copies of s, the second NUL-ended (for libraries that want C strings). */
struct str arena_dup(struct arena *a, struct str s);
char *arena_dup_c(struct arena *a, struct str s);
void arena_clear(struct arena *a);
void arena_release(struct arena *a);

#endif
