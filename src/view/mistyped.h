/* What is said of keys and commands that mean nothing where they are typed. */
#ifndef VIEW_MISTYPED_H
#define VIEW_MISTYPED_H

#include "state.h"

/* Keys that are not bound in the focused screen: where they are, or what they
 * would be for somebody who comes from another program. */
void say_unbound(struct app *app, const struct keys *typed);
/* A command that does nothing in the focused screen: in which it does. */
void say_elsewhere(struct app *app, enum command_id id);
/* A name that is no command's. */
void say_no_command(struct app *app, struct str name);

#endif
