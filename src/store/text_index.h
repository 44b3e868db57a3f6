/*
 * The index of words: for each word of the archive's titles and texts the
 * articles that have it, with how much it weighs in them. Words are those of
 * text/words.h, folded. Postings are packed: the distance to the article before
 * and the weight, in bytes of 7 bits (Witten, Moffat and Bell, Managing
 * Gigabytes, 1999, 3.3).
 */
#ifndef STORE_TEXT_INDEX_H
#define STORE_TEXT_INDEX_H

#include "crew.h"

#include "dateline/store/store.h"

/* Longer words are rubbish; those that begin alike are one word here. */
#define INDEX_WORD_MAX 64

/* Fills s->index from the articles (text_index_make.c). */
void text_index_make(struct store *s, struct crew *crew);
/* The index of the articles of `s` that s->index is not of, followed by all of
 * `more`, numbered as if they were behind those of s. */
void text_index_add(
	struct text_index *x, const struct store *s, const struct store *more);
void text_index_release(struct text_index *x);

/* The words, by their bytes, that are `word`, or that begin with it. */
struct span text_index_find(
	const struct text_index *x, struct str word, bool prefix);

/* One article that has the word. */
struct index_entry {
	uint32_t article;
	/* How often, times of the title and the first paragraph counted more */
	uint32_t weight;
};

/* Walks the articles that have a word, in order of their numbers. */
struct index_walk {
	const uint8_t *at, *end;
	struct index_entry now;
	uint32_t limit; /* articles there are */
	bool started;
};

void index_walk_begin(struct index_walk *w, const struct store *s,
	const struct text_index *x, uint32_t word);
/* False at the end; also where the bytes make no sense. */
bool index_walk_next(struct index_walk *w);

/* A word's weight where it stands: in the text, first paragraph, title. */
#define WEIGHT_TEXT 1
#define WEIGHT_LEAD 2
#define WEIGHT_TITLE 4

#endif
