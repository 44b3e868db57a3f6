/* src/cli/select.c and tally.c: what a command's options name. */
#include "unit.h"

#include "cli/select.h"
#include "cli/tally.h"

struct said {
	const char *id, *who;
	uint32_t quotes;
};

static void add(struct store *s, const struct said *said)
{
	struct person person = { .name = str_from_c(said->who),
		.mentions = 1,
		.quotes = said->quotes };
	struct analysis a = { 0 };
	const struct doc d = { .id = str_from_c(said->id),
		.title = str_from_c(said->id),
		.date = { .year = 2011,
			.month = 3,
			.day = (uint8_t)(said->quotes + 1),
			.precision = DATE_DAY,
			.zone = DATE_NO_ZONE } };

	*vec_push(&a.persons) = person;
	store_add(s, &d, &a);
	analysis_release(&a);
}

static struct store *make(void)
{
	static const struct said all[] = { { "quay/ferry-1.txt", "Jo Roe", 1 },
		{ "quay/ferry-2.txt", "JO ROE", 2 },
		{ "port/tide.txt", "Ann Poe", 2 },
		{ "port/ebb.txt", "Al Moe", 0 } };
	struct store *s = store_new();

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		add(s, &all[i]);
	store_finish(s);
	return s;
}

static void an_id_may_be_shortened_while_it_is_one(void **state)
{
	struct store *s = make();
	uint32_t tide = store_find(s, STR("port/tide.txt"));

	(void)state;
	assert_int_equal(select_article(s, STR("port/tide.txt")), tide);
	assert_int_equal(select_article(s, STR("port/t")), tide);
	assert_int_equal(select_article(s, STR("tide.txt")), tide);
	assert_int_equal(select_article(s, STR("tid")), tide);
	assert_int_equal(select_article(s, STR("ferry")), STORE_NONE);
	assert_int_equal(select_article(s, STR("none")), STORE_NONE);
	store_free(s);
}

static void speakers_are_found_by_a_part_of_the_name(void **state)
{
	struct store *s = make();
	const struct request r = { .speaker = STR("ROE") };
	struct selection x;

	(void)state;
	assert_true(selection_begin(&x, s, &r));
	people_make(&x.people, s, NULL, 0);
	assert_true(selection_has_speaker(
		&x, people_find(&x.people, STR("Jo Roe"))));
	assert_false(selection_has_speaker(
		&x, people_find(&x.people, STR("Ann Poe"))));
	assert_false(selection_has_speaker(&x, STORE_NONE));
	selection_release(&x);
	store_free(s);
}

static void a_round_limits_the_articles(void **state)
{
	struct store *s = make();
	uint32_t tide = store_find(s, STR("port/tide.txt"));
	const struct request none = { .round = STR("no such") };
	struct request r = { 0 };
	struct selection x;
	size_t n = 0;

	(void)state;
	assert_false(selection_begin(&x, s, &none));
	selection_release(&x);
	r.round = store_str(s, s->rounds.v[s->articles.v[tide].round].id);
	assert_true(selection_begin(&x, s, &r));
	assert_true(selection_has_article(&x, tide));
	for (uint32_t i = 0; i < s->articles.n; i++)
		n += selection_has_article(&x, i);
	assert_int_equal(n, s->rounds.v[s->articles.v[tide].round].articles.n);
	selection_release(&x);
	store_free(s);
}

static void people_are_counted_once_whatever_the_case(void **state)
{
	struct store *s = make();
	struct people people;
	struct tally t;

	(void)state;
	people_make(&people, s, NULL, 0);
	tally_begin(&t, &people);
	for (uint32_t i = 0; i < s->articles.n; i++)
		tally_add(&t, i);
	tally_sort(&t);
	assert_int_equal(t.list.n, 2);
	assert_int_equal(
		t.list.v[0].identity, people_find(&people, STR("Jo Roe")));
	assert_int_equal(t.list.v[0].quotes, 3);
	assert_int_equal(t.list.v[0].articles, 2);
	assert_int_equal(
		t.list.v[0].time.last.day - t.list.v[0].time.first.day, 1);
	assert_str(people.list.v[t.list.v[1].identity].name, "Ann Poe");
	tally_clear(&t);
	assert_int_equal(t.list.n, 0);
	tally_release(&t);
	people_release(&people);
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_may_be_shortened_while_it_is_one),
		cmocka_unit_test(speakers_are_found_by_a_part_of_the_name),
		cmocka_unit_test(a_round_limits_the_articles),
		cmocka_unit_test(people_are_counted_once_whatever_the_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
