/* Words in marks behind a noun that says whose they are. */
#ifndef DATELINE_SRC_ANALYSE_STATED_H
#define DATELINE_SRC_ANALYSE_STATED_H

#include "parts.h"

/* "|his| promise |to be “neutral” in the talks|, …" */
struct stated {
	struct span owner;
	struct span said;
};

/*
 * What a stretch in marks belongs to that follows a noun for a statement
 * (LEX_stmt) and its owner within a few words. Of the stretches of PolNeAR
 * train that no verb claims, 9 of 11 behind such a noun are attributed, to its
 * owner; of all, one in two.
 */
bool find_stated(const struct work *w, const struct quoted *q,
	const struct sentence *s, struct stated *out);

#endif
