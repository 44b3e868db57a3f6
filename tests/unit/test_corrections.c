/* What the reader corrected, from session to session: store/corrections.h. */
#include "rounds_archive.h"

#include "dateline/store/corrections.h"
#include "folder.h"

struct setting {
	struct folder folder;
	const char *paths[1];
};

static void set_up(struct setting *t)
{
	folder_make(&t->folder);
	t->paths[0] = t->folder.path;
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	setenv("XDG_STATE_HOME", t->folder.path, 1);
}

static void check(const struct corrections *c, const char *told, size_t n)
{
	assert_str(buf_str(&c->told), told);
	assert_int_equal(c->people.n, n);
	assert_false(c->is_error);
}

static const struct people_correction same = { { "Lind", 4 }, { "Ada Lind", 8 },
	{ NULL, 0 }, PEOPLE_SAME };
static const struct people_correction apart = { { "Roe", 3 }, { "Jo Roe", 6 },
	{ "a/b.txt#2", 9 }, PEOPLE_APART };

static void test_sessions(void **state)
{
	struct corrections c;
	struct setting t;

	(void)state;
	set_up(&t);
	corrections_open(&c, t.paths, 1, true);
	check(&c, "", 0);
	corrections_undo(&c);
	check(&c, "nothing to undo", 0);
	corrections_set(&c, &same);
	check(&c, "“Lind” is “Ada Lind”", 1);
	corrections_set(&c, &apart);
	check(&c, "“Roe” is not “Jo Roe” in a/b.txt#2", 2);
	assert_false(c.unkept);
	corrections_release(&c);
	corrections_open(&c, t.paths, 1, true);
	check(&c, "", 2);
	assert_str(c.people.v[0].name, "Lind");
	assert_str(c.people.v[0].other, "Ada Lind");
	assert_int_equal(c.people.v[0].article.n, 0);
	assert_int_equal(c.people.v[0].verdict, PEOPLE_SAME);
	assert_str(c.people.v[1].article, "a/b.txt#2");
	assert_int_equal(c.people.v[1].verdict, PEOPLE_APART);
	corrections_undo(&c);
	check(&c, "undone: “Roe” is not “Jo Roe” in a/b.txt#2", 1);
	corrections_redo(&c);
	check(&c, "done again: “Roe” is not “Jo Roe” in a/b.txt#2", 2);
	corrections_redo(&c);
	check(&c, "nothing to do again", 2);
	corrections_release(&c);
	folder_remove(&t.folder);
}

static void test_not_kept(void **state)
{
	struct corrections c;
	struct setting t;

	(void)state;
	set_up(&t);
	corrections_open(&c, t.paths, 1, false);
	corrections_set(&c, &same);
	check(&c, "“Lind” is “Ada Lind” (this session only)", 1);
	/* nobody asked for more */
	assert_false(c.unkept);
	corrections_release(&c);
	/* a file where the folder should be */
	folder_add(&t.folder, "dateline", STR(""));
	corrections_open(&c, t.paths, 1, true);
	check(&c, "", 0);
	corrections_set(&c, &same);
	assert_true(str_starts(buf_str(&c.told),
		STR("“Lind” is “Ada Lind” (this session only); /tmp/")));
	assert_true(c.is_warning && c.can_undo);
	assert_int_equal(c.people.n, 1);
	assert_true(c.unkept);
	corrections_release(&c);
	folder_remove(&t.folder);
}

/* Rounds follow, from session to session; told names articles by titles. */
static void test_rounds(void **state)
{
	static const char joined[] =
		"one round: “Owls nest in the old mint” and “Village choir "
		"wins cup”";
	static const struct round_correction join = { { "owls", 4 },
		{ "choir", 5 }, ROUND_SAME };
	static const struct round_correction leave = { { "owls", 4 },
		{ "choir", 5 }, ROUND_APART };
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	const struct article *owls = archive_get(s, "owls");
	const struct article *choir = archive_get(s, "choir");
	struct corrections c;
	struct setting t;

	(void)state;
	set_up(&t);
	corrections_open(&c, t.paths, 1, true);
	corrections_set_round(&c, &join);
	assert_str(buf_str(&c.told), "one round: “owls” and “choir”");
	assert_true(c.can_undo);
	corrections_follow(&c, s);
	assert_int_equal(owls->round, choir->round);
	corrections_set_round(&c, &leave);
	assert_int_not_equal(owls->round, choir->round);
	assert_str(buf_str(&c.told),
		"split off: “Owls nest in the old mint” from “Village choir "
		"wins cup”");
	corrections_release(&c);

	corrections_open(&c, t.paths, 1, true);
	assert_int_equal(c.rounds.n, 2);
	corrections_follow(&c, s);
	assert_int_not_equal(owls->round, choir->round);
	corrections_undo(&c);
	assert_int_equal(owls->round, choir->round);
	assert_false(c.can_undo);
	corrections_undo(&c);
	assert_true(str_starts(buf_str(&c.told), STR("undone: one round: ")));
	assert_int_not_equal(owls->round, choir->round);
	corrections_redo(&c);
	assert_int_equal(owls->round, choir->round);
	assert_true(str_ends(buf_str(&c.told), str_from_c(joined)));
	corrections_release(&c);
	store_free(s);
	folder_remove(&t.folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sessions),
		cmocka_unit_test(test_not_kept),
		cmocka_unit_test(test_rounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
