/* The reader for terminals that can only show lines: teletypes, TERM=dumb, the
 * shells of editors. A numbered list; a number opens an article. */
#ifndef TERM_LINES_H
#define TERM_LINES_H

#include "dateline/store/store.h"

/* Talks until "q" or the end of input from the descriptor `keys_fd`. */
void lines_run(const struct store *s, int keys_fd, bool utf8);

#endif
