/*
 * The cache of newsboat (newsboat 2.x, its table rss_item): which addresses
 * were read there, and which have flags. The file may be anybody's: it is
 * opened read-only and as it is (what newsboat has not written back to it is
 * not seen), it must be a plain table without computed columns, so that nothing
 * of its schema is run, and the work is bounded by its size.
 */
#ifndef DATELINE_STATE_NEWSBOAT_H
#define DATELINE_STATE_NEWSBOAT_H

#include "dateline/base/err.h"

struct newsboat_item {
	struct str url; /* any bytes */
	struct str flags; /* letters; any bytes */
	bool read;
};

/* Gives each article to the sink, whose strings are valid during the call.
 * False with the reason. */
bool newsboat_read(const char *path,
	void (*take)(void *ctx, const struct newsboat_item *item), void *ctx,
	struct err *e);

#endif
