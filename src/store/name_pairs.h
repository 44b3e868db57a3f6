/*
 * Pairs of full names that may be one person's: found by hashes of what such
 * names have in common, never by holding all names against each other.
 */
#ifndef DATELINE_SRC_STORE_NAME_PAIRS_H
#define DATELINE_SRC_STORE_NAME_PAIRS_H

#include "names.h"

struct name_pair {
	uint32_t node, to; /* the lesser name, the fuller */
	enum name_reason reason;
};

struct name_pairs {
	VEC_OF(struct name_pair) list; /* by reason, node, to */
};

void name_pairs_find(struct name_pairs *p, const struct names *n);

#endif
