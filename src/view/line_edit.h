/* Editing one line of text: moving and deleting, as readline has the keys. */
#ifndef VIEW_LINE_EDIT_H
#define VIEW_LINE_EDIT_H

#include "dateline/base/buf.h"

/* The longest line: more is of no use to a reader. */
#define LINE_BYTES 1000

struct line_edit {
	struct buf text;
	size_t cursor; /* byte */
	struct buf killed; /* what was deleted last, for ^Y */
};

void line_set(struct line_edit *e, struct str text);
/* Puts `in` at the cursor, as far as the line may grow. */
void line_insert(struct line_edit *e, struct str in);
/* Obeys a key that moves, deletes or puts back; false when it is none. */
bool line_key(struct line_edit *e, uint32_t key);
void line_release(struct line_edit *e);

#endif
