/*
 * Verbs in two parts with other words between: "teilte die Polizei … |mit",
 * "hat Voss am Montag |gesagt", "a-t-il |déclaré".
 */
#ifndef DATELINE_SRC_ANALYSE_BRACKET_H
#define DATELINE_SRC_ANALYSE_BRACKET_H

#include "parts.h"

/*
 * True when the form of c->verb is such a part, or should be: fills c->words,
 * c->close, and of a pronoun tied to the auxiliary the subject; c->form is
 * CUE_PASSIVE when the other part is missing or makes a passive.
 */
bool find_bracket(
	const struct work *w, const struct sentence *s, struct cue *c);

#endif
