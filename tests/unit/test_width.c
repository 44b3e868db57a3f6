/* text/width.h: columns and clusters. */
#include "unit.h"

#include "dateline/text/width.h"

static void ascii_takes_a_column_each(void **state)
{
	(void)state;
	assert_int_equal(text_width(STR("dateline")), 8);
	assert_int_equal(text_width(STR("")), 0);
}

static void wide_and_zero_width_characters(void **state)
{
	(void)state;
	assert_int_equal(text_width(STR("\xE6\x9D\xB1\xE4\xBA\xAC")), 4);
	assert_int_equal(text_width(STR("e\xCC\x81t\xC3\xA9")), 3);
	assert_int_equal(text_width(STR("\xEF\xBC\xA1")), 2);
	assert_int_equal(text_width(STR("\xD9\x85\xDB\x8C\xE2\x80\x8C"
					"\xD8\xAE")),
		3);
}

static void emoji_take_two(void **state)
{
	(void)state;
	assert_int_equal(text_width(STR("\xF0\x9F\x98\x80")), 2);
	assert_int_equal(text_width(STR("\xE2\x9D\xA4\xEF\xB8\x8F")), 2);
	/* Woman, ZWJ, girl; the flag of Iceland. */
	assert_int_equal(
		text_width(STR("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7")),
		2);
	assert_int_equal(
		text_width(STR("\xF0\x9F\x87\xAE\xF0\x9F\x87\xB8")), 2);
}

static void joiners_between_letters_join_no_columns(void **state)
{
	int columns;
	struct str s = STR("\xD8\xA8\xE2\x80\x8D\xD8\xA8\xD8\xA8");

	(void)state;
	assert_int_equal(text_cluster(s, 0, &columns), 5);
	assert_int_equal(columns, 1);
	assert_int_equal(text_width(s), 3);
	/* A selector makes no letter wide. */
	assert_int_equal(text_width(STR("a\xEF\xB8\x8F")), 1);
}

static void spacing_marks_take_their_column(void **state)
{
	int columns;
	struct str s = STR("\xE0\xA4\xA8\xE0\xA4\xBF\xE0\xB8\x99\xE0\xB8\xB3");

	(void)state;
	assert_int_equal(text_cluster(s, 0, &columns), 6);
	assert_int_equal(columns, 2);
	assert_int_equal(text_cluster(s, 6, &columns), 12);
	assert_int_equal(columns, 2);
	/* Conjoining jamo are one syllable of two columns. */
	s = STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB");
	assert_int_equal(text_cluster(s, 0, &columns), 9);
	assert_int_equal(columns, 2);
}

static void clusters_are_whole(void **state)
{
	struct str s = STR("e\xCC\x81\xCC\xA3x");
	int columns;

	(void)state;
	assert_int_equal(text_cluster(s, 0, &columns), 5);
	assert_int_equal(columns, 1);
	assert_int_equal(text_cluster(s, 5, &columns), 6);
	/* Two flags are two clusters. */
	s = STR("\xF0\x9F\x87\xAE\xF0\x9F\x87\xB8\xF0\x9F\x87\xAE"
		"\xF0\x9F\x87\xB8");
	assert_int_equal(text_cluster(s, 0, &columns), 8);
	assert_int_equal(text_cluster(s, 8, &columns), 16);
}

static void fitting_splits_no_cluster(void **state)
{
	int used = -1;

	(void)state;
	assert_str(text_fit(STR("abcdef"), 3, &used), "abc");
	assert_int_equal(used, 3);
	assert_str(text_fit(STR("a\xE6\x9D\xB1z"), 2, &used), "a");
	assert_int_equal(used, 1);
	assert_str(text_fit(STR("ae\xCC\x81z"), 2, NULL), "ae\xCC\x81");
	assert_str(text_fit(STR("abc"), 0, &used), "");
	assert_str(text_fit(STR(""), 5, &used), "");
}

static void runs_of_ascii_end_before_what_a_mark_joins(void **state)
{
	(void)state;
	assert_int_equal(text_plain_run(STR("abc"), 0, 9), 3);
	assert_int_equal(text_plain_run(STR("abc"), 1, 1), 1);
	assert_int_equal(text_plain_run(STR("abc"), 0, 0), 0);
	assert_int_equal(text_plain_run(STR("abe\xCC\x81"), 0, 9), 2);
	assert_int_equal(text_plain_run(STR("ab\tc"), 0, 9), 2);
	assert_int_equal(text_plain_run(STR("\xC3\xA9"), 0, 9), 0);
	assert_str(text_fit(STR("abce\xCC\x81z"), 4, NULL), "abce\xCC\x81");
	assert_int_equal(text_width(STR("abce\xCC\x81z")), 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ascii_takes_a_column_each),
		cmocka_unit_test(wide_and_zero_width_characters),
		cmocka_unit_test(emoji_take_two),
		cmocka_unit_test(joiners_between_letters_join_no_columns),
		cmocka_unit_test(spacing_marks_take_their_column),
		cmocka_unit_test(clusters_are_whole),
		cmocka_unit_test(fitting_splits_no_cluster),
		cmocka_unit_test(runs_of_ascii_end_before_what_a_mark_joins),
	};

	return cmocka_run_group_tests_name("width", tests, NULL, NULL);
}
