/* Who is named as a source without a verb: "according to X", "laut X". */
#ifndef DATELINE_SRC_ANALYSE_SOURCES_H
#define DATELINE_SRC_ANALYSE_SOURCES_H

#include "parts.h"

/* Makes a cue of such words when token i is the one that says so. */
void add_source(struct work *w, const struct sentence *s, uint32_t i);

#endif
