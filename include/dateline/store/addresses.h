/*
 * The articles of a store by the page they were saved from (text/url.h). An
 * address that no article has with just its query is that of the only page that
 * is there without it, if one of the two only goes on where the other ends:
 * feeds add parameters of their own.
 */
#ifndef DATELINE_STORE_ADDRESSES_H
#define DATELINE_STORE_ADDRESSES_H

#include "dateline/base/intern.h"
#include "dateline/store/store.h"

struct addresses {
	const struct store *store;
	struct intern whole, bare; /* bare: without the query */
	VEC_OF(uint32_t) first; /* by whole: the first article in time */
	VEC_OF(uint32_t) page; /* by bare: the whole one; STORE_NONE: several */
	VEC_OF(uint32_t) next; /* by article: another one; STORE_NONE: none */
};

/* Of the articles that are not gone; a released or zeroed *a. The store must
 * outlive it, and may only grow. */
void addresses_find(struct addresses *a, const struct store *s);
/* The first article of an address; more by a->next. STORE_NONE: none is. */
uint32_t addresses_article(const struct addresses *a, struct str url);
void addresses_release(struct addresses *a);

#endif
