/* store/search_job.h: searches behind the screen. */
#include "archive.h"

#include "dateline/store/search_job.h"

#include <poll.h>
#include <unistd.h>

/* So many that reading them outlasts the first hits. */
#define ARTICLES 1000

struct behind {
	struct store *store;
	int wake[2];
	struct search_job *job;
};

static void call_wake(void *ctx)
{
	const int *fd = ctx;

	(void)!write(*fd, "", 1);
}

static int open_job(void **state)
{
	static struct behind b;
	const struct people_wake wake = { call_wake, &b.wake[1] };

	b.store = store_new();
	for (int i = 0; i < ARTICLES; i++) {
		char id[16], text[80];

		snprintf(id, sizeof id, "a%04d", i);
		snprintf(text, sizeof text, "The gauge of %s the lake, no. %d.",
			i % 2 ? "all" : "then", i);
		archive_add(b.store, &(struct given){ id, "A gauge", "Wire",
					     "2018-06-05", text, { 0 } });
	}
	store_finish(b.store);
	if (pipe(b.wake) < 0)
		return -1;
	b.job = search_job_new(&wake);
	*state = &b;
	return 0;
}

static int close_job(void **state)
{
	struct behind *b = *state;

	search_job_free(b->job);
	store_free(b->store);
	close(b->wake[0]);
	close(b->wake[1]);
	return 0;
}

static void ask(struct behind *b, const char *text, uint32_t number)
{
	const struct search_wish wish = { .text = str_from_c(text),
		.order = SEARCH_LATEST_FIRST,
		.number = number };

	search_job_ask(b->job, b->store, &wish);
}

/* Waits for news, and takes them. */
static void take(struct behind *b, struct search_found *found)
{
	struct pollfd fd = { b->wake[0], POLLIN, 0 };
	char byte;

	do {
		assert_int_equal(poll(&fd, 1, 10000), 1);
		assert_int_equal(read(b->wake[0], &byte, 1), 1);
	} while (!search_job_take(b->job, found));
}

static void take_complete(struct behind *b, struct search_found *found)
{
	for (take(b, found); !found->complete; take(b, found))
		search_found_release(found);
}

static void the_job_answers_as_a_search_does(void **state)
{
	struct behind *b = *state;
	const struct search_wish wish = { .text = STR("\"then the lake\""),
		.order = SEARCH_LATEST_FIRST,
		.number = 7 };
	struct search_found is, should_be;

	assert_true(search_answer(b->store, &wish, &should_be));
	assert_int_equal(should_be.count, ARTICLES / 2);
	search_job_ask(b->job, b->store, &wish);
	take_complete(b, &is);
	assert_int_equal(is.number, 7);
	assert_int_equal(is.count, should_be.count);
	assert_int_equal(is.hits.list.n, should_be.hits.list.n);
	for (size_t i = 0; i < is.hits.list.n; i++)
		assert_int_equal(is.hits.list.v[i].article,
			should_be.hits.list.v[i].article);
	search_found_release(&is);
	search_found_release(&should_be);
}

/* Whatever was told of the one before is forgotten. */
static void the_latest_question_is_answered(void **state)
{
	struct behind *b = *state;
	struct search_found found;

	for (uint32_t i = 0; i < 50; i++)
		ask(b, "\"of then\" OR \"of all\"", i);
	ask(b, "title:gauge lake", 50);
	take_complete(b, &found);
	assert_int_equal(found.number, 50);
	assert_int_equal(found.count, ARTICLES);
	search_found_release(&found);
	assert_false(search_job_take(b->job, &found));
}

/* One that reads a lot tells the first hits, and an estimate of all. */
static void the_first_hits_come_first(void **state)
{
	struct behind *b = *state;
	bool told = false;

	for (int i = 0; i < 100 && !told; i++) {
		struct search_found found;

		ask(b, "\"of then\"", 1);
		take(b, &found);
		told = !found.complete;
		if (told) {
			assert_int_equal(found.hits.list.n, SEARCH_FIRST_HITS);
			assert_in_range(
				found.count, SEARCH_FIRST_HITS, ARTICLES);
		}
		search_found_release(&found);
	}
	assert_true(told);
}

static void what_is_stopped_tells_nothing(void **state)
{
	struct behind *b = *state;
	struct search_found found;

	ask(b, "\"of then\"", 1);
	search_job_stop(b->job);
	assert_false(search_job_take(b->job, &found));
	/* blank, or no query: nothing goes on */
	ask(b, "\"of then\"", 2);
	ask(b, " ", 3);
	assert_false(search_job_take(b->job, &found));
	ask(b, "(lake", 4);
	assert_false(search_job_take(b->job, &found));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_job, close_job)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_job_answers_as_a_search_does),
		TEST(the_latest_question_is_answered),
		TEST(the_first_hits_come_first),
		TEST(what_is_stopped_tells_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
