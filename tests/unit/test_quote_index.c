/* All quotes of an archive: joined by their words, asked by a query. */
#include "archive.h"

#include "dateline/store/query.h"
#include "dateline/store/quote_job.h"

static const struct given given[] = {
	{ "a", "Quay opens", "Wire", "2020-03-01",
		"The quay opened on Sunday.\n\n\"The quay is longer than the "
		"town deserves,\" Mara Lind said. She said the crane would "
		"stay until the autumn storms.",
		{ 0 } },
	{ "b", "Longer than deserved", "Post", "2020-03-02",
		"The quay opened on Sunday.\n\n\"The quay is longer than this "
		"small town deserves,\" Mara Lind said. She said the crane "
		"would stay until the autumn storms.",
		{ 0 } },
	{ "c", "Bread", "Post", "2020-05-09",
		"A prize for bread.\n\n\"Bread is patience with salt in it,\" "
		"Tomas Orly said.",
		{ 0 } },
	{ "d", "Some day", "Post", NULL,
		"Nobody noted the day.\n\n\"We never wrote the date on "
		"anything at all,\" Ada Bern said.",
		{ 0 } },
};
#define N_GIVEN (sizeof given / sizeof *given)

struct made {
	struct store *store;
	struct people *people;
	struct quote_index *quotes;
};

static int make(void **state)
{
	struct made *m = mem_alloc(sizeof *m);

	m->store = archive_make(given, N_GIVEN);
	m->people = people_new(m->store, NULL, 0);
	m->quotes = quote_index_new(m->people, NULL);
	*state = m;
	return 0;
}

static int release(void **state)
{
	struct made *m = *state;

	quote_index_free(m->quotes);
	people_free(m->people);
	store_free(m->store);
	free(m);
	return 0;
}

static struct str words_of(const struct made *m, const struct people_said *said)
{
	return str_range(
		store_str(m->store, m->store->articles.v[said->article].text),
		m->store->quotes.v[said->quote].span);
}

struct want {
	const char *words; /* of its first use */
	uint32_t uses, sources;
	bool reworded;
};

static void assert_utterance(
	const struct made *m, size_t i, const struct want *want)
{
	const struct utterance *u = &m->quotes->all.list.v[i];

	assert_str(words_of(m, &m->quotes->all.said.v[u->said.first]),
		want->words);
	assert_int_equal(u->said.n, want->uses);
	assert_int_equal(u->sources, want->sources);
	assert_int_equal(u->reworded, want->reworded);
}

static void each_utterance_is_there_once_the_latest_first(void **state)
{
	static const struct want want[] = {
		{ "Bread is patience with salt in it,", 1, 1, false },
		{ "The quay is longer than the town deserves,", 2, 2, true },
		{ "the crane would stay until the autumn storms", 2, 2, false },
		{ "We never wrote the date on anything at all,", 1, 1, false },
	};
	const struct made *m = *state;

	assert_int_equal(m->quotes->all.list.n, 4);
	assert_int_equal(m->quotes->all.said.n, m->store->quotes.n);
	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		assert_utterance(m, i, &want[i]);
}

/* What is reported is one in equal words only. */
static void what_is_reported_otherwise_is_another(void **state)
{
	static const struct given other[] = {
		{ "a", "Crane", "Wire", "2020-03-01",
			"A crane stands there.\n\nMara Lind said the crane "
			"would stay until the autumn storms.",
			{ 0 } },
		{ "b", "Crane", "Post", "2020-03-02",
			"A crane stands there.\n\nMara Lind said the crane "
			"would stay until the first autumn storms.",
			{ 0 } },
	};
	struct store *s = archive_make(other, 2);
	struct people *p = people_new(s, NULL, 0);
	struct quote_index *x = quote_index_new(p, NULL);

	(void)state;
	assert_int_equal(x->all.list.n, 2);
	quote_index_free(x);
	people_free(p);
	store_free(s);
}

/* How many utterances have a use that answers. */
static uint32_t answers(const struct made *m, const char *text)
{
	struct query_error error;
	struct query q;
	uint32_t n = 0;

	assert_true(query_parse(&q, str_from_c(text), &error));
	for (size_t i = 0; i < m->quotes->all.list.n; i++) {
		struct span said = m->quotes->all.list.v[i].said;
		bool any = false;

		for (uint32_t k = 0; k < said.n; k++)
			any = any ||
			      query_answers_quote(&q, m->people,
				      &m->quotes->all.said.v[said.first + k]);
		n += any;
	}
	query_release(&q);
	return n;
}

static void a_query_is_asked_of_each_quote(void **state)
{
	const struct made *m = *state;

	assert_int_equal(answers(m, ""), 4);
	assert_int_equal(answers(m, "said:lind"), 2);
	assert_int_equal(answers(m, "quote:crane"), 1);
	/* Bare words stand in the quote or in the name. */
	assert_int_equal(answers(m, "quay"), 1);
	assert_int_equal(answers(m, "opened"), 0);
	assert_int_equal(answers(m, "orly"), 1);
	assert_int_equal(answers(m, "-orly"), 3);
	assert_int_equal(answers(m, "small"), 1);
	assert_int_equal(answers(m, "lind crane"), 1);
	/* All else is about the article. */
	assert_int_equal(answers(m, "source:wire"), 2);
	assert_int_equal(answers(m, "date:2020-05"), 1);
	assert_int_equal(answers(m, "title:bread OR is:undated"), 2);
	assert_int_equal(answers(m, "weekday:sat"), 1);
}

static void a_stopped_search_gives_nothing(void **state)
{
	const struct made *m = *state;
	atomic_bool stop = true;

	assert_null(quote_index_new(m->people, &stop));
}

static void wake(void *ctx)
{
	atomic_store((atomic_bool *)ctx, true);
}

static void a_thread_finds_the_same(void **state)
{
	const struct made *m = *state;
	atomic_bool woken = false;
	const struct people_wake w = { wake, &woken };
	struct quote_job *job = quote_job_start(m->people, &w);
	struct quote_index *x = quote_job_take(job);

	assert_true(woken);
	assert_int_equal(x->all.list.n, m->quotes->all.list.n);
	assert_memory_equal(x->all.said.v, m->quotes->all.said.v,
		x->all.said.n * sizeof *x->all.said.v);
	quote_index_free(x);
	quote_job_stop(quote_job_start(m->people, &w));
	quote_job_stop(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_utterance_is_there_once_the_latest_first),
		cmocka_unit_test(what_is_reported_otherwise_is_another),
		cmocka_unit_test(a_query_is_asked_of_each_quote),
		cmocka_unit_test(a_stopped_search_gives_nothing),
		cmocka_unit_test(a_thread_finds_the_same),
	};

	return cmocka_run_group_tests(tests, make, release);
}
