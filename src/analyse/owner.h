/* Which verb a stretch in marks stands beside. */
#ifndef DATELINE_SRC_ANALYSE_OWNER_H
#define DATELINE_SRC_ANALYSE_OWNER_H

#include "parts.h"

/*
 * Notes for each stretch in marks of a sentence the cue right beside it
 * (quoted.owner): what it holds is that cue's, whatever clause it is in. A
 * verb behind the marks goes before one in front of them.
 */
void own_quoted(struct work *w, const struct sentence *s);

#endif
