/* The screens across articles, with what a runner would do for them. */
#include "view_fixture.h"

struct player {
	struct fixture f;
	struct quote_index *quotes;
};

static int open_player(void **state)
{
	struct player *p = mem_calloc(1, sizeof *p);

	fixture_open(&p->f, 12, 72);
	*state = p;
	return 0;
}

static int close_player(void **state)
{
	struct player *p = *state;

	fixture_close(&p->f);
	quote_index_free(p->quotes);
	free(p);
	return 0;
}

/* How many times the quotes are wished since the last time. */
static int wishes(struct player *p)
{
	struct effect effect;
	int n = 0;

	while (app_effect(p->f.app, &effect))
		n += effect.kind == EFFECT_QUOTES;
	return n;
}

static void give_quotes(struct player *p)
{
	struct quote_index *before = p->quotes;

	p->quotes = quote_index_new(p->f.people, NULL);
	fixture_event(&p->f,
		(struct event){ .kind = EVENT_QUOTES, .quotes = p->quotes });
	quote_index_free(before);
}

static void assert_line(struct player *p, int row, const char *want)
{
	assert_str(fixture_line(&p->f, row), want);
}

static void quotes_are_awaited_and_then_shown(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gq");
	assert_line(p, 1, ">joining the quotes…");
	assert_line(p, 11, " 0/0");
	fixture_keys(&p->f, "Enter j G");
	assert_int_equal(wishes(p), 1);
	give_quotes(p);
	assert_line(p, 0, "All articles > Quotes");
	assert_line(
		p, 1, ">1 Mar 2020   an aide            the money was gone");
	assert_line(p, 2,
		" 1 Mar 2020   Mara Lind          “We want boats,”              2 sources");
	assert_line(p, 11, " 1/2");
}

static void other_people_make_other_quotes(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gq");
	wishes(p);
	give_quotes(p);
	fixture_people(&p->f, NULL);
	assert_line(p, 1, ">joining the quotes…");
	assert_int_equal(wishes(p), 1);
	give_quotes(p);
	assert_line(p, 11, " 1/2");
	/* Nobody looks at them: they are not made. */
	fixture_keys(&p->f, "q");
	fixture_people(&p->f, NULL);
	assert_int_equal(wishes(p), 1);
}

static void an_utterance_unfolds_to_its_uses(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gq");
	give_quotes(p);
	fixture_keys(&p->f, "j Enter");
	assert_line(p, 2,
		">1 Mar 2020   Mara Lind          “We want boats,”              2 sources");
	assert_line(p, 3,
		"   Post               “We want boats,”                  first 1 Mar 2020");
	assert_line(p, 4,
		"   Courier            in the same words                       1 Mar 2020");
	assert_line(p, 11, " 2/2");
	/* A use opens its article at the quote, with its article's keys. */
	fixture_keys(&p->f, "j j Enter");
	assert_line(p, 0, "Quotes > 2 of 5  Talks on ferries start");
	fixture_keys(&p->f, "q k k Enter");
	assert_line(p, 3, "");
}

static void quotes_lead_to_people_and_rounds(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gq");
	give_quotes(p);
	fixture_keys(&p->f, "j gn");
	assert_line(p, 0, "Quotes > Mara Lind");
	fixture_keys(&p->f, "q e");
	assert_str(str_slice(fixture_line(&p->f, 0), 0, 15), "Quotes > Round ");
}

static void quotes_are_filtered_by_a_query(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gq");
	give_quotes(p);
	fixture_keys(&p->f, "f said:lind Enter");
	assert_line(p, 0, "All articles > Quotes > \"said:lind\"");
	assert_line(p, 11, " 1/1");
	fixture_keys(&p->f, "f (said Enter");
	assert_line(p, 0, "All articles > Quotes > \"said:lind\"");
	fixture_keys(&p->f, "f source:herald Enter");
	assert_line(p, 1, ">no quote answers this; F shows all");
	fixture_keys(&p->f, "Enter gn e F");
	assert_line(p, 11, " 1/2");
}

/* A new store: what is shown is that of the store before until it is joined. */
static void another_store_is_joined_anew(void **state)
{
	struct player *p = *state;
	struct store *before = p->f.store;

	fixture_keys(&p->f, "gq");
	give_quotes(p);
	fixture_keys(&p->f, "j Enter");
	p->f.store = make_store();
	fixture_event(&p->f,
		(struct event){ .kind = EVENT_STORE, .store = p->f.store });
	store_free(before);
	assert_line(p, 1, ">joining the quotes…");
	give_quotes(p);
	assert_line(
		p, 1, " 1 Mar 2020   an aide            the money was gone");
	assert_line(p, 3, "");
	assert_line(p, 11, " 2/2");
}

static void a_bar_narrows_the_index(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gi");
	assert_line(p, 0, "All articles > Statistics: all articles");
	assert_line(p, 1,
		"  5 articles of 3 sources, 3 rounds, 3 quotes of 2 speakers, 1 500");
	assert_line(p, 6,
		">Herald             2  40 % ███████████████████████████████████████████");
	fixture_keys(&p->f, "/ feb Enter");
	fixture_keys_answered(&p->f, "Enter");
	assert_line(p, 0, "All articles > \"date:2020-02-10\"");
	assert_line(p, 2, ">         Post       A bakery wins a prize");
}

static void a_source_s_bar_shows_the_source(void **state)
{
	struct player *p = *state;

	fixture_keys_answered(&p->f, "gi j Enter");
	assert_line(p, 0, "Post");
	fixture_keys(&p->f, "gi");
	assert_line(p, 0, "Post > Statistics: Post");
	assert_line(p, 1,
		"  2 articles of 1 source, 2 rounds, 1 quote of 1 speaker, 600 words,");
}

static void places_lead_to_their_articles(void **state)
{
	struct player *p = *state;

	fixture_keys(&p->f, "gl");
	assert_line(p, 2,
		">Arvo                   1  1 Mar 2020                  ████████████████");
	fixture_keys_answered(&p->f, "Enter");
	assert_line(p, 0, "All articles > place:\"Arvo\"");
	fixture_keys(&p->f, "gl f nowhere Enter");
	assert_line(p, 1, "  no place is named so");
	fixture_keys(&p->f, "Enter");
	assert_line(p, 11, " nothing to open here");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			quotes_are_awaited_and_then_shown, open_player,
			close_player),
		cmocka_unit_test_setup_teardown(other_people_make_other_quotes,
			open_player, close_player),
		cmocka_unit_test_setup_teardown(
			an_utterance_unfolds_to_its_uses, open_player,
			close_player),
		cmocka_unit_test_setup_teardown(
			quotes_lead_to_people_and_rounds, open_player,
			close_player),
		cmocka_unit_test_setup_teardown(quotes_are_filtered_by_a_query,
			open_player, close_player),
		cmocka_unit_test_setup_teardown(another_store_is_joined_anew,
			open_player, close_player),
		cmocka_unit_test_setup_teardown(
			a_bar_narrows_the_index, open_player, close_player),
		cmocka_unit_test_setup_teardown(a_source_s_bar_shows_the_source,
			open_player, close_player),
		cmocka_unit_test_setup_teardown(places_lead_to_their_articles,
			open_player, close_player),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
