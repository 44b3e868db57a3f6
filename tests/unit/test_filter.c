/* view/filter.h: the index's filter, answered behind the screen. */
#include "view_fixture.h"

static int open_reader(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	fixture_open(f, 10, 64);
	*state = f;
	return 0;
}

static int close_reader(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

static void assert_wish(struct fixture *f, const char *want)
{
	struct search_wish wish = { 0 };
	bool any = fixture_wish(f, &wish);

	assert_true(any == (want != NULL));
	if (want)
		assert_str(wish.text, want);
}

static void assert_first_line(struct fixture *f, const char *want)
{
	assert_str(fixture_line(f, 0), want);
}

static void assert_last_line(struct fixture *f, const char *want)
{
	assert_str(fixture_line(f, f->screen.rows - 1), want);
}

/* Each key asks; what is no query yet does not. The last word may go on. */
static void each_key_asks(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "f");
	assert_wish(f, NULL);
	fixture_keys(f, "b");
	assert_wish(f, "b*");
	fixture_keys(f, "r");
	assert_wish(f, "br*");
	fixture_keys(f, "Space \"");
	assert_wish(f, NULL);
	fixture_keys(f, "b o \"");
	assert_wish(f, "br \"bo\"");
	fixture_keys(f, "^U");
	assert_wish(f, "");
	/* Enter asks for what was typed, no more */
	fixture_keys(f, "b r e a Enter");
	assert_wish(f, "brea");
}

static void the_list_is_as_it_was_until_the_answer(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "f bre");
	assert_str(fixture_line(f, 2),
		">=        Herald     Ferry talks open                         "
		"3\xE2\x96\xB8");
	fixture_search(f);
	assert_screen(f,
		"All articles > \"bre\"\n"
		"  Mon 10 Feb 2020                                      1 "
		"article\n"
		">         Post       A bakery wins a prize\n"
		"           The bread was good.\n"
		"\n\n\n\n"
		" 1 problem: ! shows it\n"
		"filter: bre\n");
	fixture_keys(f, "Enter");
	fixture_search(f);
	assert_last_line(f, " 0 of 5 articles");
}

static void escape_gives_the_list_back(void **state)
{
	struct fixture *f = *state;
	struct buf before = { 0 };

	fixture_keys(f, "f boats Enter");
	fixture_search(f);
	fixture_keys(f, "j");
	buf_add(&before, fixture_screen(f));
	fixture_keys(f, "f bread");
	fixture_search(f);
	assert_first_line(f, "All articles > \"bread\"");
	fixture_keys(f, "Esc");
	assert_wish(f, "");
	assert_screen(f, before.p);
	buf_release(&before);
}

/* An answer that comes when something else was asked is not shown. */
static void an_old_answer_is_not_shown(void **state)
{
	struct fixture *f = *state;
	struct search_wish wish = { 0 };
	struct search_found found;

	fixture_keys(f, "f bread");
	assert_true(fixture_wish(f, &wish));
	assert_true(search_answer(f->store, &wish, &found));
	fixture_keys(f, "s");
	fixture_event(
		f, (struct event){ .kind = EVENT_FOUND, .found = &found });
	search_found_release(&found);
	assert_str(fixture_line(f, 2),
		">=        Herald     Ferry talks open                         "
		"3\xE2\x96\xB8");
	fixture_keys(f, "Esc");
	assert_last_line(f, " 1/5   by day");
}

static void the_first_hits_are_shown_with_an_estimate(void **state)
{
	struct fixture *f = *state;
	struct search_wish wish = { 0 };
	struct search_found found = { .count = 1234 };

	fixture_keys(f, "f boats Enter");
	assert_true(fixture_wish(f, &wish));
	found.number = wish.number;
	*vec_push(&found.hits.list) = (struct hit){ 1, 1, 0 };
	fixture_event(
		f, (struct event){ .kind = EVENT_FOUND, .found = &found });
	assert_last_line(f, " ~1 234 of 5 articles");
	fixture_keys(f, "j");
	assert_last_line(f, " 1/~1 234   by day");
	found.complete = true;
	found.count = 1;
	fixture_event(
		f, (struct event){ .kind = EVENT_FOUND, .found = &found });
	search_found_release(&found);
	fixture_keys(f, "j");
	assert_last_line(f, " 1/1   by day");
}

/* Nothing is known of another store; the cursor stays on its article. */
static void another_store_is_searched_again(void **state)
{
	struct fixture *f = *state;
	struct store *before = f->store;

	fixture_keys(f, "f boats Enter");
	fixture_search(f);
	fixture_keys(f, "j");
	assert_last_line(f, " 2/3   by day");
	f->store = make_store();
	app_update(f->app, &(const struct event){
				   .kind = EVENT_STORE, .store = f->store });
	store_free(before);
	assert_str(fixture_line(f, 1), "");
	fixture_search(f);
	fixture_people(f, NULL);
	assert_last_line(f, " 2/3   by day");
}

/* An article opened from the list has the hits of the filter, until there is
 * another search. */
static void an_article_has_the_hits_of_the_filter(void **state)
{
	struct fixture *f = *state;

	fixture_keys_answered(f, "f boats Enter j Enter");
	assert_last_line(f, " 66%   \"boats\" 2 hits   para 1/3   2 quotes");
	fixture_keys(f, "n n");
	assert_last_line(f, " 66%   \"boats\" hit 2/2   para 1/3   2 quotes");
	fixture_keys(f, "/ rusty Enter");
	assert_last_line(f, " 100%   \"rusty\" hit 1/1   para 1/3   2 quotes");
	fixture_keys(f, "Esc n");
	assert_last_line(f, " 100%   \"boats\" hit 1/2   para 1/3   2 quotes");
	/* what is no word marks nothing */
	fixture_keys_answered(f, "q f source:courier Enter Enter n");
	assert_last_line(f, " nothing searched yet; / searches");
}

static void hits_are_ranked(void **state)
{
	struct fixture *f = *state;
	struct search_wish wish = { 0 };

	fixture_keys(f, "g /");
	assert_last_line(f, " nothing is searched: f searches");
	fixture_keys(f, "f boats Enter");
	fixture_search(f);
	fixture_keys(f, "g /");
	assert_true(fixture_wish(f, &wish));
	assert_int_equal(wish.order, SEARCH_BEST_FIRST);
	fixture_keys(f, "gc");
	assert_last_line(f, " titles only");
	fixture_keys(f, "s");
	assert_last_line(f, " grouped by source");
	assert_false(fixture_wish(f, &wish));
}

/* Those of the configuration stand above the sources, and are counted one
 * after the other. */
static void saved_searches_are_lists(void **state)
{
	struct fixture *f = *state;
	static const struct saved_search saved[] = {
		{ { "Boats", 5 }, { "boats", 5 }, { "", 0 } },
		{ { "Wrong", 5 }, { "(boats", 6 }, { "", 0 } },
		{ { "Bread", 5 }, { "bread", 5 }, { "", 0 } },
	};

	for (size_t i = 0; i < 3; i++)
		*vec_push(&f->config.searches) = saved[i];
	app_update(f->app, &(const struct event){
				   .kind = EVENT_STORE, .store = f->store });
	fixture_search(f);
	fixture_search(f);
	fixture_people(f, NULL);
	fixture_size(f, 12, 30);
	fixture_keys(f, "S j");
	assert_screen(f,
		"3 sources\n"
		" All articles                5\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 Searches "
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\n"
		">Boats                       3\n"
		" Wrong\n"
		" Bread                       1\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 Sources "
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80"
		"\xE2\x94\x80\xE2\x94\x80\n"
		" Courier                     1\n"
		" Herald                      2\n"
		" 2/11\n");
	fixture_keys(f, "j j Enter");
	fixture_search(f);
	assert_first_line(f, "All articles > Bread: \"bread\"");
	assert_last_line(f, " 1 of 5 articles");
	fixture_keys(f, "S k Enter");
	assert_str(fixture_line(f, 10),
		" \xE2\x80\x9C(\xE2\x80\x9D: this bracket is never");
	assert_last_line(f, " closed");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_reader, close_reader)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_key_asks),
		TEST(the_list_is_as_it_was_until_the_answer),
		TEST(escape_gives_the_list_back),
		TEST(an_old_answer_is_not_shown),
		TEST(the_first_hits_are_shown_with_an_estimate),
		TEST(another_store_is_searched_again),
		TEST(an_article_has_the_hits_of_the_filter),
		TEST(hits_are_ranked),
		TEST(saved_searches_are_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
