/* Transcripts: "SMITH: I never said so." */
#ifndef DATELINE_SRC_ANALYSE_LABELS_H
#define DATELINE_SRC_ANALYSE_LABELS_H

#include "speakers.h"

/*
 * Counts the paragraphs that start with a name in capitals and a colon: one
 * alone may be a place or a rubric, several are a transcript.
 */
uint32_t count_labels(const struct work *w);
/*
 * The label at the start of a paragraph, marks in front aside: who speaks, and
 * in *said the first token after the colon. False when there is none.
 */
bool find_label(const struct work *w, uint32_t first, struct span *name,
	uint32_t *said);

#endif
