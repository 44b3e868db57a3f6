/* A folder of articles, read and closed again, with a state beside it. */
#ifndef DATELINE_TESTS_MOVED_ARCHIVE_H
#define DATELINE_TESTS_MOVED_ARCHIVE_H

#include "unit.h"

#include "dateline/store/corrections.h"
#include "dateline/store/load.h"
#include "folder.h"

struct moved {
	struct folder archive, home;
	const char *paths[1];
	struct store *store;
	struct corrections c;
};

static inline void open_archive(struct moved *t)
{
	struct err e;

	t->store = store_load(t->paths, 1, 1, &e);
	assert_non_null(t->store);
	corrections_open(&t->c, t->paths, 1, true);
	corrections_follow(&t->c, t->store);
	assert_str(buf_str(&t->c.told), "");
}

static inline void close_archive(struct moved *t)
{
	corrections_release(&t->c);
	store_free(t->store);
}

static inline int set_up(void **state)
{
	struct moved *t = mem_calloc(1, sizeof *t);

	folder_make(&t->archive);
	folder_make(&t->home);
	t->paths[0] = t->archive.path;
	// NOLINTNEXTLINE(concurrency-mt-unsafe)
	setenv("XDG_STATE_HOME", t->home.path, 1);
	*state = t;
	return 0;
}

static inline int tear_down(void **state)
{
	struct moved *t = *state;

	folder_remove(&t->archive);
	folder_remove(&t->home);
	free(t);
	return 0;
}

static inline void rename_page(
	struct moved *t, const char *from, const char *to)
{
	char *old = folder_path(&t->archive, from);
	char *new = folder_path(&t->archive, to);

	assert_int_equal(rename(old, new), 0);
	free(old);
	free(new);
}

static inline uint32_t article(const struct moved *t, const char *id)
{
	uint32_t at = store_find(t->store, str_from_c(id));

	assert_int_not_equal(at, STORE_NONE);
	return at;
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
