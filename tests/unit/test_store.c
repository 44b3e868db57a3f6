/* store/store.h: adding, ids, order, sources. Rounds are in test_rounds.c. */
#include "dateline/store/terms.h"
#include "rounds_archive.h"

static const struct given three[] = {
	{ "b", "Bread", "Baker", "2001-02-03", "Bread is dear.", { 0 } },
	{ "a", "Apples", "Grocer", NULL, "Apples are cheap.", { 0 } },
	{ "c", "Cheese", "Dairy", "2001-02-01", "Cheese is old.", { 0 } },
};

static void assert_ids(const struct store *s, const char *want)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < s->articles.n; i++) {
		if (i)
			buf_add_c(&b, ' ');
		buf_add(&b, store_str(s, s->articles.v[i].id));
	}
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void articles_are_by_date_undated_last(void **state)
{
	struct store *s = archive_make(three, 3);

	(void)state;
	assert_ids(s, "c b a");
	assert_int_equal(store_find(s, STR("b")), 1);
	assert_int_equal(store_find(s, STR("bb")), STORE_NONE);
	store_free(s);
}

static void one_day_is_by_source_then_id(void **state)
{
	static const struct given g[] = {
		{ "z", "Z", "Alpha", "2001-02-03", "Zeal.", { 0 } },
		{ "y", "Y", "Beta", "2001-02-03", "Yarn.", { 0 } },
		{ "x", "X", "Alpha", "2001-02-03", "Xylem.", { 0 } },
	};
	struct store *s = archive_make(g, 3);

	(void)state;
	assert_ids(s, "x z y");
	store_free(s);
}

static void an_empty_store_finishes(void **state)
{
	struct store *s = archive_make(NULL, 0);

	(void)state;
	assert_int_equal(s->articles.n, 0);
	assert_int_equal(s->rounds.n, 0);
	assert_int_equal(store_find(s, STR("a")), STORE_NONE);
	store_free(s);
}

static void an_id_given_twice_gets_a_number(void **state)
{
	static const struct given g[] = {
		{ "a", "One", NULL, NULL, "First text.", { 0 } },
		{ "a", "Two", NULL, NULL, "Second text.", { 0 } },
		{ "a~2", "Three", NULL, NULL, "Third text.", { 0 } },
	};
	struct store *s = archive_make(g, 3);

	(void)state;
	assert_int_equal(s->articles.n, 3);
	assert_str(store_str(s, archive_get(s, "a")->title), "One");
	assert_str(store_str(s, archive_get(s, "a~2")->title), "Three");
	assert_str(store_str(s, archive_get(s, "a~3")->title), "Two");
	store_free(s);
}

static void equal_articles_are_kept_once_and_listed(void **state)
{
	struct given g[] = { three[0], three[0] };
	struct store *s = archive_make(g, 2);

	(void)state;
	assert_ids(s, "b");
	assert_int_equal(s->skips.n, 1);
	assert_str(store_str(s, s->skips.v[0].where), "b");
	assert_str(store_str(s, s->skips.v[0].why), "given twice, kept once");
	store_free(s);
}

static void appended_stores_are_as_one(void **state)
{
	struct store *all = archive_make(three, 3);
	struct store *s = store_new(), *part = store_new();

	(void)state;
	archive_add(s, &three[2]);
	archive_add(part, &three[0]);
	archive_add(part, &three[1]);
	store_add_skip(part, STR("x"), STR("torn"));
	store_append(s, part);
	store_free(part);
	store_finish(s);
	assert_ids(s, "c b a");
	assert_int_equal(s->skips.n, 1);
	assert_int_equal(s->terms.n, all->terms.n);
	assert_memory_equal(
		s->terms.v, all->terms.v, s->terms.n * sizeof *s->terms.v);
	store_free(all);
	store_free(s);
}

static void a_source_is_never_empty(void **state)
{
	struct store *s = store_new();
	struct doc d = { .id = STR("wire/north/a.txt#2"),
		.path = STR("/home/me/news/wire/north/a.txt") };
	struct doc e = { .id = STR("x/y"), .path = STR("/home/me/a.jsonl") };
	struct analysis none = { 0 };

	(void)state;
	store_add(s, &d, &none);
	store_add(s, &e, &none);
	store_finish(s);
	assert_str(
		store_source(s, archive_get(s, "wire/north/a.txt#2")), "wire");
	assert_str(store_source(s, archive_get(s, "x/y")), "unknown");
	store_free(s);
}

/* Finished, a store has no terms and sketches: they are read from the text. */
static void terms_are_read_again_as_they_were(void **state)
{
	struct store *building = store_new(), *finished;
	struct term_cache cache = { 0 };
	struct term_reader r = { 0 };

	(void)state;
	for (size_t i = 0; i < ROUNDS_ARCHIVE; i++)
		archive_add(building, &rounds_archive[i]);
	finished = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	for (size_t i = 0; i < ROUNDS_ARCHIVE; i++) {
		struct span terms = building->articles.v[i].terms;
		struct span sketch = building->articles.v[i].shingles;
		uint32_t at =
			store_find(finished, str_from_c(rounds_archive[i].id));
		const struct term_list *kept =
			terms_cached(&cache, finished, at);

		assert_ptr_equal(terms_cached(&cache, finished, at), kept);
		terms_read(&r, finished, at);
		assert_int_equal(r.analysis.terms.n, terms.n);
		assert_int_equal(kept->n, terms.n);
		assert_int_equal(r.analysis.shingles.n, sketch.n);
		assert_memory_equal(r.analysis.shingles.v,
			building->shingles.v + sketch.first,
			sketch.n * sizeof *building->shingles.v);
		for (uint32_t k = 0; k < terms.n; k++) {
			const struct store_term *want =
				&building->terms.v[terms.first + k];
			const struct term *got = &r.analysis.terms.v[k];

			assert_true(str_eq(got->word,
				building->interned.strings[want->word]));
			assert_true(str_eq(got->word, kept->v[k].word));
			assert_int_equal(got->body, want->body);
			assert_int_equal(got->lead, want->lead);
			assert_int_equal(got->title, want->title);
			assert_int_equal(got->name, want->name);
		}
	}
	terms_release(&r);
	term_cache_release(&cache);
	store_free(building);
	store_free(finished);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_are_by_date_undated_last),
		cmocka_unit_test(one_day_is_by_source_then_id),
		cmocka_unit_test(an_empty_store_finishes),
		cmocka_unit_test(an_id_given_twice_gets_a_number),
		cmocka_unit_test(equal_articles_are_kept_once_and_listed),
		cmocka_unit_test(appended_stores_are_as_one),
		cmocka_unit_test(a_source_is_never_empty),
		cmocka_unit_test(terms_are_read_again_as_they_were),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
