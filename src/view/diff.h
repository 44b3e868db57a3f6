/* Which two articles are compared. */
#ifndef VIEW_DIFF_H
#define VIEW_DIFF_H

#include "state.h"

/*
 * DIFF: the article and the one it is to be compared with, the earlier one
 * first. With a count: the article of that number in its round. Else the
 * marked one; from the related screen the one that screen is about; the
 * original of a copy; the article before it in the round, for the first one
 * the article after it.
 */
void diff_open(struct app *app, const struct call *call);

/* TRANSLATION: the article and itself in another language, if the archive knows
 * of it (store/translation.h); with a count, the translation of that number.
 */
void translation_open(struct app *app, const struct call *call);

#endif
