/* The lines typed into one kind of prompt. */
#ifndef VIEW_TYPED_H
#define VIEW_TYPED_H

#include "dateline/base/mem.h"

struct typed {
	VEC_OF(struct str) lines; /* the oldest first, in the arena */
	struct arena arena;
};

/* The line is the latest one, wherever it was before; the oldest beyond
 * STATE_TYPED is forgotten. False when it is empty or was the latest. */
bool typed_add(struct typed *t, struct str line);
/* The line from `at` on, up (step -1) or down (1), that begins so; `at` itself
 * is passed over. lines.n when there is none. */
size_t typed_find(
	const struct typed *t, size_t at, int step, struct str beginning);
void typed_release(struct typed *t);

#endif
