/*
 * Which earlier rounds of its storyline an article looks back on: where it
 * names their day or month in a sentence about what they were about. Wrong is
 * worse than missing:
 *
 * - the day, or the month and nothing else in it, is that of one earlier round
 *   of the storyline only;
 * - without a year, the sentence says nothing of the time ahead (will, next:
 *   lang/?/coming.txt; a language without the list has to give the year);
 * - the sentence has two words of the title or the first paragraph of one of
 *   the round's articles, one of which is no name (all rounds of a storyline
 *   have the same names);
 * - with a month only, one of them is not in the title of the article itself,
 *   no number stands beside it, and it is not the month
 *   before: what a figure was in May is no look back on the report of May,
 * which gave that of April.
 */
#ifndef DATELINE_SRC_STORE_LOOKS_BACK_H
#define DATELINE_SRC_STORE_LOOKS_BACK_H

#include "dateline/store/store.h"

#include "dateline/base/buf.h"

struct looking {
	uint32_t round;
	struct range words; /* what says so, in the text */
};

/* Kept from article to article. */
struct looker {
	/* Of the last article: each round once. */
	VEC_OF(struct looking) list;
	struct buf fold;
};

/* Linear in the text; bounded work for each month that it names. */
void looks_back_find(struct looker *l, const struct store *s, uint32_t article);
void looker_release(struct looker *l);

#endif
