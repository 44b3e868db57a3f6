/* What articles are marked with, and the place, in the database:
 * state/state.h. */
#include "dateline/state/state.h"

#include "unit.h"

#include "dateline/base/mem.h"
#include "folder.h"

#include <sqlite3.h>

#define ARCHIVE STR("/archive/of/tests")

struct setting {
	struct folder folder;
	char *path;
};

static void set_up(struct setting *t)
{
	folder_make(&t->folder);
	t->path = folder_path(&t->folder, "state.db");
}

static void tear_down(struct setting *t)
{
	folder_remove(&t->folder);
	free(t->path);
}

static struct state *open_state(const char *path)
{
	struct err e;
	struct state *s = state_open(path, ARCHIVE, &e);

	assert_str(str_from_c(e.msg), "");
	return s;
}

/* Marks the articles of these ids, which have their first letters as hashes. */
static enum state_result mark(struct state *s, enum state_kind kind,
	const char *tag, bool on, const char *ids)
{
	VEC_OF(struct state_article) articles = { 0 };
	struct state_marking m = { .kind = kind,
		.tag = str_from_c(tag),
		.on = on,
		.silent = kind == STATE_READ };
	struct str rest = str_from_c(ids), id;
	enum state_result result;
	struct err e;

	while (str_split(&rest, ' ', &id))
		*vec_push(&articles) = (struct state_article){ id, id.p[0] };
	m.articles = articles.v;
	m.n = articles.n;
	result = state_mark(s, &m, 1, &e);
	vec_free(&articles);
	return result;
}

static void add_article(
	void *ctx, const struct state_article *article, unsigned flags)
{
	buf_add_f(ctx, "%.*s(%c)%s%s ", STR_ARG(article->id),
		(char)article->content, flags & STATE_FLAG_READ ? " read" : "",
		flags & STATE_FLAG_STARRED ? " starred" : "");
}

static void add_tag(void *ctx, struct str tag, struct str id)
{
	buf_add_f(ctx, "%.*s:%.*s ", STR_ARG(tag), STR_ARG(id));
}

static void check(struct state *s, const char *want)
{
	struct buf got = { 0 };
	const struct state_marks_sink sink = { &got, add_article, add_tag };
	struct err e;

	assert_true(state_marks(s, &sink, &e));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void test_marks_are_kept(void **state)
{
	struct setting t;
	struct state *s;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	check(s, "");
	assert_int_equal(mark(s, STATE_READ, NULL, true, "b a"), STATE_KEPT);
	assert_int_equal(mark(s, STATE_STARRED, NULL, true, "b"), STATE_KEPT);
	assert_int_equal(mark(s, STATE_TAG, "sea", true, "c b"), STATE_KEPT);
	assert_int_equal(mark(s, STATE_TAG, "ice", true, "c"), STATE_KEPT);
	assert_int_equal(mark(s, STATE_READ, NULL, false, "a"), STATE_KEPT);
	state_close(s);
	s = open_state(t.path);
	check(s, "a(a) b(b) read starred c(c) ice:c sea:b sea:c ");
	assert_int_equal(mark(s, STATE_TAG, "sea", false, "c"), STATE_KEPT);
	check(s, "a(a) b(b) read starred c(c) ice:c sea:b ");
	state_close(s);
	tear_down(&t);
}

static void add_change(void *ctx, const struct state_change *c)
{
	buf_add_f(ctx, "%s %.*s %.*s: %.*s\n", state_kind_names[c->kind],
		STR_ARG(c->key), STR_ARG(c->after), STR_ARG(c->articles));
}

static void test_marks_are_undone(void **state)
{
	struct state *s = open_state(NULL);
	struct buf told = { 0 };
	const struct state_sink sink = { &told, add_change };
	struct err e;

	(void)state;
	mark(s, STATE_STARRED, NULL, true, "a b");
	mark(s, STATE_TAG, "sea", true, "b c");
	/* silently: no step */
	mark(s, STATE_READ, NULL, true, "a");
	mark(s, STATE_TAG, "sea", false, "b");
	check(s, "a(a) read starred b(b) starred c(c) sea:c ");
	state_undo(s, &sink, &e);
	check(s, "a(a) read starred b(b) starred c(c) sea:b sea:c ");
	state_undo(s, &sink, &e);
	check(s, "a(a) read starred b(b) starred c(c) ");
	state_undo(s, &sink, &e);
	check(s, "a(a) read b(b) c(c) ");
	assert_int_equal(state_undo(s, NULL, &e), STATE_NOTHING);
	assert_str(buf_str(&told), "tag sea no: b\ntag sea yes: b\nc\n"
				   "starred  yes: a\nb\n");
	/* reading does not forget what can be done again */
	mark(s, STATE_READ, NULL, true, "b");
	state_redo(s, NULL, &e);
	state_redo(s, NULL, &e);
	check(s, "a(a) read starred b(b) read starred c(c) sea:b sea:c ");
	/* another step does */
	mark(s, STATE_STARRED, NULL, true, "c");
	assert_int_equal(state_redo(s, NULL, &e), STATE_NOTHING);
	buf_release(&told);
	state_close(s);
}

static void test_marks_move(void **state)
{
	const struct state_move moves[] = { { STR("a"), STR("x") },
		{ STR("b"), STR("c") } };
	struct state *s = open_state(NULL);
	struct err e;

	(void)state;
	mark(s, STATE_READ, NULL, true, "a b");
	mark(s, STATE_STARRED, NULL, true, "c");
	mark(s, STATE_TAG, "sea", true, "a b c");
	assert_int_equal(state_move(s, moves, 2, &e), STATE_UNKEPT);
	check(s, "c(c) read starred x(a) read sea:c sea:x ");
	state_close(s);
}

/* Each sees what the other did, and loses nothing of its own. */
static void test_two_sessions(void **state)
{
	struct setting t;
	struct state *a, *b;

	(void)state;
	set_up(&t);
	a = open_state(t.path);
	b = open_state(t.path);
	assert_false(state_changed(b));
	mark(a, STATE_STARRED, NULL, true, "a");
	/* the file is new to it */
	assert_true(state_changed(b));
	check(b, "a(a) starred ");
	assert_false(state_changed(b));
	assert_false(state_changed(a));
	mark(b, STATE_READ, NULL, true, "a b");
	assert_false(state_changed(b));
	mark(a, STATE_TAG, "sea", true, "a");
	assert_true(state_changed(a));
	assert_true(state_changed(b));
	check(a, "a(a) read starred b(b) read sea:a ");
	check(b, "a(a) read starred b(b) read sea:a ");
	state_close(a);
	state_close(b);
	tear_down(&t);
}

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* A database of the first version, as it was made then. */
static const char first_version[] =
	"CREATE TABLE archive (id INTEGER PRIMARY KEY,"
	" root TEXT NOT NULL UNIQUE);"
	"CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" archive INTEGER NOT NULL REFERENCES archive,"
	" step INTEGER NOT NULL, status INTEGER NOT NULL DEFAULT 0,"
	" kind TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT,"
	" time INTEGER NOT NULL);"
	"CREATE INDEX change_key ON change (archive, kind, key, status);"
	"CREATE INDEX change_step ON change (archive, status, step);"
	"INSERT INTO archive VALUES (1, '/archive/of/tests');"
	"INSERT INTO change VALUES (1, 1, 1, 0, 'person', 'a', NULL, '1', 5);"
	"PRAGMA application_id = 0x64746C6E; PRAGMA user_version = 1";

static void test_older_database(void **state)
{
	struct buf got = { 0 };
	const struct state_sink sink = { &got, add_change };
	struct setting t;
	struct state *s;
	struct err e;

	(void)state;
	set_up(&t);
	run_sql(t.path, first_version);
	assert_int_equal(chmod(t.path, 0600), 0);
	s = open_state(t.path);
	assert_int_equal(mark(s, STATE_STARRED, NULL, true, "a"), STATE_KEPT);
	check(s, "a(a) starred ");
	assert_true(state_values(s, STATE_PERSON, &sink, &e));
	assert_int_equal(state_undo(s, NULL, &e), STATE_KEPT);
	assert_int_equal(state_undo(s, &sink, &e), STATE_KEPT);
	assert_str(buf_str(&got), "person a 1: \nperson a 1: \n");
	state_close(s);
	buf_release(&got);
	tear_down(&t);
}

static void test_place(void **state)
{
	struct buf got = { 0 };
	struct setting t;
	struct state *s, *other;
	struct err e;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	assert_true(state_place(s, &got, &e));
	assert_int_equal(got.n, 0);
	assert_int_equal(
		state_keep_place(s, STR("one\ntwo\n"), &e), STATE_KEPT);
	assert_int_equal(state_keep_place(s, STR("three\n"), &e), STATE_KEPT);
	/* it is no step */
	assert_int_equal(state_undo(s, NULL, &e), STATE_NOTHING);
	state_close(s);
	s = open_state(t.path);
	other = state_open(t.path, STR("/another"), &e);
	assert_true(state_place(other, &got, &e));
	assert_true(state_place(s, &got, &e));
	assert_str(buf_str(&got), "three\n");
	assert_int_equal(state_keep_place(s, STR_NONE, &e), STATE_KEPT);
	buf_clear(&got);
	assert_true(state_place(s, &got, &e));
	assert_int_equal(got.n, 0);
	state_close(s);
	state_close(other);
	buf_release(&got);
	tear_down(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks_are_kept),
		cmocka_unit_test(test_marks_are_undone),
		cmocka_unit_test(test_marks_move),
		cmocka_unit_test(test_two_sessions),
		cmocka_unit_test(test_older_database),
		cmocka_unit_test(test_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
