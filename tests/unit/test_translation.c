/* Translations in an archive: which they are, and their paragraphs. */
#include "page.h"

#include "dateline/store/translation.h"
#include "dateline/text/align_length.h"

static void add(struct store *s, const char *id, const char *lang,
	const char *url, const char *other)
{
	struct analysis a = { 0 };
	struct arena arena = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	b.doc.id = b.doc.path = b.doc.title = str_from_c(id);
	b.doc.lang = str_from_c(lang);
	b.doc.url = *url ? str_from_c(url) : STR_NONE;
	if (other)
		doc_add_translation(&b, str_from_c(other));
	doc_take_text(&b, str_from_c(id));
	store_add(s, doc_end(&b), &a);
	analysis_release(&a);
	arena_release(&arena);
}

/* The id of an article's translation; "": none. */
static struct str translation(const struct store *s, const char *id, uint32_t n)
{
	uint32_t found = translation_find(s, store_find(s, str_from_c(id)), n);

	return found == STORE_NONE ? STR("")
				   : store_str(s, s->articles.v[found].id);
}

static void one_names_the_other(void **state)
{
	struct store *s = store_new();

	(void)state;
	add(s, "quay", "en-GB", "https://www.marl.example/quay/",
		"http://marl.example/quai");
	add(s, "quai", "fr", "https://marl.example/quai#top", NULL);
	add(s, "kai", "de", "", "quay");
	add(s, "dock", "en-US", "https://marl.example/dock",
		"http://marl.example/quay");
	store_finish(s);
	assert_str(translation(s, "quai", 0), "quay");
	assert_str(translation(s, "kai", 0), "quay");
	assert_str(translation(s, "quay", 0), "kai");
	assert_str(translation(s, "quay", 1), "quai");
	assert_str(translation(s, "quay", 2), "kai");
	/* Another country's English is no translation. */
	assert_str(translation(s, "dock", 0), "");
	assert_true(translation_is(
		s, store_find(s, STR("quay")), store_find(s, STR("quai"))));
	assert_false(translation_is(
		s, store_find(s, STR("dock")), store_find(s, STR("quai"))));
	store_free(s);
}

static void addresses_and_ids_differ_in_the_language(void **state)
{
	struct store *s = store_new();

	(void)state;
	add(s, "a", "en", "https://marl.example/en/2021/quay", NULL);
	add(s, "b", "fr", "https://marl.example/fr/2021/quay", NULL);
	add(s, "c", "fr", "https://marl.example/fr/2021/ferry", NULL);
	add(s, "bell.html", "en", "", NULL);
	add(s, "bell.fr.html", "fr", "", NULL);
	add(s, "bell.html.de", "fr", "", NULL);
	add(s, "en/tide.txt", "en-GB", "", NULL);
	add(s, "de/tide.txt", "de", "", NULL);
	add(s, "plain", "", "", NULL);
	store_finish(s);
	assert_str(translation(s, "a", 0), "b");
	assert_str(translation(s, "b", 0), "a");
	assert_str(translation(s, "c", 0), "");
	assert_str(translation(s, "bell.html", 0), "bell.fr.html");
	assert_str(translation(s, "bell.html", 1), "bell.fr.html");
	/* It is not in the language that its name says. */
	assert_str(translation(s, "bell.html.de", 0), "");
	assert_str(translation(s, "en/tide.txt", 0), "de/tide.txt");
	assert_str(translation(s, "plain", 0), "");
	store_free(s);
}

static void a_page_names_its_translations(void **state)
{
	struct got got = got_html(STR(
		"<html lang=en-GB><head><title>The quay opens</title>"
		"<link rel=canonical href='https://marl.example/quay'>"
		"<link rel=alternate hreflang=en href='https://marl.example/us'>"
		"<link rel=alternate hreflang=fr href='/quai'>"
		"<link rel=alternate hreflang=fr-CH href='/ch'>"
		"<link rel=alternate hreflang=x-default "
		"href='https://marl.example/'>"
		"<link rel=alternate hreflang=de href='https://marl.example/kai'>"
		"<link rel=stylesheet hreflang=it href='https://marl.example/s'>"
		"<link rel=alternate href='https://marl.example/feed'>"
		"</head><body><h1>The quay opens</h1><p>The quay opened on "
		"Sunday before a crowd that had waited for it since the "
		"flood.</p></body></html>"));

	(void)state;
	assert_int_equal(got.doc->n_translations, 2);
	assert_str(got.doc->translations[0], "https://marl.example/quai");
	assert_str(got.doc->translations[1], "https://marl.example/kai");
	got_release(&got);
}

/* Paragraphs of so many letters, "-" between. */
struct made {
	struct buf text;
	VEC_OF(struct range) paragraphs;
};

static struct align_text make(struct made *m, const uint32_t *lengths, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t start = (uint32_t)m->text.n;

		for (uint32_t k = 0; k < lengths[i]; k++)
			buf_add(&m->text, k % 2 ? STR("é") : STR("a"));
		*vec_push(&m->paragraphs) =
			(struct range){ start, (uint32_t)m->text.n };
	}
	return (struct align_text){ buf_str(&m->text), STR("en"),
		m->paragraphs.v, (uint32_t)n };
}

/* The beads as "1-1 2-1 …". */
static void assert_beads(const uint32_t *a, size_t n_a, const uint32_t *b,
	size_t n_b, const char *want)
{
	struct made first = { 0 }, second = { 0 };
	struct align_text x = make(&first, a, n_a), y = make(&second, b, n_b);
	struct align_beads beads = { 0 };
	struct buf got = { 0 };
	uint32_t at_a = 0, at_b = 0;

	align_length(&beads, &x, &y);
	for (size_t i = 0; i < beads.list.n; i++) {
		const struct align_bead *bead = &beads.list.v[i];

		assert_int_equal(bead->a, at_a);
		assert_int_equal(bead->b, at_b);
		at_a += bead->a_n;
		at_b += bead->b_n;
		buf_add_f(&got, "%u-%u ", (unsigned)bead->a_n,
			(unsigned)bead->b_n);
	}
	assert_int_equal(at_a, n_a);
	assert_int_equal(at_b, n_b);
	if (want)
		assert_str(buf_str(&got), want);
	buf_release(&got);
	vec_free(&beads.list);
	buf_release(&first.text);
	buf_release(&second.text);
	vec_free(&first.paragraphs);
	vec_free(&second.paragraphs);
}

static void paragraphs_pair_by_length(void **state)
{
	const uint32_t a[] = { 100, 40, 300, 80 };
	const uint32_t same[] = { 110, 46, 320, 90 };
	const uint32_t joined[] = { 110, 370, 90 };
	const uint32_t less[] = { 100, 40, 80 };

	(void)state;
	assert_beads(a, 4, same, 4, "1-1 1-1 1-1 1-1 ");
	assert_beads(a, 4, joined, 3, "1-1 2-1 1-1 ");
	assert_beads(joined, 3, a, 4, "1-1 1-2 1-1 ");
	assert_beads(a, 4, less, 3, "1-1 1-1 1-0 1-1 ");
	assert_beads(a, 2, NULL, 0, "1-0 1-0 ");
	assert_beads(NULL, 0, a, 1, "0-1 ");
	assert_beads(NULL, 0, NULL, 0, "");
}

/* Any number of paragraphs of any length: each stands once, in its order. */
static void all_paragraphs_are_there(void **state)
{
	uint64_t random = 7;
	uint32_t a[400], b[400];

	(void)state;
	for (int round = 0; round < 60; round++) {
		size_t n = unit_random(&random) % 400;
		size_t m = unit_random(&random) % 400;

		for (size_t i = 0; i < n; i++)
			a[i] = unit_random(&random) % 50;
		for (size_t i = 0; i < m; i++)
			b[i] = unit_random(&random) % 50;
		assert_beads(a, n, b, m, NULL);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_names_the_other),
		cmocka_unit_test(addresses_and_ids_differ_in_the_language),
		cmocka_unit_test(a_page_names_its_translations),
		cmocka_unit_test(paragraphs_pair_by_length),
		cmocka_unit_test(all_paragraphs_are_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
