/*
 * Lines of commands, as bindings and the `:` prompt have them: "read;
 * next-unread". A `;` ends a command; one that belongs to an argument is
 * written `\;`. What follows `bind` is the binding's, with all its `;`.
 */
#ifndef VIEW_SCRIPT_H
#define VIEW_SCRIPT_H

#include "command.h"

#include "dateline/base/buf.h"
#include "dateline/base/mem.h"

/* Cuts the next command off *rest: false when there is none any more. Blank
 * ones are passed over. */
bool script_next(struct str *rest, struct str *one);
/* Whether there are several. */
bool script_is_macro(struct str line);
/* Reads one command, its argument unquoted into the arena; a number is LAST
 * with that count, a name may be cut short where only one begins so.
 * COMMAND_NONE when there is no such command; *name is what was typed then. */
struct call script_read(struct str one, struct arena *a, struct str *name);
/* Where the last command of a line that is being typed begins. */
size_t script_last(struct str line);
/* Appends an argument so that its `;` are its own. */
void script_quote(struct buf *out, struct str argument);
/* Says which commands the name may have meant: "; did you mean read or …?";
 * nothing when none is near. */
void script_say_near(struct str name, struct buf *out);

/* What of a line is still to be run. */
struct script {
	struct buf line; /* empty: nothing runs */
	size_t at;
	uint32_t times; /* how often it is still begun anew */
};

#endif
