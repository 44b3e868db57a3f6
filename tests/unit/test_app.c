/* The reader, keys in and screens out, on the store of view_fixture.h. */
#include "view_fixture.h"

#include "dateline/text/utf8.h"

static int open_reader(void **state)
{
	struct fixture *f = mem_alloc(sizeof *f);

	fixture_open(f, 12, 64);
	*state = f;
	return 0;
}

static int close_reader(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

static void the_index_is_grouped_by_day(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 64);
	// clang-format off
	assert_screen(f,
		"All articles\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		">=        Herald     Ferry talks open                         3\xE2\x96\xB8\n"
		"  Sun 1 Mar 2020                             2 articles, 1 round\n"
		"   11:30  Courier    Talks on ferries start                   3\xE2\x96\xB8\n"
		" = 09:00  Post       Ferry talks open                         3\xE2\x96\xB8\n"
		"  Mon 10 Feb 2020                                      1 article\n"
		"          Post       A bakery wins a prize\n"
		"  Date unknown                                         1 article\n"
		"          Herald     Nobody knows when\n"
		" 1 problem: ! shows it\n"
		" 1/5   by day\n");
	// clang-format on
}

static void the_index_groups_by_round(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 64);
	fixture_keys(f, "gr");
	// clang-format off
	assert_screen(f,
		"All articles\n"
		"  Ferry talks open         1 \xE2\x80\x93 2 Mar 2020  3 articles, 3 sources\n"
		">= 1 Mar 09:00  Post       Ferry talks open                =2 3\xE2\x96\xB8\n"
		"   1 Mar 11:30  Courier    Talks on ferries start             3\xE2\x96\xB8\n"
		"  One article only                                    2 articles\n"
		"   10 Feb 2020  Post       A bakery wins a prize\n"
		"   date unknown Herald     Nobody knows when\n"
		"\n"
		"\n"
		"\n"
		" 1 problem: ! shows it\n"
		" grouped by round, each from its start\n");
	// clang-format on
}

static void sources_filter_the_index(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 64);
	fixture_keys(f, "S j j Enter");
	// clang-format off
	assert_screen(f,
		"Herald\n"
		"  Mon 2 Mar 2020                              1 article, 1 round\n"
		">=        Herald     Ferry talks open                         3\xE2\x96\xB8\n"
		"  Date unknown                                         1 article\n"
		"          Herald     Nobody knows when\n"
		"\n"
		"\n"
		"\n"
		"\n"
		"\n"
		" 1 problem: ! shows it\n"
		" 1/2   by day\n");
	// clang-format on
}

static void an_article_shows_its_current_quote(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 64);
	fixture_keys(f, "j j Enter \"");
	// clang-format off
	assert_screen(f,
		"All articles > 3 of 5  Ferry talks open\n"
		"   Ferry talks open\n"
		"   Post \xC2\xB7 Sun 1 Mar 2020 09:00 UTC \xC2\xB7 1 min \xC2\xB7 round of 3\n"
		"   \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		"\n"
		"   ARVO (Post) \xE2\x80\x93 Ferry talks began with 12 boats in the\n"
		"   harbour.\n"
		"\n"
		" \xE2\x96\x8C \"We want boats,\" said Mara Lind, the mayor.\n"
		"\n"
		" Mara Lind \xE2\x80\x93 \xE2\x80\x9C\xE2\x80\xA6, said Mara Lind\xE2\x80\x9D \xE2\x80\x93 sure 95 %\n"
		" 90%   para 1/2   quote 1/1   +2 in the round (e)\n");
	// clang-format on
}

static void the_round_says_what_differs(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 21, 72);
	fixture_keys(f, "j e");
	// clang-format off
	assert_screen(f,
		"All articles > Round of 3, 3 sources, 1 \xE2\x80\x93 2 Mar 2020: Ferry talks open\n"
		">1 = 1 Mar 09:00  Post       Ferry talks open                      first\n"
		" 2   1 Mar 11:30  Courier    Talks on ferries start            +70 % new\n"
		" 3 = 2 Mar        Herald     Ferry talks open                  copy of 1\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 said by, and carried by \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		" A Post  B Courier  C Herald\n"
		"                                                                   A B C\n"
		" Mara Lind            \xE2\x80\x9CWe want boats,\xE2\x80\x9D                             \xE2\x97\x8F \xE2\x97\x8F \xC2\xB7\n"
		" an aide              the money was gone                           \xC2\xB7 \xE2\x97\x8B \xC2\xB7\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 figures that differ \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		" boats                12 in 1 3, 14 in 2\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 only in one \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		" 2 Fishermen watched quietly from rusty trawlers beside the lighthouse.\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 why grouped \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		" 1 with 3: copy: shortened, +0 \xE2\x88\x92" "8 words; 1 day apart\n"
		" 2 with 1: same day\n"
		" 1/9\n");
	// clang-format on
}

static void related_says_why(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 64);
	fixture_keys(f, "j j a");
	// clang-format off
	assert_screen(f,
		"All articles > What else covers: Ferry talks open\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 The same text \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		">= 2 Mar 2020   Herald     Ferry talks open                 99 %\n"
		"     copy: shortened, +0 \xE2\x88\x92" "8 words; 1 day apart\n"
		"\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 The same round \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		"   1 Mar 2020   Courier    Talks on ferries start           62 %\n"
		"     same day\n"
		"\n"
		"\n"
		"\n"
		" 1/2\n");
	// clang-format on
}

static void two_panes_preview_the_article(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 10, 124);
	fixture_keys(f, "j j");
	// clang-format off
	assert_screen(f,
		"\xE2\x96\xB8""All articles                                    \xE2\x94\x82 3 of 5  Ferry talks open\n"
		"  Mon 2 Mar 2020               1 article, 1 round\xE2\x94\x82   Ferry talks open\n"
		" =        Herald     Ferry talks open          3\xE2\x96\xB8\xE2\x94\x82   Post \xC2\xB7 Sun 1 Mar 2020 09:00 UTC \xC2\xB7 1 min \xC2\xB7 round of 3\n"
		"  Sun 1 Mar 2020              2 articles, 1 round\xE2\x94\x82   \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		"   11:30  Courier    Talks on ferries start    3\xE2\x96\xB8\xE2\x94\x82\n"
		">= 09:00  Post       Ferry talks open          3\xE2\x96\xB8\xE2\x94\x82   ARVO (Post) \xE2\x80\x93 Ferry talks began with 12 boats in the harbour.\n"
		"  Mon 10 Feb 2020                       1 article\xE2\x94\x82\n"
		"          Post       A bakery wins a prize       \xE2\x94\x82 \xE2\x96\x8C \"We want boats,\" said Mara Lind, the mayor.\n"
		" 1 problem: ! shows it                           \xE2\x94\x82\n"
		" 3/5   by day\n");
	// clang-format on
}

static void a_narrow_screen_keeps_the_titles(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 6, 22);
	// clang-format off
	assert_screen(f,
		"All articles\n"
		"  Mon 2 Mar 2020     1\n"
		">=        Ferry ta\xE2\x80\xA6 3\xE2\x96\xB8\n"
		"  Sun 1 Mar 2020     2\n"
		" 1 problem: ! shows it\n"
		" 1/5   by day\n");
	// clang-format on
}

static void help_lists_the_keys_of_the_screen(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 10, 64);
	fixture_keys(f, "Enter ?");
	// clang-format off
	assert_true(str_starts(fixture_screen(f), STR(
		"1 of 5  Ferry talks open > Help: article\n"
		" \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80 In this screen (article) \xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80\n"
		">J                  the next article of the list   :next-article\n"
		" K                  the previous article of    :previous-article\n"
		"                    the list\n"
		" ]                  the next article of the same  :next-in-round\n"
		"                    round of events\n"
		" [                  the previous article of   :previous-in-round\n"
		"                    the same round\n"
		" 1/")));
	// clang-format on
}

static void assert_line(struct fixture *f, int row, const char *want)
{
	assert_str(fixture_line(f, row), want);
}

static void assert_last_line(struct fixture *f, const char *want)
{
	assert_line(f, f->screen.rows - 1, want);
}

static void counts_go_to_the_row_the_status_names(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "3G");
	assert_last_line(f, " 3/5   by day");
	fixture_keys(f, "2k");
	assert_last_line(f, " 1/5   by day");
	fixture_keys(f, "99j");
	assert_last_line(f, " 5/5   by day");
	fixture_keys(f, "2gg");
	assert_last_line(f, " 2/5   by day");
	fixture_keys(f, "]");
	assert_last_line(f, " 4/5   by day");
	fixture_keys(f, "2[");
	assert_last_line(f, " 1/5   by day");
	fixture_keys(f, "[");
	assert_last_line(f, " the first group");
	fixture_keys(f, ": 4 Enter");
	assert_last_line(f, " 4/5   by day");
	fixture_keys(f, ":up Space 2 Enter");
	assert_last_line(f, " 2/5   by day");
}

static void the_cursor_is_on_the_selected_row(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "j");
	fixture_screen(f);
	assert_true(f->screen.cursor_visible);
	assert_int_equal(f->screen.cursor_row, 4);
	assert_int_equal(f->screen.cursor_col, 0);
	assert_int_equal(screen_at(&f->screen, 4, 0)->marks, MARK_SELECTED);
	assert_int_equal(screen_at(&f->screen, 4, 3)->marks, 0);
}

static void unbound_keys_say_what_helps(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, ";");
	assert_last_line(f, " ; is not bound here; ? shows the keys");
	fixture_keys(f, "g");
	assert_last_line(f,
		" 1/5   by day                                                "
		"  g");
	fixture_keys(f, "x");
	assert_last_line(f, " gx is not bound here; ? shows the keys");
	fixture_keys(f, "g Esc j");
	assert_last_line(f, " 2/5   by day");
}

static void leaving_goes_up_and_then_out(void **state)
{
	struct fixture *f = *state;
	struct effect effect;

	fixture_keys(f, "j e Enter");
	assert_line(f, 0,
		"Round of 3, 3 sources, 1 \xE2\x80\x93 2 Mar 202\xE2\x80\xA6 > 3 of 5  Ferry talks open");
	fixture_keys(f, "q");
	assert_line(f, 1,
		">1 = 1 Mar 09:00  Post       Ferry talks open              "
		"first");
	fixture_keys(f, "h h");
	assert_last_line(f, " this is the index; Q quits");
	assert_true(app_effect(f->app, &effect) && effect.kind == EFFECT_MARK);
	fixture_keys(f, "q");
	assert_true(app_effect(f->app, &effect));
	assert_int_equal(effect.kind, EFFECT_QUIT);
}

static void visited_screens_are_gone_through(void **state)
{
	struct fixture *f = *state;

	/* The third article, then its round's, then back twice. */
	fixture_keys(f, "j j Enter ]");
	assert_line(f, 1, "   Talks on ferries start");
	fixture_keys(f, "^O");
	assert_line(f, 1, "   Ferry talks open");
	fixture_keys(f, "^O");
	assert_line(f, 0, "All articles");
	fixture_keys(f, "^O");
	assert_last_line(f, " no screen before this one");
	fixture_keys(f, "2gf");
	assert_line(f, 1, "   Talks on ferries start");
}

static void articles_follow_the_list(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "Enter J");
	assert_line(f, 0, "All articles > 2 of 5  Talks on ferries start");
	fixture_keys(f, "2J");
	assert_line(f, 1, "   A bakery wins a prize");
	fixture_keys(f, "9K K");
	assert_last_line(f, " the first article of the list");
	/* At its end the next one is read on. */
	fixture_keys(f, "Space");
	assert_line(f, 0, "All articles > 2 of 5  Talks on ferries start");
	fixture_keys(f, "q");
	assert_last_line(f, " 2/5   by day");
}

static void quotes_are_walked_both_ways(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "j Enter \"");
	assert_line(f, 10,
		" Mara Lind \xE2\x80\x93 \xE2\x80\x9C\xE2\x80\xA6, Lind said\xE2\x80\x9D "
		"\xE2\x80\x93 sure 90 %");
	fixture_keys(f, "\"");
	assert_line(f, 10,
		" an aide \xE2\x80\x93 \xE2\x80\x9C"
		"An aide said \xE2\x80\xA6\xE2\x80\x9D "
		"\xE2\x80\x93 perhaps 40 %");
	fixture_keys(f, "\"");
	assert_last_line(f, " the last quote");
	fixture_keys(f, "'");
	assert_line(f, 10,
		" Mara Lind \xE2\x80\x93 \xE2\x80\x9C\xE2\x80\xA6, Lind said\xE2\x80\x9D "
		"\xE2\x80\x93 sure 90 %");
	fixture_keys(f, "Esc");
	assert_last_line(f, " 83%   para 1/3   2 quotes   +2 in the round (e)");
}

static void styles_tell_quotes_and_speakers(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "j j Enter \"");
	fixture_screen(f);
	/*  ▌ "We want boats," said Mara Lind, the mayor. */
	assert_int_equal(screen_at(&f->screen, 8, 1)->style, STYLE_bar);
	assert_int_equal(screen_at(&f->screen, 8, 3)->style, STYLE_text);
	assert_int_equal(screen_at(&f->screen, 8, 4)->style, STYLE_quote);
	assert_int_equal(screen_at(&f->screen, 8, 4)->marks, MARK_CURRENT);
	assert_int_equal(screen_at(&f->screen, 8, 20)->style, STYLE_cue);
	assert_int_equal(screen_at(&f->screen, 8, 25)->style, STYLE_speaker);
	assert_int_equal(screen_at(&f->screen, 5, 3)->style, STYLE_dateline);
	assert_int_equal(screen_at(&f->screen, 5, 14)->style, STYLE_dateline);
	assert_int_equal(screen_at(&f->screen, 5, 17)->style, STYLE_text);
}

static void lists_are_searched(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "/ TALKS Enter");
	assert_last_line(f, " 2/5   \"TALKS\" hit 2/3   by day");
	fixture_screen(f);
	assert_int_equal(screen_at(&f->screen, 4, 21)->marks, MARK_HIT);
	assert_int_equal(screen_at(&f->screen, 4, 26)->marks, 0);
	fixture_keys(f, "2n");
	assert_last_line(f, " search goes on from the top: hit 1 of 3");
	fixture_keys(f, "N");
	assert_last_line(f, " search goes on from the end: hit 3 of 3");
	fixture_keys(f, "Esc");
	assert_last_line(f, " 3/5   by day");
	fixture_keys(f, "n");
	assert_last_line(f, " nothing searched yet; / searches");
	fixture_keys(f, "\\ zz Enter");
	assert_last_line(f, " not found: zz");
}

static void hits_are_shown_while_typing(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "/ bak");
	fixture_screen(f);
	assert_int_equal(screen_at(&f->screen, 7, 0)->bytes[0], '>');
	assert_int_equal(screen_at(&f->screen, 7, 23)->marks, MARK_HIT);
	/* Each letter counts from where the reader was. */
	fixture_keys(f, "Backspace Backspace Backspace");
	fixture_screen(f);
	assert_int_equal(screen_at(&f->screen, 2, 0)->bytes[0], '>');
	fixture_keys(f, "bak Esc");
	assert_last_line(f, " 1/5   by day");
	/* What was searched before comes back. */
	fixture_keys(f, "/ talks Enter / bak Esc");
	assert_last_line(f, " 2/5   \"talks\" hit 2/3   by day");
	fixture_keys(f, "/ bak Enter");
	assert_last_line(f, " 4/5   \"bak\" hit 1/1   by day");
}

/* Found by reading: a long message was cut inside a character. */
static void long_messages_are_cut_between_characters(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 12, 700);
	fixture_keys(f, "/ x");
	for (int i = 0; i < 300; i++)
		fixture_keys(f, "\xC3\xA9");
	fixture_keys(f, "Enter");
	assert_true(utf8_valid(fixture_line(f, 11)));
	assert_true(str_starts(
		fixture_line(f, 11), STR(" not found: x\xC3\xA9\xC3\xA9")));
}

static void articles_are_searched(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "j j Enter / boats Enter");
	assert_last_line(f, " 100%   \"boats\" hit 1/2   para 1/2   1 quote");
	fixture_keys(f, "n");
	fixture_screen(f);
	assert_int_equal(
		screen_at(&f->screen, 8, 12)->marks, MARK_HIT | MARK_CURRENT);
	assert_int_equal(screen_at(&f->screen, 5, 45)->marks, MARK_HIT);
	assert_int_equal(f->screen.cursor_row, 8);
}

static void commands_are_typed_and_completed(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, ":gr Tab");
	assert_last_line(f,
		":group   [day|source|round|none]  group the index by "
		"this, or b\xE2\x80\xA6");
	fixture_keys(f, "source Enter");
	assert_last_line(f, " grouped by source");
	fixture_keys(f, ": Up");
	assert_last_line(f, ":group source");
	fixture_keys(f, "^W week Enter");
	assert_last_line(
		f, " group by day, source, round or none, not by week");
	fixture_keys(f, ":zz Enter");
	assert_last_line(
		f, " no command zz; Tab goes through them, :help lists them");
	fixture_keys(f, ":next-quote Enter");
	assert_last_line(f, " next-quote does nothing here: it is for article");
	fixture_keys(f, ":x Esc");
	assert_last_line(f, " 2/5   by source");
}

static void panes_are_gone_through(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 10, 124);
	fixture_keys(f, "j j Tab");
	fixture_screen(f);
	assert_int_equal(f->screen.cursor_col, 50);
	fixture_keys(f, "Tab");
	fixture_screen(f);
	assert_int_equal(f->screen.cursor_col, 0);
	assert_line(f, 1,
		">All articles                                   5"
		"\xE2\x94\x82   Ferry talks open");
	fixture_keys(f, "BackTab BackTab 1gp");
	assert_line(f, 0, "All articles");
}

static const struct archive_progress reading = { ARCHIVE_READING,
	{ .files_done = 1,
		.files_all = 3,
		.bytes_done = 700,
		.bytes_all = 2000,
		.articles = 1200,
		.left = 9 } };

static void progress_is_shown_until_the_store_comes(void **state)
{
	struct fixture *f = *state;
	struct app *app = app_new(&f->config, STORE_NO_DAY);
	struct event progress = { .kind = EVENT_PROGRESS, .progress = reading };
	struct event key = { .kind = EVENT_KEY, .key = 3 };
	struct effect effect;
	struct buf text = { 0 };

	app_update(app,
		&(struct event){ .kind = EVENT_RESIZE, .rows = 6, .cols = 64 });
	screen_resize(&f->screen, 6, 64);
	app_update(app, &progress);
	app_draw(app, &f->screen);
	screen_print(&f->screen, &text);
	assert_str(buf_str(&text),
		"All articles\n"
		"\n"
		" the articles are shown as they are read\n"
		"\n"
		"\n"
		" 0/0   by day   reading 35 %  1 200 articles  9 s left  ^C stops\n");
	app_update(app, &key);
	assert_true(app_effect(app, &effect));
	assert_int_equal(effect.kind, EFFECT_STOP);
	app_free(app);
	buf_release(&text);
}

/* Found by a reader: an archive that was read in part looked whole. */
static void stopped_reading_leaves_a_remark(void **state)
{
	struct fixture *f = *state;
	struct event progress = { .kind = EVENT_PROGRESS, .progress = reading };
	struct event store = { .kind = EVENT_STORE,
		.store = f->store,
		.progress = progress.progress };

	fixture_event(f, progress);
	fixture_keys(f, "^C");
	fixture_event(f, store);
	fixture_keys(f, "j");
	assert_line(f, 10,
		" incomplete: stopped at 35 %, 1 of 3 files; 1 problem: ! shows\xE2\x80\xA6");
	fixture_keys(f, "!");
	assert_line(f, 2, "> incomplete: stopped at 35 %, 1 of 3 files");
	fixture_event(f, store);
	fixture_keys(f, "q");
	assert_line(f, 10, " 1 problem: ! shows it");
}

static void one_pane_keeps_what_is_ahead(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "j Enter e ^O ^O Tab");
	assert_line(f, 0, "All articles > 2 of 5  Talks on ferries start");
	fixture_keys(f, "Tab Tab");
	assert_last_line(f, " no screen after this one");
	fixture_keys(f, "BackTab BackTab");
	assert_line(f, 0, "All articles");
	fixture_keys(f, "S Tab");
	assert_line(f, 0, "All articles");
	assert_last_line(f, " 2/5   by day");
}

static void a_lone_article_is_no_round(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "G k e");
	assert_last_line(f, " nobody else covered this; a shows what is near");
}

/* Found by a reader: hits in the list were not found in the article. */
static void all_that_is_shown_is_searched(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 6, 64);
	fixture_keys(f, "/ start Enter Enter");
	assert_last_line(f, " 33%   \"start\" 1 hit   para 1/3   2 quotes");
	fixture_screen(f);
	assert_int_equal(screen_at(&f->screen, 1, 20)->marks, MARK_HIT);
	fixture_keys(f, "/ b.txt Enter");
	assert_line(f, 4, "   File: b.txt");
	fixture_screen(f);
	assert_int_equal(
		screen_at(&f->screen, 4, 9)->marks, MARK_HIT | MARK_CURRENT);
	assert_int_equal(f->screen.cursor_row, 4);
}

static void the_foot_keeps_the_way_to_the_help(void **state)
{
	struct fixture *f = *state;

	f->config.options.hints = true;
	fixture_keys(f, "j Enter / boats Enter");
	assert_last_line(f,
		" 83%   \"boats\" hit 1/2   para 1/3   2 quotes              ? help");
	fixture_size(f, 12, 30);
	assert_last_line(f, " 55%      \" next-quote  ? help");
	fixture_size(f, 12, 20);
	assert_last_line(f, " 41%          ? help");
	fixture_size(f, 12, 64);
	fixture_keys_answered(f, "q f nothing Enter j");
	assert_last_line(f,
		" 0/0   by day                             F clear-filter  ? help");
}

static void a_page_starts_with_an_entry(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 9, 64);
	fixture_keys(f, "Enter ? Space");
	assert_line(f, 1,
		" [                  the previous article of   :previous-in-round");
}

static void problems_are_listed(void **state)
{
	struct fixture *f = *state;

	fixture_keys(f, "!");
	assert_line(f, 2, "> broken.html");
	assert_line(f, 3, "     not an article");
	fixture_keys(f, "q q");
	assert_line(f, 0, "All articles");
}

static void spans_say_no_day_that_is_not_known(void **state)
{
	struct fixture *f = *state;
	struct article *a = f->store->articles.v;

	fixture_keys(f, "gr");
	a[1].date.day = 0;
	a[2].date.day = 0;
	a[3].date.day = 0;
	assert_line(f, 1,
		"  Ferry talks open               Mar 2020  3 articles, 3 sources");
	a[1].date = (struct date){ .year = 2019, .month = 12, .day = 30 };
	a[3].date.day = 2;
	fixture_event(f, (struct event){ .kind = EVENT_RESUME });
	assert_line(f, 1,
		"  Ferry talks open          30 Dec 2019 \xE2\x80\x93 2 Mar 2020  3 articles");
}

static void a_new_store_keeps_the_place(void **state)
{
	struct fixture *f = *state;
	struct store *old = f->store;

	fixture_keys(f, "j e j Enter \"");
	assert_last_line(
		f, " 75%   para 1/3   quote 1/2   +2 in the round (e)");
	f->store = make_store();
	fixture_event(
		f, (struct event){ .kind = EVENT_STORE, .store = f->store });
	store_free(old);
	assert_last_line(
		f, " 75%   para 1/3   quote 1/2   +2 in the round (e)");
	fixture_keys(f, "q");
	assert_line(f, 2,
		">2   1 Mar 11:30  Courier    Talks on ferries start    +70 % "
		"new");
	fixture_keys(f, "q");
	assert_last_line(f, " 2/5   by day");
}

static void a_resize_keeps_the_line_at_the_top(void **state)
{
	struct fixture *f = *state;

	fixture_size(f, 6, 40);
	fixture_keys(f, "j Enter 5j");
	assert_line(f, 1, "   The talks on the ferry began on");
	fixture_size(f, 6, 24);
	assert_line(f, 1, " The talks on the ferry");
	fixture_size(f, 3, 10);
	assert_line(f, 0, "too small");
	fixture_size(f, 6, 40);
	assert_line(f, 1, "   The talks on the ferry began on");
}

static void ascii_draws_no_glyph_of_its_own(void **state)
{
	struct fixture *f = *state;

	f->config.options.ascii = true;
	fixture_keys(f, "j j Enter");
	assert_line(f, 2,
		"   Post - Sun 1 Mar 2020 09:00 UTC - 1 min - round "
		"of 3");
	assert_line(f, 8, " | \"We want boats,\" said Mara Lind, the mayor.");
}

static void good_bindings_are_no_mistakes(void **state)
{
	struct fixture *f = *state;
	struct str error;

	assert_false(app_error(f->app, 0, &error));
}

/* Any keys at any size: nothing breaks, and no cell is left half drawn. */
static void assert_whole(const struct screen *s)
{
	for (int row = 0; row < s->rows; row++) {
		for (int col = 0; col < s->cols; col++) {
			const struct cell *c = screen_at(s, row, col);

			assert_true(c->width <= 2);
			assert_true(c->width != 2 ||
				    (col + 1 < s->cols && c[1].width == 0));
			assert_true(c->style < STYLE_COUNT);
		}
	}
	assert_true(!s->cursor_visible ||
		    (s->cursor_row < s->rows && s->cursor_col < s->cols));
}

static void any_keys_at_any_size(void **state)
{
	static const char typed[] = "jkgGbqhlenaNJK[]{}\"'/\\:fFsgdrowS!<>"
				    "pz?DEtm+-c0123456789tal ";
	static const uint32_t named[] = { KEYS_ENTER, KEYS_TAB, KEYS_BACKTAB,
		KEYS_ESC, KEYS_UP, KEYS_DOWN, KEYS_PGDN, KEYS_PGUP, KEYS_HOME,
		KEYS_END, KEYS_BACKSPACE, 4, 21, 15, 23, 0xE9, 0x4E1C };
	struct fixture *f = *state;
	uint64_t seed = 20200301;

	for (int i = 0; i < 20000; i++) {
		uint32_t r = unit_random(&seed);
		struct event e = { .kind = EVENT_KEY };

		if (r % 16 == 0)
			fixture_size(f, 1 + (int)(r >> 8) % 60,
				1 + (int)(r >> 16) % 220);
		if (r % 4 == 0)
			e.key = named[(r >> 4) %
				      (sizeof named / sizeof *named)];
		else
			e.key = (uint32_t)typed[(r >> 4) % (sizeof typed - 1)];
		fixture_event(f, e);
		app_draw(f->app, &f->screen);
		assert_whole(&f->screen);
	}
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_reader, close_reader)
	const struct CMUnitTest tests[] = {
		TEST(the_index_is_grouped_by_day),
		TEST(the_index_groups_by_round),
		TEST(sources_filter_the_index),
		TEST(an_article_shows_its_current_quote),
		TEST(the_round_says_what_differs),
		TEST(related_says_why),
		TEST(two_panes_preview_the_article),
		TEST(a_narrow_screen_keeps_the_titles),
		TEST(help_lists_the_keys_of_the_screen),
		TEST(counts_go_to_the_row_the_status_names),
		TEST(the_cursor_is_on_the_selected_row),
		TEST(unbound_keys_say_what_helps),
		TEST(leaving_goes_up_and_then_out),
		TEST(visited_screens_are_gone_through),
		TEST(articles_follow_the_list),
		TEST(quotes_are_walked_both_ways),
		TEST(styles_tell_quotes_and_speakers),
		TEST(lists_are_searched),
		TEST(hits_are_shown_while_typing),
		TEST(long_messages_are_cut_between_characters),
		TEST(articles_are_searched),
		TEST(commands_are_typed_and_completed),
		TEST(panes_are_gone_through),
		TEST(progress_is_shown_until_the_store_comes),
		TEST(stopped_reading_leaves_a_remark),
		TEST(one_pane_keeps_what_is_ahead),
		TEST(a_lone_article_is_no_round),
		TEST(all_that_is_shown_is_searched),
		TEST(the_foot_keeps_the_way_to_the_help),
		TEST(a_page_starts_with_an_entry),
		TEST(problems_are_listed),
		TEST(spans_say_no_day_that_is_not_known),
		TEST(a_new_store_keeps_the_place),
		TEST(a_resize_keeps_the_line_at_the_top),
		TEST(ascii_draws_no_glyph_of_its_own),
		TEST(good_bindings_are_no_mistakes),
		TEST(any_keys_at_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
