/* store/query.h: the language of searches. */
#include "archive.h"

#include "dateline/store/query.h"

/* The query as it was understood: postfix, each phrase as field:words. */
static void write_query(const struct query *q, struct buf *out)
{
	static const char *const ops[] = { NULL, "not", "and", "or" };

	for (size_t i = 0; i < q->items.n; i++) {
		const struct query_item *item = &q->items.v[i];

		buf_add_f(out, "%s", i ? " " : "");
		if (item->op != QUERY_MATCH) {
			buf_add_f(out, "%s", ops[item->op]);
			continue;
		}
		if (item->field == QUERY_IS)
			buf_add_f(out, "is:%s", query_is_names[item->is]);
		else if (item->field >= QUERY_DATE)
			buf_add_f(out, "%s:%d..%d",
				query_field_names[item->field], item->from,
				item->to);
		for (uint32_t k = 0; k < item->phrases.n; k++) {
			const struct query_phrase *p =
				&q->phrases.v[item->phrases.first + k];

			buf_add_f(out, "%s%s%s:", k ? "+" : "",
				p->negative ? "-" : "",
				query_field_names[p->field]);
			for (uint32_t w = 0; w < p->words.n; w++)
				buf_add_f(out, "%s%.*s", w ? "_" : "",
					STR_ARG(q->words.v[p->words.first +
							   w]));
			buf_add_f(out, "%s", p->prefix ? "*" : "");
		}
	}
}

static void assert_query(const char *text, const char *want)
{
	struct query q;
	struct query_error error;
	struct buf got = { 0 };

	if (!query_parse(&q, str_from_c(text), &error))
		fail_msg("%s: %s", text, error.e.msg);
	write_query(&q, &got);
	assert_str(buf_str(&got), want);
	buf_release(&got);
	query_release(&q);
}

#define assert_no_query(text, from, to, want) \
	do { \
		struct query q_; \
		struct query_error error_; \
		assert_false(query_parse(&q_, str_from_c(text), &error_)); \
		assert_range(error_.at, (from), (to)); \
		assert_str(str_from_c(error_.e.msg), (want)); \
		assert_int_equal(q_.items.n, 0); \
	} while (0)

static void words_are_folded_and_joined_by_and(void **state)
{
	(void)state;
	assert_query("", "");
	assert_query(" \t", "");
	assert_query("Dravel", ":dravel");
	assert_query("Dravel \xC3\x89t\xC3\xA9", ":dravel :ete and");
	assert_query("a AND b c", ":a :b and :c and");
	assert_query("and or not", ":and :or and :not and");
}

static void phrases_and_beginnings(void **state)
{
	(void)state;
	assert_query("\"round of talks\"", ":round_of_talks");
	assert_query("Veles-Koren", ":veles_koren");
	assert_query("gaug*", ":gaug*");
	assert_query("Veles-Kor*", ":veles_kor*");
	assert_query("\"gaug*\"", ":gaug");
	assert_query("1,500", ":1_500");
}

static void or_binds_less_than_and(void **state)
{
	(void)state;
	assert_query("a b OR c d", ":a :b and :c :d and or");
	assert_query("a OR b OR c", ":a :b or :c or");
	assert_query("a (b OR c) d", ":a :b :c or and :d and");
	assert_query("((a))", ":a");
	assert_query("(a)(b)", ":a :b and");
}

static void what_is_not_to_be_there(void **state)
{
	(void)state;
	assert_query("-a", "-:a not");
	assert_query("a -b", ":a -:b not and");
	assert_query("a NOT b", ":a -:b not and");
	assert_query("-(a OR -b)", "-:a :b not or not");
}

static void fields(void **state)
{
	(void)state;
	assert_query("title:Gauge source:\"Northern Wire\"",
		"title:gauge source:northern_wire and");
	assert_query("BY:varga place:Lesk lang:fr round:gauges",
		"by:varga place:lesk and lang:fr and round:gauges and");
	assert_query("-source:wire", "-source:wire not");
	assert_query("10:30", ":10_30");
	assert_query("\"http://lesk.example\"", ":http_lesk_example");
}

static void who_and_what_are_of_one_quote(void **state)
{
	(void)state;
	assert_query("said:marrend quote:number", "said:marrend+quote:number");
	assert_query("said:marrend dravel quote:\"same number\"",
		"said:marrend+quote:same_number :dravel and");
	assert_query("said:a OR quote:b", "said:a quote:b or");
	assert_query("said:a -quote:b", "said:a -quote:b not and");
	assert_query("said:a (quote:b)", "said:a quote:b and");
	assert_query("(said:a c) quote:b", "said:a :c and quote:b and");
}

static void days_and_lengths(void **state)
{
	(void)state;
	assert_query("date:1970-01-02", "date:1..1");
	assert_query("date:1970-02", "date:31..58");
	assert_query("date:1970", "date:0..364");
	assert_query("date:1970-01..1970-02", "date:0..58");
	assert_query("date:..1970", "date:-2147483648..364");
	assert_query("date:1970..", "date:0..2147483647");
	assert_query("words:>800", "words:801..2147483647");
	assert_query("words:>=800", "words:800..2147483647");
	assert_query("words:<10", "words:0..9");
	assert_query("words:<=10", "words:0..10");
	assert_query("words:3..7", "words:3..7");
	assert_query("words:5", "words:5..5");
	assert_query("weekday:monday", "weekday:1..1");
	assert_query("weekday:Sat..sunday", "weekday:6..7");
	assert_query("is:copy is:UNDATED", "is:copy is:undated and");
}

static void errors_point_at_their_place(void **state)
{
	(void)state;
	assert_no_query("a (b", 2, 3, "this bracket is never closed");
	assert_no_query("a) b", 1, 2, "no bracket is open here");
	assert_no_query("a ()", 3, 3, "something is missing here");
	assert_no_query("OR a", 0, 0, "something is missing here");
	assert_no_query("a OR", 4, 4, "something is missing here");
	assert_no_query("a AND", 2, 5, "nothing stands behind this");
	assert_no_query("a (AND b)", 3, 6, "nothing stands before this");
	assert_no_query("a NOT", 2, 5, "nothing stands behind this");
	assert_no_query("a \"b c", 2, 6, "the quotation mark is never closed");
	assert_no_query("a $", 2, 3, "there is no word here to search for");
	assert_no_query("- -a", 0, 1, "there is no word here to search for");
	assert_no_query(
		"a title:", 2, 8, "title: wants a value right behind it");
	assert_no_query("a titel:b", 2, 8,
		"no such field; there are title: source: by: place: round: "
		"lang: said: quote: tag: note: date: weekday: words: is: (a word with a "
		"colon stands in quotation marks)");
	assert_no_query("date:2006-13", 0, 12,
		"date: takes 2006, 2006-05, 2006-05-28, or two with .. "
		"between, one may be missing");
	assert_no_query("weekday:sun..mon", 0, 16,
		"weekday: takes monday or mon, or two with .. between, as in "
		"sat..sun");
	assert_no_query("weekday:mo", 0, 10,
		"weekday: takes monday or mon, or two with .. between, as in "
		"sat..sun");
	assert_no_query("words:many", 0, 10,
		"words: takes a number, as in >800, <=300 or 300..800");
	assert_no_query("is:blue", 0, 7,
		"is: takes one of copy, dated, estimated, undated, alone, "
		"read, unread, starred, later, noted");
}

static void brackets_have_a_limit(void **state)
{
	struct buf deep = { 0 };
	struct query q;
	struct query_error error;

	(void)state;
	for (int i = 0; i < 32; i++)
		buf_add(&deep, STR("(a OR b "));
	buf_add(&deep, STR("c"));
	for (int i = 0; i < 32; i++)
		buf_add(&deep, STR(")"));
	assert_true(query_parse(&q, buf_str(&deep), &error));
	query_release(&q);
	assert_no_query("((((((((((((((((((((((((((((((((((((", 32, 33,
		"more than 32 brackets in one another");
	buf_release(&deep);
}

static const struct given articles[] = {
	{ "wire", "Velland, Karsova to share river data", "Northern Wire",
		"2018-06-20",
		"LESK BRIDGE (NW) - \xE2\x80\x9CWe argue about the same "
		"number,\xE2\x80\x9D said Ilse Marrend on the Dravel.\n\n"
		"Dario Korso said: \xE2\x80\x9CYou cannot fill a lake.\xE2\x80"
		"\x9D",
		{ 0 } },
	{ "courier", "Caf\xC3\xA9 owners count their cups", "Ostmere Courier",
		"2018-07",
		"The gauges of the bridge were read by nobody in the whole "
		"week of the fair.",
		{ 0 } },
	{ "undated", "Old number", NULL, NULL,
		"A number of bridges, and a river.", { 0 } },
};

/* The ids of the articles that answer, in the order above. */
static void assert_answers(const char *text, const char *want)
{
	struct store *s = archive_make(articles, 3);
	struct query q;
	struct query_error error;
	struct buf got = { 0 };

	if (!query_parse(&q, str_from_c(text), &error))
		fail_msg("%s: %s", text, error.e.msg);
	for (size_t i = 0; i < 3; i++)
		if (query_answers(
			    &q, s, store_find(s, str_from_c(articles[i].id))))
			buf_add_f(
				&got, "%s%s", got.n ? " " : "", articles[i].id);
	assert_str(buf_str(&got), want);
	buf_release(&got);
	query_release(&q);
	store_free(s);
}

static void articles_answer(void **state)
{
	(void)state;
	assert_answers("", "wire courier undated");
	assert_answers("number", "wire undated");
	assert_answers("numb", "");
	assert_answers("numb*", "wire undated");
	assert_answers("cafe", "courier");
	assert_answers("\"same number\"", "wire");
	assert_answers("\"number same\"", "");
	assert_answers("\"river data\"", "wire");
	assert_answers("river -data", "undated");
	assert_answers("caf* OR \"old number\"", "courier undated");
	assert_answers("title:river", "wire");
	assert_answers("source:courier", "courier");
	assert_answers("source:unknown", "undated");
	assert_answers("date:2018-06", "wire");
	assert_answers("date:2018-07-15", "courier");
	assert_answers("-date:2000..", "undated");
	assert_answers("is:undated", "undated");
	assert_answers("words:<10", "undated");
}

static void quotes_answer_as_one(void **state)
{
	(void)state;
	assert_answers("said:marrend", "wire");
	assert_answers("said:marrend quote:number", "wire");
	assert_answers("said:marrend quote:lake", "");
	assert_answers("said:marrend (quote:lake)", "wire");
	assert_answers("quote:bridge", "");
	assert_answers("-quote:lake", "courier undated");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_folded_and_joined_by_and),
		cmocka_unit_test(phrases_and_beginnings),
		cmocka_unit_test(or_binds_less_than_and),
		cmocka_unit_test(what_is_not_to_be_there),
		cmocka_unit_test(fields),
		cmocka_unit_test(who_and_what_are_of_one_quote),
		cmocka_unit_test(days_and_lengths),
		cmocka_unit_test(errors_point_at_their_place),
		cmocka_unit_test(brackets_have_a_limit),
		cmocka_unit_test(articles_answer),
		cmocka_unit_test(quotes_answer_as_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
