/*
 * Giving the terminal back when the program ends where nobody can: a fault, an
 * abort, no memory. Everything here may run inside a signal handler.
 */
#ifndef TERM_CRASH_H
#define TERM_CRASH_H

#include "dateline/base/str.h"

#include <termios.h>

/* From now on, faults write `restore` to the terminal `fd` and set its modes
 * back to `modes`, then say one line and die by their signal. */
void crash_arm(int fd, const struct termios *modes, struct str restore);
/* The terminal is not ours any more. */
void crash_disarm(void);

#endif
