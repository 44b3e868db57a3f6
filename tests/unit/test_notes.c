/* Notes on articles and quotes, and how they are found again: store/notes.h. */
#include "moved_archive.h"

#define FIRST \
	"\"The tide will not wait for us,\" said Mara Lind, the mayor.\n\n"
#define SECOND \
	"\"We have no boats left in Arvo,\" said Pavel Dimmick, a pilot.\n\n"

static void write_page(struct moved *t, const char *name, const char *quotes)
{
	struct buf text = { 0 };

	buf_add_f(&text,
		"Harbour talks open in Arvo\n\nMon 2 Mar 2020\n\nTalks on the "
		"harbour of Arvo began on Monday, with all who have a boat.\n\n"
		"%sNobody knew when they would end, or what would come of "
		"them.\n",
		quotes);
	folder_add(&t->archive, name, buf_str(&text));
	buf_release(&text);
}

static void note_on(
	struct moved *t, const char *id, uint32_t quote, const char *text)
{
	corrections_note(&t->c,
		&(struct note_wish){ article(t, id), quote, str_from_c(text) });
}

/* "article quote: text" of all notes, a line each. */
static void assert_notes(struct moved *t, const char *want)
{
	const struct notes *n = &t->c.marks.notes;
	struct buf got = { 0 };

	for (size_t i = 0; i < n->list.n; i++) {
		const struct note *note = &n->list.v[i];

		if (note->article == STORE_NONE)
			buf_add_f(&got, "(%.*s)",
				STR_ARG(notes_key_id(note->key)));
		else
			buf_add(&got,
				store_str(t->store,
					t->store->articles.v[note->article]
						.id));
		if (note->quote != NOTE_ARTICLE)
			buf_add_f(&got, " %u", (unsigned)note->quote);
		buf_add_f(&got, ": %.*s\n", STR_ARG(note->text));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void assert_told(const struct moved *t, const char *want)
{
	assert_str(buf_str(&t->c.told), want);
}

static void notes_are_kept_changed_and_undone(void **state)
{
	struct moved *t = *state;

	write_page(t, "a.txt", FIRST SECOND);
	open_archive(t);
	note_on(t, "a.txt", NOTE_ARTICLE, "");
	assert_told(t, "no note here");
	note_on(t, "a.txt", 1, "who?");
	note_on(t, "a.txt", NOTE_ARTICLE, "to quote");
	assert_told(t, "note on “Harbour talks open in Arvo”");
	assert_true(t->c.can_undo && t->c.marks_only);
	note_on(t, "a.txt", NOTE_ARTICLE, "to quote");
	assert_told(t, "the note is as it was");
	note_on(t, "a.txt", NOTE_ARTICLE, "quoted");
	assert_told(t, "note changed on “Harbour talks open in Arvo”");
	assert_notes(t, "a.txt: quoted\na.txt 1: who?\n");
	close_archive(t);
	open_archive(t);
	assert_notes(t, "a.txt: quoted\na.txt 1: who?\n");
	note_on(t, "a.txt", 1, "");
	assert_told(t, "no note any more on “Harbour talks open in Arvo”");
	corrections_undo(&t->c);
	assert_told(
		t, "undone: no note any more on “Harbour talks open in Arvo”");
	corrections_undo(&t->c);
	assert_told(t, "undone: note changed on “Harbour talks open in Arvo”");
	assert_notes(t, "a.txt: to quote\na.txt 1: who?\n");
	corrections_undo(&t->c);
	corrections_undo(&t->c);
	assert_notes(t, "");
	corrections_redo(&t->c);
	assert_notes(t, "a.txt 1: who?\n");
	close_archive(t);
}

static void the_latest_note_is_first(void **state)
{
	struct moved *t = *state;
	uint32_t *order;

	write_page(t, "a.txt", FIRST SECOND);
	open_archive(t);
	note_on(t, "a.txt", 1, "one");
	note_on(t, "a.txt", 0, "two");
	note_on(t, "a.txt", NOTE_ARTICLE, "three");
	note_on(t, "a.txt", 1, "four");
	assert_notes(t, "a.txt: three\na.txt 0: two\na.txt 1: four\n");
	order = notes_latest_first(&t->c.marks.notes);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 0);
	assert_int_equal(order[2], 1);
	free(order);
	close_archive(t);
}

static void a_moved_article_keeps_its_notes(void **state)
{
	struct moved *t = *state;

	write_page(t, "a.txt", FIRST);
	open_archive(t);
	note_on(t, "a.txt", NOTE_ARTICLE, "whole");
	note_on(t, "a.txt", 0, "part");
	close_archive(t);
	rename_page(t, "a.txt", "z.txt");
	/* as long, but another text */
	write_page(t, "b.txt",
		"\"The wind will not wait for us,\" said Mara Lind, the "
		"mayor.\n\n");
	open_archive(t);
	assert_notes(t, "z.txt: whole\nz.txt 0: part\n");
	/* it is the same note, not another one */
	note_on(t, "z.txt", 0, "changed");
	assert_notes(t, "z.txt: whole\nz.txt 0: changed\n");
	close_archive(t);
	rename_page(t, "z.txt", "a.txt");
	open_archive(t);
	assert_notes(t, "a.txt: whole\na.txt 0: changed\n");
	close_archive(t);
}

static void a_note_goes_with_the_words_of_its_quote(void **state)
{
	struct moved *t = *state;

	write_page(t, "a.txt", FIRST);
	open_archive(t);
	note_on(t, "a.txt", 0, "tide");
	close_archive(t);
	/* another quote stands before it */
	write_page(t, "a.txt", SECOND FIRST);
	open_archive(t);
	assert_notes(t, "a.txt 1: tide\n");
	close_archive(t);
	/* the same words twice: the nearer one */
	write_page(t, "a.txt", FIRST SECOND FIRST);
	open_archive(t);
	assert_notes(t, "a.txt 0: tide\n");
	close_archive(t);
	/* nobody says them any more */
	write_page(t, "a.txt", SECOND);
	open_archive(t);
	assert_notes(t, "a.txt: tide\n");
	close_archive(t);
}

/* As another analysis of the same text finds it: one word less. */
static void a_note_stays_with_a_quote_that_is_cut_otherwise(void **state)
{
	struct moved *t = *state;
	struct range *span;

	write_page(t, "a.txt", FIRST SECOND);
	open_archive(t);
	note_on(t, "a.txt", 1, "boats");
	span = &t->store->quotes
			.v[t->store->articles.v[article(t, "a.txt")]
					.quotes.first +
				1]
			.span;
	span->end -= 5;
	corrections_follow(&t->c, t->store);
	assert_notes(t, "a.txt 1: boats\n");
	/* where its words began is no quote any more */
	span->start += 3;
	corrections_follow(&t->c, t->store);
	assert_notes(t, "a.txt: boats\n");
	close_archive(t);
}

static void a_note_outlives_its_article(void **state)
{
	struct moved *t = *state;
	char *path;

	write_page(t, "a.txt", FIRST);
	write_page(t, "b.txt", SECOND);
	open_archive(t);
	note_on(t, "a.txt", 0, "tide");
	note_on(t, "b.txt", NOTE_ARTICLE, "boats");
	close_archive(t);
	path = folder_path(&t->archive, "a.txt");
	assert_int_equal(remove(path), 0);
	free(path);
	open_archive(t);
	assert_notes(t, "b.txt: boats\n(a.txt): tide\n");
	close_archive(t);
	write_page(t, "a.txt", FIRST);
	open_archive(t);
	assert_notes(t, "a.txt 0: tide\nb.txt: boats\n");
	close_archive(t);
}

/* Others, or other programs, may have written the state. */
static void keys_that_are_none_are_passed_over(void **state)
{
	static const char *const wrong[] = { "", "a.txt", "a.txt\n",
		"a.txt\nxyz", "a.txt\n11112222333344445", "a.txt\n1\n2\nx",
		"a.txt\n1\n\n3" };
	struct moved *t = *state;
	struct state_change change = { .kind = STATE_NOTE,
		.after = STR("text") };
	struct err e;

	write_page(t, "a.txt", FIRST);
	open_archive(t);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		change.key = str_from_c(wrong[i]);
		assert_int_equal(
			state_set(t->c.state, &change, 1, &e), STATE_KEPT);
	}
	/* a quote where there is none: the article's; no control characters */
	change.key = STR("a.txt\n1\n2\n3");
	change.after = STR("a\x1B[31mb\nc");
	state_set(t->c.state, &change, 1, &e);
	corrections_follow(&t->c, t->store);
	assert_int_equal(t->c.marks.notes.list.n, 1);
	assert_int_equal(t->c.marks.notes.list.v[0].quote, NOTE_ARTICLE);
	assert_int_equal(
		str_chr(t->c.marks.notes.list.v[0].text, '\x1B', 0), STR_NPOS);
	assert_int_equal(
		str_chr(t->c.marks.notes.list.v[0].text, '\n', 0), STR_NPOS);
	close_archive(t);
}

/* Marks of several kinds are one step, and only what is news is marked. */
static void several_marks_are_one_step(void **state)
{
	struct moved *t = *state;
	uint32_t both[2];
	struct marking all[] = {
		{ .kind = STATE_LATER, .on = true, .articles = both, .n = 2 },
		{ .kind = STATE_TAG,
			.tag = STR("sea"),
			.on = true,
			.articles = both,
			.n = 1 },
		{ .kind = STATE_STARRED, .on = false, .articles = both, .n = 2 }
	};

	write_page(t, "a.txt", FIRST);
	write_page(t, "b.txt", SECOND);
	open_archive(t);
	both[0] = article(t, "a.txt");
	both[1] = article(t, "b.txt");
	corrections_mark_all(&t->c, all, 3);
	assert_told(t, "to be read later: 2 articles; tagged sea: “Harbour "
		       "talks open in Arvo”");
	assert_int_equal(t->c.marks.later.n, 2);
	corrections_mark_all(&t->c, all, 3);
	assert_told(t, "nothing is new in that");
	corrections_undo(&t->c);
	assert_told(t, "undone: to be read later: 2 articles; tagged sea: "
		       "“Harbour talks open in Arvo”");
	assert_int_equal(t->c.marks.later.n, 0);
	assert_int_equal(t->c.marks.tags.n, 0);
	corrections_undo(&t->c);
	assert_told(t, "nothing to undo");
	corrections_redo(&t->c);
	assert_int_equal(t->c.marks.later.n, 2);
	close_archive(t);
	open_archive(t);
	assert_int_equal(t->c.marks.later.n, 2);
	close_archive(t);
}

static void sessions_see_each_others_notes(void **state)
{
	struct moved *t = *state;
	struct corrections other;

	write_page(t, "a.txt", FIRST);
	open_archive(t);
	note_on(t, "a.txt", 0, "tide");
	corrections_open(&other, t->paths, 1, true);
	corrections_follow(&other, t->store);
	assert_false(corrections_reread(&t->c));
	assert_false(t->c.of_others);
	corrections_note(&other,
		&(struct note_wish){ article(t, "a.txt"), 0, STR("ebb") });
	assert_true(corrections_reread(&t->c));
	assert_true(t->c.of_others);
	assert_notes(t, "a.txt 0: ebb\n");
	note_on(t, "a.txt", NOTE_ARTICLE, "flood");
	assert_false(t->c.of_others);
	corrections_release(&other);
	close_archive(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(notes_are_kept_changed_and_undone),
		IN_FOLDER(the_latest_note_is_first),
		IN_FOLDER(a_moved_article_keeps_its_notes),
		IN_FOLDER(a_note_goes_with_the_words_of_its_quote),
		IN_FOLDER(a_note_stays_with_a_quote_that_is_cut_otherwise),
		IN_FOLDER(a_note_outlives_its_article),
		IN_FOLDER(keys_that_are_none_are_passed_over),
		IN_FOLDER(several_marks_are_one_step),
		IN_FOLDER(sessions_see_each_others_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
