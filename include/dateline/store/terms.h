/*
 * The terms of one article of a finished store, read from its text again: kept
 * they would take as much memory as half of the text.
 */
#ifndef DATELINE_STORE_TERMS_H
#define DATELINE_STORE_TERMS_H

#include "dateline/store/store.h"

/* Tools kept from article to article; `{ 0 }` is ready for use. */
struct term_reader {
	struct analyser *analyser;
	struct analysis analysis; /* of the last article: terms, by word, and
				     shingles */
	struct arena arena;
};

/* The terms as the article was analysed with; they live until the next call. */
void terms_read(struct term_reader *r, const struct store *s, uint32_t article);
void terms_release(struct term_reader *r);

#endif
