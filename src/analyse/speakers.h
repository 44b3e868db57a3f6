/* From the words that name a speaker to the person. */
#ifndef DATELINE_SRC_ANALYSE_SPEAKERS_H
#define DATELINE_SRC_ANALYSE_SPEAKERS_H

#include "parts.h"

struct speaker {
	struct span mention; /* first == end: none */
	struct span cue;
	uint32_t person; /* or PERSON_NONE */
	uint8_t confidence; /* 0–100 */
};

/*
 * Who the noun phrase or pronoun `subject` is. Calls must come in the order
 * of the text: names before it are noted as candidates for pronouns.
 */
struct speaker resolve_speaker(struct work *w, struct span subject);
/*
 * Before the cues of a sentence are read: notes who its subject is, for the
 * pronouns after it. `opens`: it is the first of its paragraph.
 */
void begin_sentence(struct work *w, const struct sentence *s, bool opens);

#endif
