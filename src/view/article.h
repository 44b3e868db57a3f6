/* Going to a place in an open article. */
#ifndef VIEW_ARTICLE_H
#define VIEW_ARTICLE_H

#include "view.h"

/* Puts the reader of an article on its n-th quote, in sight. */
void article_go_quote(struct app *app, struct view *v, uint32_t n);

/* The same for a byte of its text. */
void article_go_place(struct app *app, struct view *v, uint32_t place);

/* Scrolls by lines, as far as there are; nothing else changes. */
void article_scroll(struct app *app, struct view *v, int64_t by);

/* The first quote with words in a row of its area; QUOTE_NONE: none. */
uint32_t article_quote_at(const struct app *app, const struct view *v, int row);

#endif
