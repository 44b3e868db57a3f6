/* The order of articles, and the store written anew in it. */
#ifndef DATELINE_SRC_STORE_ORDER_H
#define DATELINE_SRC_STORE_ORDER_H

#include "crew.h"

#include "dateline/store/store.h"

/*
 * Writes the store anew: articles by date, source and id, ids made unique,
 * words in order of their bytes. Equal articles in any order of adding give
 * equal bytes afterwards.
 */
void store_normalise(struct store *s, struct crew *crew);

/*
 * Whether an article of s comes before (negative) or after one of t: by date,
 * source, id.
 */
int store_compare_times(const struct store *s, const struct article *a,
	const struct store *t, const struct article *b);

/*
 * The places of the articles by date, source, id; undated last: (*order)[k] is
 * the article that comes k-th. The caller frees it.
 */
uint32_t *store_order(const struct store *s);

/* Fills by_time; the articles stand in their order. */
void store_index_times(struct store *s);
/* Orders skips by where they are, then why. */
void store_sort_skips(struct store *s);
/* Fills by_id. */
void store_index_ids(struct store *s);

#endif
