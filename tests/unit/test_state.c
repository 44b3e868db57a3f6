/* What the reader did, kept in a database: state/state.h. */
#include "dateline/state/state.h"

#include "unit.h"

#include "dateline/base/mem.h"
#include "folder.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

#define NOBODY 65534
#define ARCHIVE STR("/archive/of/tests")

struct setting {
	struct folder folder;
	char *path;
};

static void set_up(struct setting *t)
{
	folder_make(&t->folder);
	t->path = folder_path(&t->folder, "a/b/state.db");
}

static void tear_down(struct setting *t)
{
	folder_remove(&t->folder);
	free(t->path);
}

static void add_value(void *ctx, const struct state_change *c)
{
	struct buf *out = ctx;

	buf_add_f(out, "%s %.*s: %.*s -> %.*s\n", state_kind_names[c->kind],
		STR_ARG(c->key), STR_ARG(c->before), STR_ARG(c->after));
}

static void check_values(struct state *s, const char *want)
{
	struct buf got = { 0 };
	const struct state_sink sink = { &got, add_value };
	struct err e;

	assert_true(state_values(s, STATE_PERSON, &sink, &e));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static enum state_result set(
	struct state *s, const char *key, const char *value)
{
	const struct state_change c = { .kind = STATE_PERSON,
		.key = str_from_c(key),
		.after = str_from_c(value) };
	struct err e;

	return state_set(s, &c, 1, &e);
}

static struct state *open_state(const char *path)
{
	struct err e;
	struct state *s = state_open(path, ARCHIVE, &e);

	assert_str(str_from_c(e.msg), "");
	return s;
}

static void test_kept(void **state)
{
	struct setting t;
	struct state *s;
	struct stat st;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	check_values(s, "");
	/* nothing is made before there is something to keep */
	assert_int_not_equal(stat(t.path, &st), 0);
	assert_int_equal(set(s, "a", "1"), STATE_KEPT);
	assert_int_equal(set(s, "b", "2"), STATE_KEPT);
	assert_int_equal(set(s, "a", "3"), STATE_KEPT);
	state_close(s);
	assert_int_equal(stat(t.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	*strrchr(t.path, '/') = '\0';
	assert_int_equal(stat(t.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	t.path[strlen(t.path)] = '/';
	s = open_state(t.path);
	check_values(s, "person b:  -> 2\nperson a: 1 -> 3\n");
	state_close(s);
	tear_down(&t);
}

static void test_undo(void **state)
{
	struct setting t;
	struct state *s;
	struct buf told = { 0 };
	const struct state_sink sink = { &told, add_value };
	struct err e;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	assert_int_equal(state_undo(s, NULL, &e), STATE_NOTHING);
	set(s, "a", "1");
	set(s, "a", "2");
	set(s, "b", "3");
	assert_int_equal(state_undo(s, &sink, &e), STATE_KEPT);
	assert_int_equal(state_undo(s, &sink, &e), STATE_KEPT);
	assert_str(buf_str(&told), "person b:  -> 3\nperson a: 1 -> 2\n");
	check_values(s, "person a:  -> 1\n");
	state_close(s);
	/* also in another session */
	s = open_state(t.path);
	assert_int_equal(state_redo(s, NULL, &e), STATE_KEPT);
	check_values(s, "person a: 1 -> 2\n");
	/* a new change: what was undone is gone for good */
	set(s, "c", "4");
	assert_int_equal(state_redo(s, NULL, &e), STATE_NOTHING);
	check_values(s, "person a: 1 -> 2\nperson c:  -> 4\n");
	assert_int_equal(state_undo(s, NULL, &e), STATE_KEPT);
	assert_int_equal(state_undo(s, NULL, &e), STATE_KEPT);
	assert_int_equal(state_undo(s, NULL, &e), STATE_KEPT);
	assert_int_equal(state_undo(s, NULL, &e), STATE_NOTHING);
	check_values(s, "");
	state_close(s);
	buf_release(&told);
	tear_down(&t);
}

static void test_steps(void **state)
{
	const struct state_change both[] = {
		{ .kind = STATE_PERSON, .key = STR("a"), .after = STR("1") },
		{ .kind = STATE_PERSON, .key = STR("b"), .after = STR("2") },
	};
	const struct state_change none = { .kind = STATE_PERSON,
		.key = STR("a") };
	struct state *s = open_state(NULL);
	struct err e;

	(void)state;
	assert_int_equal(state_set(s, both, 2, &e), STATE_UNKEPT);
	assert_int_equal(state_set(s, &none, 1, &e), STATE_UNKEPT);
	check_values(s, "person b:  -> 2\n");
	assert_int_equal(state_undo(s, NULL, &e), STATE_UNKEPT);
	check_values(s, "person a:  -> 1\nperson b:  -> 2\n");
	assert_int_equal(state_undo(s, NULL, &e), STATE_UNKEPT);
	check_values(s, "");
	assert_int_equal(state_redo(s, NULL, &e), STATE_UNKEPT);
	check_values(s, "person a:  -> 1\nperson b:  -> 2\n");
	state_close(s);
}

static void test_archives(void **state)
{
	struct setting t;
	struct state *a, *b;
	struct err e;

	(void)state;
	set_up(&t);
	a = open_state(t.path);
	b = state_open(t.path, STR("/another"), &e);
	set(a, "a", "1");
	set(b, "b", "2");
	check_values(a, "person a:  -> 1\n");
	check_values(b, "person b:  -> 2\n");
	assert_int_equal(state_undo(a, NULL, &e), STATE_KEPT);
	check_values(b, "person b:  -> 2\n");
	state_close(a);
	state_close(b);
	tear_down(&t);
}

/* Two sessions that write in turn, from the first change on. */
static void test_two_sessions(void **state)
{
	struct setting t;
	struct state *a, *b;
	char key[16];

	(void)state;
	set_up(&t);
	a = open_state(t.path);
	b = open_state(t.path);
	for (int i = 0; i < 20; i++) {
		snprintf(key, sizeof key, "%d", i);
		assert_int_equal(set(i % 2 ? a : b, key, "x"), STATE_KEPT);
	}
	state_close(a);
	state_close(b);
	a = open_state(t.path);
	for (int i = 0; i < 20; i++) {
		struct err e;

		assert_int_equal(state_undo(a, NULL, &e), STATE_KEPT);
	}
	check_values(a, "");
	state_close(a);
	tear_down(&t);
}

/* No change of two processes that write at once is lost. */
static void test_processes(void **state)
{
	struct setting t;
	struct buf got = { 0 };
	const struct state_sink sink = { &got, add_value };
	struct state *s;
	struct err e;
	int lines = 0;

	(void)state;
	set_up(&t);
	for (int p = 0; p < 2; p++) {
		if (fork() != 0)
			continue;
		s = state_open(t.path, ARCHIVE, &e);
		for (int i = 0; i < 25; i++) {
			char key[16];

			snprintf(key, sizeof key, "%d-%d", p, i);
			if (set(s, key, "x") != STATE_KEPT)
				_exit(1);
		}
		state_close(s);
		_exit(0);
	}
	for (int p = 0; p < 2; p++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	s = open_state(t.path);
	assert_true(state_values(s, STATE_PERSON, &sink, &e));
	for (size_t i = 0; i < got.n; i++)
		lines += got.p[i] == '\n';
	assert_int_equal(lines, 50);
	state_close(s);
	buf_release(&got);
	tear_down(&t);
}

/* Writes until it is killed, and says each change that was kept. */
static void write_for_ever(const char *path, int said)
{
	struct err e;
	struct state *s = state_open(path, ARCHIVE, &e);

	for (int i = 0;; i++) {
		char key[16];

		snprintf(key, sizeof key, "%d", i);
		if (set(s, key, "x") != STATE_KEPT || write(said, "", 1) != 1)
			_exit(1);
	}
}

static void count_value(void *ctx, const struct state_change *c)
{
	(void)c;
	++*(int *)ctx;
}

/* What was said to be kept is there after a kill -9. */
static void test_killed(void **state)
{
	struct setting t;
	int said[2], values = 0, kept = 0;
	const struct state_sink sink = { &values, count_value };
	struct state *s;
	struct err e;
	char c;

	(void)state;
	set_up(&t);
	for (int round = 0; round < 3; round++) {
		pid_t child;
		int all = 0;

		assert_int_equal(pipe(said), 0);
		child = fork();
		if (child == 0)
			write_for_ever(t.path, said[1]);
		close(said[1]);
		while (all < 10 + round && read(said[0], &c, 1) == 1)
			all++;
		assert_int_equal(kill(child, SIGKILL), 0);
		assert_int_equal(waitpid(child, NULL, 0), child);
		while (read(said[0], &c, 1) == 1)
			all++;
		close(said[0]);
		kept = all > kept ? all : kept;
	}
	s = open_state(t.path);
	assert_true(state_values(s, STATE_PERSON, &sink, &e));
	assert_true(values >= kept);
	state_close(s);
	tear_down(&t);
}

/* All changes that hold, where values are the latest of each key. */
static void test_log(void **state)
{
	const struct state_change changes[] = {
		{ .kind = STATE_ROUND, .key = STR("a"), .after = STR("1") },
		{ .kind = STATE_PERSON, .key = STR("a"), .after = STR("no") },
		{ .kind = STATE_ROUND, .key = STR("b"), .after = STR("2") },
		{ .kind = STATE_ROUND, .key = STR("a"), .after = STR("3") },
	};
	struct buf got = { 0 };
	const struct state_sink sink = { &got, add_value };
	struct state *s;
	struct err e;

	(void)state;
	s = state_open(NULL, ARCHIVE, &e);
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		state_set(s, &changes[i], 1, &e);
	assert_true(state_log(s, STATE_ROUND, &sink, &e));
	assert_str(buf_str(&got), "round a:  -> 1\nround b:  -> 2\n"
				  "round a: 1 -> 3\n");
	state_undo(s, NULL, &e);
	buf_clear(&got);
	assert_true(state_log(s, STATE_ROUND, &sink, &e));
	assert_str(buf_str(&got), "round a:  -> 1\nround b:  -> 2\n");
	check_values(s, "person a:  -> no\n");
	state_close(s);
	buf_release(&got);
}

/* A file that cannot be used is left as it is; the session goes on. */
static void check_refused(const char *path, const char *why)
{
	struct err e;
	struct state *s = state_open(path, ARCHIVE, &e);

	if (str_find(str_from_c(e.msg), str_from_c(why), 0) == STR_NPOS)
		fail_msg("\"%s\" does not say \"%s\"", e.msg, why);
	check_values(s, "");
	assert_int_equal(set(s, "a", "1"), STATE_UNKEPT);
	check_values(s, "person a:  -> 1\n");
	assert_int_equal(state_undo(s, NULL, &e), STATE_UNKEPT);
	check_values(s, "");
	state_close(s);
}

static void test_damaged(void **state)
{
	static const char garbage[4096] = "no database, and never was one";
	struct setting t;
	struct stat st;
	char *path;

	(void)state;
	set_up(&t);
	path = folder_path(&t.folder, "state.db");
	folder_add(&t.folder, "state.db", str_of(garbage, sizeof garbage));
	check_refused(path, "is damaged");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, sizeof garbage);
	free(path);
	tear_down(&t);
}

/* Damage further in shows when it is read. */
static void test_damaged_within(void **state)
{
	static const char garbage[8192] = "garbage";
	struct setting t;
	struct state *s;
	struct err e;
	char key[16];
	int fd;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	for (int i = 0; i < 60; i++) {
		char value[400];

		snprintf(key, sizeof key, "%d", i);
		memset(value, 'x', sizeof value);
		value[sizeof value - 1] = '\0';
		set(s, key, value);
	}
	state_close(s);
	fd = open(t.path, O_WRONLY);
	assert_true(fd >= 0);
	assert_int_equal(
		pwrite(fd, garbage, sizeof garbage, 8192), sizeof garbage);
	close(fd);
	s = open_state(t.path);
	assert_false(state_values(s, STATE_PERSON, NULL, &e));
	assert_int_not_equal(
		str_find(str_from_c(e.msg), STR("is damaged"), 0), STR_NPOS);
	state_close(s);
	tear_down(&t);
}

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void test_others(void **state)
{
	struct setting t;
	struct state *s;
	char *path;

	(void)state;
	set_up(&t);
	s = open_state(t.path);
	set(s, "a", "1");
	state_close(s);
	run_sql(t.path, "PRAGMA user_version = 99");
	check_refused(t.path, "written by a newer dateline (version 99");
	run_sql(t.path, "PRAGMA user_version = 1; PRAGMA application_id = 7");
	check_refused(t.path, "not a database of dateline's");
	path = folder_path(&t.folder, "empty.db");
	folder_add(&t.folder, "empty.db", STR(""));
	s = open_state(path);
	assert_int_equal(set(s, "a", "1"), STATE_KEPT);
	state_close(s);
	assert_int_equal(chmod(path, 0622), 0);
	check_refused(path, "others can write to it");
	free(path);
	tear_down(&t);
}

static void test_places(void **state)
{
	struct setting t;
	char *path, *link;
	struct state *s;
	struct err e;
	const struct state_change c = {
		.kind = STATE_PERSON, .key = STR("a"), .after = STR("1")
	};

	(void)state;
	set_up(&t);
	path = folder_path(&t.folder, "state.db");
	link = folder_path(&t.folder, "link.db");
	folder_add(&t.folder, "state.db", STR(""));
	assert_int_equal(symlink(path, link), 0);
	check_refused(link, "not a regular file");
	check_refused(t.folder.path, "not a regular file");
	free(path);
	/* a file where a folder should be */
	path = folder_path(&t.folder, "state.db/state.db");
	s = open_state(path);
	assert_int_equal(state_set(s, &c, 1, &e), STATE_UNKEPT);
	assert_int_not_equal(
		str_find(str_from_c(e.msg), STR("state.db"), 0), STR_NPOS);
	check_values(s, "person a:  -> 1\n");
	state_close(s);
	free(path);
	free(link);
	tear_down(&t);
}

/* As somebody who may read the folder but not write to it. */
static int read_only(const char *path)
{
	struct err e;
	struct state *s = state_open(path, ARCHIVE, &e);
	struct buf got = { 0 };
	const struct state_sink sink = { &got, add_value };
	int bad = 0;

	bad |= e.msg[0] != '\0';
	bad |= !state_values(s, STATE_PERSON, &sink, &e) << 1;
	bad |= !str_eq(buf_str(&got), STR("person a:  -> 1\n")) << 2;
	bad |= (set(s, "b", "2") != STATE_UNKEPT) << 3;
	buf_clear(&got);
	bad |= !state_values(s, STATE_PERSON, &sink, &e) << 4;
	bad |= !str_eq(buf_str(&got), STR("person a:  -> 1\nperson b:  -> 2\n"))
	       << 5;
	buf_release(&got);
	state_close(s);
	return bad;
}

/* Gives the folder and its files away, and becomes who they are given to: root
 * may write everywhere. */
static void become_nobody(const struct setting *t)
{
	static const char *const names[] = { "a/b/state.db", "a/b", "a", "" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *path = folder_path(&t->folder, names[i]);

		if (chown(path, NOBODY, NOBODY) < 0)
			_exit(64);
		free(path);
	}
	if (setgid(NOBODY) < 0 || setuid(NOBODY) < 0)
		_exit(65);
}

static void test_read_only(void **state)
{
	struct setting t;
	struct state *s;
	char *folder;
	int status;

	(void)state;
	set_up(&t);
	folder = folder_path(&t.folder, "a/b");
	s = open_state(t.path);
	set(s, "a", "1");
	state_close(s);
	assert_int_equal(chmod(t.path, 0400), 0);
	assert_int_equal(chmod(folder, 0500), 0);
	if (fork() == 0) {
		if (geteuid() == 0)
			become_nobody(&t);
		_exit(read_only(t.path));
	}
	assert_true(wait(&status) > 0);
	assert_int_equal(status, 0);
	assert_int_equal(chmod(folder, 0700), 0);
	free(folder);
	tear_down(&t);
}

static void test_paths(void **state)
{
	const char *const paths[] = { "/usr/../tmp", "/", "/tmp", "/no/such" };
	struct buf out = { 0 };

	(void)state;
	state_archive(&out, paths, 4);
	assert_str(buf_str(&out), "/\n/no/such\n/tmp");
	buf_release(&out);
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	setenv("XDG_STATE_HOME", "/x", 1);
	assert_true(state_path(&out));
	assert_str(buf_str(&out), "/x/dateline/state.db");
	buf_clear(&out);
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	setenv("XDG_STATE_HOME", "relative", 1);
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	setenv("HOME", "/h", 1);
	assert_true(state_path(&out));
	assert_str(buf_str(&out), "/h/.local/state/dateline/state.db");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_undo),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_archives),
		cmocka_unit_test(test_two_sessions),
		cmocka_unit_test(test_processes),
		cmocka_unit_test(test_killed),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_damaged_within),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_log),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_read_only),
		cmocka_unit_test(test_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
