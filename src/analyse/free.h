/* Reported speech that goes on without a verb of saying: the mood tells it. */
#ifndef DATELINE_SRC_ANALYSE_FREE_H
#define DATELINE_SRC_ANALYSE_FREE_H

#include "carry.h"

/*
 * "Er kam spät, sagte Voss. |Die Fähre habe gewartet|.": a sentence without
 * cue, marks or "I" whose finite verb stands in the mood of indirect speech
 * (reportive.txt) is the one's who spoke in its paragraph before. Call it when
 * the cues of sentence s are found; true when it was such a sentence.
 */
bool report_free(
	struct work *w, const struct sentence *s, const struct carry *c);

#endif
