/* text/date.h: civil dates, and dates read from text, metadata, addresses. */
#include "unit.h"

#include "dateline/text/date.h"

/* The date found in `text` by the lexicon of `lang`, as date_format gives it;
 * "" when there is none. */
static const char *found(const char *lang, const char *text, char *out)
{
	struct date d;
	struct range span;

	*out = '\0';
	if (date_find(str_from_c(text), 0, lexicon_get(str_from_c(lang)), &d,
		    &span))
		date_format(&d, out);
	return out;
}

static const char *parsed(const char *text, char *out)
{
	struct date d;

	*out = '\0';
	if (date_parse(str_from_c(text), lexicon_get(STR("en")), &d))
		date_format(&d, out);
	return out;
}

#define assert_found(lang, text, want) \
	assert_string_equal(found(lang, text, (char[DATE_TEXT_MAX]){ 0 }), want)
#define assert_parsed(text, want) \
	assert_string_equal(parsed(text, (char[DATE_TEXT_MAX]){ 0 }), want)

static void days_count_from_1970(void **state)
{
	struct date d;

	(void)state;
	assert_int_equal(date_days(1970, 1, 1), 0);
	assert_int_equal(date_days(2000, 3, 1), 11017);
	assert_int_equal(date_days(1969, 12, 31), -1);
	assert_int_equal(date_weekday(0), 4);
	assert_int_equal(date_weekday(date_days(2006, 5, 14)), 7);
	assert_int_equal(date_weekday(date_days(1900, 1, 1)), 1);
	date_from_days(date_days(2008, 2, 29), &d);
	assert_int_equal(d.year, 2008);
	assert_int_equal(d.month, 2);
	assert_int_equal(d.day, 29);
	assert_int_equal(d.weekday, 5);
}

static void every_day_survives_the_round_trip(void **state)
{
	(void)state;
	for (int32_t day = date_days(1599, 12, 1); day < date_days(2401, 2, 1);
		day++) {
		struct date d;

		date_from_days(day, &d);
		if (date_days(d.year, d.month, d.day) != day ||
			!date_valid(d.year, d.month, d.day))
			fail_msg("day %d", (int)day);
	}
}

static void impossible_days_are_refused(void **state)
{
	(void)state;
	assert_true(date_valid(2000, 2, 29));
	assert_false(date_valid(1900, 2, 29));
	assert_false(date_valid(2007, 2, 29));
	assert_false(date_valid(2007, 4, 31));
	assert_false(date_valid(2007, 13, 1));
	assert_false(date_valid(2007, 0, 1));
	assert_false(date_valid(999, 1, 1));
	assert_false(date_valid(3000, 1, 1));
	assert_found("en", "February 30, 2008", "");
	assert_found("en", "31.04.2008", "");
	assert_found("en", "13/14/2008", "");
}

static void english_forms(void **state)
{
	(void)state;
	assert_found("en", "March 3, 2009 |  4:05 pm", "2009-03-03T16:05");
	assert_found("en", "7 April 2008", "2008-04-07");
	assert_found("en", "Sept. 3rd, 2008 -", "2008-09-03");
	assert_found("en", "Sunday, May 14", "--05-14");
	assert_found("en", "May 14", "--05-14");
	assert_found("en", "14 May", "--05-14");
	assert_found("en", "26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01");
	assert_found("en", "on the 4th of July 1976", "1976-07-04");
	assert_found("en", "04/27/2008 at 9 p.m.", "2008-04-27T21:00");
	assert_found("en", "07/04/2008", "2008-04-07");
	assert_found("en", "5/14/06", "2006-05-14");
	assert_found("en", "12 a.m. July 1, 2009", "2009-07-01T00:00");
	assert_found("en", "July 1, 2009 12:30 p.m.", "2009-07-01T12:30");
	assert_found("en", "Updated: Monday, 28 May 2007, 15:04 GMT 16:04 UK",
		"2007-05-28T15:04Z");
	assert_found(
		"en", "9:58 AM EDT, Mon Apr 7, 2008", "2008-04-07T09:58-04:00");
}

/* A month, its day and year as far as they are there, and their bytes. */
static void check_month(const char *lang, const char *text, const char *want)
{
	struct str s = str_from_c(text);
	struct buf got = { 0 };
	struct range span;
	struct date d;

	for (size_t at = 0; date_find_month(
		     s, at, lexicon_get(str_from_c(lang)), &d, &span);
		at = span.end)
		buf_add_f(&got, "%d-%d-%d %.*s|", d.year, d.month, d.day,
			STR_ARG(str_range(s, span)));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void months_have_what_stands_beside_them(void **state)
{
	(void)state;
	check_month("en", "on 28 May 2007, not in May or June 2008.",
		"2007-5-28 28 May 2007|0-5-0 May|2008-6-0 June 2008|");
	check_month(
		"en", "May 28 was dry; they may march on", "0-5-28 May 28|");
	check_month("en", "In March of 2009, 12 boats; April, 2010",
		"2009-3-0 March of 2009|2010-4-0 April, 2010|");
	check_month("en", "The June 20000 and Maybe", "0-6-0 June|");
	check_month("fr", "le 3 mai 2009, puis en juin",
		"2009-5-3 3 mai 2009|0-6-0 juin|");
	check_month("es", "en mayo de 2008", "2008-5-0 mayo de 2008|");
	check_month("en", "", "");
}

static void other_languages(void **state)
{
	(void)state;
	assert_found("de", "7. April 2008, 10.30 Uhr", "2008-04-07T10:30");
	assert_found("de", "Mittwoch, 3. März 2010", "2010-03-03");
	assert_found("de", "03.03.2010", "2010-03-03");
	assert_found("fr", "lundi 7 avril 2008 à 9h58", "2008-04-07T09:58");
	assert_found("fr", "1er août 2011", "2011-08-01");
	assert_found("es", "14 de mayo de 2006", "2006-05-14");
	assert_found("es", "Madrid, 14 may (EFE)", "--05-14");
	assert_found("it", "martedì 2 giugno 2009", "2009-06-02");
	assert_found("pt", "segunda-feira, 14 de maio de 2006 às 09h58",
		"2006-05-14T09:58");
	assert_found("en", "2008年4月7日", "2008-04-07");
	assert_found("hu", "2008. április 7.", "2008-04-07");
	assert_found("ar", "7 نيسان / أبريل 2008 09:58", "2008-04-07T09:58");
	assert_found("de",
		"7.\u2009"
		"4.\u2009"
		"2008",
		"2008-04-07");
	assert_found("en", "the 29 th April 2008", "2008-04-29");
	/* Full names are known whatever the page's language. */
	assert_found("en", "7. Oktober 2008", "2008-10-07");
}

static void numbers_that_are_no_dates(void **state)
{
	(void)state;
	assert_found("en", "it may 14 times", "");
	assert_found("en", "march 3 abreast", "");
	assert_found("en", "May 14,000 people", "");
	assert_found("en", "May 14.5 million", "");
	assert_found("en", "14 May 1500 people come", "--05-14");
	assert_found("en", "version 1.2.10", "");
	assert_found("en", "192.168.10.12", "");
	assert_found("en", "12-34-5678-9", "");
	assert_found("en", "", "");
	assert_found("en", "no digits at all", "");
}

static void the_span_holds_date_and_time(void **state)
{
	struct str s = STR("On Friday, 7 May 2010 at 9 am they met");
	struct date d;
	struct range span;

	(void)state;
	assert_true(date_find(s, 0, lexicon_get(STR("en")), &d, &span));
	assert_str(str_range(s, span), "Friday, 7 May 2010 at 9 am");
	assert_int_equal(d.weekday, 5);
	assert_int_equal(d.precision, DATE_MINUTE);
	assert_int_equal(d.zone, DATE_NO_ZONE);
	assert_false(date_find(s, span.end, lexicon_get(STR("en")), &d, &span));
}

static void machines_write_dates_too(void **state)
{
	(void)state;
	assert_parsed("2008-04-07T09:58:00+02:00", "2008-04-07T09:58:00+02:00");
	assert_parsed("2008-04-07T09:58Z", "2008-04-07T09:58Z");
	assert_parsed(
		"2008-04-07 09:58:00.123 -0500", "2008-04-07T09:58:00-05:00");
	assert_parsed("20080407", "2008-04-07");
	assert_parsed("20080407T095800Z", "2008-04-07T09:58:00Z");
	assert_parsed("2008-05", "2008-05");
	assert_parsed("2008", "2008");
	assert_parsed("May 2008", "2008-05");
	assert_parsed(
		" Mon, 07 Apr 2008 09:58:00 GMT ", "2008-04-07T09:58:00Z");
	assert_parsed("Mon Apr  7 09:58:00 UTC 2008", "2008-04-07T09:58:00Z");
	assert_parsed("Mon Apr 07 2008 09:58:00 GMT+0200 (CEST)",
		"2008-04-07T09:58:00+02:00");
	assert_parsed("2008 Apr 7", "2008-04-07");
	assert_parsed("2008-Apr-07", "2008-04-07");
	assert_parsed("2008-04-07T09:58:0Z", "2008-04-07T09:58:00Z");
	assert_parsed("2008-04-07T09:58:00:123Z", "2008-04-07T09:58:00Z");
	assert_parsed("2008-13", "");
	assert_parsed("20081301", "");
	assert_parsed("yesterday", "");
	assert_parsed("", "");
	assert_parsed("published 2008-04-07", "");
}

/* English names, whatever the page's language. */
static void machines_write_english(void **state)
{
	struct date d;
	char out[DATE_TEXT_MAX];

	(void)state;
	assert_true(date_parse(STR("Mon Oct 11 14:57:21 CEST 2021"),
		lexicon_get(STR("de")), &d));
	assert_string_equal(date_format(&d, out), "2021-10-11T14:57:21+02:00");
}

static enum date_order order_of(const char *text)
{
	struct date d;
	struct range span;

	assert_true(date_find(str_from_c(text), 0, NULL, &d, &span));
	return d.order;
}

static void numbers_may_leave_their_order_open(void **state)
{
	struct date d = {
		.year = 2008, .month = 4, .day = 7, .order = DATE_ORDER_OPEN
	};

	(void)state;
	assert_int_equal(order_of("07/04/2008"), DATE_ORDER_OPEN);
	assert_int_equal(order_of("07-04-2008"), DATE_ORDER_OPEN);
	assert_int_equal(order_of("07.04.2008"), DATE_ORDER_SURE);
	assert_int_equal(order_of("04/04/2008"), DATE_ORDER_SURE);
	assert_int_equal(order_of("2008-04-07"), DATE_ORDER_SURE);
	assert_int_equal(order_of("7 April 2008"), DATE_ORDER_SURE);
	assert_int_equal(order_of("23/04/2008"), DATE_DAY_FIRST);
	assert_int_equal(order_of("04/23/2008"), DATE_MONTH_FIRST);
	date_swap(&d);
	assert_int_equal(d.month, 7);
	assert_int_equal(d.day, 4);
	date_swap(&d);
	assert_int_equal(d.month, 7);
	/* The weekday has only one. */
	assert_found("en", "Monday, 07/04/2008", "2008-04-07");
	assert_found("en", "Friday, 07/04/2008", "2008-07-04");
}

static void addresses_carry_days(void **state)
{
	struct date d;
	char out[DATE_TEXT_MAX];

	(void)state;
	assert_true(date_from_url(STR("http://x.example/2008/04/07/a"), &d));
	assert_string_equal(date_format(&d, out), "2008-04-07");
	assert_true(date_from_url(STR("http://x.example/2012/apr/05/a"), &d));
	assert_string_equal(date_format(&d, out), "2012-04-05");
	assert_true(date_from_url(STR("http://x.example/a-20080407.html"), &d));
	assert_true(date_from_url(STR("http://x.example/2008-4-7-a"), &d));
	assert_false(date_from_url(STR("http://x.example/2008/04/"), &d));
	assert_false(date_from_url(STR("http://x.example/20081407/"), &d));
	/* A time stamp of an archive is no day of publication. */
	assert_false(date_from_url(
		STR("http://web.example/web/20080407095800/http://y.example/"),
		&d));
}

static void order_follows_the_clock(void **state)
{
	struct date morning, noon, month, none = { .zone = DATE_NO_ZONE };
	int32_t first, last;

	(void)state;
	assert_true(date_parse(STR("2008-04-07T09:58+02:00"), NULL, &morning));
	assert_true(date_parse(STR("2008-04-07T08:00Z"), NULL, &noon));
	assert_true(date_parse(STR("2008-04"), NULL, &month));
	assert_true(date_sort_key(&morning) < date_sort_key(&noon));
	assert_true(date_sort_key(&month) < date_sort_key(&morning));
	assert_true(date_sort_key(&none) == INT64_MIN);
	assert_true(date_day_span(&month, &first, &last));
	assert_int_equal(last - first, 29);
	assert_false(date_day_span(&none, &first, &last));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_count_from_1970),
		cmocka_unit_test(every_day_survives_the_round_trip),
		cmocka_unit_test(impossible_days_are_refused),
		cmocka_unit_test(english_forms),
		cmocka_unit_test(months_have_what_stands_beside_them),
		cmocka_unit_test(other_languages),
		cmocka_unit_test(numbers_that_are_no_dates),
		cmocka_unit_test(the_span_holds_date_and_time),
		cmocka_unit_test(machines_write_dates_too),
		cmocka_unit_test(machines_write_english),
		cmocka_unit_test(numbers_may_leave_their_order_open),
		cmocka_unit_test(addresses_carry_days),
		cmocka_unit_test(order_follows_the_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
