/* text/utf8.h. */
#include "unit.h"

#include "dateline/text/utf8.h"

/* Decodes all of s; gives the lengths as digits, bad input as "!" + length. */
static const char *lengths(struct str s)
{
	static char out[64];
	size_t k = 0;

	for (size_t i = 0; i < s.n && k + 3 < sizeof out;) {
		uint32_t cp;
		size_t n = utf8_decode(s, i, &cp);

		if (cp == UTF8_BAD)
			out[k++] = '!';
		out[k++] = (char)('0' + n);
		i += n;
	}
	out[k] = '\0';
	return out;
}

static void code_points_are_decoded(void **state)
{
	struct str s = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
	uint32_t cp;

	(void)state;
	assert_string_equal(lengths(s), "1234");
	utf8_decode(s, 1, &cp);
	assert_int_equal(cp, 0xE9);
	utf8_decode(s, 6, &cp);
	assert_int_equal(cp, 0x1F600);
	assert_true(utf8_valid(s));
	assert_int_equal(utf8_count(s), 4);
	assert_int_equal(utf8_prev(s, 10), 6);
	assert_int_equal(utf8_prev(s, 6), 3);
}

/* Tables 3-8 to 3-11 of the Unicode standard, chapter 3.9. */
static void bad_bytes_are_maximal_subparts(void **state)
{
	(void)state;
	assert_string_equal(lengths(STR("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82"
					"A")),
		"!1!1!1!1!1!1!1!11");
	assert_string_equal(lengths(STR("\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
					"A")),
		"!1!1!1!1!1!1!1!11");
	assert_string_equal(lengths(STR("\xF4\x91\x92\x93\xFF"
					"A\x80\xBF"
					"B")),
		"!1!1!1!1!11!1!11");
	assert_string_equal(lengths(STR("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
					"A")),
		"!2!1!3!21");
}

static void strictness(void **state)
{
	(void)state;
	assert_false(utf8_valid(STR("\xC0\x80")));
	assert_false(utf8_valid(STR("\xED\xA0\x80")));
	assert_false(utf8_valid(STR("\xF4\x90\x80\x80")));
	assert_false(utf8_valid(STR("abc\xE2\x82")));
	assert_false(utf8_valid(STR("The ferry sails\xFF")));
	assert_false(utf8_valid(STR("The ferry \xC3 sails at noon")));
	assert_true(utf8_valid(STR("The f\xC3\xA9rry sails at \xE2\x80\x9C")));
	assert_true(utf8_valid(STR("")));
	assert_true(utf8_valid(STR_NONE));
}

static void cutting_respects_code_points(void **state)
{
	struct str s = STR("a\xE2\x82\xAC");

	(void)state;
	assert_str(utf8_cut(s, 4), "a\xE2\x82\xAC");
	assert_str(utf8_cut(s, 3), "a");
	assert_str(utf8_cut(s, 1), "a");
	assert_str(utf8_cut(s, 0), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_points_are_decoded),
		cmocka_unit_test(bad_bytes_are_maximal_subparts),
		cmocka_unit_test(strictness),
		cmocka_unit_test(cutting_respects_code_points),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
