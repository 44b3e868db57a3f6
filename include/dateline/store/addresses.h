/*
 * The articles of a store by the address they were saved from, compared as
 * RFC 3986 (6.2) and common practice have it: scheme, "www.", a slash at the
 * end and the fragment are no difference, nor are capitals in the host's name.
 * An address that no article has with just its query is taken without, where
 * one page only has it so: feeds add queries of their own.
 */
#ifndef DATELINE_STORE_ADDRESSES_H
#define DATELINE_STORE_ADDRESSES_H

#include "dateline/base/intern.h"
#include "dateline/store/store.h"

struct addresses {
	struct intern whole, bare; /* bare: without the query */
	VEC_OF(uint32_t) first; /* by whole: an article */
	VEC_OF(uint32_t) page; /* by bare: the whole one; STORE_NONE: several */
	VEC_OF(uint32_t) next; /* by article: another one; STORE_NONE: none */
};

void addresses_find(struct addresses *a, const struct store *s);
/* The first article of an address; more by a->next. STORE_NONE: none is. */
uint32_t addresses_article(const struct addresses *a, struct str url);
void addresses_release(struct addresses *a);

/* "https://ledger.example" of an address; STR_NONE: it is none. */
struct str address_origin(struct str url);

#endif
