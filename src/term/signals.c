#include "term/signals.h"

#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const int watched[] = { SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM,
	SIGQUIT, SIGINT, SIGUSR1 };

bool signals_open(struct signals *s)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
		sigaddset(&set, watched[i]);
	s->fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (s->fd < 0)
		return false;
	pthread_sigmask(SIG_BLOCK, &set, &s->before);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit is as good as a full disk */
	return true;
}

void signals_close(struct signals *s)
{
	close(s->fd);
	pthread_sigmask(SIG_SETMASK, &s->before, NULL);
}

int signals_next(const struct signals *s)
{
	struct signalfd_siginfo info;

	if (read(s->fd, &info, sizeof info) != (ssize_t)sizeof info)
		return 0;
	return (int)info.ssi_signo;
}

/* Drops a signal that came and was not read yet. */
static void forget(int sig)
{
	const struct timespec at_once = { 0 };
	sigset_t one;

	sigemptyset(&one);
	sigaddset(&one, sig);
	while (sigtimedwait(&one, NULL, &at_once) > 0)
		;
}

void signals_drop_typed(void)
{
	forget(SIGINT);
	forget(SIGQUIT);
	forget(SIGTSTP);
	forget(SIGCONT);
}

void signals_obey(int sig)
{
	struct sigaction act = { .sa_handler = SIG_DFL }, old;
	sigset_t one;

	sigemptyset(&one);
	sigaddset(&one, sig);
	sigaction(sig, &act, &old);
	kill(getpid(), sig);
	pthread_sigmask(SIG_UNBLOCK, &one, NULL);
	pthread_sigmask(SIG_BLOCK, &one, NULL);
	sigaction(sig, &old, NULL);
	forget(SIGCONT);
}
