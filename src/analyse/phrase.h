/* Whether words can name a speaker: a noun phrase, and where it ends. */
#ifndef DATELINE_SRC_ANALYSE_PHRASE_H
#define DATELINE_SRC_ANALYSE_PHRASE_H

#include "parts.h"

/* "the", "their": a noun must follow. */
bool wants_noun(const struct work *w, uint32_t i);
/* Token i is a verb: it stands right before an object ("|closed| their talks").
 */
bool governs_object(const struct work *w, uint32_t i);
/* A phrase without the small words it cannot end in: "Smith |on", "a clerk
 * |also". */
struct span trim_phrase(const struct work *w, struct span s);
/*
 * False for words that name nobody: a clause ("the finding removes most"), a
 * participle ("including some"), a number of somebody's with no noun ("one of
 * his recent").
 */
bool is_noun_phrase(const struct work *w, struct span s);

#endif
