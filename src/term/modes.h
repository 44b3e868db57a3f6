/*
 * What a terminal is asked for besides what curses knows of: to tell what is
 * pasted from what is typed, and to report the mouse. In force between the
 * first drawing and the leaving of the screen.
 */
#ifndef TERM_MODES_H
#define TERM_MODES_H

#include "dateline/base/str.h"

struct modes {
	struct str on, off; /* the bytes; empty where there is nothing to ask */
	bool entered;
};

/* For the terminal that curses runs on. */
struct modes modes_of(bool mouse);
void modes_enter(struct modes *m);
/* Before the screen is given back. */
void modes_leave(struct modes *m);

#endif
