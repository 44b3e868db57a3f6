/* Articles that name the time of an earlier round: src/store/looks_back.h. */
#include "archive.h"

#include "store/looks_back.h"
#include "store/rounds.h"

/* Two rounds of a storyline, and an article of a third with a text. */
static struct store *make(const char *text)
{
	static const uint32_t rounds[] = { 0, 1, 2 },
			      storylines[] = { 0, 0, 0 };
	const struct given g[] = {
		{ "one", "Velmar and Oster open fishing talks in Brin",
			"Herald", "2003-04-07",
			"Velmar and Oster opened talks in Brin on Monday about "
			"the herring quota.",
			{ 0 } },
		{ "two", "Oster walks out of second herring talks in Caspel",
			"Herald", "2004-05-18",
			"Oster walked out of talks with Velmar in Caspel over "
			"a seized trawler.",
			{ 0 } },
		{ "now", "Velmar and Oster share the herring", "Post",
			"2004-11-02", text, { 0 } },
	};
	struct store *s = archive_relate(g, 3);

	rounds_fill(s, rounds);
	storylines_fill(s, storylines);
	return s;
}

/* "one: words" of each round looked back on. */
static void check(const char *text, const char *want)
{
	struct store *s = make(text);
	struct looker l = { 0 };
	struct buf got = { 0 };

	looks_back_find(&l, s, store_find(s, STR("now")));
	for (size_t i = 0; i < l.list.n; i++) {
		const struct looking *back = &l.list.v[i];
		struct str id = store_str(s, s->rounds.v[back->round].id);
		struct str words = str_range(
			store_str(s, archive_get(s, "now")->text), back->words);

		buf_add_f(&got, "%s%.*s: %.*s", i ? "; " : "", STR_ARG(id),
			STR_ARG(words));
	}
	assert_str(buf_str(&got), want);
	looker_release(&l);
	buf_release(&got);
	store_free(s);
}

static void a_day_is_enough(void **state)
{
	(void)state;
	check("The talks had opened in Brin on 7 April 2003 with songs.",
		"one: The talks had opened in Brin on 7 April 2003");
	check("Oster left the talks in Caspel on May 17.",
		"two: Oster left the talks in Caspel on May 17");
	/* reported on the day after; not days before it */
	check("Oster left the talks in Caspel on May 12.", "");
	check("She was born in Brin on 7 April 1961.", "");
}

static void a_month_is_when_the_words_are_the_rounds(void **state)
{
	(void)state;
	check("Both remember the talks in Caspel in May as a defeat.",
		"two: Both remember the talks in Caspel in May");
	check("May 2004 was when Oster walked out of Caspel for good.",
		"two: May 2004 was when Oster walked out of");
	check("It began with talks in Brin in April of last year, and rain.",
		"one: It began with talks in Brin in April of last year");
	check("In May Oster walked out of Caspel. In April 2003 it came to "
	      "Brin for talks that opened late.",
		"two: In May; one: In April 2003");
}

static void what_may_be_something_else_is_none(void **state)
{
	(void)state;
	/* the time ahead */
	check("Oster will walk out of the talks in Caspel in May.", "");
	/* no round in that month, and none without its year */
	check("The talks in Caspel in March were friendly.", "");
	check("It began with talks in Brin in April, and rain.", "");
	/* another matter */
	check("The barley in May was poor.", "");
	check("Velmar and Oster shared the herring in May, too.", "");
	/* a figure */
	check("The talks in Caspel cost 3 million in May.", "");
	/* the month before */
	check("The talks of October in Caspel were a rumour.", "");
	/* no month */
	check("The talks in Caspel may go on.", "");
}

static void a_round_is_looked_back_on_once(void **state)
{
	(void)state;
	check("Both remember the talks in Caspel in May.\n\nThe walkout from "
	      "the talks in Caspel on May 18 was theatre.",
		"two: Both remember the talks in Caspel in May");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_enough),
		cmocka_unit_test(a_month_is_when_the_words_are_the_rounds),
		cmocka_unit_test(what_may_be_something_else_is_none),
		cmocka_unit_test(a_round_is_looked_back_on_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
