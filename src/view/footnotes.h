/*
 * What is shown with an article's text that is not in it: the numbers of its
 * links, and those of its speakers with a line about each at the end.
 */
#ifndef VIEW_FOOTNOTES_H
#define VIEW_FOOTNOTES_H

#include "state.h"

/* As the options article.links and article.footnotes ask for. */
void refs_make(struct app *app, uint32_t article, struct paper_refs *out);

#endif
