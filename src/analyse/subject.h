/* Who does a verb: the noun phrase before or after it. */
#ifndef DATELINE_SRC_ANALYSE_SUBJECT_H
#define DATELINE_SRC_ANALYSE_SUBJECT_H

#include "parts.h"

/*
 * The subject before a verb whose words start at `end`, looking back no
 * further than `floor`. Relative clauses and appositions between them are
 * passed over. False when nothing there can be one.
 */
bool subject_before(const struct work *w, uint32_t floor, uint32_t end,
	struct span *subject);
/* The subject that starts at token `at`: "said |Ilse Marrend". */
bool subject_after(const struct work *w, uint32_t at, uint32_t ceiling,
	struct span *subject);
/* The subject of the last clause before `end` that a comma or "and" opens. */
bool later_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject);
/* The subject of the clause that token `end` is in. */
bool clause_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject);
/* The subject of the sentence's first clause, before token `end`. */
bool sentence_subject(const struct work *w, uint32_t first, uint32_t end,
	struct span *subject);

#endif
