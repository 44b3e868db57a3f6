/* store/pool.h: the order of jobs, what waits, stopping. */
#include "unit.h"

#include "dateline/base/mem.h"
#include "dateline/store/pool.h"

#include <sched.h>

#define JOBS 2000 /* more than POOL_WINDOW */

struct job {
	size_t number;
	bool turn; /* it waits for its turn */
};

struct jobs {
	struct job job[JOBS];
	size_t given, taken;
	size_t held; /* bytes each is said to hold */
	atomic_uint tools; /* begun and not ended */
	atomic_size_t turns; /* jobs that had to wait for theirs */
	atomic_size_t done;
	atomic_bool stop;
	size_t stop_at;
};

static void *next(void *ctx)
{
	struct jobs *all = ctx;

	if (all->given == JOBS)
		return NULL;
	all->job[all->given].number = all->given;
	return &all->job[all->given++];
}

static void *begin(void *ctx)
{
	struct jobs *all = ctx;

	atomic_fetch_add(&all->tools, 1);
	return ctx;
}

static void end(void *tools)
{
	struct jobs *all = tools;

	atomic_fetch_sub(&all->tools, 1);
}

/* Every hundredth job is slow, so that others are ready before it. */
static size_t run(struct pool *p, void *tools, void *ctx)
{
	struct jobs *all = tools;
	struct job *job = ctx;

	for (int i = 0; job->number % 100 == 0 && i < 50; i++)
		sched_yield();
	if (job->turn) {
		pool_wait_turn(p, job);
		atomic_fetch_add(&all->turns, 1);
	}
	atomic_fetch_add(&all->done, 1);
	return all->held;
}

static void take(void *ctx, void *job)
{
	struct jobs *all = ctx;
	const struct job *j = job;

	assert_int_equal(j->number, all->taken);
	all->taken++;
	if (all->taken == all->stop_at)
		atomic_store(&all->stop, true);
}

static void run_all(struct jobs *all, unsigned threads)
{
	const struct pool_work work = { all, next, begin, end, run, take,
		threads, &all->stop };

	pool_run(&work);
	assert_int_equal(atomic_load(&all->tools), 0);
	assert_int_equal(atomic_load(&all->done), all->taken);
}

static void jobs_are_taken_over_in_order(void **state)
{
	static const unsigned threads[] = { 0, 1, 2, 7, 1000 };

	(void)state;
	for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
		struct jobs *all = mem_calloc(1, sizeof *all);

		run_all(all, threads[i]);
		assert_int_equal(all->taken, JOBS);
		free(all);
	}
}

/* Each holds more than may wait: one at a time goes on. */
static void results_that_hold_much_are_passed_on(void **state)
{
	struct jobs *all = mem_calloc(1, sizeof *all);

	(void)state;
	all->held = POOL_HELD + 1;
	run_all(all, 4);
	assert_int_equal(all->taken, JOBS);
	free(all);
}

static void a_job_may_wait_for_its_turn(void **state)
{
	for (unsigned threads = 1; threads <= 4; threads++) {
		struct jobs *all = mem_calloc(1, sizeof *all);

		(void)state;
		for (size_t i = 0; i < JOBS; i += 3)
			all->job[i].turn = true;
		run_all(all, threads);
		assert_int_equal(all->taken, JOBS);
		assert_int_equal(atomic_load(&all->turns), (JOBS + 2) / 3);
		free(all);
	}
}

static void stopping_takes_over_what_was_begun(void **state)
{
	for (unsigned threads = 1; threads <= 4; threads++) {
		struct jobs *all = mem_calloc(1, sizeof *all);

		(void)state;
		all->stop_at = 10;
		run_all(all, threads);
		assert_in_range(all->taken, 10, 10 + POOL_WINDOW);
		assert_int_equal(all->given, all->taken);
		free(all);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jobs_are_taken_over_in_order),
		cmocka_unit_test(results_that_hold_much_are_passed_on),
		cmocka_unit_test(a_job_may_wait_for_its_turn),
		cmocka_unit_test(stopping_takes_over_what_was_begun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
