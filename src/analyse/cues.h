/* Reporting verbs and "according to", each with who does it. */
#ifndef DATELINE_SRC_ANALYSE_CUES_H
#define DATELINE_SRC_ANALYSE_CUES_H

#include "parts.h"

/* Finds the cues of one sentence, in order: fills speech.cues. */
void find_cues(struct work *w, const struct sentence *s);

#endif
