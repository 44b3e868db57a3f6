#include "thread.h"

#include <signal.h>

/* Blocked faults end the program at once, with the terminal as the screen left
 * it. */
static const int faults[] = { SIGBUS, SIGFPE, SIGILL, SIGSEGV };

bool thread_start(pthread_t *thread, void *(*run)(void *ctx), void *ctx)
{
	sigset_t all, before;
	bool good;

	sigfillset(&all);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		sigdelset(&all, faults[i]);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	good = pthread_create(thread, NULL, run, ctx) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return good;
}
