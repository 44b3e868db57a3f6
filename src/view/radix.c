#include "radix.h"

#include "dateline/base/mem.h"

/* From the least: those of the key, then the group's. */
static unsigned key_byte(const struct radix *e, size_t byte)
{
	uint64_t number = byte < RADIX_KEY ? e->key : e->group;

	return (unsigned)(number >> byte % RADIX_KEY * 8) & 0xff;
}

/* Moves the entries to `to`, by one byte; `ends` has how many have each. */
static void sort_byte(struct radix *to, const struct radix *from, uint32_t n,
	size_t byte, uint32_t *ends)
{
	uint32_t at = 0;

	for (unsigned i = 0; i < 256; i++) {
		uint32_t count = ends[i];

		ends[i] = at;
		at += count;
	}
	for (uint32_t i = 0; i < n; i++)
		to[ends[key_byte(&from[i], byte)]++] = from[i];
}

void radix_sort(struct radix **entries, uint32_t n, size_t bytes)
{
	uint32_t(*counts)[256] = mem_calloc(bytes, sizeof *counts);
	struct radix *from = *entries;
	struct radix *to = mem_alloc((n + 1) * sizeof *to);

	for (uint32_t i = 0; i < n; i++)
		for (size_t byte = 0; byte < bytes; byte++)
			counts[byte][key_byte(&from[i], byte)]++;
	for (size_t byte = 0; n && byte < bytes; byte++) {
		struct radix *spare = from;

		if (counts[byte][key_byte(from, byte)] == n)
			continue;
		sort_byte(to, from, n, byte, counts[byte]);
		from = to;
		to = spare;
	}
	*entries = from;
	free(to);
	free(counts);
}
