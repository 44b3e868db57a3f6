/* src/input/json*.c: JSON lines, arrays, single objects. */
#include "unit.h"

#include "collect.h"
#include "input/json_mend.h"

static void one_object_a_line(void **state)
{
	struct collected c = { 0 };

	(void)state;
	assert_int_equal(collect(&c, STR("{\"id\":\"x\",\"text\":\"One.\"}\n\n"
					 "{\"text\":\"Two.\"}\r\n")),
		FORMAT_JSON);
	assert_int_equal(c.docs.n, 2);
	assert_int_equal(c.where.n, 0);
	assert_str(c.docs.v[0].id, "x");
	assert_str(c.docs.v[0].text, "One.");
	assert_true(c.docs.v[0].given);
	/* Without an id, the line makes one that stays the same. */
	assert_str(c.docs.v[1].id, "a#3");
	assert_str(c.docs.v[1].path, "dir/a");
	collected_release(&c);
}

static void a_bad_line_costs_only_itself(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"One.\"}\n{\"text\":\n[1]\n{\"a\":1}\n"
			"{\"text\":\"Two.\"}"));
	assert_int_equal(c.docs.n, 2);
	assert_int_equal(c.where.n, 3);
	assert_str(c.where.v[0], "dir/a:2");
	assert_str(c.where.v[1], "dir/a:3");
	assert_str(c.why.v[1], "no article: not a JSON object");
	assert_str(c.why.v[2], "no article: the key \"text\" or \"maintext\" "
			       "is missing or empty");
	collected_release(&c);
}

static void what_is_wrong_is_said_plainly(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"One.\"}\n{\"text\":\n{\"a\" 1}\n"));
	assert_int_equal(c.why.n, 2);
	assert_str(c.why.v[0], "the JSON breaks off before its end");
	assert_str(c.why.v[1], "no valid JSON from column 6 on");
	collected_release(&c);
}

static void many_bad_lines_are_counted(void **state)
{
	struct collected c = { 0 };
	struct buf b = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_add(&b, STR("{}\n"));
	collect(&c, buf_str(&b));
	assert_int_equal(c.where.n, 101);
	assert_str(c.where.v[100], "dir/a");
	assert_str(c.why.v[100], "900 more lines hold no article");
	buf_release(&b);
	collected_release(&c);
}

static void the_first_line_may_be_the_bad_one(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\n{\"text\":\"Two.\"}\n"));
	assert_int_equal(c.docs.n, 1);
	assert_str(c.where.v[0], "dir/a:1");
	collected_release(&c);
}

static void an_array_or_one_object_over_lines(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("[\n {\"text\":\"One.\"},\n {\"text\":\"Two.\"}\n]\n"));
	collect(&c,
		STR("\xEF\xBB\xBF{\n \"text\": \"Three.\",\n \"id\": 7\n}\n"));
	assert_int_equal(c.docs.n, 3);
	assert_str(c.docs.v[1].id, "a#2");
	assert_str(c.docs.v[2].id, "7");
	assert_str(c.docs.v[2].text, "Three.");
	collected_release(&c);
}

static void keys_of_news_please(void **state)
{
	struct collected c = { 0 };
	const struct doc *d;

	(void)state;
	collect(&c,
		STR("{\"title\":\"Ferry sails\",\"maintext\":\"It did.\","
		    "\"source_domain\":\"quay.example\",\"language\":\"en\","
		    "\"date_publish\":\"2011-03-04 05:06:07\","
		    "\"authors\":[\"Ann Poe\",\"Jo Roe\"]}"));
	assert_int_equal(c.docs.n, 1);
	d = &c.docs.v[0];
	assert_str(d->title, "Ferry sails");
	assert_str(d->site, "quay.example");
	assert_str(d->lang, "en");
	assert_int_equal(d->n_byline, 2);
	assert_str(d->byline[1], "Jo Roe");
	assert_int_equal(d->date.year, 2011);
	assert_int_equal(d->date.minute, 6);
	assert_int_equal(d->date_basis, BASIS_METADATA);
	collected_release(&c);
}

static void a_language_is_checked_by_the_text(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c,
		STR("{\"lang\":\"en\",\"text\":\"Der Stadtrat hat am Abend über "
		    "die neue Brücke beraten, und die meisten waren dafür. Sie "
		    "soll bis zum Herbst stehen, aber noch ist nicht klar, wer "
		    "für die Kosten aufkommt, denn das Land will nur einen Teil "
		    "davon tragen.\"}\n"
		    "{\"lang\":\"eng\",\"text\":\"The bridge stands.\"}\n"
		    "{\"language\":\"nl\",\"text\":\"De brug staat er.\"}"));
	assert_int_equal(c.docs.n, 3);
	assert_str(c.docs.v[0].lang, "de");
	assert_str(c.docs.v[1].lang, "en");
	assert_str(c.docs.v[2].lang, "nl");
	collected_release(&c);
}

static void paragraphs_may_be_a_list(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"\",\"paragraphs\":[\"One.\",\"\",3,"
			"\"Two.\"]}"));
	assert_str(c.docs.v[0].text, "One.\n\nTwo.");
	assert_int_equal(c.docs.v[0].n_blocks, 2);
	collected_release(&c);
}

static void times_may_be_numbers(void **state)
{
	struct collected c = { 0 };
	const struct date *d;

	(void)state;
	collect(&c, STR("{\"text\":\"One.\",\"timestamp\":1207562280}\n"
			"{\"text\":\"Two.\",\"date\":1207562280999}\n"));
	for (size_t i = 0; i < 2; i++) {
		d = &c.docs.v[i].date;
		assert_int_equal(d->year, 2008);
		assert_int_equal(d->month, 4);
		assert_int_equal(d->day, 7);
		assert_int_equal(d->hour, 9);
		assert_int_equal(d->minute, 58);
		assert_int_equal(d->zone, 0);
	}
	collected_release(&c);
}

static void text_is_taken_code_point_for_code_point(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"a\\u0000b\\u202ec  d\\u0301\\n\\ne\"}"));
	assert_str(c.docs.v[0].text, "a\xEF\xBF\xBD"
				     "b\xEF\xBF\xBD"
				     "c  d\xCC\x81\n\ne");
	assert_int_equal(c.docs.v[0].n_blocks, 2);
	collected_release(&c);
}

static void our_own_blocks_come_back(void **state)
{
	struct collected c = { 0 };
	const struct doc *d;

	(void)state;
	collect(&c,
		STR("{\"text\":\"\xC3\xA9t\xC3\xA9\\n\\nDeux.\",\"blocks\":["
		    "{\"kind\":\"heading\",\"start\":0,\"end\":3},"
		    "{\"kind\":\"quote\",\"start\":5,\"end\":10}]}"));
	d = &c.docs.v[0];
	assert_int_equal(d->n_blocks, 2);
	assert_int_equal(d->blocks[0].kind, BLOCK_HEADING);
	assert_range(d->blocks[0], 0, 5);
	assert_int_equal(d->blocks[1].kind, BLOCK_QUOTE);
	assert_range(d->blocks[1], 7, 12);
	collected_release(&c);
}

static void blocks_that_do_not_fit_are_left_out(void **state)
{
	struct collected c = { 0 };
	const struct doc *d;

	(void)state;
	collect(&c, STR("{\"text\":\"abcdef\",\"blocks\":["
			"{\"kind\":\"list\",\"start\":2,\"end\":4},"
			"{\"kind\":\"list\",\"start\":1,\"end\":3},"
			"{\"kind\":\"list\",\"start\":-4,\"end\":99},"
			"{\"kind\":\"list\",\"start\":5,\"end\":99}]}"));
	d = &c.docs.v[0];
	assert_int_equal(d->n_blocks, 2);
	assert_range(d->blocks[1], 5, 6);
	assert_int_equal(d->n_warnings, 2);
	collected_release(&c);
}

static void dates_without_a_year_and_bad_ones(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"a\",\"date\":\"--05-14\"}\n"
			"{\"text\":\"a\",\"date\":\"soon\"}\n"
			"{\"text\":\"a\",\"date\":\"2006-05-14\","
			"\"date_basis\":\"estimated\"}\n"
			"{\"text\":\"a\",\"date\":\"2006-05\","
			"\"date_basis\":\"text\"}\n"));
	assert_int_equal(c.docs.v[0].hint.day, 14);
	assert_int_equal(c.docs.v[0].date.year, 0);
	assert_int_equal(c.docs.v[1].n_warnings, 1);
	/* An estimate is made anew from the articles around it. */
	assert_int_equal(c.docs.v[2].date.year, 0);
	assert_int_equal(c.docs.v[3].date.precision, DATE_MONTH);
	assert_int_equal(c.docs.v[3].date_basis, BASIS_TEXT);
	collected_release(&c);
}

static void a_line_in_another_encoding_is_decoded(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c,
		STR("{\"text\":\"caf\xE9\"}\n{\"text\":\"caf\xC3\xA9\"}\n"));
	assert_str(c.docs.v[0].text, "caf\xC3\xA9");
	assert_str(c.docs.v[1].text, "caf\xC3\xA9");
	collected_release(&c);
}

static void nesting_has_an_end(void **state)
{
	struct collected c = { 0 };
	struct buf deep = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_add_c(&deep, '[');
	assert_int_equal(collect(&c, buf_str(&deep)), FORMAT_JSON);
	assert_int_equal(c.docs.n, 0);
	assert_int_equal(c.why.n, 1);
	assert_true(str_find(c.why.v[0], STR("deeply"), 0) != STR_NPOS);
	buf_release(&deep);
	collected_release(&c);
}

static void mending(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_str(json_mend(STR("{\"a\":1.5}"), &b), "{\"a\":1.5}");
	assert_str(json_mend(STR("[1e999,-12]"), &b), "[\"1e999\",-12]");
	assert_str(json_mend(STR("[12345678901234567890]"), &b),
		"[\"12345678901234567890\"]");
	assert_str(json_mend(STR("\"1e999 \\ud800 x\""), &b),
		"\"1e999 \\uFFFD x\"");
	assert_str(json_mend(STR("\"\\udc00\\uD83D\\uDE00\""), &b),
		"\"\\uFFFD\\uD83D\\uDE00\"");
	assert_str(json_mend(STR("\"\\\\ud800\""), &b), "\"\\\\ud800\"");
	assert_str(json_mend(STR("\"\\"), &b), "\"\\");
	buf_release(&b);
}

/* Neither cut inside a character nor read where there is nothing. */
static void a_date_that_is_none_is_quoted_whole(void **state)
{
	struct collected c = { 0 };

	(void)state;
	collect(&c, STR("{\"text\":\"a\",\"date\":\"x"
			"ääääääääääääääääääääääääääääääääää\"}\n"
			"{\"text\":\"a\",\"date\":\"\\u200E\"}\n"));
	assert_int_equal(c.docs.n, 2);
	assert_str(c.docs.v[0].warnings[0],
		"The date \"xäääääääääääääääääääääääääääää\" is not "
		"understood; write it as 2008-05-14.");
	assert_str(c.docs.v[1].warnings[0],
		"The date \"\" is not understood; write it as 2008-05-14.");
	collected_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_object_a_line),
		cmocka_unit_test(a_bad_line_costs_only_itself),
		cmocka_unit_test(what_is_wrong_is_said_plainly),
		cmocka_unit_test(many_bad_lines_are_counted),
		cmocka_unit_test(the_first_line_may_be_the_bad_one),
		cmocka_unit_test(an_array_or_one_object_over_lines),
		cmocka_unit_test(keys_of_news_please),
		cmocka_unit_test(a_language_is_checked_by_the_text),
		cmocka_unit_test(paragraphs_may_be_a_list),
		cmocka_unit_test(times_may_be_numbers),
		cmocka_unit_test(text_is_taken_code_point_for_code_point),
		cmocka_unit_test(our_own_blocks_come_back),
		cmocka_unit_test(blocks_that_do_not_fit_are_left_out),
		cmocka_unit_test(dates_without_a_year_and_bad_ones),
		cmocka_unit_test(a_line_in_another_encoding_is_decoded),
		cmocka_unit_test(nesting_has_an_end),
		cmocka_unit_test(mending),
		cmocka_unit_test(a_date_that_is_none_is_quoted_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
