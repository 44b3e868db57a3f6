/* Whether what a verb reports without marks is speech. */
#ifndef DATELINE_SRC_ANALYSE_STATEMENT_H
#define DATELINE_SRC_ANALYSE_STATEMENT_H

#include "parts.h"

/*
 * What the rules see: a clause with its "that", a clause without for verbs that
 * allow it, an object for those whose object is what is said ("accused him of
 * …"). `around`: content stands in front of the cue.
 */
bool is_reported(
	const struct work *w, struct span s, const struct cue *c, bool around);
/*
 * What the weights alone may call speech: words with a verb of their own, not
 * that of a relative clause; an infinitive behind "pledged" or "declined"; a
 * long object of a verb that takes one ("rejected calls for a new pier"). A
 * time, a place and a short object are none.
 */
bool is_statement(const struct work *w, struct span s, const struct cue *c);

#endif
