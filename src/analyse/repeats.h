/* Words that a page shows twice: in a heading or box, and where they are said.
 */
#ifndef DATELINE_SRC_ANALYSE_REPEATS_H
#define DATELINE_SRC_ANALYSE_REPEATS_H

#include "parts.h"

/* Where a quote stands. */
enum standing {
	STANDS_RUNNING, /* in a sentence or paragraph that says more */
	STANDS_ALONE, /* a paragraph of its own, with no word of who says it */
	STANDS_OFF /* what the page sets off: a heading, caption, box */
};

/*
 * Drops quotes that stand off or alone and whose words, punctuation and marks
 * aside, are in quotes that stand less so: shortened, with an ellipsis for
 * what is left out, or broken there by who says them. The text keeps them.
 */
void drop_repeats(struct work *w);

#endif
