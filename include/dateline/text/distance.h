/* How far two names are apart, for "did you mean". */
#ifndef DATELINE_TEXT_DISTANCE_H
#define DATELINE_TEXT_DISTANCE_H

#include "dateline/base/str.h"

/* Longer names are never near. */
#define DISTANCE_BYTES 40

/*
 * The fewest bytes to add, leave out, exchange, or swap with the next one to
 * make b of a (optimal string alignment: Boytsov 2011, "Indexing methods for
 * approximate dictionary searching", 2.1). SIZE_MAX where one is longer than
 * DISTANCE_BYTES.
 */
size_t text_distance(struct str a, struct str b);
/* Whether b is what somebody may have meant who typed a: one slip, another one
 * for each four bytes, or one begins with the other. */
bool text_is_slip(struct str a, struct str b);

#endif
