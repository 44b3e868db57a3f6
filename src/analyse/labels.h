/* Transcripts: "SMITH: I never said so.", "Interviewer: Did you?", "A. No." */
#ifndef DATELINE_SRC_ANALYSE_LABELS_H
#define DATELINE_SRC_ANALYSE_LABELS_H

#include "speakers.h"

enum label_kind {
	LABEL_NONE,
	LABEL_CAPITALS, /* SMITH: */
	LABEL_NAME, /* Smith: or Interviewer: */
	LABEL_QUESTION, /* Q: or Q. */
	LABEL_ANSWER /* A: or A. */
};

struct label {
	struct span name;
	uint32_t said; /* the first token after the colon */
	enum label_kind kind;
};

/*
 * True when the paragraphs' labels make the text a transcript: one alone may
 * be a place or a rubric, several are speakers. Names in small letters, which
 * lists of people have too ("Smith: two goals"), must come back.
 */
bool is_transcript(const struct work *w);
/* The label at the start of a paragraph, marks in front aside. */
struct label find_label(const struct work *w, uint32_t first);

#endif
