/* The lines typed into prompts, kept between sessions: state/state.h. */
#include "dateline/state/state.h"

#include "unit.h"

#include "folder.h"

#define ARCHIVE STR("/archive/of/tests")

static void add(struct state *s, const char *kind, const char *line)
{
	const struct typed_line typed = { str_from_c(kind), str_from_c(line) };
	struct err e;

	assert_int_equal(state_keep_typed(s, &typed, &e), STATE_KEPT);
}

static void add_line(void *ctx, const struct typed_line *line)
{
	buf_add_f(ctx, "%.*s %.*s\n", STR_ARG(line->kind), STR_ARG(line->line));
}

static void check(struct state *s, const char *want)
{
	struct buf got = { 0 };
	const struct state_typed_sink sink = { &got, add_line };
	struct err e;

	assert_true(state_typed(s, &sink, &e));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void lines_are_kept_for_all_archives(void **state)
{
	struct folder folder;
	char *path;
	struct state *s;
	struct err e;

	(void)state;
	folder_make(&folder);
	path = folder_path(&folder, "state.db");
	s = state_open(path, ARCHIVE, &e);
	check(s, "");
	add(s, "filter", "lake");
	add(s, "search", "lake");
	add(s, "filter", "said:\"Ada Lind\"");
	add(s, "filter", "lake");
	state_close(s);
	s = state_open(path, STR("/another"), &e);
	check(s, "search lake\nfilter said:\"Ada Lind\"\nfilter lake\n");
	state_close(s);
	folder_remove(&folder);
	free(path);
}

static void count(void *ctx, const struct typed_line *line)
{
	int *n = ctx;

	(void)line;
	++*n;
}

static void only_the_last_are_kept(void **state)
{
	struct folder folder;
	char *path, line[8];
	struct state *s;
	struct err e;
	int n = 0;
	const struct state_typed_sink sink = { &n, count };

	(void)state;
	folder_make(&folder);
	path = folder_path(&folder, "state.db");
	s = state_open(path, ARCHIVE, &e);
	add(s, "search", "stays");
	for (int i = 0; i < STATE_TYPED + 20; i++) {
		snprintf(line, sizeof line, "%d", i);
		add(s, "filter", line);
	}
	assert_true(state_typed(s, &sink, &e));
	assert_int_equal(n, STATE_TYPED + 1);
	state_close(s);
	folder_remove(&folder);
	free(path);
}

/* Without a file they are the session's. */
static void nothing_is_kept_where_nothing_is_to_be(void **state)
{
	const struct typed_line typed = { STR("filter"), STR("lake") };
	struct err e;
	struct state *s = state_open(NULL, ARCHIVE, &e);

	(void)state;
	assert_int_equal(state_keep_typed(s, &typed, &e), STATE_UNKEPT);
	check(s, "filter lake\n");
	state_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_kept_for_all_archives),
		cmocka_unit_test(only_the_last_are_kept),
		cmocka_unit_test(nothing_is_kept_where_nothing_is_to_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
