/* store/changes.h, by way of store/load.h: only what is new or changed is read
 * again. */
#include "unit.h"

#include "dateline/store/load.h"
#include "folder.h"

static const char quay[] = "Ferry sails\n\nBy Ann Poe\n\nThe ferry of the quay "
			   "sailed on time, Captain Jo Roe said.\n\nThe quay "
			   "was full of people who had come to see it.\n";

static void add_page(const struct folder *f, const char *name)
{
	folder_add(f, name, str_from_c(quay));
}

/* Reads what is not in `known`; *gone are the paths of the files whose articles
 * are no more, each with a blank behind it. */
static struct store *read_changes(
	const struct folder *f, const struct store *known, struct buf *gone)
{
	const char *path = f->path;
	const struct load_request r = {
		.paths = &path, .n = 1, .threads = 2, .known = known
	};
	struct err e;
	struct loader *l = loader_start(&r, &e);
	const uint32_t *files;
	struct store *s;
	size_t n;

	assert_non_null(l);
	while (!loader_progress(l).done)
		usleep(1000);
	files = loader_gone(l, &n);
	for (size_t i = 0; i < n; i++) {
		struct str p = store_str(known, known->files.v[files[i]].path);

		buf_add_f(gone, "%.*s ",
			STR_ARG(str_slice(p, strlen(f->path) + 1, p.n)));
	}
	s = loader_take(l);
	if (known)
		store_finish(s);
	return s;
}

/* The files of the articles of a store, by their ids. */
static void assert_articles(const struct store *s, const char *want)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < s->by_id.n; i++) {
		const struct article *a = &s->articles.v[s->by_id.v[i]];
		struct str path = store_str(s, s->files.v[a->file].path);

		assert_true(str_ends(path, store_str(s, a->id)));
		buf_add_f(&got, "%.*s ", STR_ARG(store_str(s, a->id)));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void check(const struct folder *f, const struct store *known,
	const char *read, const char *gone)
{
	struct buf got = { 0 };
	struct store *s = read_changes(f, known, &got);

	assert_articles(s, read);
	assert_str(buf_str(&got), gone);
	buf_release(&got);
	store_free(s);
}

static void only_changes_are_read(void **state)
{
	struct folder f;
	struct store *s;
	struct buf gone = { 0 };
	char *path;

	(void)state;
	folder_make(&f);
	add_page(&f, "a.txt");
	add_page(&f, "b.txt");
	add_page(&f, "c.txt");
	s = read_changes(&f, NULL, &gone);
	assert_articles(s, "a.txt b.txt c.txt ");
	check(&f, s, "", "");
	add_page(&f, "d.txt");
	check(&f, s, "d.txt ", "");
	path = folder_path(&f, "b.txt");
	unlink(path);
	check(&f, s, "d.txt ", "b.txt ");
	folder_add(&f, "b.txt",
		STR("Ferry\n\nThe ferry of the quay is no "
		    "longer what it was in its youth.\n"));
	check(&f, s, "b.txt d.txt ", "b.txt ");
	/* a sidecar is part of the files that it describes */
	folder_add(&f, "archive.ini", STR("[defaults]\nsource = Quay\n"));
	check(&f, s, "a.txt b.txt c.txt d.txt ", "a.txt b.txt c.txt ");
	free(path);
	store_free(s);
	folder_remove(&f);
}

static void what_is_skipped_belongs_to_its_file(void **state)
{
	struct folder f;
	struct store *s;
	struct buf gone = { 0 };

	(void)state;
	folder_make(&f);
	add_page(&f, "a.txt");
	folder_add(&f, "empty.txt", STR(""));
	s = read_changes(&f, NULL, &gone);
	assert_int_equal(s->skips.n, 1);
	assert_int_not_equal(s->skips.v[0].file, STORE_NONE);
	assert_true(str_ends(store_str(s, s->files.v[s->skips.v[0].file].path),
		STR("empty.txt")));
	check(&f, s, "", "");
	store_free(s);
	folder_remove(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_changes_are_read),
		cmocka_unit_test(what_is_skipped_belongs_to_its_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
