/*
 * Searching the archive. The index of words says which articles answer a query
 * and which may; those that may are read only when it is their turn, best or
 * latest first, so that the first screen of hits does not wait for the last.
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
};

enum search_order {
	SEARCH_BEST_FIRST, /* of equal ones the latest in the archive's order */
	SEARCH_LATEST_FIRST,
	SEARCH_OLDEST_FIRST
};

/* What the searches of one store share. Good until the store changes. */
struct search_base;
/* Linear in the articles. */
struct search_base *search_base_new(const struct store *s);
void search_base_free(struct search_base *b);

/*
 * A search under way. Scores are BM25 (Robertson and Zaragoza 2009: k1 1.2,
 * b 0.75) of the words that are searched in title and text, the title's and the
 * first paragraph's weighted. Words of a phrase weigh what they do anywhere.
 */
struct search;
/* Asks the index. The search ends early once *stop (it may be NULL) is true;
 * base, query and stop must outlive it. */
struct search *search_begin(const struct search_base *b, const struct query *q,
	enum search_order order, const atomic_bool *stop);
/* The next article that answers; false when there is none left, or when it
 * was stopped. */
bool search_next(struct search *x, struct hit *out);
bool search_is_stopped(const struct search *x);
/*
 * How many articles answer: known exactly when none is left to be read,
 * otherwise estimated from the share of those read that do. *exact says which.
 */
uint32_t search_count(const struct search *x, bool *exact);
void search_free(struct search *x);

/* Replaces *out by all articles that answer, in that order. */
void store_search(const struct store *s, const struct query *q,
	enum search_order order, struct hits *out);
void hits_release(struct hits *h);

/* Whether a passage can show why an article answers: words are searched in
 * texts or quotes. */
bool query_has_passages(const struct query *q);

/*
 * Where the words and phrases that a query asks for stand in a text, in their
 * order, none over another; not those it rules out or asks for elsewhere.
 * At most some 1 000. *out keeps its memory from call to call.
 */
struct query_hits {
	VEC_OF(struct range) list;
};
void query_find_hits(
	const struct query *q, struct str text, struct query_hits *out);
void query_hits_release(struct query_hits *hits);

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
