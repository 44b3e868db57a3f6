/* Outlets: one name in memory for all articles of each. */
#ifndef STORE_OUTLET_H
#define STORE_OUTLET_H

#include "dateline/store/store.h"

/*
 * Sets the outlet of all articles. Lists then go through an archive by outlet
 * without a look at its text, where each article's name is in a page of its own
 * (measured: 100 000 articles, 130 → 72 ms of CPU until the list is shown).
 */
void outlets_share(struct store *s);

#endif
