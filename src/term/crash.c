#include "term/crash.h"

#include "dateline/base/mem.h"

#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#define STACK_BYTES 65536

/* What a handler needs, which takes no argument: the one place for it. */
static struct {
	atomic_bool armed;
	int fd;
	struct termios modes;
	char restore[128];
	size_t n;
	char stack[STACK_BYTES]; /* the fault may be a full stack */
} crash;

static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };

/* True when there was something to restore. */
static bool restore_terminal(void)
{
	if (!atomic_exchange(&crash.armed, false))
		return false;
	(void)!write(crash.fd, crash.restore, crash.n);
	tcsetattr(crash.fd, TCSANOW, &crash.modes);
	return true;
}

static void on_no_memory(void)
{
	restore_terminal();
}

static void on_fault(int sig)
{
	static const char msg[] = "dateline: ended by a fault of its own; "
				  "nothing in the archive was touched\n";

	if (restore_terminal())
		(void)!write(STDERR_FILENO, msg, sizeof msg - 1);
	/* SA_RESETHAND has set the default action: now it happens. */
	raise(sig);
}

static void catch_faults(void)
{
	struct sigaction act = { .sa_handler = on_fault };
	stack_t stack = { .ss_sp = crash.stack, .ss_size = STACK_BYTES };

	sigaltstack(&stack, NULL);
	sigemptyset(&act.sa_mask);
	act.sa_flags = (int)SA_RESETHAND | SA_ONSTACK;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct sigaction old;

		/* A sanitizer's handler says more than ours. */
		if (!sigaction(faults[i], NULL, &old) &&
			old.sa_handler == SIG_DFL)
			sigaction(faults[i], &act, NULL);
	}
}

void crash_arm(int fd, const struct termios *modes, struct str restore)
{
	if (restore.n > sizeof crash.restore)
		restore.n = 0;
	memcpy(crash.restore, restore.p, restore.n);
	crash.n = restore.n;
	crash.fd = fd;
	crash.modes = *modes;
	catch_faults();
	mem_on_failure(on_no_memory);
	atomic_store(&crash.armed, true);
}

void crash_disarm(void)
{
	atomic_store(&crash.armed, false);
}
