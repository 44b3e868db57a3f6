/* What store_finish() does once the articles are in order. */
#ifndef DATELINE_SRC_STORE_FINISH_H
#define DATELINE_SRC_STORE_FINISH_H

#include "vectors.h"

/*
 * Finds rounds, storylines, copies and links; estimates dates, and orders the
 * articles by them. The store is as store_normalise() leaves it. `f` says how
 * frequent words are in the archive that it is a part of; NULL: it is all of
 * it, and gets postings.
 */
void store_relate(
	struct store *s, const struct frequencies *f, struct crew *crew);

/* store_finish() on several threads; `search`: with the index of words. */
void store_finish_with(struct store *s, bool search, struct crew *crew);

#endif
