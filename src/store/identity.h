/* The identities of people.h, made of the sets of names. */
#ifndef DATELINE_SRC_STORE_IDENTITY_H
#define DATELINE_SRC_STORE_IDENTITY_H

#include "names.h"

/* Fills *p, whose store is set, from the joined nodes. */
void identities_make(struct people *p, const struct names *n);

#endif
