/* Unpacking gzip (RFC 1952) step by step. */
#ifndef DATELINE_SRC_INPUT_GUNZIP_H
#define DATELINE_SRC_INPUT_GUNZIP_H

#include "dateline/base/err.h"

#define ZLIB_CONST
#include <zlib.h>

struct gunzip {
	z_stream z;
	uint64_t in, out; /* bytes so far, all members */
	bool between; /* a member has ended, no other has begun */
	bool garbage; /* what follows the last member is not gzip */
};

bool gunzip_begin(struct gunzip *g, struct err *e);
/*
 * Unpacks from *packed, moving it on, until it is used up or *out holds `want`
 * bytes. False when the data is damaged or unpacks to more than GUNZIP_RATIO
 * times its size.
 */
bool gunzip_some(struct gunzip *g, struct str *packed, struct buf *out,
	size_t want, struct err *e);
/* Ends; false when the data stopped inside a member. */
bool gunzip_end(struct gunzip *g, struct err *e);

#endif
