/* Whether a store can be used: asked of one that comes from a file. */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include "dateline/store/store.h"

/*
 * True when every reference leads to where it may, and every kind is known: no
 * use of the store can read outside of it then. One pass over its arrays: first
 * over those that lists show (sections.h: head), then, when they are good, over
 * the others. The characters are not looked at.
 */
bool verify_heads(const struct store *s);
bool verify_rest(const struct store *s);

#endif
