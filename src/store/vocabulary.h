/* Words of texts in the store's vocabulary and in its articles' terms. */
#ifndef DATELINE_SRC_STORE_VOCABULARY_H
#define DATELINE_SRC_STORE_VOCABULARY_H

#include "dateline/store/store.h"

/* The number of a folded word, as terms.c writes it: it may have taken a final
 * s ("Isles"). STORE_NONE when no article has it. */
uint32_t vocabulary_find(const struct store *s, struct str word);
/* The term of an article by the number of its word; NULL: it has none. */
const struct store_term *vocabulary_term(
	const struct store *s, uint32_t article, uint32_t word);

#endif
