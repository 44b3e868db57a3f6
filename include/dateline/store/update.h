/*
 * Adding to a finished store, and taking from it, at the cost of what is added:
 * worked out on another thread while the store is being read, then applied
 * between two keys.
 *
 * New articles are joined to the rounds that are there, or make new ones; no
 * article that was there changes its round, which keeps its number and id. What
 * a full run does besides (two rounds joined by what came between them, other
 * weights of words, postings of what is gone) waits for the next one: how far
 * the two differ is in doc/rounds.md.
 */
#ifndef DATELINE_STORE_UPDATE_H
#define DATELINE_STORE_UPDATE_H

#include "dateline/store/store.h"

struct update;

/*
 * What changes in `s` when the articles of the unfinished store `fresh` are
 * added and n of its articles, `gone`, are taken away. An article of `fresh`
 * with the id of one that is there replaces it, or is left out when the two are
 * equal. Reads s only; takes and frees `fresh`.
 */
struct update *update_prepare(const struct store *s, struct store *fresh,
	const uint32_t *gone, size_t n);

/*
 * Changes the store, which is as it was for update_prepare(), and frees u.
 * Numbers stay: of articles, of rounds and storylines. Pointers into the
 * store's arrays and slices of its strings do not. An article that is gone has
 * no round (STORE_NONE), no links, and is not in by_time or by_id; a round
 * without articles is not in rounds_by_time.
 */
void update_apply(struct store *s, struct update *u);

/*
 * The articles of n files that were read before, for update_prepare(): appended
 * to *out (the caller frees it); gives how many. update_forget() is for after
 * it was applied: the files count as never read, what was skipped of them as
 * never met.
 */
size_t update_articles_of(
	const struct store *s, const uint32_t *files, size_t n, uint32_t **out);
void update_forget(struct store *s, const uint32_t *files, size_t n);

/* Instead of update_apply(). */
void update_free(struct update *u);

#endif
