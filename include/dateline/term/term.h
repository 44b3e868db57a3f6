/*
 * The terminal: puts a grid of cells on it and gives back keys. One process
 * has one. ncurses is behind it and nowhere else.
 */
#ifndef DATELINE_TERM_TERM_H
#define DATELINE_TERM_TERM_H

#include "dateline/config/config.h"
#include "dateline/view/key.h"
#include "dateline/view/screen.h"

struct terminal;

/*
 * Sets the locale's character type from the environment; without any, UTF-8.
 * True when text is UTF-8. Called once, before
 * term_open() and before threads are started.
 */
bool term_locale(void);

/*
 * Takes the terminal over: output on stdout, keys from the descriptor
 * `keys_fd`. NULL when the terminal cannot place its cursor or is not known
 * (TERM unset, dumb or in no terminfo file): it can show lines only.
 */
struct terminal *term_open(const struct config *c, int keys_fd, bool utf8);
/* Gives the terminal back as it was. */
void term_close(struct terminal *t);

/* The size of the window now, in cells. */
void term_size(const struct terminal *t, int *rows, int *cols);
/* Shows s. Only what differs from the last call is sent. */
void term_draw(struct terminal *t, const struct screen *s);
/* Looks are those of another theme or option from the next term_draw() on. */
void term_restyle(struct terminal *t, const struct config *c);
/* The next term_draw() sends everything, at the size of now. */
void term_redraw(struct terminal *t);
/* Leaves the screen to others until the next term_draw(). */
void term_leave(struct terminal *t);

/* The next key typed: false when none waits. *key is KEYS_NONE for a sequence
 * that is no known key. *m is what the mouse did, where it is KEYS_MOUSE. */
bool term_key(struct terminal *t, uint32_t *key, struct mouse *m);

#endif
