/* analyse(): terms, words and the sketch that finds copies. */
#include "unit.h"

#include "dateline/analyse/analysis.h"

struct made {
	struct arena arena;
	struct analysis out;
};

static void make(struct made *m, const char *title, const char *text)
{
	struct analyser *a = analyser_new();
	struct doc_builder b;

	*m = (struct made){ 0 };
	doc_begin(&b, &m->arena);
	b.doc.title = doc_clean(&b, str_from_c(title));
	doc_take_text(&b, str_from_c(text));
	analyse(a, doc_end(&b), &m->arena, &m->out);
	analyser_free(a);
}

static void release(struct made *m)
{
	analysis_release(&m->out);
	arena_release(&m->arena);
}

static const struct term *term(const struct made *m, const char *word)
{
	for (size_t i = 0; i < m->out.terms.n; i++)
		if (str_eq(m->out.terms.v[i].word, str_from_c(word)))
			return &m->out.terms.v[i];
	return NULL;
}

static void terms_are_folded_singular_and_counted(void **state)
{
	struct made m;

	(void)state;
	make(&m, "Talks in Brin",
		"The talks about herrings went on in Brin.\n"
		"No herring was caught, and no talks held, in Brin.");
	assert_int_equal(term(&m, "talk")->body, 2);
	assert_int_equal(term(&m, "talk")->lead, 1);
	assert_int_equal(term(&m, "talk")->title, 1);
	assert_int_equal(term(&m, "herring")->body, 2);
	assert_true(term(&m, "brin")->name);
	assert_false(term(&m, "herring")->name);
	assert_null(term(&m, "the"));
	for (size_t i = 1; i < m.out.terms.n; i++)
		assert_true(str_cmp(m.out.terms.v[i - 1].word,
				    m.out.terms.v[i].word) < 0);
	release(&m);
}

static void hyphens_part_and_stops_join(void **state)
{
	struct made m;

	(void)state;
	make(&m, "", "He met Orla Brandt-Quiss of the U.S. embassy.");
	assert_non_null(term(&m, "brandt"));
	assert_non_null(term(&m, "quiss"));
	assert_non_null(term(&m, "us"));
	release(&m);
}

static void only_the_first_words_of_the_body_count(void **state)
{
	struct buf text = { 0 };
	struct made m;

	(void)state;
	for (int i = 0; i < 300; i++)
		buf_add(&text, STR("early "));
	buf_add(&text, STR("late"));
	make(&m, "", text.p);
	assert_int_equal(term(&m, "early")->body, 300);
	assert_null(term(&m, "late"));
	assert_int_equal(m.out.words, 301);
	buf_release(&text);
	release(&m);
}

static void equal_texts_have_equal_sketches(void **state)
{
	static const char text[] = "One two three four five six seven eight "
				   "nine ten eleven twelve.";
	struct made a, b;

	(void)state;
	make(&a, "A", text);
	make(&b, "B", text);
	assert_int_equal(a.out.shingles.n, 8);
	assert_int_equal(b.out.shingles.n, 8);
	assert_memory_equal(a.out.shingles.v, b.out.shingles.v,
		8 * sizeof *a.out.shingles.v);
	release(&a);
	release(&b);
}

static void a_sketch_is_ascending_and_bounded(void **state)
{
	struct buf text = { 0 };
	struct made m;

	(void)state;
	for (int i = 0; i < 3000; i++)
		buf_add_f(&text, "word%d ", i);
	make(&m, "", text.p);
	assert_int_equal(m.out.shingles.n, 64);
	for (size_t i = 1; i < m.out.shingles.n; i++)
		assert_true(m.out.shingles.v[i - 1] < m.out.shingles.v[i]);
	buf_release(&text);
	release(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_are_folded_singular_and_counted),
		cmocka_unit_test(hyphens_part_and_stops_join),
		cmocka_unit_test(only_the_first_words_of_the_body_count),
		cmocka_unit_test(equal_texts_have_equal_sketches),
		cmocka_unit_test(a_sketch_is_ascending_and_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
