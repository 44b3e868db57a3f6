/* src/cli/time_span.h: the time of some articles, never more than is known. */
#include "unit.h"

#include "cli/time_span.h"

static void add(struct time_span *span, const char *date, enum date_basis basis)
{
	struct article a = { .date_basis = (uint16_t)basis };

	assert_true(
		date_parse(str_from_c(date), lexicon_get(STR("en")), &a.date));
	time_span_add(span, &a);
}

/* Checks the text and empties the span. */
static void expect(struct time_span *span, const char *want)
{
	struct buf text = { 0 };

	time_span_text(&text, span);
	assert_str(buf_str(&text), want);
	buf_release(&text);
	*span = (struct time_span){ 0 };
}

static void a_month_has_no_day(void **state)
{
	struct time_span span = { 0 };

	(void)state;
	add(&span, "2008-05", BASIS_METADATA);
	expect(&span, "2008-05");
	add(&span, "2008-05", BASIS_METADATA);
	add(&span, "2008-05-20", BASIS_METADATA);
	expect(&span, "2008-05");
	add(&span, "2008-05", BASIS_METADATA);
	add(&span, "2008-04-07", BASIS_METADATA);
	expect(&span, "2008-04-07 – 2008-05");
	add(&span, "2008-05", BASIS_METADATA);
	add(&span, "2008-05-01", BASIS_METADATA);
	expect(&span, "2008-05-01 – 2008-05");
}

static void time_of_day_is_left_out(void **state)
{
	struct time_span span = { 0 };

	(void)state;
	add(&span, "2008-05-01T09:00Z", BASIS_METADATA);
	add(&span, "2008-05-01T19:30Z", BASIS_METADATA);
	expect(&span, "2008-05-01");
}

static void an_estimate_gives_way_to_what_is_known(void **state)
{
	struct time_span span = { 0 };

	(void)state;
	add(&span, "2008-05-01", BASIS_ESTIMATED);
	expect(&span, "~2008-05-01");
	add(&span, "2008-05-01", BASIS_ESTIMATED);
	add(&span, "2008-05-01", BASIS_TEXT);
	expect(&span, "2008-05-01");
	add(&span, "2008-05-01", BASIS_ESTIMATED);
	add(&span, "2008-05-03", BASIS_TEXT);
	expect(&span, "~2008-05-01 – 2008-05-03");
}

static void without_dates_there_is_none(void **state)
{
	struct time_span span = { 0 };
	const struct article a = { .date_basis = BASIS_NONE };
	json_t *first, *last;

	(void)state;
	time_span_add(&span, &a);
	first = time_end_json(&span.first);
	assert_true(json_is_null(first));
	expect(&span, "");
	add(&span, "2008-05", BASIS_TEXT);
	last = time_end_json(&span.last);
	assert_string_equal(json_string_value(last), "2008-05");
	json_decref(first);
	json_decref(last);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_month_has_no_day),
		cmocka_unit_test(time_of_day_is_left_out),
		cmocka_unit_test(an_estimate_gives_way_to_what_is_known),
		cmocka_unit_test(without_dates_there_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
