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
/* How near b is to what somebody typed who may have meant it: 0 when it begins
 * so, else the distance, up to one slip and another for each four bytes;
 * SIZE_MAX beyond. */
size_t text_nearness(struct str typed, struct str b);

#endif
