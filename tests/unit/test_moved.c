/* Marks go with the content of articles: store/marks.h. */
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

static void open_archive(struct moved *t)
{
	struct err e;

	t->store = store_load(t->paths, 1, 1, &e);
	assert_non_null(t->store);
	corrections_open(&t->c, t->paths, 1, true);
	corrections_follow(&t->c, t->store);
	assert_str(buf_str(&t->c.told), "");
}

static void close_archive(struct moved *t)
{
	corrections_release(&t->c);
	store_free(t->store);
}

static int set_up(void **state)
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

static int tear_down(void **state)
{
	struct moved *t = *state;

	folder_remove(&t->archive);
	folder_remove(&t->home);
	free(t);
	return 0;
}

static void add_page(struct moved *t, const char *name, const char *what)
{
	struct buf text = { 0 };

	buf_add_f(&text,
		"The %s of Arvo\n\nMon 2 Mar 2020\n\nThe %s of Arvo was open "
		"to all on Monday, from the morning on.\n\nNobody came to see "
		"it, and it was closed again before noon.\n",
		what, what);
	folder_add(&t->archive, name, buf_str(&text));
	buf_release(&text);
}

static void rename_page(struct moved *t, const char *from, const char *to)
{
	char *old = folder_path(&t->archive, from);
	char *new = folder_path(&t->archive, to);

	assert_int_equal(rename(old, new), 0);
	free(old);
	free(new);
}

static uint32_t article(const struct moved *t, const char *id)
{
	uint32_t at = store_find(t->store, str_from_c(id));

	assert_int_not_equal(at, STORE_NONE);
	return at;
}

static void mark(
	struct moved *t, enum state_kind kind, const char *tag, const char *id)
{
	uint32_t at = article(t, id);

	corrections_mark(&t->c, &(struct marking){ .kind = kind,
					.tag = str_from_c(tag),
					.on = true,
					.articles = &at,
					.n = 1 });
	assert_true(t->c.can_undo);
}

static bool has(
	struct moved *t, enum state_kind kind, const char *tag, const char *id)
{
	const struct mark_set *set =
		marks_of(&t->c.marks, kind, str_from_c(tag));

	return set && mark_set_has(set, article(t, id));
}

static void a_moved_article_keeps_its_marks(void **state)
{
	struct moved *t = *state;

	add_page(t, "a.txt", "museum");
	add_page(t, "b.txt", "theatre");
	add_page(t, "c.txt", "library");
	open_archive(t);
	mark(t, STATE_READ, NULL, "a.txt");
	mark(t, STATE_TAG, "sea", "a.txt");
	mark(t, STATE_STARRED, NULL, "b.txt");
	close_archive(t);
	rename_page(t, "a.txt", "z.txt");
	for (int session = 0; session < 2; session++) {
		open_archive(t);
		assert_true(has(t, STATE_READ, NULL, "z.txt"));
		assert_true(has(t, STATE_TAG, "sea", "z.txt"));
		assert_false(has(t, STATE_STARRED, NULL, "z.txt"));
		assert_true(has(t, STATE_STARRED, NULL, "b.txt"));
		assert_int_equal(t->c.marks.read.n, 1);
		close_archive(t);
	}
}

/* Another text at the old place, or one as long, is another article. */
static void another_content_has_no_marks(void **state)
{
	struct moved *t = *state;

	add_page(t, "a.txt", "museum");
	add_page(t, "b.txt", "theatre");
	open_archive(t);
	mark(t, STATE_STARRED, NULL, "a.txt");
	close_archive(t);
	rename_page(t, "a.txt", ".gone");
	add_page(t, "c.txt", "casino");
	open_archive(t);
	assert_int_equal(t->c.marks.starred.n, 0);
	close_archive(t);
	/* the marks have waited for it */
	rename_page(t, ".gone", "d.txt");
	open_archive(t);
	assert_true(has(t, STATE_STARRED, NULL, "d.txt"));
	assert_int_equal(t->c.marks.starred.n, 1);
	close_archive(t);
}

/* Two that change places are what is at their ids now. */
static void what_is_known_at_its_id_stays(void **state)
{
	struct moved *t = *state;

	add_page(t, "a.txt", "museum");
	add_page(t, "b.txt", "theatre");
	open_archive(t);
	mark(t, STATE_STARRED, NULL, "a.txt");
	mark(t, STATE_READ, NULL, "b.txt");
	close_archive(t);
	rename_page(t, "a.txt", "c.txt");
	add_page(t, "a.txt", "casino");
	open_archive(t);
	/* the id is known: nothing is looked for */
	assert_true(has(t, STATE_STARRED, NULL, "a.txt"));
	assert_false(has(t, STATE_STARRED, NULL, "c.txt"));
	close_archive(t);
}

/* What another session did is there after a look, with one's own. */
static void sessions_see_each_other(void **state)
{
	struct moved *t = *state;
	struct corrections other;

	add_page(t, "a.txt", "museum");
	add_page(t, "b.txt", "theatre");
	open_archive(t);
	corrections_open(&other, t->paths, 1, true);
	corrections_follow(&other, t->store);
	mark(t, STATE_STARRED, NULL, "a.txt");
	mark(t, STATE_TAG, "sea", "b.txt");
	assert_true(corrections_reread(&other));
	assert_int_equal(other.marks.starred.n, 1);
	assert_int_equal(other.marks.tags.n, 1);
	assert_false(corrections_reread(&other));
	assert_false(corrections_reread(&t->c));
	/* the log is one: what was done last is undone by either */
	corrections_undo(&other);
	assert_str(buf_str(&other.told),
		"undone: tagged sea: “The theatre of Arvo”");
	assert_true(other.marks_only);
	assert_true(corrections_reread(&t->c));
	assert_false(has(t, STATE_TAG, "sea", "b.txt"));
	assert_true(has(t, STATE_STARRED, NULL, "a.txt"));
	corrections_release(&other);
	close_archive(t);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_moved_article_keeps_its_marks),
		IN_FOLDER(another_content_has_no_marks),
		IN_FOLDER(what_is_known_at_its_id_stays),
		IN_FOLDER(sessions_see_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
