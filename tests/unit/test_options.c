#include "dateline/config/options.h"

#include "unit.h"

struct fixture {
	struct arena arena;
	struct options options;
	struct err err;
};

static int set_up(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	options_init(&f->options, &f->arena);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_release(&f->arena);
	free(f);
	return 0;
}

static bool set(struct fixture *f, const char *section, const char *name,
	const char *value)
{
	const struct option_info *o =
		option_find(str_from_c(section), str_from_c(name));

	assert_non_null(o);
	return option_parse(
		o, str_from_c(value), &f->options, &f->arena, &f->err);
}

static void test_defaults(void **state)
{
	const struct fixture *f = *state;
	const struct options *o = &f->options;

	assert_str(o->path, "");
	assert_str(o->theme, "dark");
	assert_int_equal(o->threads, 0);
	assert_int_equal(o->color, COLOR_AUTO);
	assert_int_equal(o->group, GROUP_DAY);
	assert_false(o->bar);
	assert_true(o->hints);
	assert_false(o->ascii);
	assert_int_equal(o->panes, 0);
	assert_int_equal(o->width, 72);
	assert_true(o->center);
}

/* Each default, as the example file writes it, is accepted. */
static void test_defaults_parse(void **state)
{
	struct fixture *f = *state;
	const struct option_info *o;

	for (size_t i = 0; (o = option_at(i)) != NULL; i++)
		assert_true(set(f, o->section, o->name, o->initial));
}

static void test_find(void **state)
{
	(void)state;
	assert_ptr_equal(option_find(STR("UI"), STR("Theme")),
		option_find(STR("ui"), STR("theme")));
	assert_null(option_find(STR("ui"), STR("width")));
	assert_null(option_find(STR(""), STR("theme")));
	assert_true(option_is_section(STR("Article")));
	assert_false(option_is_section(STR("articles")));
}

static void test_numbers(void **state)
{
	static const char *const wrong[] = { "", "19", "401", "-5", "0x1F",
		"72 ", "nan", "99999999999999999999", "7e1" };
	struct fixture *f = *state;

	assert_true(set(f, "article", "width", "400"));
	assert_int_equal(f->options.width, 400);
	/* A leading zero is not octal. */
	assert_true(set(f, "article", "width", "020"));
	assert_int_equal(f->options.width, 20);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(set(f, "article", "width", wrong[i]));
		assert_string_equal(
			f->err.msg, "expected a number from 20 to 400");
	}
	assert_int_equal(f->options.width, 20);
}

static void test_bools(void **state)
{
	static const char *const yes[] = { "yes", "On", "TRUE", "1" };
	static const char *const no[] = { "no", "Off", "false", "0" };
	struct fixture *f = *state;

	for (size_t i = 0; i < 4; i++) {
		assert_true(set(f, "ui", "bar", yes[i]));
		assert_true(f->options.bar);
		assert_true(set(f, "ui", "bar", no[i]));
		assert_false(f->options.bar);
	}
	assert_false(set(f, "ui", "bar", "maybe"));
	assert_string_equal(f->err.msg, "expected yes or no");
}

static void test_choices(void **state)
{
	struct fixture *f = *state;

	assert_true(set(f, "ui", "color", "never"));
	assert_int_equal(f->options.color, COLOR_NEVER);
	assert_true(set(f, "ui", "group", "Round"));
	assert_int_equal(f->options.group, GROUP_ROUND);
	assert_false(set(f, "ui", "group", "week"));
	assert_string_equal(
		f->err.msg, "expected one of: day source round none");
	assert_int_equal(f->options.group, GROUP_ROUND);
}

static void test_paths(void **state)
{
	struct fixture *f = *state;

	setenv("HOME", "/home/reader", 1);
	assert_true(set(f, "archive", "path", "~/news"));
	assert_str(f->options.path, "/home/reader/news");
	/* A file's name may be in any encoding. */
	assert_true(set(f, "archive", "path", "/data/caf\xE9"));
	assert_str(f->options.path, "/data/caf\xE9");
	assert_false(set(f, "archive", "path", "a\033[31m"));
	assert_str(f->options.path, "/data/caf\xE9");
}

/* What is drawn may hold nothing that a terminal obeys. */
static void test_text_is_clean(void **state)
{
	struct fixture *f = *state;

	assert_true(set(f, "ui", "theme", "a\033b\xE2\x80\xAE"));
	assert_null(memchr(f->options.theme.p, '\033', f->options.theme.n));
	assert_int_equal(
		str_find(f->options.theme, STR("\xE2\x80\xAE"), 0), STR_NPOS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_defaults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_defaults_parse, set_up, tear_down),
		cmocka_unit_test(test_find),
		cmocka_unit_test_setup_teardown(
			test_numbers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bools, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_choices, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_paths, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_text_is_clean, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
