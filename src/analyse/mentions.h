/* The last step: which persons stay, and every place that mentions them. */
#ifndef DATELINE_SRC_ANALYSE_MENTIONS_H
#define DATELINE_SRC_ANALYSE_MENTIONS_H

#include "parts.h"

/*
 * Drops persons nobody needs (capitalised words that are no known name and
 * said nothing), orders the others by first mention, fills out->mentions.
 */
void list_mentions(struct work *w);

#endif
