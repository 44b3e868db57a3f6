/* How corrections and marks are told. */
#ifndef STORE_CORRECTIONS_TOLD_H
#define STORE_CORRECTIONS_TOLD_H

#include "dateline/store/corrections.h"

/* Before a call that changes marks or notes only: nothing is told yet. */
void corrections_begin(struct corrections *c);
/* Parts what is told next from what was told already. */
void corrections_say_next(struct corrections *c);
/* The article's title as its round has it, or its id. */
struct str corrections_title(const struct corrections *c, struct str id);
/* "read: “Ferry talks open”", "no longer tagged harbour: 34 articles"; the
 * first id of those marked, and how many they are. */
void corrections_say_marking(
	struct corrections *c, const struct marking *m, struct str first);
/* The same of a change of marks in the log. */
void corrections_say_change(
	struct corrections *c, const struct state_change *change);
/* "note on “Ferry talks open”", "no note any more on …": of a change of a note
 * in the log. */
void corrections_say_note(
	struct corrections *c, const struct state_change *change);
/* Says how it went, and reads what holds now. */
void corrections_conclude(struct corrections *c, enum state_result result,
	const struct err *e, const char *nothing);

#endif
