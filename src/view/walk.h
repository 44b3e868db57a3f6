/*
 * Steps in time: through the articles of a round, and through the rounds of a
 * storyline. At either end they say so; nothing wraps.
 */
#ifndef VIEW_WALK_H
#define VIEW_WALK_H

#include "state.h"

/* NEXT_IN_ROUND, PREVIOUS_IN_ROUND: from an article to the next one's text,
 * from what is related to it to what is related to the next one, in the
 * round's screen the cursor. */
void walk_articles(struct app *app, const struct call *call);
/* NEXT_ROUND, PREVIOUS_ROUND: the same screen about another round; a round of
 * one article is that article. */
void walk_rounds(struct app *app, const struct call *call);

/* The round the focused screen is about or its cursor is on; STORE_NONE. */
uint32_t app_round(const struct app *app);

#endif
