/* A store as it was before the reader's corrections. */
#ifndef DATELINE_SRC_STORE_FOUND_H
#define DATELINE_SRC_STORE_FOUND_H

#include "dateline/store/regroup.h"

/* An article as it was found. */
struct found_article {
	uint32_t round, storyline;
	struct span links;
};

struct found {
	size_t links; /* how many there were */
	struct found_article articles[]; /* of the store */
};

/*
 * Links after the rounds have changed (relink.c). What was found stays as it
 * is: changed links are written behind it. relink() gives those of an article
 * the kinds they have now; relink_mark() says in the link between two articles,
 * which is made when there is none, what the reader said.
 */
void relink(struct store *s, uint32_t article);
void relink_mark(struct store *s, uint32_t from, uint32_t to,
	enum round_verdict verdict);

#endif
