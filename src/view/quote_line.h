/* Who says a quote, in one line: name, role, the words that say so, how sure.
 */
#ifndef VIEW_QUOTE_LINE_H
#define VIEW_QUOTE_LINE_H

#include "state.h"

/*
 * Appends who says a quote of an article: `Ilse Marrend, water minister –
 * “…, Marrend said” – sure 97 %`, as long as fits the columns: the role is cut
 * or left out, then the words around the verb, then all words.
 */
void say_quote_line(struct app *app, const struct article *a,
	const struct store_quote *q, int columns, struct buf *out);

/* Appends the words of a quote: in marks, unless they are reported or bring
 * their own. */
void say_quoted(const struct app *app, const struct article *a,
	const struct store_quote *q, struct buf *out);

#endif
