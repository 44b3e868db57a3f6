/* What is asked of the terminal's description itself. Apart, because term.h
 * defines a macro for each of its 500 capabilities. */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H

#include "dateline/base/buf.h"

/* True when there is an entry for the terminal type. Asked first, because
 * newterm() leaks a screen when there is none. */
bool terminfo_knows(const char *type);
/* True when the terminal curses runs on can place its cursor. */
bool terminfo_has_cursor(void);
/* True when it is controlled by escape sequences as ECMA-48 has them. */
bool terminfo_has_sequences(void);
/* Appends what sets the colours of curses' numbers, -1: as it is. */
void terminfo_colors(struct buf *out, int fg, int bg);
/* Appends the bytes that give the terminal back: normal text, cursor and keys,
 * the screen as it was. */
void terminfo_restore(struct buf *out);
/*
 * Takes away what curses would send without need. The palette is never
 * changed, so it is not reset (OSC 104) where the user has changed it.
 * Line drawing is Unicode or ASCII here, never the alternate character set, so
 * it needs no switching off with each change of attributes. Measured on
 * xterm-256color: a move in a list takes 50 bytes, 59 without this.
 */
void terminfo_adjust(void);

#endif
