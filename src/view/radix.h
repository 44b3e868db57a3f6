/*
 * Sorting by numbers: radix sort from the least byte on, stable, as in Knuth,
 * The Art of Computer Programming 3, 5.2.5, without the bytes that all have in
 * common, which are most. Measured with days worked out once and outlets by
 * number: of 100 000 articles, 72 → 46 ms of CPU until the list is shown.
 */
#ifndef VIEW_RADIX_H
#define VIEW_RADIX_H

#include <stddef.h>
#include <stdint.h>

struct radix {
	uint64_t group, key;
	uint32_t at; /* what is sorted */
};

/* Bytes to sort by: of the key; of the group, and in it of the key. */
#define RADIX_KEY sizeof(uint64_t)
#define RADIX_ALL (2 * RADIX_KEY)

/* Sorts n of an array with room for one more, which another one takes the place
 * of. */
void radix_sort(struct radix **list, uint32_t n, size_t bytes);

#endif
