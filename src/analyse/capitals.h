/* Which capitalised words are names where every noun has a capital. */
#ifndef DATELINE_SRC_ANALYSE_CAPITALS_H
#define DATELINE_SRC_ANALYSE_CAPITALS_H

#include "parts.h"

/*
 * True when a run of capitalised words is certainly somebody's name: a first
 * name in it, or a title in front. Words before them that are no title are cut
 * off.
 */
bool is_surely_name(const struct work *w, struct span *run);
/*
 * The same with weaker evidence: a surname of speech.surnames, a place, an
 * abbreviation, several nouns with no article, a noun with none that speaks.
 */
bool is_likely_name(const struct work *w, struct span *run);

#endif
