/* Marks go with the content of articles: store/marks.h. */
#include "moved_archive.h"

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
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_moved_article_keeps_its_marks),
		IN_FOLDER(another_content_has_no_marks),
		IN_FOLDER(what_is_known_at_its_id_stays),
		IN_FOLDER(sessions_see_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
