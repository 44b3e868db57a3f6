/*
 * The reader for terminals that can only show lines: teletypes, TERM=dumb, the
 * shells of editors. A numbered list; a number opens an article. What the
 * reader corrected holds here, and what is read and starred is kept.
 */
#ifndef TERM_LINES_H
#define TERM_LINES_H

#include "dateline/store/corrections.h"

/* Talks until "q" or the end of input from the descriptor `keys_fd`. The
 * corrections follow the store (corrections_follow()). */
void lines_run(
	const struct store *s, struct corrections *c, int keys_fd, bool utf8);

#endif
