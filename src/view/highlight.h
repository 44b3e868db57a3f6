/*
 * What the user's rules highlight ([highlight], name = words, "phrases",
 * beginnings*): the words of a rule wherever they stand in titles of lists and
 * in articles, in the style of its turn (hl1 to hl4). They are searches, read
 * once at the start, with the rules of the search for what a word is; only
 * fields that say where to look for words are of use.
 */
#ifndef VIEW_HIGHLIGHT_H
#define VIEW_HIGHLIGHT_H

#include "dateline/config/config.h"
#include "dateline/store/search.h"
#include "dateline/view/style.h"

struct highlight {
	struct range at;
	uint8_t style; /* enum style */
};

struct highlights {
	VEC_OF(struct query) rules;
	VEC_OF(uint8_t) styles; /* by rule */
};

struct highlighted {
	VEC_OF(struct highlight) list;
};

/* The rules that are queries; the others are mistakes (mistakes.h). */
void highlights_init(struct highlights *h, const struct config *config);
void highlights_release(struct highlights *h);
/* Replaces *out by what is highlighted in a text: the ranges of a rule in
 * order, one rule after the other, so that a later one goes over an earlier. */
void highlights_find(
	const struct highlights *h, struct str text, struct highlighted *out);

#endif
