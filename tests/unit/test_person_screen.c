/* The screens of people, with the corrections that a runner would keep. */
#include "view_fixture.h"

#include "view/rows.h"

struct player {
	struct fixture f;
	struct corrections corrections;
};

static int open_player(void **state)
{
	struct player *p = mem_calloc(1, sizeof *p);

	fixture_open(&p->f, 14, 70);
	corrections_open(&p->corrections, NULL, 0, false);
	*state = p;
	return 0;
}

static int close_player(void **state)
{
	struct player *p = *state;

	fixture_close(&p->f);
	corrections_release(&p->corrections);
	free(p);
	return 0;
}

/* Keys, and what a runner does after them. */
static void keys(struct player *p, const char *keys)
{
	struct effect effect;

	fixture_keys(&p->f, keys);
	while (app_effect(p->f.app, &effect))
		if (effect_correct(&effect, &p->corrections))
			fixture_event(&p->f,
				(struct event){ .kind = EVENT_CORRECTIONS,
					.corrections = &p->corrections });
		else if (effect.kind == EFFECT_PEOPLE)
			fixture_people(&p->f, &p->corrections);
}

static void assert_line(struct player *p, int row, const char *want)
{
	assert_str(fixture_line(&p->f, row), want);
}

static void an_article_lists_who_speaks_in_it(void **state)
{
	struct player *p = *state;

	keys(p, "j Enter p");
	assert_line(p, 0,
		"2 of 5  Talks on ferries start > People of: Talks on ferries start");
	assert_line(p, 2,
		">Mara Lind              “We want boats,”                       1 quote");
	assert_line(p, 3,
		" an aide                the money was gone                     1 quote");
	assert_line(p, 13, " 1/2");
}

static void a_person_has_each_utterance_once(void **state)
{
	struct player *p = *state;

	fixture_size(&p->f, 12, 80);
	keys(p, "P Enter");
	assert_line(p, 1, "  2 quotes in 2 articles of 2 sources, 1 Mar 2020");
	assert_line(p, 2, "  named Lind (1) · Mara Lind (1)");
	assert_line(p, 5,
		">1 Mar 2020   “We want boats,”                              2 sources");
	assert_line(p, 6, "              in Post, Courier");
	assert_line(p, 9,
		" Lind                   same surname; in the same round                1 article");
}

/* A new store, whose people are not found yet. */
static void load_again(struct player *p)
{
	struct store *old = p->f.store;
	struct effect effect;

	p->f.store = make_store();
	app_update(p->f.app, &(const struct event){ .kind = EVENT_STORE,
				     .store = p->f.store });
	store_free(old);
	assert_true(app_effect(p->f.app, &effect));
	assert_int_equal(effect.kind, EFFECT_PEOPLE);
	assert_false(app_effect(p->f.app, &effect));
}

static void screens_wait_for_the_people(void **state)
{
	struct player *p = *state;

	load_again(p);
	fixture_keys(&p->f, "P");
	assert_line(p, 0, "All articles > Speakers");
	assert_line(p, 1, "> finding the people\xE2\x80\xA6");
	fixture_keys(&p->f, "j Enter G g-");
	fixture_keys(&p->f, ":person Space lind Enter");
	assert_line(p, 13, " not yet: the people are still being found");
	fixture_keys(&p->f, "q j e");
	assert_line(p, 1, "> finding the people\xE2\x80\xA6");
	fixture_keys(&p->f, "Enter q");
	fixture_people(&p->f, NULL);
	fixture_keys(&p->f, "P");
	assert_line(p, 1,
		">Mara Lind                                                    2 quotes");
}

static void a_person_is_found_again(void **state)
{
	struct player *p = *state;

	keys(p, "P Enter");
	load_again(p);
	assert_line(p, 0, "Speakers > Mara Lind");
	assert_line(p, 1, "> finding the people\xE2\x80\xA6");
	fixture_keys(&p->f, "j Enter g- g+ lind Tab Enter p");
	fixture_people(&p->f, NULL);
	assert_line(p, 0, "Speakers > Mara Lind");
	assert_line(p, 1, "  2 quotes in 2 articles of 2 sources, 1 Mar 2020");
}

static void merging_follows_the_person_and_back(void **state)
{
	struct player *p = *state;

	keys(p, "P G Enter g+");
	assert_line(p, 13, "is:");
	keys(p, "lin Tab Enter");
	assert_line(p, 13,
		" “an aide” is “Mara Lind” (this session only)                   u undo");
	assert_line(p, 0, "Speakers > Mara Lind");
	keys(p, "u");
	assert_line(p, 0, "Speakers > an aide");
	keys(p, "q ^R");
	assert_line(p, 13,
		" done again: “an aide” is “Mara Lind” (this session only)");
	keys(p, "j");
	assert_line(p, 13, " 1/1");
}

static void a_name_is_split_off_on_its_row(void **state)
{
	struct player *p = *state;

	keys(p, "P Enter g-");
	assert_line(p, 13,
		" which name? go to its row below, or :not-same-person NAME");
	keys(p, "G g-");
	assert_line(p, 13,
		" “Lind” is not “Mara Lind” (this session only)                  u undo");
	keys(p, "G");
	assert_line(p, 8, ">Lind         kept apart by you");
	keys(p, "Enter");
	assert_line(p, 0, "Mara Lind > Lind");
}

static void wrong_names_are_told(void **state)
{
	struct player *p = *state;

	keys(p, ":person Space nobody Enter");
	assert_line(
		p, 13, " no one person is named nobody; Tab completes names");
	keys(p, "P Enter :same-person Space lind Enter");
	assert_line(p, 13, " this is Mara Lind already");
	keys(p, ":not-same-person Space aide Enter");
	assert_line(p, 13, " aide is not taken for this person's name");
	keys(p, "q F f zz Enter");
	assert_line(p, 1, "  nobody is named so");
	assert_line(p, 0, "All articles > Speakers > \"zz\"");
	keys(p, "F");
	assert_line(p, 1,
		">Mara Lind                                                    2 quotes");
}

static void the_quote_line_leaves_out_what_has_no_room(void **state)
{
	static const struct {
		int cols;
		const char *line;
	} wants[] = {
		{ 60, " an aide – “An aide said …” – perhaps 40 %" },
		{ 42, " an aide – “An aide said …” – perhaps 40 %" },
		{ 41, " an aide – “said” – perhaps 40 %" },
		{ 30, " an aide – perhaps 40 %" },
		{ 20, " perhaps an aide" },
	};
	struct player *p = *state;

	keys(p, "j Enter \" \"");
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
		fixture_size(&p->f, 10, wants[i].cols);
		assert_line(p, 8, wants[i].line);
	}
}

static void words_of_one_wording_only_are_found(void **state)
{
	struct rows rows = { 0 };
	struct span own;

	(void)state;
	own = rows_own_words(&rows, STR("“You cannot fill a lake, by vote”"),
		STR("“You can't fill a LAKE by committee,”"));
	assert_int_equal(own.n, 2);
	assert_str(rows.parts.v[0].text, "cannot");
	assert_str(rows.parts.v[1].text, "vote");
	own = rows_own_words(
		&rows, STR("a very small lake"), STR("a lake, mostly"));
	assert_int_equal(own.first, 2);
	assert_int_equal(own.n, 1);
	assert_str(rows.parts.v[2].text, "very small");
	assert_int_equal(
		rows_own_words(&rows, STR("fill a lake"), STR("Fill a lake!"))
			.n,
		0);
	rows_release(&rows);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_player, close_player)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_article_lists_who_speaks_in_it),
		TEST(a_person_has_each_utterance_once),
		TEST(screens_wait_for_the_people),
		TEST(a_person_is_found_again),
		TEST(merging_follows_the_person_and_back),
		TEST(a_name_is_split_off_on_its_row),
		TEST(wrong_names_are_told),
		TEST(the_quote_line_leaves_out_what_has_no_room),
		cmocka_unit_test(words_of_one_wording_only_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
