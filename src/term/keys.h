/* From curses' keys to ours. */
#ifndef TERM_KEYS_H
#define TERM_KEYS_H

#include "dateline/view/key.h"

#include <curses.h>

/* Makes a window that keys are read through; curses must be running. */
WINDOW *keys_open(void);
/* The next key that waits, or false. See term_key(). */
bool keys_next(WINDOW *w, uint32_t *key, struct mouse *m);

#endif
