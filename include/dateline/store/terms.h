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

/* Terms by word. */
struct term_list {
	struct term *v;
	size_t n;
};

/*
 * The terms of articles read lately, each in the slot of its number modulo
 * TERM_SLOTS. Who goes through the links of a whole archive meets an article a
 * dozen times, at nine in ten of them while it is here (120 000 links of 10 000
 * articles; at six in ten with a quarter of the slots). `{ 0 }` is ready for
 * use with one store.
 */
#define TERM_SLOTS 1024
struct term_cache {
	struct term_reader r;
	struct term_slot {
		uint32_t article;
		struct term_list terms; /* v NULL: none */
	} * slots;
};

/* They live until another article of the slot is asked for. */
const struct term_list *terms_cached(
	struct term_cache *c, const struct store *s, uint32_t article);
void term_cache_release(struct term_cache *c);

#endif
