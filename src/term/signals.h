/*
 * Signals as events that poll() waits for (signalfd(2)), so that no handler
 * runs anywhere. To be opened before any thread is started: threads inherit
 * what is blocked.
 */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

struct signals {
	int fd; /* readable when one came */
	sigset_t before; /* the mask to go back to */
};

/* False when the system has no signalfd; nothing is changed then. */
bool signals_open(struct signals *s);
void signals_close(struct signals *s);
/* The next signal that came; 0 when none waits. */
int signals_next(const struct signals *s);
/* Drops what the keys of a terminal that others had have sent to us, too. */
void signals_drop_typed(void);
/* Lets `sig` do what it does by default: stop the process (until it is
 * continued, of which no signal is left then) or end it. */
void signals_obey(int sig);

#endif
