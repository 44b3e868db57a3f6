/*
 * Articles by their addresses: which of the archive a link leads to.
 *
 * Two addresses are one page when they are equal without scheme, "www.", port,
 * fragment, a "/" at the end, and parameters that only say where the reader
 * came from (utm_*, fbclid, gclid); hosts are compared without case.
 */
#ifndef DATELINE_STORE_URLS_H
#define DATELINE_STORE_URLS_H

#include "dateline/store/store.h"

struct url_index;

/* Of the articles of a finished store that are not gone: linear. The store must
 * outlive it, and may only grow. */
struct url_index *url_index_new(const struct store *s);
void url_index_free(struct url_index *index);
/* The first article in order of time with this address; STORE_NONE. */
uint32_t url_index_find(const struct url_index *index, struct str url);

#endif
