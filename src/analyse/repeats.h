/* Words that a page shows twice: in a heading or box, and where they are said.
 */
#ifndef DATELINE_SRC_ANALYSE_REPEATS_H
#define DATELINE_SRC_ANALYSE_REPEATS_H

#include "parts.h"

/*
 * Drops quotes in what the page sets off (headings, standfirsts, captions,
 * boxes) whose words a quote of the running text has too. The text keeps them.
 */
void drop_repeats(struct work *w);

#endif
