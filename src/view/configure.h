/* Changing options, colours and keys while the program runs. */
#ifndef VIEW_CONFIGURE_H
#define VIEW_CONFIGURE_H

#include "state.h"

void set_run(struct app *app, const struct call *call);
void theme_run(struct app *app, const struct call *call);
void source_run(struct app *app, const struct call *call);
/* BIND, UNBIND. */
void bind_run(struct app *app, const struct call *call);

/* EVENT_CONFIGURED. */
void configure_take(struct app *app, const struct configured *c);
/* The keymap of the configuration and of what was bound in this session. */
void configure_keys(struct app *app);

/* What Tab completes: names and values of options, themes, and for a binding
 * the name of its command. */
void offer_options(const struct app *app, struct str typed, struct prompt *p);
void offer_themes(const struct app *app, struct str typed, struct prompt *p);
void offer_binding(const struct app *app, struct str typed, struct prompt *p);

#endif
