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

/* What the labels of a text make of it. */
struct transcript {
	uint32_t last; /* where the last label stands; NONE: no transcript */
	bool dense; /* what has no label between them goes on with a turn */
};

/*
 * One label alone may be a place or a rubric, several are speakers where one of
 * them comes back and what they say is said to somebody: lists of people and
 * of products have labels, too ("Smith: two goals", "Tip: Use oil").
 */
struct transcript find_transcript(const struct work *w);
/* The label at the start of a paragraph, marks in front aside. */
struct label find_label(const struct work *w, uint32_t first);

#endif
