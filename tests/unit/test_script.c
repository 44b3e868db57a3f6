/* view/script.h, text/distance.h: lines of commands, and names near others. */
#include "unit.h"

#include "dateline/text/distance.h"
#include "view/script.h"

static void assert_cut(const char *line, const char *const *want)
{
	struct str rest = str_from_c(line), one;

	for (; *want; want++) {
		assert_true(script_next(&rest, &one));
		assert_str(one, *want);
	}
	assert_false(script_next(&rest, &one));
}

static void commands_end_at_semicolons(void **state)
{
	(void)state;
	assert_cut("read; next-unread",
		(const char *[]){ "read", "next-unread", NULL });
	assert_cut(" ;; read ;", (const char *[]){ "read", NULL });
	assert_cut("tag a\\;b; down 3",
		(const char *[]){ "tag a\\;b", "down 3", NULL });
	assert_cut("", (const char *[]){ NULL });
	/* What is bound has its own. */
	assert_cut("up; bind ,x read; down",
		(const char *[]){ "up", "bind ,x read; down", NULL });
}

static void several_are_a_macro(void **state)
{
	(void)state;
	assert_true(script_is_macro(STR("read; down")));
	assert_false(script_is_macro(STR("read;")));
	assert_false(script_is_macro(STR("tag a\\;b")));
	assert_false(script_is_macro(STR("bind ,x read; down")));
	assert_false(script_is_macro(STR("bin ,x read; down")));
}

static void a_command_is_read(void **state)
{
	struct arena arena = { 0 };
	struct str name;
	struct call c;

	(void)state;
	c = script_read(STR("tag  a\\;b c"), &arena, &name);
	assert_int_equal(c.id, COMMAND_TAG);
	assert_str(c.argument, "a;b c");
	c = script_read(STR("12"), &arena, &name);
	assert_int_equal(c.id, COMMAND_LAST);
	assert_int_equal(c.count, 12);
	c = script_read(STR("qui"), &arena, &name);
	assert_int_equal(c.id, COMMAND_QUIT);
	c = script_read(STR("raed x"), &arena, &name);
	assert_int_equal(c.id, COMMAND_NONE);
	assert_str(name, "raed");
	arena_release(&arena);
}

static void arguments_are_quoted(void **state)
{
	struct buf b = { 0 };

	(void)state;
	script_quote(&b, STR("One; two"));
	assert_str(buf_str(&b), "One\\; two");
	assert_int_equal(script_last(STR("read; fil")), 6);
	assert_int_equal(script_last(STR("tag a\\; b")), 0);
	buf_release(&b);
}

static void assert_near(const char *name, const char *want)
{
	struct buf b = { 0 };

	script_say_near(str_from_c(name), &b);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void near_names_are_said(void **state)
{
	(void)state;
	assert_near("raed", "; did you mean read?");
	assert_near("tmieline", "; did you mean timeline?");
	assert_near("half", "; did you mean half-down, half-up?");
	assert_near("nonsense", "");
	assert_near("", "");
}

static void distances(void **state)
{
	(void)state;
	assert_int_equal(text_distance(STR(""), STR("abc")), 3);
	assert_int_equal(text_distance(STR("abc"), STR("abc")), 0);
	assert_int_equal(text_distance(STR("raed"), STR("read")), 1);
	assert_int_equal(text_distance(STR("sitting"), STR("kitten")), 3);
	assert_int_equal(text_nearness(STR("the"), STR("theme")), 0);
	assert_int_equal(text_nearness(STR("theem"), STR("theme")), 1);
	assert_true(text_nearness(STR("x"), STR("theme")) == SIZE_MAX);
	assert_true(
		text_distance(STR("0123456789012345678901234567890123456789x"),
			STR("x")) == SIZE_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands_end_at_semicolons),
		cmocka_unit_test(several_are_a_macro),
		cmocka_unit_test(a_command_is_read),
		cmocka_unit_test(arguments_are_quoted),
		cmocka_unit_test(near_names_are_said),
		cmocka_unit_test(distances),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
