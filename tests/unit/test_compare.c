/* store/compare.h: what the round's screen says of its articles. */
#include "view_fixture.h"

#include "dateline/store/compare.h"

/* A round of its own: the same words told in three ways, and other ones. */
static const struct told seas[] = {
	{ "a.txt", "A", "Post", "2020-03-01", "",
		"\"The sea belongs to those who row it,\" said Mara Lind-Moe. "
		"It cost 300 crowns.",
		{ { "The sea belongs to those who row it,", "Mara Lind-Moe",
			"Mara Lind-Moe", "said", QUOTE_DIRECT, 95 } } },
	{ "b.txt", "B", "Courier", "2020-03-02", "",
		"\"The sea is for those who row it,\" Lind Moe said. \"Go "
		"home.\" It cost 300 crowns.",
		{ { "The sea is for those who row it,", "Lind Moe", "Lind Moe",
			  "said", QUOTE_DIRECT, 95 },
			{ "Go home.", "Lind Moe", "Lind Moe", "said",
				QUOTE_DIRECT, 95 } } },
	{ "c.txt", "C", "Herald", "2020-03-03", "",
		"The mayor spoke of \"those who row it.\" It cost 400 crowns. "
		"Pelicans slept quietly under rusty bridges yesterday. "
		"\"Wait. Herons nested loudly above broken chimneys.\"",
		{ { "those who row it.", "mayor", "The mayor", "spoke",
			QUOTE_PARTIAL, 60 } } },
};

static int open_round(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);
	static const uint32_t all[] = { 0, 1, 2 };

	f->store = store_new();
	for (size_t i = 0; i < 3; i++)
		add_told(f->store, &seas[i]);
	store_finish(f->store);
	f->store->rounds.n = f->store->rounds_by_time.n = 0;
	f->store->round_articles.n = 0;
	for (size_t i = 0; i < 3; i++)
		f->store->articles.v[i].copy_of = STORE_NONE;
	add_round(f->store, all, 3);
	*state = f;
	return 0;
}

static int close_round(void **state)
{
	struct fixture *f = *state;

	store_free(f->store);
	free(f);
	return 0;
}

struct compared {
	struct people people;
	struct comparison c;
};

static void compare_all(struct compared *all, struct fixture *f)
{
	people_make(&all->people, f->store, NULL, 0);
	comparison_make(&all->c, &all->people, &f->store->rounds.v[0]);
}

static void compared_release(struct compared *all)
{
	comparison_release(&all->c);
	people_release(&all->people);
}

static void new_terms_are_counted(void **state)
{
	struct compared all;
	const struct comparison *c = &all.c;

	compare_all(&all, *state);
	assert_int_equal(c->fresh[0], 100);
	/* "go" and "home" of nine. */
	assert_int_equal(c->fresh[1], 22);
	/* All but "row", "cost" and "crown" of eighteen. */
	assert_int_equal(c->fresh[2], 83);
	compared_release(&all);
}

static void one_speaker_has_many_spellings(void **state)
{
	struct compared all;
	const struct comparison *c = &all.c;

	compare_all(&all, *state);
	assert_int_equal(c->speakers.n, 2);
	assert_str(c->speakers.v[0].name, "Mara Lind-Moe");
	assert_int_equal(c->speakers.v[0].in.n, 2);
	assert_int_equal(c->speakers.v[0].quotes, 3);
	assert_int_equal(c->in.v[c->speakers.v[0].in.first], 0);
	assert_int_equal(c->in.v[c->speakers.v[0].in.first + 1], 1);
	assert_str(c->speakers.v[1].name, "mayor");
	compared_release(&all);
}

static void other_wordings_are_found(void **state)
{
	struct compared all;
	const struct comparison *c = &all.c;

	compare_all(&all, *state); /* "Go home." is another utterance. */
	assert_int_equal(c->outlets.n, 3);
	assert_str(c->outlets.v[1], "Courier");
	assert_int_equal(c->utterances.n, 3);
	assert_int_equal(c->utterances.v[0].speaker, c->speakers.v[0].number);
	assert_int_equal(c->utterances.v[0].outlets, 2);
	assert_int_equal(c->utterances.v[0].uses.n, 2);
	assert_memory_equal(c->utterances.v[0].carries,
		((uint8_t[]){ CARRIES_WORDS, CARRIES_REWORDED, CARRIES_NOT }),
		3);
	assert_int_equal(c->uses.v[c->utterances.v[0].uses.first + 1].at, 1);
	assert_memory_equal(c->utterances.v[1].carries,
		((uint8_t[]){ CARRIES_NOT, CARRIES_WORDS, CARRIES_NOT }), 3);
	assert_int_equal(c->utterances.v[2].speaker, c->speakers.v[1].number);
	assert_memory_equal(c->utterances.v[2].carries,
		((uint8_t[]){ CARRIES_NOT, CARRIES_NOT, CARRIES_WORDS }), 3);
	compared_release(&all);
}

static void differing_figures_are_found(void **state)
{
	struct compared all;
	const struct comparison *c = &all.c;

	compare_all(&all, *state);
	assert_int_equal(c->figures.n, 3);
	assert_str(c->figures.v[0].value, "300");
	assert_str(c->figures.v[0].noun, "crowns");
	assert_int_equal(c->figures.v[0].at, 0);
	assert_int_equal(c->figures.v[1].at, 1);
	assert_str(c->figures.v[2].value, "400");
	assert_int_equal(c->figures.v[2].at, 2);
	compared_release(&all);
}

static void own_sentences_are_found(void **state)
{
	struct fixture *f = *state;
	struct compared all;
	const struct comparison *c = &all.c;

	compare_all(&all, f);
	assert_int_equal(c->sentences.n, 2);
	assert_int_equal(c->sentences.v[0].at, 2);
	assert_str(str_range(store_str(f->store, f->store->articles.v[2].text),
			   c->sentences.v[0].range),
		"Pelicans slept quietly under rusty bridges yesterday.");
	/* Cut out of what somebody says, it keeps no lone mark. */
	assert_str(str_range(store_str(f->store, f->store->articles.v[2].text),
			   c->sentences.v[1].range),
		"Herons nested loudly above broken chimneys.");
	compared_release(&all);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_round, close_round)
	const struct CMUnitTest tests[] = {
		TEST(new_terms_are_counted),
		TEST(one_speaker_has_many_spellings),
		TEST(other_wordings_are_found),
		TEST(differing_figures_are_found),
		TEST(own_sentences_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
