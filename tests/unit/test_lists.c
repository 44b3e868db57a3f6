/* The index with folds, copies and keys on the screen, and over a restart:
 * view/folding.h, view/sorting.h, view/reading.h, view/place.h. */
#include "view_fixture.h"

struct lists {
	struct fixture f;
	struct corrections c;
};

static void keys(struct lists *x, const char *keys)
{
	struct str rest = str_from_c(keys), word;
	struct effect effect;

	while (str_split(&rest, ' ', &word))
		while (word.n) {
			fixture_event(&x->f, (struct event){ .kind = EVENT_KEY,
						     .key = key_parse(&word) });
			while (app_effect(x->f.app, &effect)) {
				struct event e;

				if (effect.kind == EFFECT_SEARCH)
					fixture_answer(&x->f, &effect.search);
				if (!effect_correct(&effect, &x->c))
					continue;
				e = corrections_event(&x->c);
				app_update(x->f.app, &e);
			}
		}
}

static int open_lists(void **state)
{
	static const char *const paths[] = { "/archive" };
	struct lists *x = mem_calloc(1, sizeof *x);

	fixture_open(&x->f, 13, 64);
	corrections_open(&x->c, paths, 1, false);
	corrections_follow(&x->c, x->f.store);
	fixture_event(&x->f, corrections_event(&x->c));
	keys(x, "gr");
	*state = x;
	return 0;
}

static int close_lists(void **state)
{
	struct lists *x = *state;

	fixture_close(&x->f);
	corrections_release(&x->c);
	free(x);
	return 0;
}

#define MORE "\xE2\x96\xB8"

static void a_row_stands_for_its_copies(void **state)
{
	struct lists *x = *state;

	assert_str(fixture_line(&x->f, 2),
		">= 1 Mar 09:00  Post       Ferry talks open                =2 "
		"3" MORE);
	keys(x, "r");
	assert_str(fixture_line(&x->f, 12),
		" read: 2 articles (this session only)                     u undo");
	keys(x, "u =");
	assert_str(fixture_line(&x->f, 3),
		" = 2 Mar        Herald       Ferry talks open                 "
		"3" MORE);
	/* Unfolded, each stands for itself. */
	keys(x, "r");
	assert_str(fixture_line(&x->f, 12),
		" read: \xE2\x80\x9C"
		"Ferry talks open\xE2\x80\x9D (this session only)             u undo");
	keys(x, "j =");
	assert_str(fixture_line(&x->f, 3),
		"    1 Mar 11:30  Courier    Talks on ferries start            "
		"3" MORE);
}

static void opening_a_row_reads_its_copies(void **state)
{
	struct lists *x = *state;

	keys(x, "Enter q");
	assert_str(fixture_line(&x->f, 12),
		" 1/5   3 unread   by round, each from its start");
}

/* What is searched is found where it is folded, and unfolded. */
static void a_search_unfolds_its_hit(void **state)
{
	struct lists *x = *state;

	keys(x, "G g_ / herald Enter");
	assert_str(fixture_line(&x->f, 3),
		">= 2 Mar        Herald       Ferry talks open                 "
		"3" MORE);
	/* Not what was found as it was typed: "Talks", "Lind". */
	assert_str(fixture_line(&x->f, 5),
		" " MORE
		"One article only                                    2 articles");
}

static void the_next_unread_is_unfolded(void **state)
{
	struct lists *x = *state;

	keys(x, "j r g_ .");
	assert_str(fixture_line(&x->f, 1),
		"  Ferry talks open          1 \xE2\x80\x93 2 Mar 2020  3 "
		"articles, 2 unread");
	assert_str(fixture_line(&x->f, 2),
		"> = 1 Mar 09:00  Post       Ferry talks open               =2 "
		"3" MORE);
}

static void a_folded_group_is_marked_as_a_whole(void **state)
{
	struct lists *x = *state;

	keys(x, "_ *");
	assert_str(fixture_line(&x->f, 12),
		" starred: 3 articles (this session only)                  u undo");
	assert_str(fixture_line(&x->f, 1),
		">" MORE
		"Ferry talks open         1 \xE2\x80\x93 2 Mar 2020  3 articles, "
		"3 sources");
}

static void a_filter_that_a_copy_answers_shows_it(void **state)
{
	struct lists *x = *state;

	keys(x, "f source:herald Enter");
	assert_str(fixture_line(&x->f, 2),
		">= 2 Mar        Herald     Ferry talks open                   "
		"3" MORE);
}

/* Folds, keys and copies are as they were left. */
static void the_place_keeps_folds_and_keys(void **state)
{
	struct lists *x = *state;
	struct buf place = { 0 };
	struct app *before = x->f.app;

	keys(x, "O title- Enter G _ gg j = S G k k k Enter q");
	app_place(before, &place);
	x->f.app = app_new(&x->f.config, STORE_NO_DAY);
	fixture_size(&x->f, 13, 64);
	app_restore(x->f.app, buf_str(&place));
	fixture_event(&x->f,
		(struct event){ .kind = EVENT_STORE, .store = x->f.store });
	assert_str(fixture_line(&x->f, 12), " 2/5   by round: title-");
	assert_str(fixture_line(&x->f, 5),
		" " MORE
		"One article only                                    2 articles");
	assert_str(fixture_line(&x->f, 4),
		" = 2 Mar        Herald       Ferry talks open                 "
		"3" MORE);
	app_free(before);
	buf_release(&place);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_lists, close_lists)
	const struct CMUnitTest tests[] = {
		TEST(a_row_stands_for_its_copies),
		TEST(opening_a_row_reads_its_copies),
		TEST(a_search_unfolds_its_hit),
		TEST(the_next_unread_is_unfolded),
		TEST(a_folded_group_is_marked_as_a_whole),
		TEST(a_filter_that_a_copy_answers_shows_it),
		TEST(the_place_keeps_folds_and_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
