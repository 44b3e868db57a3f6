/* The reader's corrections among the names of the archive. */
#ifndef DATELINE_SRC_STORE_NAMES_CORRECT_H
#define DATELINE_SRC_STORE_NAMES_CORRECT_H

#include "names.h"

/* A correction with its names as they are compared. */
struct correction {
	const struct people_correction *c;
	struct str name[2], other[2]; /* keys as humans, and as others */
	uint32_t article; /* STORE_NONE: any */
};

struct correction_list {
	VEC_OF(struct correction) v; /* those that hold, in their order */
	struct intern keys; /* of both names */
};

/* Keeps the latest of n corrections about the same names; those of articles
 * that are not there say nothing. Keys live in the arena. */
void correction_list_make(struct correction_list *l, const struct store *s,
	struct arena *arena, const struct people_correction *c, size_t n);
void correction_list_release(struct correction_list *l);

/*
 * Appends what sets the use of a name, with the key given, apart from others
 * of that key: nothing, the article in which the reader said something of it,
 * or the name as it is written, when that is not another way of writing it.
 * True when it is the article.
 */
bool correction_list_mark(const struct correction_list *l,
	const struct store *s, struct name_use use, struct str key,
	struct buf *out);

/* Notes which nodes are apart, then joins those that are the same. */
void correction_list_obey(const struct correction_list *l, struct names *n);

#endif
