/* view/months.h: bars by month, quarter, year. */
#include "unit.h"

#include "view/months.h"

/* The bar of n months, the step after it. */
static const char *bar(
	const int32_t *list, size_t n, int columns, bool ascii, struct buf *out)
{
	struct months m = { 0 };
	const char *step;

	for (size_t i = 0; i < n; i++)
		*vec_push(&m.list) = list[i];
	step = months_say(&m, columns, ascii, out);
	vec_free(&m.list);
	return step;
}

#define Y2020 (2020 * 12)

static void a_column_is_a_month_where_there_is_room(void **state)
{
	const int32_t list[] = { Y2020 + 3, Y2020, Y2020, Y2020, Y2020,
		Y2020 + 1 };
	struct buf out = { 0 };

	(void)state;
	assert_string_equal(bar(list, 6, 4, true, &out), "quotes by month");
	assert_str(buf_str(&out), "#: :");
	buf_clear(&out);
	assert_string_equal(bar(list, 6, 4, false, &out), "quotes by month");
	assert_str(buf_str(&out), "\xE2\x96\x88\xE2\x96\x82 \xE2\x96\x82");
	buf_release(&out);
}

static void less_room_makes_quarters_and_years(void **state)
{
	const int32_t list[] = { Y2020 + 11, Y2020 + 12, Y2020 + 12,
		Y2020 + 26 };
	struct buf out = { 0 };

	(void)state;
	assert_string_equal(bar(list, 4, 15, true, &out), "quotes by quarter");
	assert_str(buf_str(&out), "=#   =");
	buf_clear(&out);
	assert_string_equal(bar(list, 4, 3, true, &out), "quotes by year");
	assert_str(buf_str(&out), "=#=");
	buf_clear(&out);
	/* Too many years: the latest. */
	assert_string_equal(bar(list, 4, 2, true, &out), "quotes by year");
	assert_str(buf_str(&out), "#=");
	buf_release(&out);
}

static void one_month_has_no_bar(void **state)
{
	const int32_t list[] = { Y2020, Y2020 };
	struct buf out = { 0 };

	(void)state;
	assert_null(bar(list, 2, 10, true, &out));
	assert_null(bar(list, 0, 10, true, &out));
	assert_int_equal(out.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_column_is_a_month_where_there_is_room),
		cmocka_unit_test(less_room_makes_quarters_and_years),
		cmocka_unit_test(one_month_has_no_bar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
