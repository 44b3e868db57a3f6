/* The quotes of the whole archive: getting them, and the screen. */
#ifndef VIEW_QUOTES_H
#define VIEW_QUOTES_H

#include "state.h"

/* QUOTES. */
void quotes_open(struct app *app, const struct call *call);
/* Wishes the quotes, where a screen waits for them. */
void quotes_wish(struct app *app);
/* EVENT_QUOTES. */
void quotes_take(struct app *app, const struct quote_index *quotes);
/* Who says the quote that the cursor is on; STORE_NONE: nobody named. */
uint32_t quotes_person(const struct app *app, const struct view *v);

#endif
