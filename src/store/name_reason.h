/* Why names are taken for one person's, in words. */
#ifndef DATELINE_SRC_STORE_NAME_REASON_H
#define DATELINE_SRC_STORE_NAME_REASON_H

#include "names.h"

/*
 * Appends why `name`, used by `node`, is the same as `own`, the identity's own
 * name, which `own_node` uses: "same name but for a hyphen", "same name but for
 * a letter; both “water minister”".
 */
struct name_claim {
	struct str name, own;
	uint32_t node, own_node;
};
void name_reason_say(
	struct buf *out, const struct names *n, const struct name_claim *claim);

#endif
