/* base/save.h: files that are whole, and never lost. */
#include "unit.h"

#include "dateline/base/file.h"
#include "dateline/base/mem.h"
#include "dateline/base/save.h"
#include "folder.h"

#include <dirent.h>

static int open_folder(void **state)
{
	struct folder *f = mem_calloc(1, sizeof *f);

	folder_make(f);
	*state = f;
	return 0;
}

static int close_folder(void **state)
{
	folder_remove(*state);
	free(*state);
	return 0;
}

static enum save_result save(const struct folder *f, const char *name,
	const char *bytes, bool replace, struct err *e)
{
	char *path = folder_path(f, name);
	enum save_result result =
		file_save(path, str_from_c(bytes), replace, e);

	free(path);
	return result;
}

static void assert_holds(
	const struct folder *f, const char *name, const char *want)
{
	char *path = folder_path(f, name);
	struct buf got = { 0 };
	struct stat st;
	struct err e;
	int fd = file_open(AT_FDCWD, path, true, &st, &e);

	assert_true(fd >= 0 && file_read(fd, 1000, &got, &e));
	assert_str(buf_str(&got), want);
	close(fd);
	buf_release(&got);
	free(path);
}

static void assert_files(const struct folder *f, int want)
{
	DIR *dir = opendir(f->path);
	int n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	assert_int_equal(n - 2, want);
}

static void a_file_is_written(void **state)
{
	struct err e;

	assert_int_equal(save(*state, "a", "one", false, &e), SAVE_DONE);
	assert_holds(*state, "a", "one");
	assert_files(*state, 1);
}

static void a_file_is_replaced_only_where_that_is_meant(void **state)
{
	struct err e;

	folder_add(*state, "a", STR("old"));
	assert_int_equal(save(*state, "a", "new", false, &e), SAVE_EXISTS);
	assert_holds(*state, "a", "old");
	assert_int_equal(save(*state, "a", "new", true, &e), SAVE_DONE);
	assert_holds(*state, "a", "new");
	assert_files(*state, 1);
}

static void permissions_stay(void **state)
{
	char *path = folder_path(*state, "a");
	struct stat st;
	struct err e;

	folder_add(*state, "a", STR("old"));
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(save(*state, "a", "new", true, &e), SAVE_DONE);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(path);
}

static void links_are_replaced_not_followed(void **state)
{
	char *path = folder_path(*state, "link");
	struct err e;

	folder_add(*state, "a", STR("old"));
	assert_int_equal(symlink("a", path), 0);
	assert_int_equal(save(*state, "link", "new", false, &e), SAVE_EXISTS);
	assert_int_equal(save(*state, "link", "new", true, &e), SAVE_DONE);
	assert_holds(*state, "a", "old");
	assert_holds(*state, "link", "new");
	free(path);
}

static void what_is_no_file_stays(void **state)
{
	struct err e = { "" };

	folder_add_folder(*state, "a");
	assert_int_equal(save(*state, "a", "new", false, &e), SAVE_EXISTS);
	assert_int_equal(save(*state, "a", "new", true, &e), SAVE_FAILED);
	assert_string_equal(e.msg, "it is a folder, and stays");
	assert_int_equal(save(*state, "b/c", "new", true, &e), SAVE_FAILED);
	assert_string_equal(e.msg, "No such file or directory");
	assert_files(*state, 1);
}

int main(void)
{
#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, open_folder, close_folder)
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_file_is_written),
		IN_FOLDER(a_file_is_replaced_only_where_that_is_meant),
		IN_FOLDER(permissions_stay),
		IN_FOLDER(links_are_replaced_not_followed),
		IN_FOLDER(what_is_no_file_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
