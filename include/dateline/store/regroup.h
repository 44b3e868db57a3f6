/*
 * The reader's corrections of rounds, about articles (by their ids), not about
 * rounds, which come and go with the archive.
 *
 * They are applied to the rounds as they were found, in the order they were
 * made: each changes what the ones before it left, so that the next start shows
 * what the reader saw, and a round no correction is about stays as it was. (A
 * clustering under must-link and cannot-link constraints, as Wagstaff and
 * others 2001, would move articles that nobody spoke of.)
 */
#ifndef DATELINE_STORE_REGROUP_H
#define DATELINE_STORE_REGROUP_H

#include "dateline/store/store.h"

enum round_verdict {
	ROUND_SAME, /* the two articles' rounds are one */
	ROUND_APART /* `article` is not in the round of `other`: it stands
		       alone, until it is joined to another */
};

struct round_correction {
	struct str article, other; /* ids */
	enum round_verdict verdict;
};

/*
 * Makes the rounds, storylines and links of a finished store anew: those that
 * were found, as n corrections change them; 0: as they were found, byte for
 * byte. A correction about an article that is not there sleeps. A round is in
 * the storyline that most of its articles were found in. The two articles of a
 * correction are linked, with the reader as the reason.
 *
 * For the thread that owns the store, with no other reading it. Indices of
 * articles stay good, those of rounds, storylines and links do not.
 */
void store_regroup(struct store *s, const struct round_correction *c, size_t n);

/* Whether the reader said what a link is. */
static inline bool link_is_readers(const struct link *l)
{
	return l->marks & (LINK_JOINED | LINK_KEPT_APART);
}

#endif
