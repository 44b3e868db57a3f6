/* A set of articles: a bit each, in words of 64. */
#ifndef STORE_ARTICLE_SET_H
#define STORE_ARTICLE_SET_H

#include "dateline/base/mem.h"

#include <stdbool.h>

static inline size_t set_words(size_t articles)
{
	return (articles + 63) / 64;
}

static inline bool set_has(const uint64_t *set, uint32_t article)
{
	return set[article / 64] >> (article % 64) & 1;
}

static inline void set_add(uint64_t *set, uint32_t article)
{
	set[article / 64] |= UINT64_C(1) << (article % 64);
}

static inline void set_drop(uint64_t *set, uint32_t article)
{
	set[article / 64] &= ~(UINT64_C(1) << (article % 64));
}

/* All of `articles`, none beyond them. */
static inline void set_fill(uint64_t *set, size_t articles)
{
	for (size_t i = 0; i < set_words(articles); i++)
		set[i] = UINT64_MAX;
	if (articles % 64)
		set[articles / 64] = (UINT64_C(1) << (articles % 64)) - 1;
}

/* The first at or after `from`; `articles` when there is none. */
static inline uint32_t set_next(
	const uint64_t *set, uint32_t from, uint32_t articles)
{
	while (from < articles) {
		uint64_t rest = set[from / 64] >> (from % 64);

		if (rest)
			return from + (uint32_t)__builtin_ctzll(rest);
		from = (from / 64 + 1) * 64;
	}
	return articles;
}

#endif
