/* Outlets: one name in memory for all articles of each. */
#ifndef STORE_OUTLET_H
#define STORE_OUTLET_H

#include "dateline/store/store.h"

/*
 * Sets the outlet of all articles. Lists then go through an archive by outlet
 * without a look at its text (measured: of 100 000 articles, each with its name
 * in a page of its own, FIGURES).
 */
void outlets_share(struct store *s);

#endif
