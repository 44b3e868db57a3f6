/* How much there is of what: counts, names, queries, bars; and places. */
#include "archive.h"

#include "dateline/store/places.h"
#include "dateline/store/query.h"
#include "dateline/store/statistics.h"
#include "dateline/text/bar.h"
#include "store/place_name.h"

static const struct counted {
	const char *id, *source, *date, *dateline, *lang;
	uint32_t words; /* for its length */
	const char *text;
} counted[] = {
	{ "a", "Wire \"West\"", "2020-03-02", "PORT AVEL", "en", 80,
		"PORT AVEL - Ships left Port Avel for Rhone and for the "
		"port." },
	{ "b", "Post", "2020-03-08", "Port Avel, Tessaly", "en-GB", 450,
		"A rhone is no place, and port avel is not one either." },
	{ "c", "Post", "2020-04-13", "Rhone", "fr", 300, "Rhone." },
	{ "d", "Post", "2021", "", "", 2500, "No day, no place." },
};

static void add(struct store *s, const struct counted *c)
{
	struct analysis a = { .words = c->words };
	struct arena arena = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	b.doc.id = b.doc.path = b.doc.title = str_from_c(c->id);
	b.doc.source = str_from_c(c->source);
	b.doc.dateline = *c->dateline ? str_from_c(c->dateline) : STR_NONE;
	b.doc.lang = str_from_c(c->lang);
	if (date_parse(
		    str_from_c(c->date), lexicon_get(STR("en")), &b.doc.date))
		b.doc.date_basis = BASIS_METADATA;
	doc_take_text(&b, str_from_c(c->text));
	store_add(s, doc_end(&b), &a);
	analysis_release(&a);
	arena_release(&arena);
}

static struct store *make_store(void)
{
	struct store *s = store_new();

	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		add(s, &counted[i]);
	store_finish(s);
	return s;
}

/* "name articles query|…" of a kind. */
static void assert_counts(
	const struct statistics *x, enum statistic_kind kind, const char *want)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < x->by[kind].list.n; i++) {
		const struct statistic *s = &x->by[kind].list.v[i];
		struct query_error error;

		buf_add_f(&got, "%.*s %u %.*s|", STR_ARG(s->name),
			(unsigned)s->articles, STR_ARG(s->query));
		assert_true(query_check(s->query, &error));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void articles_are_counted_by_each_kind(void **state)
{
	struct store *s = make_store();
	struct statistics x;

	(void)state;
	statistics_make(&x, s, NULL, s->by_time.v, s->by_time.n);
	assert_int_equal(x.all.articles, 4);
	assert_int_equal(x.all.words, 3330);
	assert_int_equal(x.undated, 0);
	assert_int_equal(x.all.first, date_days(2020, 3, 2));
	assert_int_equal(x.all.last, date_days(2021, 12, 31));
	assert_counts(&x, STATISTIC_SOURCE,
		"Post 3 source:\"Post\"|"
		"Wire \"West\" 1 source:\"Wire  West \"|");
	assert_counts(&x, STATISTIC_DAY,
		"2020-03-02 1 date:2020-03-02|2020-03-08 1 date:2020-03-08|"
		"2020-04-13 1 date:2020-04-13|");
	assert_counts(&x, STATISTIC_MONTH,
		"2020-03 2 date:2020-03|2020-04 1 date:2020-04|");
	assert_counts(&x, STATISTIC_YEAR, "2020 3 date:2020|2021 1 date:2021|");
	assert_counts(&x, STATISTIC_WEEKDAY,
		"monday 2 weekday:monday|sunday 1 weekday:sunday|");
	assert_counts(&x, STATISTIC_PLACE,
		"Port Avel 2 place:\"Port Avel\"|Rhone 1 place:\"Rhone\"|");
	assert_counts(&x, STATISTIC_LENGTH,
		"<100 1 words:<100|300..599 2 words:300..599|"
		">=2000 1 words:>=2000|");
	assert_counts(&x, STATISTIC_LANGUAGE, "en 2 lang:en|fr 1 lang:fr|");
	assert_counts(&x, STATISTIC_SPEAKER, "");
	statistics_release(&x);
	store_free(s);
}

/* A bar is worth opening: its articles answer its query. */
static void what_is_counted_answers_the_query(void **state)
{
	struct store *s = make_store();
	struct statistics x;

	(void)state;
	statistics_make(&x, s, NULL, s->by_time.v, s->by_time.n);
	for (int kind = 0; kind < STATISTIC_KINDS; kind++)
		for (size_t i = 0; i < x.by[kind].list.n; i++) {
			struct query_error error;
			struct query q;
			uint32_t n = 0;

			query_parse(&q, x.by[kind].list.v[i].query, &error);
			for (uint32_t a = 0; a < s->articles.n; a++)
				n += query_answers(&q, s, a);
			assert_int_equal(n, x.by[kind].list.v[i].articles);
			query_release(&q);
		}
	statistics_release(&x);
	store_free(s);
}

static void speakers_are_counted_by_quotes(void **state)
{
	static const struct given given[] = {
		{ "a", "Quay", "Wire", "2020-03-01",
			"\"The quay is long,\" Mara Lind said. \"It is longer "
			"than the town,\" Lind said.\n\n\"It is only a "
			"quay,\" Tomas Orly said.",
			{ 0 } },
		{ "b", "Bread", "Post", "2020-05-09",
			"\"Bread is patience,\" Tomas Orly said.", { 0 } },
	};
	struct store *s = archive_make(given, 2);
	struct people *p = people_new(s, NULL, 0);
	struct statistics x;
	const struct statistic *by;

	(void)state;
	statistics_make(&x, s, p, s->by_time.v, s->by_time.n);
	assert_counts(&x, STATISTIC_SPEAKER,
		"Mara Lind 1 said:\"Mara Lind\"|"
		"Tomas Orly 2 said:\"Tomas Orly\"|");
	by = x.by[STATISTIC_SPEAKER].list.v;
	assert_int_equal(by[0].quotes, 2);
	assert_int_equal(by[1].quotes, 2);
	assert_int_equal(by[1].last, date_days(2020, 5, 9));
	assert_int_equal(x.all.quotes, 4);
	statistics_release(&x);
	people_free(p);
	store_free(s);
}

static void assert_place(const char *dateline, const char *want)
{
	struct buf got = { 0 };

	place_name(&got, str_from_c(dateline));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void a_dateline_is_a_name(void **state)
{
	(void)state;
	assert_place("PORT AVEL", "Port Avel");
	assert_place("Port Avel, Tessaly", "Port Avel");
	assert_place("ÉTRENNES-SUR-LAC", "Étrennes-Sur-Lac");
	assert_place("U.S.", "U.S.");
	assert_place("UAE", "UAE");
	assert_place("McDUNE", "McDUNE");
	assert_place("PIER 12", "Pier 12");
	assert_place("東京", "東京");
	assert_place("", "");
	assert_place(",", "");
}

static void assert_places(
	const struct store *s, const char *id, const char *want)
{
	struct places p;
	struct buf got = { 0 };

	places_find(&p, s, store_find(s, str_from_c(id)));
	for (size_t i = 0; i < p.list.n; i++)
		buf_add_f(&got, "%s%.*s %u of %u|",
			p.list.v[i].is_dateline ? "*" : "",
			STR_ARG(p.list.v[i].name), (unsigned)p.list.v[i].times,
			(unsigned)p.list.v[i].articles);
	assert_str(buf_str(&got), want);
	buf_release(&got);
	places_release(&p);
}

static void an_article_names_places_of_the_archive(void **state)
{
	struct store *s = make_store();

	(void)state;
	assert_places(s, "a", "*Port Avel 2 of 2|Rhone 1 of 1|");
	/* Without a capital it is a word. */
	assert_places(s, "b", "*Port Avel 0 of 2|");
	assert_places(s, "d", "");
	store_free(s);
}

static void a_bar_has_eighths(void **state)
{
	static const struct {
		uint64_t n, most;
		int columns;
		bool ascii;
		int used;
		const char *bar;
	} cases[] = {
		{ 4, 4, 3, false, 3, "███" },
		{ 1, 2, 3, false, 2, "█▌" },
		{ 1, 1000, 3, false, 1, "▏" },
		{ 0, 4, 3, false, 0, "" },
		{ 9, 4, 3, false, 3, "███" },
		{ 4, 4, 0, false, 0, "" },
		{ 1, 2, 3, true, 2, "##" },
		{ 1, 1000, 3, true, 1, "#" },
		{ UINT64_MAX, UINT64_MAX, 2, false, 2, "██" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf got = { 0 };

		assert_int_equal(text_bar(&got, cases[i].n, cases[i].most,
					 cases[i].columns, cases[i].ascii),
			cases[i].used);
		assert_str(buf_str(&got), cases[i].bar);
		buf_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_are_counted_by_each_kind),
		cmocka_unit_test(what_is_counted_answers_the_query),
		cmocka_unit_test(speakers_are_counted_by_quotes),
		cmocka_unit_test(a_dateline_is_a_name),
		cmocka_unit_test(an_article_names_places_of_the_archive),
		cmocka_unit_test(a_bar_has_eighths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
