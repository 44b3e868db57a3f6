/*
 * What the reader writes: a line on an article or on a quote of it, shown where
 * it belongs (paper.h), found with note: and is:noted, and listed here.
 */
#ifndef VIEW_NOTES_H
#define VIEW_NOTES_H

#include "state.h"

/* NOTE: on the current quote of the article or the quote of the row, else on
 * the article. Without an argument a prompt has the note that is there. */
void note_run(struct app *app, const struct call *call);
/* NOTES */
void notes_run(struct app *app, const struct call *call);

#endif
