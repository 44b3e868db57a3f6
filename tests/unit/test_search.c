/* store/search.h: what the index finds is what reading finds. */
#include "archive.h"

#include "dateline/store/search.h"
#include "dateline/text/fold.h"
#include "dateline/text/words.h"
#include "store/bounds.h"
#include "store/query_answers.h"

static const char *const vocabulary[] = { "river", "River", "caf\xC3\xA9",
	"cafe", "talks", "talk", "the", "of", "gauge", "gauges", "U.S.",
	"Veles-Koren", "1,500", "\xE6\x9D\xB1\xE4\xBA\xAC",
	"said Ilse Marrend.",
	("\xE2\x80\x9CThe talks of the river are here,\xE2\x80\x9D said Ilse "
	 "Marrend. "),
	"\n\n", "Dario Korso said that the gauge is broken." };
#define VOCABULARY (sizeof vocabulary / sizeof *vocabulary)

static const char *const values[] = { "river", "cafe", "talk*", "ga*", "the",
	"\"the talks\"", "\"of the\"", "veles-koren", "\"u s\"", "1500",
	"1,500", "\xE4\xBA\xAC", "\xE6\x9D\xB1\xE4\xBA\xAC", "nothing", "r*" };
#define VALUES (sizeof values / sizeof *values)

static const char *const conditions[] = { "title:river", "title:\"the river\"",
	"said:marrend", "said:korso", "quote:talks", "said:marrend quote:river",
	"source:wire", "by:nobody", "date:2018-06-05", "date:2018-06-03..",
	"words:>12", "is:alone", "is:undated", "round:river" };
#define CONDITIONS (sizeof conditions / sizeof *conditions)

static void add_words(struct buf *out, uint64_t *random, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		buf_add_f(out, "%s%s", i ? " " : "",
			vocabulary[unit_random(random) % VOCABULARY]);
}

/* An archive of n articles of random words. */
static struct store *random_archive(uint64_t *random, uint32_t n)
{
	struct store *s = store_new();

	for (uint32_t i = 0; i < n; i++) {
		struct buf title = { 0 }, text = { 0 };
		char id[16], date[16];
		struct given g = { id, NULL, i % 3 ? "Northern Wire" : NULL,
			i % 5 ? date : NULL, NULL, { 0 } };

		snprintf(id, sizeof id, "a%u", i);
		snprintf(date, sizeof date, "2018-06-%02u", i % 28 + 1);
		add_words(&title, random, 3);
		add_words(&text, random, unit_random(random) % 30 + 1);
		g.title = title.p;
		g.text = text.p;
		archive_add(s, &g);
		buf_release(&title);
		buf_release(&text);
	}
	store_finish(s);
	return s;
}

/* A random query of a few parts, in one pair of brackets at most. */
static void random_query(struct buf *out, uint64_t *random)
{
	static const char *const joints[] = { " ", " ", " OR ", " AND ", " -",
		" NOT ", " OR -" };
	uint32_t parts = unit_random(random) % 4 + 1;
	uint32_t open = unit_random(random) % 8;
	bool is_open = false;

	for (uint32_t i = 0; i < parts; i++) {
		buf_add_f(out, "%s", i ? joints[unit_random(random) % 7] : "");
		if (i == open) {
			buf_add(out, STR("("));
			is_open = true;
		}
		buf_add_f(out, "%s",
			unit_random(random) % 3
				? values[unit_random(random) % VALUES]
				: conditions[unit_random(random) % CONDITIONS]);
	}
	buf_add_f(out, "%s", is_open ? ")" : "");
}

static void assert_same_as_reading(const struct store *s, struct str text)
{
	struct query q;
	struct query_error error;
	struct hits hits = { 0 };
	size_t at = 0;

	if (!query_parse(&q, text, &error))
		fail_msg("%.*s: %s", STR_ARG(text), error.e.msg);
	store_search(s, &q, SEARCH_OLDEST_FIRST, &hits);
	for (uint32_t i = 0; i < s->articles.n; i++) {
		bool found = at < hits.list.n && hits.list.v[at].article == i;

		if (found != query_answers(&q, s, i))
			fail_msg("%.*s: article %u", STR_ARG(text), i);
		at += found;
	}
	assert_int_equal(at, hits.list.n);
	hits_release(&hits);
	query_release(&q);
}

static void the_index_finds_what_reading_finds(void **state)
{
	uint64_t random = 2018;

	(void)state;
	for (int round = 0; round < 10; round++) {
		struct store *s =
			random_archive(&random, unit_random(&random) % 130 + 1);

		for (int i = 0; i < 100; i++) {
			struct buf query = { 0 };

			random_query(&query, &random);
			assert_same_as_reading(s, buf_str(&query));
			buf_release(&query);
		}
		store_free(s);
	}
}

static const struct given ranked[] = {
	{ "often", "Other news", "Wire", "2018-06-01",
		"Nothing here at all. A walk by the sea and back.\n\n"
		"A gauge and a gauge and a gauge.",
		{ 0 } },
	{ "once", "Other news again", "Wire", "2018-06-02",
		"Nothing here at all. A walk by the sea and back.\n\n"
		"One gauge and a dog and a cat.",
		{ 0 } },
	{ "title", "The gauge", "Wire", "2018-06-03",
		"Nothing here at all. A walk by the sea and back.\n\n"
		"One gauge and a dog and a cat.",
		{ 0 } },
	{ "none", "No news", "Wire", "2018-06-04", "A dog and a cat.", { 0 } },
};

static void assert_ranking(const char *text, const char *want)
{
	struct store *s = archive_make(ranked, 4);
	struct query q;
	struct query_error error;
	struct hits hits = { 0 };
	struct buf got = { 0 };

	assert_true(query_parse(&q, str_from_c(text), &error));
	store_search(s, &q, SEARCH_BEST_FIRST, &hits);
	for (size_t i = 0; i < hits.list.n; i++)
		buf_add_f(&got, "%s%.*s", i ? " " : "",
			STR_ARG(store_str(
				s, s->articles.v[hits.list.v[i].article].id)));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	hits_release(&hits);
	query_release(&q);
	store_free(s);
}

static void the_best_comes_first(void **state)
{
	(void)state;
	assert_ranking("gauge", "title often once");
	assert_ranking("dog -gauge", "none");
	/* of equal ones the latest */
	assert_ranking("date:2018", "none title once often");
	/* a word that few have weighs more than one that many have */
	assert_ranking("walk OR news", "once often none title");
}

/* The passage, its hits in brackets. */
static void assert_snippet(const char *text, uint32_t length, const char *want)
{
	static const struct given g = { "one", "The gauge", "Wire",
		"2018-06-01",
		"Nothing here of the river at all.\n\n"
		"They walked along the river for a day and read every gauge "
		"of the Dravel twice before the river rose.",
		{ 0 } };
	struct store *s = archive_make(&g, 1);
	struct str body = store_str(s, s->articles.v[0].text);
	struct snippet snippet = { 0 };
	struct query_error error;
	struct buf got = { 0 };
	struct query q;
	uint32_t at;

	assert_true(query_parse(&q, str_from_c(text), &error));
	store_snippet(s, &q, 0, length, &snippet);
	at = snippet.at.start;
	for (size_t i = 0; i < snippet.hits.n; i++) {
		struct range hit = snippet.hits.v[i];

		buf_add_f(&got, "%.*s[%.*s]",
			STR_ARG(str_slice(body, at, hit.start)),
			STR_ARG(str_range(body, hit)));
		at = hit.end;
	}
	buf_add(&got, str_slice(body, at, snippet.at.end));
	assert_str(buf_str(&got), want);
	buf_release(&got);
	snippet_release(&snippet);
	query_release(&q);
	store_free(s);
}

static void a_passage_shows_why(void **state)
{
	(void)state;
	/* where most of the words stand near one another */
	assert_snippet("river gauge", 60,
		"along the [river] for a day and read every [gauge] of the Dravel");
	/* a short block is shown whole */
	assert_snippet("nothing", 60, "[Nothing] here of the river at all.");
	assert_snippet(
		"\"the dravel\"", 40, "gauge of [the Dravel] twice before the");
	assert_snippet("grav* OR drav*", 20, "the [Dravel] twice");
	/* what is not to be there is not marked, nor what is elsewhere */
	assert_snippet("rose -walked", 30, "twice before the river [rose].");
	assert_snippet("title:gauge", 30, "");
}

/* The pieces a text is joined of: letters beside marks of every kind. */
static const char *const pieces[] = { "a", "A", "ab", "\xC3\xA9", "e",
	"e\xCC\x81", "\xE2\x80\x94", "\xE2\x80\x99", " ", ".", "-", "1",
	"\xE6\x9D\xB1", "\xD0\xB4", "\xC2\xAD", "\xFF" };
#define PIECES (sizeof pieces / sizeof *pieces)

/* Words folded and compared one by one, from the first on. */
static bool stands(struct str text, struct str want, struct range *hit)
{
	bool found = false;

	for (size_t at = 0; !found && word_next(text, at, hit); at = hit->end) {
		struct buf folded = { 0 };

		text_fold(&folded, str_range(text, *hit));
		found = str_eq(buf_str(&folded), want);
		buf_release(&folded);
	}
	return found;
}

static void words_are_found_where_they_stand(void **state)
{
	static const char *const wanted[] = { "a", "ab", "e", "1", "aa", "ae",
		"\xE6\x9D\xB1", "\xD0\xB4" };
	uint64_t random = 11;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct buf text = { 0 };
		struct str word = str_from_c(wanted[i % 8]);
		struct query q;
		struct query_error error;
		struct query_reader r = { .q = &q };
		struct range is = { 0 }, should_be = { 0 };

		for (uint32_t n = unit_random(&random) % 12; n > 0; n--)
			buf_add(&text,
				str_from_c(
					pieces[unit_random(&random) % PIECES]));
		assert_true(query_parse(&q, word, &error));
		if (query_find_phrase(&r, buf_str(&text), 0, q.phrases.v,
			    &is) != stands(buf_str(&text), word, &should_be))
			fail_msg("%.*s in %.*s", STR_ARG(word),
				STR_ARG(buf_str(&text)));
		if (is.end) {
			assert_int_equal(is.start, should_be.start);
			assert_int_equal(is.end, should_be.end);
		}
		query_reader_release(&r);
		query_release(&q);
		buf_release(&text);
	}
}

/* Whatever the order, the hits are the same; the best first are in the order
 * of their scores, the others in that of time. */
static void hits_come_in_order(const struct search_base *b,
	const struct query *q, enum search_order order)
{
	struct search *x = search_begin(b, q, order, NULL);
	struct hits all = { 0 };
	struct hit hit, before = { 0 };
	size_t n = 0;
	bool exact;

	store_search(b->s, q, SEARCH_OLDEST_FIRST, &all);
	for (; search_next(x, &hit); n++, before = hit) {
		assert_true(query_answers(q, b->s, hit.article));
		assert_int_equal(b->s->by_time.v[hit.place], hit.article);
		if (n && order == SEARCH_BEST_FIRST)
			assert_true(hit.score < before.score ||
				    (hit.score == before.score &&
					    hit.place < before.place));
		else if (n && order == SEARCH_LATEST_FIRST)
			assert_true(hit.place < before.place);
		else if (n)
			assert_true(hit.place > before.place);
	}
	assert_int_equal(n, all.list.n);
	assert_int_equal(search_count(x, &exact), n);
	assert_true(exact);
	hits_release(&all);
	search_free(x);
}

static void hits_come_in_the_order_asked(void **state)
{
	uint64_t random = 2019;
	struct store *s = random_archive(&random, 100);
	struct search_base *b = search_base_new(s);

	(void)state;
	for (int i = 0; i < 100; i++) {
		struct buf text = { 0 };
		struct query_error error;
		struct query q;

		random_query(&text, &random);
		assert_true(query_parse(&q, buf_str(&text), &error));
		hits_come_in_order(b, &q, SEARCH_BEST_FIRST);
		hits_come_in_order(b, &q, SEARCH_LATEST_FIRST);
		hits_come_in_order(b, &q, SEARCH_OLDEST_FIRST);
		query_release(&q);
		buf_release(&text);
	}
	search_base_free(b);
	store_free(s);
}

/* Before all was read the number is an estimate, and said to be one. */
static void a_count_is_an_estimate_until_all_is_read(void **state)
{
	struct store *s = archive_make(ranked, 4);
	struct search_base *b = search_base_new(s);
	struct query_error error;
	struct search *x;
	struct query q;
	struct hit hit;
	bool exact;

	(void)state;
	assert_true(query_parse(&q, STR("\"a gauge\" OR dog"), &error));
	x = search_begin(b, &q, SEARCH_OLDEST_FIRST, NULL);
	assert_int_equal(search_count(x, &exact), 4);
	assert_false(exact);
	assert_true(search_next(x, &hit));
	assert_int_equal(search_count(x, &exact), 4);
	assert_true(exact); /* the others have the dog */
	search_free(x);
	query_release(&q);
	search_base_free(b);
	store_free(s);
}

static void a_search_can_be_stopped(void **state)
{
	uint64_t random = 7;
	struct store *s = random_archive(&random, 20);
	struct search_base *base = search_base_new(s);
	const atomic_bool stop = true;
	struct query q;
	struct query_error error;
	struct search *x;
	struct hit hit;

	(void)state;
	assert_true(query_parse(&q, STR("\"the talks\""), &error));
	x = search_begin(base, &q, SEARCH_OLDEST_FIRST, &stop);
	assert_false(search_next(x, &hit));
	assert_true(search_is_stopped(x));
	search_free(x);
	search_base_free(base);
	query_release(&q);
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_index_finds_what_reading_finds),
		cmocka_unit_test(the_best_comes_first),
		cmocka_unit_test(a_passage_shows_why),
		cmocka_unit_test(words_are_found_where_they_stand),
		cmocka_unit_test(hits_come_in_the_order_asked),
		cmocka_unit_test(a_count_is_an_estimate_until_all_is_read),
		cmocka_unit_test(a_search_can_be_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
