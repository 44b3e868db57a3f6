/*
 * Which articles have a word, and how much it weighs there: what finds the
 * articles that new ones may be like.
 *
 * Runs of up to 128 postings, each the distance from the article before as a
 * variable-byte number and the weight as a byte (Zobel and Moffat, "Inverted
 * files for text search engines", 2006). A run's head says where it starts, so
 * that a frequent word is read near one article only. Postings of later
 * articles are runs of their own, so that nothing written is moved.
 */
#ifndef DATELINE_SRC_STORE_POSTINGS_H
#define DATELINE_SRC_STORE_POSTINGS_H

#include "vectors.h"

struct posting {
	uint32_t article;
	float w; /* of its vector's length, 1; in a store to 1 / 255 */
};

/* Word w's articles, in order, are p[first[w] … first[w + 1]). */
struct inverted {
	struct posting *p;
	uint32_t *first;
};

void inverted_make(struct inverted *in, const struct vectors *v);
void inverted_release(struct inverted *in);

/* Appends the postings of v, whose article 0 is `first` in the store, to the
 * lists of the store's words. */
void postings_add(struct store *s, const struct vectors *v, uint32_t first);

/* Reads those of a run, at most POSTING_RUN; gives how many. */
size_t postings_read(const struct store *s, const struct posting_run *r,
	struct posting *out);
/* Whether a run of a store that is not trusted can be read: it is whole, and
 * its articles are some of the store's, in order. */
bool postings_good(const struct store *s, const struct posting_run *r);

#endif
