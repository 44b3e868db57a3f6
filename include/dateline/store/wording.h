/*
 * Whether two quotes are the same utterance: the same words, cut at other
 * places or told otherwise.
 */
#ifndef DATELINE_STORE_WORDING_H
#define DATELINE_STORE_WORDING_H

#include "dateline/base/intern.h"
#include "dateline/store/store.h"
#include "dateline/text/token.h"

enum wording_likeness {
	WORDING_OTHER,
	WORDING_TOLD, /* the same, told otherwise */
	WORDING_SAME /* one is in the other */
};

struct wording {
	struct span words; /* wordings.ids, each word once, sorted */
	struct str folded; /* all words, in the arena */
};

struct wordings {
	VEC_OF(struct wording) list;
	VEC_OF(uint32_t) ids;
	struct intern words;
	struct tokens tokens;
	struct arena arena;
	struct buf buf;
};

/* Adds a text; gives its number in w->list. */
uint32_t wordings_add(struct wordings *w, struct str text);
/* Forgets all texts, keeping memory for the next. */
void wordings_clear(struct wordings *w);
void wordings_release(struct wordings *w);

/*
 * Two quotes are the same utterance, told otherwise, when they share at least
 * half of the words of the shorter one and no fewer than four; measured on the
 * sample archive's reworded quotes and on its pairs of different ones.
 */
enum wording_likeness wordings_compare(
	const struct wordings *w, uint32_t a, uint32_t b);

#endif
