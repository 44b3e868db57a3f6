/*
 * Searching in the focused screen. While the text is typed its first hit is
 * shown, counted from where the reader was; leaving the prompt leads back.
 */
#ifndef VIEW_SEARCH_H
#define VIEW_SEARCH_H

#include "state.h"

/* SEARCH and SEARCH_BACK: opens the prompt, or searches for the argument. */
void search_run(struct app *app, const struct call *call);
/* To the next hit so many times; the direction is that of the search, or
 * against it. */
void search_again(struct app *app, bool against, uint32_t times);
/* The prompt's text changed; it was left without Enter. */
void search_typed(struct app *app);
void search_cancelled(struct app *app);
/* The query whose hits an article shows while nothing is searched: the index's
 * filter; NULL: none. What is searched so, as typed. */
const struct query *search_query(const struct app *app);
struct str search_text(const struct app *app);
/* No search: nothing is marked any more. */
void search_clear(struct app *app);
/* Searches for a text, and goes nowhere. */
void search_for(struct app *app, struct str text);

#endif
