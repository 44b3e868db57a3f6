/*
 * What the reader wrote about articles and quotes, as it is kept in the state:
 * a note has a key, which says what it is on, and one line of text.
 *
 * The key is the article's id and the hash of its content; of a quote also the
 * hash of its words and where they start. An article that was moved or renamed
 * is known by its content. A quote is the one with these words that is nearest
 * to that place; where none has them any more, but the text is the same, the
 * one that holds the place; else the note is on the article.
 */
#ifndef DATELINE_STORE_NOTES_H
#define DATELINE_STORE_NOTES_H

#include "dateline/state/state.h"
#include "dateline/store/store.h"

#define NOTE_ARTICLE UINT32_MAX /* the note is on the article as a whole */

struct note {
	struct str key, text;
	uint32_t article; /* STORE_NONE: not in the store */
	uint32_t quote; /* of the article's, from 0; NOTE_ARTICLE */
	uint32_t nth; /* in the order of writing, from 0 */
	int64_t time; /* when it was written, seconds since 1970 */
};

/* A wish for a note; empty: for none. */
struct note_wish {
	uint32_t article, quote;
	struct str text;
};

struct notes {
	VEC_OF(struct note) list; /* by article and quote; those of articles
				     not in the store last */
	struct arena arena;
};

/* Reads what is kept. Articles that are gone cost a look at the length of each
 * article's text, and at the texts that are as long. */
bool notes_read(struct notes *n, struct state *state, const struct store *s,
	struct err *e);
void notes_release(struct notes *n);

/* Those on an article and its quotes, in n->list. */
struct span notes_of(const struct notes *n, uint32_t article);
/* The first on just that; NULL: none is. */
const struct note *notes_find(
	const struct notes *n, uint32_t article, uint32_t quote);

/* The places in n->list from the note written last on; the caller frees them.
 */
uint32_t *notes_latest_first(const struct notes *n);

/* Appends the key of a note on an article of the store, or on its quote. */
void notes_key(struct buf *out, const struct store *s, uint32_t article,
	uint32_t quote);
/* The article's id of a key. */
struct str notes_key_id(struct str key);

#endif
