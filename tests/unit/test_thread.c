/* store/thread.h: which signals a thread behind the screen gets. */
#include "unit.h"

#include "store/thread.h"

#include <signal.h>

static void *look_at_signals(void *ctx)
{
	pthread_sigmask(SIG_BLOCK, NULL, ctx);
	return NULL;
}

/* A fault there has to reach the handler that restores the terminal. */
static void only_faults_come_through(void **state)
{
	sigset_t before, after, inside;
	pthread_t thread;

	(void)state;
	pthread_sigmask(SIG_BLOCK, NULL, &before);
	assert_true(thread_start(&thread, look_at_signals, &inside));
	assert_int_equal(pthread_join(thread, NULL), 0);
	pthread_sigmask(SIG_BLOCK, NULL, &after);
	for (int sig = 1; sig < 32; sig++) {
		bool fault = sig == SIGBUS || sig == SIGFPE || sig == SIGILL ||
			     sig == SIGSEGV;

		if (sig != SIGKILL && sig != SIGSTOP)
			assert_int_equal(sigismember(&inside, sig), !fault);
		assert_int_equal(
			sigismember(&before, sig), sigismember(&after, sig));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_faults_come_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
