/*
 * Moving articles between stores: a store is built by adding, appended to
 * another, and written anew in its final order.
 */
#ifndef DATELINE_SRC_STORE_COPY_H
#define DATELINE_SRC_STORE_COPY_H

#include "dateline/store/store.h"

/* Appends s to the store's characters; an empty string gives {0, 0}. */
struct sref store_put(struct store *s, struct str str);

/* Whether n more characters find room, and what is said when not. */
bool store_fits(const struct store *s, size_t n);
extern const struct str store_too_large;

/*
 * Appends article i of `from`, with everything it refers to, to `to`. `words`
 * gives the number in `to` of each word of `from`. Links and rounds are not
 * copied, and without `words` no terms and shingles.
 */
void store_copy_article(struct store *to, const struct store *from, size_t i,
	const uint32_t *words);

/*
 * The two halves of it, for an article of `from` that has been copied as it is:
 * texts and people; blocks, terms and shingles. They write to different arrays,
 * and to different members of the article.
 */
void store_copy_text(
	struct store *to, const struct store *from, struct article *a);
void store_copy_terms(struct store *to, const struct store *from,
	struct article *a, const uint32_t *words);

/* A term as the store has it while it is built; its word is interned. */
struct store_term store_term_of(const struct term *t, struct intern *words);
/* Skips an article of the store `of`, as of its file. */
void store_skip_article(struct store *s, const struct store *of,
	const struct article *a, struct str why);
/* Appends the files that `from` was read from; what it skipped. */
void store_copy_files(struct store *to, const struct store *from);
void store_copy_skips(struct store *to, const struct store *from);

/* Frees what a store holds, not the struct itself; it is empty afterwards. */
void store_release(struct store *s);

#endif
