/* store/walk.h and base/file.h: finding and opening an archive's files. */
#include "unit.h"

#include "dateline/base/file.h"
#include "dateline/store/walk.h"
#include "folder.h"

static const atomic_bool go_on;

static void walk(struct walk *w, const char *path)
{
	struct err e;

	assert_true(walk_begin(w, &path, 1, &e));
	walk_run(w, &go_on);
}

static void assert_ids(const struct walk *w, const char *const *want, size_t n)
{
	assert_int_equal(w->files.n, n);
	for (size_t i = 0; i < n; i++)
		assert_str(w->files.v[i].id, want[i]);
}

static void files_come_in_order_of_their_names(void **state)
{
	static const char *const want[] = { "b.txt", "c.txt", "a/1.txt",
		"a/2.txt", "a/z/3.txt", "d/4.txt" };
	struct folder f;
	struct walk w;
	struct stat st;
	struct err e;
	int fd;

	(void)state;
	folder_make(&f);
	folder_add_folder(&f, "d");
	folder_add_folder(&f, "a");
	folder_add_folder(&f, "a/z");
	folder_add(&f, "d/4.txt", STR("4"));
	folder_add(&f, "a/2.txt", STR("2"));
	folder_add(&f, "c.txt", STR("c"));
	folder_add(&f, "a/1.txt", STR("1"));
	folder_add(&f, "b.txt", STR("b"));
	folder_add(&f, "a/z/3.txt", STR("333"));
	walk(&w, f.path);
	assert_ids(&w, want, 6);
	assert_true(str_ends(w.files.v[4].path, STR("/a/z/3.txt")));
	assert_true(str_starts(w.files.v[4].path, str_from_c(f.path)));
	fd = walk_open(&w, &w.files.v[4], &st, &e);
	assert_true(fd >= 0);
	assert_int_equal(st.st_size, 3);
	close(fd);
	walk_release(&w);
	folder_remove(&f);
}

static void what_is_no_article_is_left_out(void **state)
{
	static const char *const want[] = { "page.html", "other_files/y.txt" };
	struct folder f;
	struct walk w;

	(void)state;
	folder_make(&f);
	folder_add(&f, "page.html", STR("<p>a"));
	folder_add_folder(&f, "page_files");
	folder_add(&f, "page_files/x.txt", STR("a"));
	folder_add_folder(&f, "other_files");
	folder_add(&f, "other_files/y.txt", STR("a"));
	folder_add_folder(&f, ".git");
	folder_add(&f, ".git/z.txt", STR("a"));
	folder_add(&f, "archive.ini", STR("[defaults]\n"));
	folder_add(&f, "site.CSS", STR("a"));
	folder_add(&f, "page.html~", STR("a"));
	walk(&w, f.path);
	assert_ids(&w, want, 2);
	assert_int_equal(w.skips.n, 0);
	assert_int_equal(w.sidecars.n, 1);
	assert_str(w.sidecars.v[0].id, "archive.ini");
	assert_int_equal(w.files.v[0].sidecar, 0);
	assert_int_equal(w.files.v[1].sidecar, WALK_NONE);
	walk_release(&w);
	folder_remove(&f);
}

static void assert_skip(const struct walk *w, const char *end, const char *why)
{
	for (size_t i = 0; i < w->skips.n; i++)
		if (str_ends(w->skips.v[i].where, str_from_c(end)) &&
			str_find(w->skips.v[i].why, str_from_c(why), 0) !=
				STR_NPOS)
			return;
	print_error("%s is not skipped\n", end);
	fail();
}

static void links_and_pipes_are_listed(void **state)
{
	struct folder f;
	struct walk w;
	char *path;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a.txt", STR("a"));
	path = folder_path(&f, "loop");
	assert_int_equal(symlink(f.path, path), 0);
	free(path);
	path = folder_path(&f, "link");
	assert_int_equal(symlink("a.txt", path), 0);
	free(path);
	path = folder_path(&f, "pipe");
	assert_int_equal(mkfifo(path, 0600), 0);
	free(path);
	walk(&w, f.path);
	assert_int_equal(w.files.n, 1);
	assert_int_equal(w.skips.n, 3);
	assert_skip(&w, "/loop", "symbolic link");
	assert_skip(&w, "/link", "symbolic link");
	assert_skip(&w, "/pipe", "is a pipe");
	walk_release(&w);
	folder_remove(&f);
}

static void a_file_swapped_for_a_link_is_refused(void **state)
{
	struct folder f;
	struct walk w;
	struct stat st;
	struct err e;
	char *path, *moved;

	(void)state;
	folder_make(&f);
	folder_add_folder(&f, "a");
	folder_add(&f, "a/1.txt", STR("1"));
	walk(&w, f.path);
	path = folder_path(&f, "a");
	moved = folder_path(&f, "b");
	assert_int_equal(rename(path, moved), 0);
	assert_int_equal(symlink("b", path), 0);
	assert_int_equal(walk_open(&w, &w.files.v[0], &st, &e), -1);
	free(path);
	free(moved);
	walk_release(&w);
	folder_remove(&f);
}

static void names_are_bytes(void **state)
{
	struct folder f;
	struct walk w;
	struct stat st;
	struct err e;
	int fd;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a\xE9\x1B[2J\n.txt", STR("a"));
	walk(&w, f.path);
	assert_int_equal(w.files.n, 1);
	assert_str(w.files.v[0].id, "a\\xE9\\x1B[2J\\x0A.txt");
	fd = walk_open(&w, &w.files.v[0], &st, &e);
	assert_true(fd >= 0);
	close(fd);
	walk_release(&w);
	folder_remove(&f);
}

static void a_file_may_be_given_itself(void **state)
{
	struct folder f;
	struct walk w;
	struct err e;
	char *path;
	const char *missing = "/nonexistent/archive";

	(void)state;
	folder_make(&f);
	folder_add(&f, "a.txt", STR("a"));
	path = folder_path(&f, "a.txt");
	walk(&w, path);
	assert_int_equal(w.files.n, 1);
	assert_str(w.files.v[0].id, "a.txt");
	assert_str(w.files.v[0].path, path);
	walk_release(&w);
	free(path);
	assert_false(walk_begin(&w, &missing, 1, &e));
	assert_string_equal(e.msg, "/nonexistent/archive: cannot be opened: "
				   "No such file or directory");
	folder_remove(&f);
}

/* Between the first look at it and the reading. */
static void a_given_file_that_goes_is_told(void **state)
{
	struct folder f;
	struct walk w;
	struct stat st;
	struct err e;
	char *path;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a.txt", STR("a"));
	path = folder_path(&f, "a.txt");
	assert_true(walk_begin(&w, (const char *const *)&path, 1, &e));
	assert_int_equal(unlink(path), 0);
	walk_run(&w, &go_on);
	assert_int_equal(w.files.n, 1);
	assert_int_equal(walk_open(&w, &w.files.v[0], &st, &e), -1);
	assert_string_equal(
		e.msg, "cannot be opened: No such file or directory");
	walk_release(&w);
	free(path);
	folder_remove(&f);
}

/* As when a folder may be listed, but not entered. Root may do all, so it
 * becomes nobody for that long. */
static void a_file_that_cannot_be_looked_at_is_told(void **state)
{
	struct folder f;
	struct walk w;
	char *path;

	(void)state;
	if (geteuid() == 0 && seteuid(65534) != 0)
		return;
	folder_make(&f);
	folder_add_folder(&f, "closed");
	folder_add(&f, "closed/a.txt", STR("a"));
	path = folder_path(&f, "closed");
	assert_int_equal(chmod(path, 0400), 0);
	walk(&w, f.path);
	assert_int_equal(w.files.n, 0);
	assert_skip(&w, "/closed/a.txt", "cannot be read: Permission denied");
	walk_release(&w);
	assert_int_equal(chmod(path, 0700), 0);
	free(path);
	folder_remove(&f);
	assert_int_equal(seteuid(getuid()), 0);
}

static void deep_folders_have_an_end(void **state)
{
	struct folder f;
	struct walk w;
	struct buf path = { 0 };

	(void)state;
	folder_make(&f);
	for (int i = 0; i < 70; i++) {
		buf_add(&path, i ? STR("/d") : STR("d"));
		folder_add_folder(&f, path.p);
	}
	walk(&w, f.path);
	assert_int_equal(w.files.n, 0);
	assert_int_equal(w.skips.n, 1);
	assert_skip(&w, "/d/d", "64 folders deep");
	walk_release(&w);
	buf_release(&path);
	folder_remove(&f);
}

static void reading_stops_at_the_limit(void **state)
{
	struct folder f;
	struct buf b = { 0 };
	struct stat st;
	struct err e;
	char *path;
	int fd;

	(void)state;
	folder_make(&f);
	folder_add(&f, "a", STR("0123456789"));
	path = folder_path(&f, "a");
	fd = file_open(AT_FDCWD, path, false, &st, &e);
	assert_true(fd >= 0);
	assert_true(file_read(fd, 10, &b, &e));
	assert_str(buf_str(&b), "0123456789");
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	assert_false(file_read(fd, 9, &b, &e));
	close(fd);
	assert_int_equal(file_open(AT_FDCWD, f.path, false, &st, &e), -1);
	assert_string_equal(e.msg, "is a folder; only files are read");
	free(path);
	buf_release(&b);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_come_in_order_of_their_names),
		cmocka_unit_test(what_is_no_article_is_left_out),
		cmocka_unit_test(links_and_pipes_are_listed),
		cmocka_unit_test(a_file_swapped_for_a_link_is_refused),
		cmocka_unit_test(names_are_bytes),
		cmocka_unit_test(a_file_may_be_given_itself),
		cmocka_unit_test(a_given_file_that_goes_is_told),
		cmocka_unit_test(a_file_that_cannot_be_looked_at_is_told),
		cmocka_unit_test(deep_folders_have_an_end),
		cmocka_unit_test(reading_stops_at_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
