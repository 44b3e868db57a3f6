/* Read, starred and tagged articles on the screens, and the place that is kept:
 * view/reading.h, view/place.c. */
#include "reading_fixture.h"

static void opening_reads(void **state)
{
	struct reading *r = *state;

	/* the preview reads nothing */
	fixture_size(&r->f, 8, 130);
	keys(r, "j k");
	assert_int_equal(r->c.marks.read.n, 0);
	fixture_size(&r->f, 8, 64);
	keys(r, "Enter J q");
	assert_int_equal(r->c.marks.read.n, 2);
	// clang-format off
	assert_screen(&r->f,
		"All articles\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		" \xC2\xB7=        Herald     Ferry talks open                        3\xE2\x96\xB8\n"
		"  Sun 1 Mar 2020                   2 articles, 1 unread, 1 round\n"
		">\xC2\xB7  11:30  Courier    Talks on ferries start                  3\xE2\x96\xB8\n"
		"  = 09:00  Post       Ferry talks open                        3\xE2\x96\xB8\n"
		" 1 problem: ! shows it\n"
		" 2/5   3 unread   by day\n");
	// clang-format on
	/* it is no step */
	keys(r, "u");
	assert_str(fixture_line(&r->f, 7), " nothing to undo");
}

static void titles_of_read_articles_are_dim(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "Enter q");
	app_draw(r->f.app, &r->f.screen);
	assert_int_equal(screen_at(&r->f.screen, 2, 25)->style, STYLE_dim);
	assert_int_equal(screen_at(&r->f.screen, 4, 25)->style, STYLE_text);
}

static void the_next_unread_article_is_gone_to(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	/* b and a are read */
	keys(r, "j r j r gg .");
	assert_str(fixture_line(&r->f, 13), " 4/5   3 unread   by day");
	keys(r, "gg Enter .");
	assert_str(fixture_line(&r->f, 0),
		"All articles > 4 of 5  A bakery wins a prize");
	/* the end of an article leads there, too */
	keys(r, "q gg Enter G Space");
	assert_str(fixture_line(&r->f, 0),
		"All articles > 5 of 5  Nobody knows when");
	keys(r, ".");
	assert_str(fixture_line(&r->f, 13),
		" no unread article from here to the end");
}

/* Under the articles of a filtered list stand the passages that were found. */
static void passages_are_passed_over(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 14, 64);
	keys(r, "f b o a t s Enter Enter .");
	assert_str(fixture_line(&r->f, 0),
		"All articles > \"boats\" > 2 of 3  Talks on ferries start");
}

static void marks_are_toggled_and_undone(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "*");
	assert_str(fixture_line(&r->f, 2),
		">\xE2\x98\x85=        Herald     Ferry talks open           "
		"             3\xE2\x96\xB8");
	assert_str(fixture_line(&r->f, 7),
		" starred: \xE2\x80\x9C"
		"Ferry talks open\xE2\x80\x9D (this session only)          "
		"u undo");
	keys(r, "T s e a Enter");
	assert_str(fixture_line(&r->f, 7),
		" tagged sea: \xE2\x80\x9C"
		"Ferry talks open\xE2\x80\x9D (this session only)       u undo");
	keys(r, "Enter");
	assert_str(fixture_line(&r->f, 2),
		"   Herald \xC2\xB7 Mon 2 Mar 2020 \xC2\xB7 1 min "
		"\xC2\xB7 round of 3 \xC2\xB7 starred");
	keys(r, "q *");
	assert_int_equal(r->c.marks.starred.n, 0);
	keys(r, "u u");
	assert_int_equal(r->c.marks.starred.n, 1);
	assert_int_equal(r->c.marks.tags.n, 0);
	assert_str(fixture_line(&r->f, 7),
		" undone: tagged sea: \xE2\x80\x9C"
		"Ferry talks open\xE2\x80\x9D (this session only)");
	keys(r, "^R");
	assert_int_equal(r->c.marks.tags.v[0].set.n, 1);
	/* completion */
	keys(r, "j T s Tab");
	assert_true(str_starts(fixture_line(&r->f, 7), STR("tag: sea")));
}

static void a_selection_is_marked_at_once(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "v v");
	assert_str(fixture_line(&r->f, 7), " 3/5   2 selected   by day");
	keys(r, "Esc");
	assert_str(fixture_line(&r->f, 7), " 3/5   by day");
	keys(r, "^A gg v *");
	assert_str(fixture_line(&r->f, 7),
		" starred: 4 articles (this session only)                  "
		"u undo");
	assert_false(mark_set_has(&r->c.marks.starred, 3));
	keys(r, "u");
	assert_int_equal(r->c.marks.starred.n, 0);
	/* of the list, of a round, of a source: one step each */
	keys(r, "gg e R q");
	assert_int_equal(r->c.marks.read.n, 3);
	keys(r, "S j j R h R");
	assert_int_equal(r->c.marks.read.n, 5);
	keys(r, "u");
	assert_int_equal(r->c.marks.read.n, 4);
	keys(r, "R R");
	assert_str(fixture_line(&r->f, 7), " nothing is new in that");
	keys(r, "u u u");
	assert_int_equal(r->c.marks.read.n, 0);
}

static void sources_count_the_unread(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 6, 64);
	keys(r, "Enter q S");
	// clang-format off
	assert_screen(&r->f,
		"3 sources\n"
		">All articles                                                4/5\n"
		" Courier                                                       1\n"
		" Herald                                                      1/2\n"
		" Post                                                          2\n"
		" 1/8\n");
	// clang-format on
}

/* Searches stand above the sources. */
static void the_row_of_a_source_means_its_articles(void **state)
{
	struct reading *r = *state;
	const struct saved_search boats = { STR("Boats"), STR("boats"),
		STR("") };

	*vec_push(&r->f.config.searches) = boats;
	fixture_size(&r->f, 14, 64);
	fixture_event(&r->f,
		(struct event){ .kind = EVENT_STORE, .store = r->f.store });
	keys(r, "S j j R");
	assert_int_equal(r->c.marks.read.n, 1);
	assert_true(mark_set_has(&r->c.marks.read, 2));
	keys(r, "u k R");
	assert_int_equal(r->c.marks.read.n, 0);
	assert_str(fixture_line(&r->f, 13),
		" Enter shows its articles, to be marked there");
}

static void marks_are_filtered_by(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "r j * T s e a Space i c e Enter");
	keys(r, "f i s : u n r e a d Space - i s : s t a r r e d Enter");
	assert_str(fixture_line(&r->f, 7), " 3 of 5 articles");
	keys(r, "f t a g : i c e Enter");
	assert_str(fixture_line(&r->f, 7), " 1 of 5 articles");
	keys(r, "f i s : r e a d Space O R Space t a g : s e a Enter");
	assert_str(fixture_line(&r->f, 7), " 2 of 5 articles");
	/* what is read now stays till the list is made anew */
	keys(r, "f i s : u n r e a d Enter r");
	assert_str(fixture_line(&r->f, 2),
		">\xE2\x98\x85  11:30  Courier    Talks on ferries start     "
		"             3\xE2\x96\xB8");
}

/* Another store in the place of the one shown. */
static void replace(struct reading *r, struct store *next)
{
	corrections_follow(&r->c, next);
	fixture_event(
		&r->f, (struct event){ .kind = EVENT_STORE, .store = next });
	store_free(r->f.store);
	r->f.store = next;
}

/* Marks are of ids: another store has them at other places. */
static void marks_follow_the_articles(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	keys(r, "j * j");
	replace(r, make_store());
	assert_str(fixture_line(&r->f, 3),
		" \xE2\x98\x85  11:30  Courier    Talks on ferries start     "
		"             3\xE2\x96\xB8");
}

/* The first of them is not what the others are. */
static struct store *make_store_without_the_first(void)
{
	struct store *s = store_new();

	for (size_t i = 1; i < N_TOLD; i++)
		add_told(s, &told[i]);
	store_finish(s);
	return s;
}

static void a_selection_follows_the_articles(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	/* c and b */
	keys(r, "v v");
	replace(r, make_store_without_the_first());
	assert_str(fixture_line(&r->f, 7), " 3/4   2 selected   by day");
	keys(r, "*");
	assert_true(mark_set_has(
		&r->c.marks.starred, store_find(r->f.store, STR("b.txt"))));
	assert_true(mark_set_has(
		&r->c.marks.starred, store_find(r->f.store, STR("c.txt"))));
}

static void beside_an_article_that_is_gone(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 9, 64);
	/* a: d is the next one */
	keys(r, "j j");
	replace(r, make_store_without_the_first());
	assert_str(fixture_line(&r->f, 5),
		">         Post       A bakery wins a prize");
	/* the same while a query is typed, and when that is given up */
	keys(r, "gg j f");
	replace(r, make_store());
	keys(r, "b r Esc");
	assert_str(fixture_line(&r->f, 4),
		">  11:30  Courier    Talks on ferries start                   3\xE2\x96\xB8");
}

static void the_time_left_is_said(void **state)
{
	struct reading *r = *state;
	const struct load_progress linking = {
		.articles = 5, .linking = true, .linked = 419, .left = 121
	};

	fixture_size(&r->f, 8, 64);
	fixture_event(
		&r->f, (struct event){ .kind = EVENT_PROGRESS,
			       .progress = { ARCHIVE_READING, linking } });
	assert_str(fixture_line(&r->f, 7),
		" 1/5   by day     finding what belongs together 41 %  3 min left");
}

/* Of a part of the archive nothing is marked, and no place is kept. */
static void a_part_is_only_read(void **state)
{
	static const char place[] = "group 0\narticle d.txt\noffset 2\n";
	struct reading *r = *state;
	struct event part = {
		.kind = EVENT_STORE, .store = r->f.store, .partial = true
	};
	struct event whole = { .kind = EVENT_STORE, .store = r->f.store };
	struct buf kept = { 0 };

	fixture_size(&r->f, 8, 64);
	app_restore(r->f.app, str_from_c(place));
	fixture_event(&r->f, part);
	keys(r, "*");
	assert_str(fixture_line(&r->f, 7), " marks are for when all is read");
	app_place(r->f.app, &kept);
	assert_int_equal(kept.n, 0);
	fixture_event(&r->f, whole);
	keys(r, "Esc");
	assert_str(fixture_line(&r->f, 7), " this is the index; Q quits");
	assert_str(fixture_line(&r->f, 3),
		">         Post       A bakery wins a prize");
	/* who has moved meanwhile stays there */
	keys(r, "gg");
	app_restore(r->f.app, str_from_c(place));
	fixture_event(&r->f, part);
	keys(r, "j");
	fixture_event(&r->f, whole);
	keys(r, "j k");
	assert_str(fixture_line(&r->f, 7), " 2/5   by day");
	buf_release(&kept);
}

/* Another session of the same archive. */
static void assert_restored(struct reading *r, const char *keys_there)
{
	struct buf place = { 0 }, want = { 0 };
	struct fixture other = { 0 };

	keys(r, keys_there);
	buf_add(&want, fixture_screen(&r->f));
	app_place(r->f.app, &place);
	config_init(&other.config);
	other.config.options.hints = false;
	other.app = app_new(&other.config, STORE_NO_DAY);
	other.store = make_store();
	fixture_size(&other, r->f.screen.rows, r->f.screen.cols);
	app_restore(other.app, buf_str(&place));
	fixture_event(&other, corrections_event(&r->c));
	fixture_event(&other,
		(struct event){ .kind = EVENT_STORE, .store = other.store });
	/* the fixture obeys nothing that comes with a store: asked again */
	fixture_event(&other, corrections_event(&r->c));
	fixture_search(&other);
	assert_str(fixture_screen(&other), want.p);
	fixture_close(&other);
	buf_release(&place);
	buf_release(&want);
}

static void the_place_is_kept(void **state)
{
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	assert_restored(r, "j j j");
	/* scrolled, with a quote, from a round */
	assert_restored(r, "gg e j Enter j j \"");
	assert_restored(r, "a j");
	/* back: what is ahead stays ahead */
	assert_restored(r, "^O ^O");
	assert_restored(r, "M-Right");
	assert_restored(r, "P j");
	assert_restored(r, "Enter j j");
	assert_restored(r, "E");
	assert_restored(r, "q q q q h g r f f e r r y Enter j");
	assert_restored(r, "F / t a l k s Enter n");
}

static void a_place_that_is_gone_is_left_out(void **state)
{
	static const char place[] =
		"group 99\noffset 7\narticle gone.txt\nview article 1 0 0 9999 "
		"200 77 0 0 0\nid b.txt\nview article 2 0 0 0 0 0 0 0 0\nid "
		"gone.txt\nview sundial 1 0 0 0 0 0 0 0 0\nid b.txt\nview diff "
		"3 0 0 0 0 0 0 0 0\nid b.txt\nview round x\nid b.txt\n\nshown "
		"2\nreading 1\n";
	struct reading *r = *state;

	fixture_size(&r->f, 8, 64);
	app_restore(r->f.app, str_from_c(place));
	fixture_event(&r->f,
		(struct event){ .kind = EVENT_STORE, .store = r->f.store });
	assert_str(fixture_line(&r->f, 0),
		"All articles > 2 of 5  Talks on ferries start");
	assert_str(fixture_line(&r->f, 6), "   File: b.txt");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_SCREEN(opening_reads),
		ON_SCREEN(titles_of_read_articles_are_dim),
		ON_SCREEN(the_next_unread_article_is_gone_to),
		ON_SCREEN(passages_are_passed_over),
		ON_SCREEN(marks_are_toggled_and_undone),
		ON_SCREEN(a_selection_is_marked_at_once),
		ON_SCREEN(sources_count_the_unread),
		ON_SCREEN(the_row_of_a_source_means_its_articles),
		ON_SCREEN(marks_are_filtered_by),
		ON_SCREEN(marks_follow_the_articles),
		ON_SCREEN(a_selection_follows_the_articles),
		ON_SCREEN(beside_an_article_that_is_gone),
		ON_SCREEN(the_time_left_is_said),
		ON_SCREEN(a_part_is_only_read),
		ON_SCREEN(the_place_is_kept),
		ON_SCREEN(a_place_that_is_gone_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
