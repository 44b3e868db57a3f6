/*
 * Moving articles between stores: a store is built by adding, appended to
 * another, and written anew in its final order.
 */
#ifndef DATELINE_SRC_STORE_COPY_H
#define DATELINE_SRC_STORE_COPY_H

#include "dateline/store/store.h"

/* Appends s to the store's characters; an empty string gives {0, 0}. */
struct sref store_put(struct store *s, struct str str);

/*
 * Appends article i of `from`, with everything it refers to, to `to`. `words`
 * gives the number in `to` of each word of `from`. Links and rounds are not
 * copied.
 */
void store_copy_article(struct store *to, const struct store *from, size_t i,
	const uint32_t *words);

/* Appends what `from` skipped. */
void store_copy_skips(struct store *to, const struct store *from);

/* Frees what a store holds, not the struct itself; it is empty afterwards. */
void store_release(struct store *s);

#endif
