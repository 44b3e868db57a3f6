/*
 * Between a reporting verb and what it reports: addressees, times, commas.
 * "told reporters on Friday, in a statement, |that …"
 */
#ifndef DATELINE_SRC_ANALYSE_GAP_H
#define DATELINE_SRC_ANALYSE_GAP_H

#include "grammar.h"

/* Tokens such a gap may have. */
#define GAP_MAX 25

/* The first token of a cue with its subject, and what follows both. */
static inline uint32_t cue_first(const struct cue *c)
{
	if (c->inverted || c->inherited)
		return c->words.first;
	return c->subject.first < c->words.first ? c->subject.first
						 : c->words.first;
}

/* "called", "described": a verb with an object and no clause. */
static inline bool takes_object(const struct cue *c)
{
	return (c->frames & FRAME_OBJECT) && !(c->frames & FRAME_THAT);
}

static inline uint32_t cue_end(const struct cue *c)
{
	uint32_t end = c->inverted ? c->subject.end : c->words.end;

	return c->close >= end ? c->close + 1 : end;
}

/* Token i is the opening mark of a stretch in marks. */
bool opens_quoted(const struct work *w, uint32_t i);
/* A word that may open a clause: he, the, Iran, those … */
bool opens_clause(const struct work *w, uint32_t i);
/* "that" (or marks, a colon) within reach of i, with no verb or comma before
 * it; NONE when there is none. */
uint32_t find_complement(const struct work *w, uint32_t i, uint32_t end);
/*
 * Passes over "on Friday", "last week", "in 2008", "later", unless a bare
 * noun phrase goes on after them ("each year brings").
 */
uint32_t skip_times(const struct work *w, uint32_t i, uint32_t end);
/* Passes over whom the words are said to: "told reporters", "told him". */
uint32_t skip_addressee(const struct work *w, uint32_t i, uint32_t end);
/*
 * What a verb of asking asks, past whom it asks: "asked the mayor |if …",
 * "asked |who …"; NONE when no such clause is in reach.
 */
uint32_t find_question(const struct work *w, uint32_t i, uint32_t end);
/* Where the content of a cue starts after it, or NONE. */
uint32_t content_start(const struct work *w, const struct cue *c, uint32_t end);

#endif
