/*
 * Searching the archive: the articles that answer a query, found by the index
 * of words and, where that cannot say, by reading those that may.
 */
#ifndef DATELINE_STORE_SEARCH_H
#define DATELINE_STORE_SEARCH_H

#include "dateline/store/query.h"

#include <stdatomic.h>

struct hit {
	uint32_t article, place; /* place: in store.by_time */
	float score; /* the higher the better; 0 where no word was searched */
};

struct hits {
	VEC_OF(struct hit) list;
	bool stopped; /* the list is not complete */
};

/*
 * Replaces *out by the articles that answer, in the order of their dates.
 * Scores are BM25 (Robertson and Zaragoza 2009: k1 1.2, b 0.75) of the words
 * that are searched in title and text, the title's and the first paragraph's
 * weighted. Ends early once *stop (it may be NULL) is true.
 */
void store_search(const struct store *s, const struct query *q,
	const atomic_bool *stop, struct hits *out);
/* Best first; of equal ones the latest in the archive's order. */
void hits_rank(struct hits *h);
void hits_release(struct hits *h);

/* The passage of an article that shows best why it answers. */
struct snippet {
	struct range at; /* bytes of the article's text; empty: none */
	VEC_OF(struct range) hits; /* in the text, inside `at` */
};

/* Finds it: about `length` bytes. *out keeps its memory from call to call. */
void store_snippet(const struct store *s, const struct query *q,
	uint32_t article, uint32_t length, struct snippet *out);
void snippet_release(struct snippet *s);

#endif
