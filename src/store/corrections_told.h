/* How corrections and marks are told. */
#ifndef STORE_CORRECTIONS_TOLD_H
#define STORE_CORRECTIONS_TOLD_H

#include "dateline/store/corrections.h"

/* The article's title as its round has it, or its id. */
struct str corrections_title(const struct corrections *c, struct str id);
/* "read: “Ferry talks open”", "no longer tagged harbour: 34 articles"; the
 * first id of those marked, and how many they are. */
void corrections_say_marking(
	struct corrections *c, const struct marking *m, struct str first);
/* The same of a change of marks in the log. */
void corrections_say_change(
	struct corrections *c, const struct state_change *change);
/* Says how it went, and reads what holds now. */
void corrections_conclude(struct corrections *c, enum state_result result,
	const struct err *e, const char *nothing);

#endif
