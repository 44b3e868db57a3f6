/* How many words one text has more and less than another. */
#ifndef DATELINE_SRC_STORE_WORDS_CHANGED_H
#define DATELINE_SRC_STORE_WORDS_CHANGED_H

#include "dateline/store/store.h"

struct words_changed {
	uint32_t added, cut; /* words that only the second, the first has */
	uint32_t shorter; /* words of the shorter text */
};

/*
 * Counted as bags: a word that stands three times in one text and once in the
 * other is two words; what only moved is none; capitals of ASCII are no
 * difference. n log n in the words: made when it is shown.
 */
struct words_changed words_changed(struct str from, struct str to);

#endif
