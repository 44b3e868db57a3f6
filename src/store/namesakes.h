/* Which names of the archive are one person's: the rules. */
#ifndef DATELINE_SRC_STORE_NAMESAKES_H
#define DATELINE_SRC_STORE_NAMESAKES_H

#include "names.h"

void namesakes_join(struct names *n);

#endif
