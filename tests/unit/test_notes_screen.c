/* Notes, what is to be read later, and how far articles were read, on the
 * screens: view/notes.h, view/saved.h, view/positions.h. */
#include "reading_fixture.h"

static void notes_are_shown_where_they_belong(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 16, 64);
	keys(r, "j Enter A f a c t s Enter \" A w h o ? Enter");
	// clang-format off
	assert_screen(&r->f,
		"All articles > 2 of 5  Talks on ferries start\n"
		"   Talks on ferries start\n"
		"   Courier · Sun 1 Mar 2020 11:30 UTC · 1 min · round of 3\n"
		"   Note: facts\n"
		"   ──────────\n"
		"\n"
		"   The talks on the ferry began on Sunday with 14 boats.\n"
		"\n"
		" ▌ \"We want boats,\" Lind said. An aide said the money was gone.\n"
		"     Note: who?\n"
		"\n"
		"   Fishermen watched quietly from rusty trawlers beside the\n"
		"   lighthouse.\n"
		"\n"
		" Mara Lind – “…, Lind said” – sure 90 %\n"
		" note on “Talks on ferries start” (this session only)     u undo\n");
	// clang-format on
	/* each line of a note can be scrolled to, and past */
	keys(r, "Esc j j j j j j j j j j j j j j");
	fixture_size(&r->f, 8, 40);
	keys(r, "gg j j j j j j");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   The talks on the ferry began on\n"
			     "   Sunday with 14 boats.\n"
			     "\n"
			     " ▌ \"We want boats,\" Lind said. An aide\n"
			     " ╎ said the money was gone.\n"
			     "     Note: who?\n"
			     " 70%   para 1/3   2 quotes\n");
	keys(r, "j");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   Sunday with 14 boats.\n"
			     "\n"
			     " ▌ \"We want boats,\" Lind said. An aide\n"
			     " ╎ said the money was gone.\n"
			     "     Note: who?\n"
			     "\n"
			     " 76%   para 1/3   2 quotes\n");
	keys(r, "k k k k k k k");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   Talks on ferries start\n"
			     "   Courier · Sun 1 Mar 2020 11:30 UTC\n"
			     "   · 1 min · round of 3\n"
			     "   Note: facts\n"
			     "   ──────\n"
			     "\n"
			     " 35%   para 1/3   2 quotes\n");
}

static void a_note_is_changed_and_taken_away(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "A o n e Enter");
	assert_screen(&r->f,
		"All articles\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		">✎=        Herald     Ferry talks open                        3▸\n"
		"  Sun 1 Mar 2020                             2 articles, 1 round\n"
		"    11:30  Courier    Talks on ferries start                  3▸\n"
		"  = 09:00  Post       Ferry talks open                        3▸\n"
		" 1 problem: ! shows it\n"
		" note on “Ferry talks open” (this session only)           u undo\n");
	keys(r, "A");
	assert_str(fixture_line(&r->f, 7), "note: one");
	keys(r, "s Enter");
	assert_str(r->c.marks.notes.list.v[0].text, "ones");
	/* what was typed stays among the notes */
	keys(r, "A ^U Up");
	assert_str(fixture_line(&r->f, 7), "note: ones");
	keys(r, "Esc / Up");
	assert_str(fixture_line(&r->f, 7), "/");
	keys(r, "Esc A ^U Enter");
	assert_int_equal(r->c.marks.notes.list.n, 0);
	assert_str(fixture_line(&r->f, 7),
		" no note any more on “Ferry talks open” (this session on… u undo");
	keys(r, "u");
	assert_int_equal(r->c.marks.notes.list.n, 1);
	keys(r, ": n o t e Space t w o Enter");
	assert_str(r->c.marks.notes.list.v[0].text, "two");
}

static void notes_are_listed(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "gN");
	assert_screen(&r->f,
		"All articles > Notes\n"
		"  no notes yet: A on an article or a quote writes one\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		" 0/0\n");
	keys(r, "q j Enter \" A w h o ? Enter q A f a c t s Enter gN");
	assert_screen(&r->f,
		"All articles > Notes\n"
		"> facts\n"
		"    1 Mar 2020 · Courier · Talks on ferries start\n"
		"\n"
		"  who?\n"
		"    “We want boats,”\n"
		"    1 Mar 2020 · Courier · Talks on ferries start\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		" 1/2\n");
}

/* On a row its note is meant, and the quote is gone to. */
static void a_listed_note_is_changed_and_gone_to(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "j Enter \" A w h o ? Enter q A f a c t s Enter gN");
	keys(r, "j A ! Enter");
	assert_screen(&r->f,
		"All articles > Notes\n"
		"> who?!\n"
		"    “We want boats,”\n"
		"    1 Mar 2020 · Courier · Talks on ferries start\n"
		"\n"
		"  facts\n"
		"    1 Mar 2020 · Courier · Talks on ferries start\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		" note changed on “Talks on ferries start” (this session…  u undo\n");
	keys(r, "Enter");
	assert_screen(&r->f,
		"Notes > 2 of 5  Talks on ferries start\n"
		"   Talks on ferries start\n"
		"   Courier · Sun 1 Mar 2020 11:30 UTC · 1 min · round of 3\n"
		"   Note: facts\n"
		"   ──────────\n"
		"\n"
		"   The talks on the ferry began on Sunday with 14 boats.\n"
		"\n"
		" ▌ \"We want boats,\" Lind said. An aide said the money was gone.\n"
		"     Note: who?!\n"
		"\n"
		"   Fishermen watched quietly from rusty trawlers beside the\n"
		" Mara Lind – “…, Lind said” – sure 90 %\n"
		" 78%   para 1/3   quote 1/2   +2 in the round (e)\n");
}

static void notes_are_searched(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "A b r e a d Enter j A b o a t s Space a h o y Enter L");
	keys(r, "f n o t e : \" b o a t s Space a h o y \" Enter");
	assert_str(fixture_line(&r->f, 7), " 1 of 5 articles");
	keys(r, "f i s : n o t e d Enter");
	assert_str(fixture_line(&r->f, 7), " 2 of 5 articles");
	keys(r, "f i s : n o t e d Space - i s : l a t e r Enter");
	assert_str(fixture_line(&r->f, 7), " 1 of 5 articles");
	keys(r, "f - n o t e : b r e a d Enter");
	assert_str(fixture_line(&r->f, 7), " 4 of 5 articles");
}

static void what_is_put_off_is_above_the_sources(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "v v L");
	assert_screen(&r->f,
		"All articles\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		" L=        Herald     Ferry talks open                        3▸\n"
		"  Sun 1 Mar 2020                             2 articles, 1 round\n"
		" L  11:30  Courier    Talks on ferries start                  3▸\n"
		"> = 09:00  Post       Ferry talks open                        3▸\n"
		"  Mon 10 Feb 2020                                      1 article\n"
		"           Post       A bakery wins a prize\n"
		"  Date unknown                                         1 article\n"
		"           Herald     Nobody knows when\n"
		"\n"
		"\n"
		" 1 problem: ! shows it\n"
		" to be read later: 2 articles (this session only)         u undo\n");
	keys(r, "* A x Enter S");
	assert_screen(&r->f,
		"3 sources\n"
		">All articles                                                  5\n"
		"\n"
		" ─── Searches ──────────────────────────────────────────────────\n"
		" Read later                                                    2\n"
		" Starred                                                       1\n"
		" Noted                                                         1\n"
		"\n"
		" ─── Sources ───────────────────────────────────────────────────\n"
		" Courier                                                       1\n"
		" Herald                                                        2\n"
		" Post                                                          2\n"
		"\n"
		" 1/11\n");
}

/* What is listed of them stays until the list is made anew. */
static void what_is_put_off_is_listed(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "v v L * A x Enter S j Enter");
	assert_screen(&r->f,
		"All articles > Read later: \"is:later\"\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		">L=        Herald     Ferry talks open                        3▸\n"
		"  Sun 1 Mar 2020                              1 article, 1 round\n"
		" L  11:30  Courier    Talks on ferries start                  3▸\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		" 1 problem: ! shows it\n"
		" 2 of 5 articles\n");
	keys(r, "^A L");
	assert_str(fixture_line(&r->f, 13),
		" no longer to be read later: 2 articles (this session on… u undo");
	keys(r, "F S");
	assert_screen(&r->f,
		"3 sources\n"
		" All articles                                                  5\n"
		"\n"
		" ─── Searches ──────────────────────────────────────────────────\n"
		">Starred                                                       1\n"
		" Noted                                                         1\n"
		"\n"
		" ─── Sources ───────────────────────────────────────────────────\n"
		" Courier                                                       1\n"
		" Herald                                                        2\n"
		" Post                                                          2\n"
		"\n"
		" ─── By ────────────────────────────────────────────────────────\n"
		" 2/10\n");
}

/* When others come above it. */
static void the_cursor_stays_on_its_source(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "* A x Enter v v L gg v v L S");
	keys(r, "G k k k k u");
	assert_screen(&r->f,
		"3 sources\n"
		" Starred                                                       1\n"
		" Noted                                                         1\n"
		"\n"
		" ─── Sources ───────────────────────────────────────────────────\n"
		" Courier                                                       1\n"
		" Herald                                                        2\n"
		">Post                                                          2\n"
		"\n"
		" ─── By ────────────────────────────────────────────────────────\n"
		" ▸ Days\n"
		" ▸ Largest rounds\n"
		" ▸ Newest rounds\n"
		" undone: no longer to be read later: 2 articles (this session o…\n");
}

static void articles_are_shown_from_where_they_were_left(void **state)
{
	struct reading *r = *state;
	struct buf place = { 0 };

	fixture_size(&r->f, 6, 40);
	keys(r, "j Enter j j j");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   ──────\n"
			     "\n"
			     "   The talks on the ferry began on\n"
			     "   Sunday with 14 boats.\n"
			     " 46%   para 1/3   2 quotes\n");
	keys(r, "q Enter");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   ──────\n"
			     "\n"
			     "   The talks on the ferry began on\n"
			     "   Sunday with 14 boats.\n"
			     " where you left it; gg is its start\n");
	/* forgotten by the history, kept between sessions */
	keys(r, "q gg Enter q");
	app_place(r->f.app, &place);
	assert_str(buf_str(&place),
		"group 0\n"
		"sort date-\n"
		"joined 1\n"
		"folded-groups 0\n"
		"folded-copies 1\n"
		"folded-entries 1\n"
		"article c.txt\n"
		"offset 1\n"
		"view article 1 0 0 0 0 4294967295 2147483648 0 0\n"
		"id c.txt\n"
		"shown 0\n"
		"at 2 0 b.txt\n");
	/* read to the end: from the top */
	keys(r, "j Enter G q Enter");
	assert_screen(&r->f, "2 of 5  Talks on ferries start\n"
			     "   Talks on ferries start\n"
			     "   Courier · Sun 1 Mar 2020 11:30 UTC\n"
			     "   · 1 min · round of 3\n"
			     "   ──────\n"
			     " 26%   para 1/3   2 quotes\n");
	buf_release(&place);
}

static void only_so_many_places_are_kept(void **state)
{
	struct reading *r = *state;
	struct buf place = { 0 }, kept = { 0 };
	struct str rest, line;
	size_t n = 0;

	for (int i = 0; i < 1200; i++)
		buf_add_f(&place, "at 3 %d no-%d.txt\n", i + 1, i);
	buf_add(&place, STR("at 9 1 wrong.txt\nat 3 wrong.txt\nat 3 7 \n"));
	app_restore(r->f.app, buf_str(&place));
	fixture_event(&r->f,
		(struct event){ .kind = EVENT_STORE, .store = r->f.store });
	app_place(r->f.app, &kept);
	rest = buf_str(&kept);
	while (str_split(&rest, '\n', &line)) {
		if (!str_starts(line, STR("at ")))
			continue;
		if (n++ == 0)
			assert_str(line, "at 3 201 no-200.txt");
	}
	assert_int_equal(n, 1000);
	buf_release(&place);
	buf_release(&kept);
}

/* What was opened in a part of the archive is read when the rest is there. */
static void opened_before_all_was_read(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	corrections_follow(&r->c, NULL);
	app_update(r->f.app, &(const struct event){ .kind = EVENT_STORE,
				     .store = r->f.store,
				     .partial = true });
	obey(r);
	keys(r, "Enter q A");
	assert_str(fixture_line(&r->f, 7), " notes are for when all is read");
	assert_int_equal(r->c.marks.read.n, 0);
	corrections_follow(&r->c, r->f.store);
	app_update(r->f.app, &(const struct event){ .kind = EVENT_STORE,
				     .store = r->f.store });
	obey(r);
	assert_int_equal(r->c.marks.read.n, 1);
	assert_true(mark_set_has(&r->c.marks.read, 3));
}

/* F5 takes in what another session did: so much is new. */
static void marks_of_another_session_are_news(void **state)
{
	struct reading *r = *state;
	struct event e;

	fixture_size(&r->f, 8, 80);
	fixture_event(
		&r->f, (struct event){ .kind = EVENT_KEY, .key = KEYS_F1 + 4 });
	r->c.of_others = true;
	e = (struct event){ .kind = EVENT_CORRECTIONS, .corrections = &r->c };
	app_update(r->f.app, &e);
	obey(r);
	fixture_event(&r->f, (struct event){ .kind = EVENT_RELOADED });
	assert_str(fixture_line(&r->f, 7),
		" what you marked in another session is here");
	r->c.of_others = false;
	keys(r, "F5");
	fixture_event(&r->f, (struct event){ .kind = EVENT_RELOADED });
	assert_str(fixture_line(&r->f, 7), " nothing is new or changed");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_SCREEN(notes_are_shown_where_they_belong),
		ON_SCREEN(a_note_is_changed_and_taken_away),
		ON_SCREEN(notes_are_listed),
		ON_SCREEN(a_listed_note_is_changed_and_gone_to),
		ON_SCREEN(notes_are_searched),
		ON_SCREEN(what_is_put_off_is_above_the_sources),
		ON_SCREEN(what_is_put_off_is_listed),
		ON_SCREEN(the_cursor_stays_on_its_source),
		ON_SCREEN(articles_are_shown_from_where_they_were_left),
		ON_SCREEN(only_so_many_places_are_kept),
		ON_SCREEN(opened_before_all_was_read),
		ON_SCREEN(marks_of_another_session_are_news),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
