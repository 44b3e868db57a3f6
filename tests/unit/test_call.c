/* cli/call.h: the command line. */
#include "unit.h"

#include "dateline/cli/call.h"
#include "dateline/cli/play.h"
#include "folder.h"

/* Parses up to five words behind the program's name; no configuration of the
 * user's is in the way. */
static enum call_kind parse(struct call *c, const char *const *words)
{
	static char name[] = "dateline";
	char *argv[7] = { name };
	enum call_kind kind;
	int argc = 1;

	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	unsetenv("DATELINE_ARCHIVE");
	for (; *words; words++)
		argv[argc++] = strdup(*words);
	kind = call_parse(c, argc, argv);
	for (int i = 1; i < argc; i++)
		free(argv[i]);
	return kind;
}

#define PARSE(c, ...) parse((c), (const char *const[]){ __VA_ARGS__, NULL })

static void options_end_at_the_command(void **state)
{
	struct call c;

	(void)state;
	assert_int_equal(
		PARSE(&c, "--size", "100x30", "list", "--json", "a"), CALL_RUN);
	assert_int_equal(c.cols, 100);
	assert_int_equal(c.rows, 30);
	assert_int_equal(c.n_rest, 3);
	assert_null(c.archive);
	call_release(&c);
}

static void options_may_stand_behind_the_command(void **state)
{
	struct call c;

	(void)state;
	assert_int_equal(
		PARSE(&c, "list", "--color=always", "a", "--size", "100x30"),
		CALL_RUN);
	assert_int_equal(c.config.options.color, COLOR_ALWAYS);
	assert_int_equal(c.cols, 100);
	assert_int_equal(c.n_rest, 2);
	call_release(&c);
	/* A command has these of its own; a path has not. */
	assert_int_equal(PARSE(&c, "list", "--threads=2", "--help"), CALL_RUN);
	assert_int_equal(c.n_rest, 3);
	assert_int_equal(c.config.options.threads, 0);
	call_release(&c);
	assert_int_equal(PARSE(&c, "a", "--threads=2"), CALL_RUN);
	assert_int_equal(c.n_rest, 1);
	assert_int_equal(c.config.options.threads, 2);
	call_release(&c);
}

static void what_stands_behind_two_dashes_is_no_option(void **state)
{
	struct call c;

	(void)state;
	assert_int_equal(PARSE(&c, "a", "--", "--size", "100x30"), CALL_RUN);
	assert_int_equal(c.n_rest, 4);
	assert_int_equal(c.cols, 80);
	call_release(&c);
	/* Without its value an option stays where it is. */
	assert_int_equal(PARSE(&c, "list", "--color"), CALL_RUN);
	assert_int_equal(c.n_rest, 2);
	call_release(&c);
}

static void options_of_the_configuration_can_be_set(void **state)
{
	struct call c;

	(void)state;
	assert_int_equal(PARSE(&c, "--set", "ui.group=source", "--threads=3",
				 "--now=1970-01-11"),
		CALL_RUN);
	assert_int_equal(c.config.options.group, GROUP_SOURCE);
	assert_int_equal(c.config.options.threads, 3);
	assert_int_equal(c.today, 10);
	call_release(&c);
}

static void a_configuration_is_read_before_the_options(void **state)
{
	struct folder f;
	struct call c;
	char *path;

	(void)state;
	folder_make(&f);
	folder_add(
		&f, "c.ini", STR("[archive]\nthreads = 5\npath = /srv/news\n"));
	path = folder_path(&f, "c.ini");
	assert_int_equal(PARSE(&c, "--threads=3", "--config", path), CALL_RUN);
	assert_int_equal(c.config.options.threads, 3);
	assert_string_equal(c.archive, "/srv/news");
	call_release(&c);
	free(path);
	assert_int_equal(PARSE(&c, "--config=/nonexistent/c.ini"), CALL_WRONG);
	call_release(&c);
	folder_remove(&f);
}

static void the_environment_may_name_the_archive(void **state)
{
	static char name[] = "dateline", set[] = "--set=archive.path=/b";
	char *argv[] = { name, set, NULL };
	struct call c;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	setenv("DATELINE_ARCHIVE", "/a", 1);
	assert_int_equal(call_parse(&c, 1, argv), CALL_RUN);
	assert_string_equal(c.archive, "/a");
	call_release(&c);
	assert_int_equal(call_parse(&c, 2, argv), CALL_RUN);
	assert_string_equal(c.archive, "/b");
	call_release(&c);
	setenv("DATELINE_ARCHIVE", "/a\x1B", 1);
	assert_int_equal(call_parse(&c, 1, argv), CALL_WRONG);
	call_release(&c);
}

static void mistakes_are_wrong_usage(void **state)
{
	static const char *const wrong[] = { "--nope", "--size=80",
		"--size=0x1", "--now=soon", "--now=2008-05", "--set=ui.group",
		"--set=a.b=c", "--threads=x", "--keys" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct call c;

		assert_int_equal(PARSE(&c, wrong[i]), CALL_WRONG);
		call_release(&c);
	}
}

static void sizes(void **state)
{
	int rows, cols;

	(void)state;
	assert_true(play_size(STR("80x24"), &rows, &cols));
	assert_int_equal(cols, 80);
	assert_int_equal(rows, 24);
	assert_false(play_size(STR("80"), &rows, &cols));
	assert_false(play_size(STR("x24"), &rows, &cols));
	assert_false(play_size(STR("80x"), &rows, &cols));
	assert_false(play_size(STR("80x24x2"), &rows, &cols));
	assert_false(play_size(STR("9999x24"), &rows, &cols));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_end_at_the_command),
		cmocka_unit_test(options_may_stand_behind_the_command),
		cmocka_unit_test(what_stands_behind_two_dashes_is_no_option),
		cmocka_unit_test(options_of_the_configuration_can_be_set),
		cmocka_unit_test(a_configuration_is_read_before_the_options),
		cmocka_unit_test(the_environment_may_name_the_archive),
		cmocka_unit_test(mistakes_are_wrong_usage),
		cmocka_unit_test(sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
