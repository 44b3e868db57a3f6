/*
 * What is kept of articles that are not in the store any more, looked for by
 * their content: moved and renamed articles are found again so.
 */
#ifndef STORE_STRAYS_H
#define STORE_STRAYS_H

#include "dateline/store/store.h"

struct stray {
	int64_t content; /* marks_content() */
	uint32_t item; /* whose it is */
};

struct strays {
	VEC_OF(struct stray) list;
};

/* After the last one was pushed. */
void strays_sort(struct strays *x);
/* Those that had the content of an article, in list. Its text is looked at only
 * where one was as long. */
struct span strays_of(
	const struct strays *x, const struct store *s, uint32_t article);
void strays_release(struct strays *x);

#endif
