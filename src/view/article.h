/* Going to a place in an open article. */
#ifndef VIEW_ARTICLE_H
#define VIEW_ARTICLE_H

#include "view.h"

/* Puts the reader of an article on its n-th quote, in sight. */
void article_go_quote(struct app *app, struct view *v, uint32_t n);

/* The same for a byte of its text. */
void article_go_place(struct app *app, struct view *v, uint32_t place);

#endif
