/*
 * What of one kind is folded: all or nothing, but for things the reader folded
 * or unfolded, by their names as 64-bit hashes. Kept by name, so that a fold
 * holds when the list is made anew, and over a restart (place.c).
 */
#ifndef VIEW_FOLDS_H
#define VIEW_FOLDS_H

#include "dateline/base/mem.h"
#include "dateline/base/str.h"

/* What has a name; the name's first byte. */
enum fold_kind {
	FOLD_DAY = 'd', /* groups of the index */
	FOLD_SOURCE = 's',
	FOLD_ROUND = 'r',
	FOLD_LIST = 'l', /* all, in one group */
	FOLD_COPIES = 'c', /* under the article they are copies of */
	FOLD_ENTRY = 'e' /* what is below an entry of the pane of sources */
};

struct folds {
	VEC_OF(uint64_t) names; /* in order: what is not as the rest */
	bool folded; /* the rest is */
};

uint64_t fold_name(enum fold_kind kind, struct str name);
/* The same of a number, such as a day's. */
uint64_t fold_number(enum fold_kind kind, uint64_t number);
/* log n. */
bool folds_folded(const struct folds *f, uint64_t name);
/* Folds it, or unfolds it. */
void folds_flip(struct folds *f, uint64_t name);
/* Folds all there is and will be, or unfolds it. */
void folds_all(struct folds *f, bool folded);
void folds_release(struct folds *f);

#endif
