/* The parts of analyse(), in the order they run, and what they share. */
#ifndef DATELINE_SRC_ANALYSE_PARTS_H
#define DATELINE_SRC_ANALYSE_PARTS_H

#include "dateline/analyse/analysis.h"
#include "dateline/base/buf.h"
#include "dateline/base/intern.h"
#include "speech.h"

/* Scratch of analyse_terms(). */
struct term_scratch {
	struct buf word; /* folded */
	struct intern words; /* their numbers are places in counted */
	VEC_OF(struct term) counted; /* without their words */
};

struct analyser {
	struct tokens tokens; /* of doc.text */
	struct tokens title; /* of doc.title */
	struct term_scratch terms;
	struct speech speech;
};

/* One article in work: what the parts read and fill. */
struct work {
	struct analyser *a;
	const struct doc *doc;
	struct arena *arena;
	struct analysis *out;
};

/* Stretches in quotation marks, outermost: fills speech.quoted. */
void find_marks(struct work *w);
/* The writer's sentences; needs find_marks. */
void find_sentences(struct work *w);
/* Names, roles, pronouns' candidates: fills persons. */
void analyse_names(struct work *w);
/* Quotes, reported speech and their speakers: fills quotes and mentions. */
void analyse_quotes(struct work *w);
/* Terms and their counts; words. */
void analyse_terms(struct work *w);
/* The sketch that finds copies. */
void analyse_shingles(struct work *w);

#endif
