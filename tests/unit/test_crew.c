/* store/crew.h: shares, their order, what is told. */
#include "unit.h"

#include "dateline/base/mem.h"
#include "store/crew.h"

#include <sched.h>
#include <stdatomic.h>

#define ARTICLES (CREW_SHARE * 40 + 7)

struct work {
	unsigned char *done; /* by article: how often */
	size_t taken; /* articles */
	atomic_uint tools; /* begun and not ended */
	unsigned told[64];
	size_t n_told;
};

static void *begin(void *ctx)
{
	struct work *w = ctx;

	atomic_fetch_add(&w->tools, 1);
	return w;
}

static void end(void *tools)
{
	struct work *w = tools;

	atomic_fetch_sub(&w->tools, 1);
}

/* Every tenth share is slow, so that others are ready before it. */
static void run(void *tools, struct share *share)
{
	struct work *w = tools;

	for (int i = 0; share->first / CREW_SHARE % 10 == 0 && i < 50; i++)
		sched_yield();
	for (size_t i = share->first; i < share->end; i++)
		w->done[i]++;
	share->made = &w->done[share->first];
}

static void take(void *ctx, struct share *share)
{
	struct work *w = ctx;

	assert_int_equal(share->first, w->taken);
	assert_ptr_equal(share->made, &w->done[share->first]);
	w->taken = share->end;
}

static void hear(void *ctx, unsigned done)
{
	struct work *w = ctx;

	assert_true(w->n_told < 64);
	w->told[w->n_told++] = done;
}

static void shares_are_put_together_in_order(void **state)
{
	static const unsigned threads[] = { 0, 1, 2, 8, 1000 };

	(void)state;
	for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
		struct work w = { .done = mem_calloc(ARTICLES, 1) };
		const struct crew_work work = { &w, begin, end, run, take, 0 };
		struct crew crew = { .threads = threads[t] };

		crew_work(&crew, ARTICLES, &work);
		assert_int_equal(w.taken, ARTICLES);
		assert_int_equal(atomic_load(&w.tools), 0);
		for (size_t i = 0; i < ARTICLES; i++)
			assert_int_equal(w.done[i], 1);
		free(w.done);
	}
}

static void no_article_is_no_share(void **state)
{
	struct work w = { 0 };
	const struct crew_work work = { &w, begin, end, run, take, 0 };

	(void)state;
	crew_work(&CREW_ALONE, 0, &work);
	crew_each(&CREW_ALONE, 0, run, &w);
	assert_int_equal(w.taken, 0);
}

static void a_share_is_as_large_as_asked(void **state)
{
	struct work w = { .done = mem_calloc(10, 1) };
	const struct crew_work work = { &w, begin, end, run, take, 4 };
	struct crew crew = { .threads = 2, .tell = hear, .ctx = &w };

	(void)state;
	crew_stage(&crew, 300);
	crew_work(&crew, 10, &work);
	assert_int_equal(w.taken, 10);
	assert_int_equal(w.n_told, 3);
	assert_int_equal(w.told[0], 100);
	assert_int_equal(w.told[1], 200);
	assert_int_equal(w.told[2], 300);
	free(w.done);
}

/* A second call in a stage tells nothing that is less. */
static void what_is_told_only_grows(void **state)
{
	struct work w = { .done = mem_calloc(ARTICLES, 1) };
	struct crew crew = { .threads = 2, .tell = hear, .ctx = &w };

	(void)state;
	crew_stage(&crew, 20);
	crew_each(&crew, ARTICLES, run, &w);
	crew_each(&crew, ARTICLES, run, &w);
	crew_stage(&crew, 40);
	crew_stage(&crew, 1000);
	for (size_t i = 1; i < w.n_told; i++)
		assert_true(w.told[i] > w.told[i - 1]);
	assert_int_equal(w.told[w.n_told - 1], 40);
	assert_int_equal(w.done[ARTICLES - 1], 2);
	free(w.done);
}

static void first_task(void *ctx)
{
	((struct work *)ctx)->told[0]++;
}

static void second_task(void *ctx)
{
	((struct work *)ctx)->told[1]++;
}

static void each_task_is_done_once(void **state)
{
	static void (*const tasks[])(void *) = { first_task, second_task };
	struct work w = { 0 };
	struct crew crew = { .threads = 2 };

	(void)state;
	crew_tasks(&crew, 2, tasks, &w);
	crew_tasks(&CREW_ALONE, 1, tasks, &w);
	assert_int_equal(w.told[0], 2);
	assert_int_equal(w.told[1], 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_are_put_together_in_order),
		cmocka_unit_test(no_article_is_no_share),
		cmocka_unit_test(a_share_is_as_large_as_asked),
		cmocka_unit_test(what_is_told_only_grows),
		cmocka_unit_test(each_task_is_done_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
