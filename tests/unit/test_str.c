/* base/str.h: slices. */
#include "unit.h"

static void slices_are_cut_to_the_string(void **state)
{
	struct str s = STR("dateline");

	(void)state;
	assert_str(str_slice(s, 0, 4), "date");
	assert_str(str_slice(s, 4, 99), "line");
	assert_str(str_slice(s, 99, 120), "");
	assert_str(str_slice(s, 6, 2), "");
	assert_str(str_range(s, (struct range){ 1, 3 }), "at");
	assert_null(str_slice(STR_NONE, 0, 5).p);
}

static void order_is_of_bytes_then_length(void **state)
{
	(void)state;
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
	assert_true(str_cmp(STR("\x7F"), STR("\xC3\xA9")) < 0);
	assert_int_equal(str_cmp(STR_NONE, STR("")), 0);
}

static void case_is_folded_for_ascii_only(void **state)
{
	(void)state;
	assert_true(str_eq_nocase(STR("UTF-8"), STR("utf-8")));
	assert_false(str_eq_nocase(STR("\xC3\x89"), STR("\xC3\xA9")));
	assert_false(str_eq_nocase(STR("utf"), STR("utf8")));
	assert_true(str_starts_nocase(STR("Reporting by"), STR("REPORT")));
	assert_true(str_ends_nocase(STR("page.HTML"), STR(".html")));
	assert_false(str_ends(STR("l"), STR(".html")));
	assert_true(str_starts(STR("x"), STR("")));
}

static void searching_starts_where_told(void **state)
{
	struct str s = STR("abcabcABC");

	(void)state;
	assert_int_equal(str_find(STR("ababa--->"), STR("aba"), 1), 2);
	assert_int_equal(str_find(STR("ababa--->"), STR("-->"), 0), 6);
	assert_int_equal(str_find(STR("ababa---"), STR("-->"), 0), STR_NPOS);
	assert_int_equal(str_find(s, STR("abc"), 0), 0);
	assert_int_equal(str_find(s, STR("abc"), 1), 3);
	assert_int_equal(str_find(s, STR("abc"), 4), STR_NPOS);
	assert_int_equal(str_find_nocase(s, STR("aBc"), 4), 6);
	assert_int_equal(str_find(s, STR(""), 9), 9);
	assert_int_equal(str_find(s, STR(""), 10), STR_NPOS);
	assert_int_equal(str_find_nocase(s, STR("abcabcabcd"), 0), STR_NPOS);
	assert_int_equal(str_chr(s, 'c', 3), 5);
	assert_int_equal(str_chr(s, 'x', 0), STR_NPOS);
	assert_int_equal(str_chr(s, 'a', 9), STR_NPOS);
	assert_int_equal(str_find(STR_NONE, STR("a"), 0), STR_NPOS);
}

static void trimming_takes_ascii_white_space(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t\r\n a b \v\f")), "a b");
	assert_str(str_trim(STR(" \n ")), "");
	assert_str(str_trim(STR("")), "");
}

static void splitting_keeps_empty_pieces_but_the_last(void **state)
{
	struct str rest = STR("a,,b,"), piece;

	(void)state;
	assert_true(str_split(&rest, ',', &piece));
	assert_str(piece, "a");
	assert_true(str_split(&rest, ',', &piece));
	assert_str(piece, "");
	assert_true(str_split(&rest, ',', &piece));
	assert_str(piece, "b");
	assert_false(str_split(&rest, ',', &piece));
}

static void numbers_are_digits_only(void **state)
{
	uint32_t n = 7;

	(void)state;
	assert_true(str_to_u32(STR("0"), &n));
	assert_int_equal(n, 0);
	assert_true(str_to_u32(STR("4294967295"), &n));
	assert_int_equal(n, UINT32_MAX);
	assert_false(str_to_u32(STR("4294967296"), &n));
	assert_false(str_to_u32(STR("00000000001"), &n));
	assert_false(str_to_u32(STR("-1"), &n));
	assert_false(str_to_u32(STR(" 1"), &n));
	assert_false(str_to_u32(STR("1x"), &n));
	assert_false(str_to_u32(STR(""), &n));
	assert_int_equal(n, UINT32_MAX);
}

static void hexadecimal_numbers_are_read(void **state)
{
	uint64_t n = 7;

	(void)state;
	assert_false(str_to_hex(STR(""), &n));
	assert_false(str_to_hex(STR("0x1"), &n));
	assert_false(str_to_hex(STR("-1"), &n));
	assert_false(str_to_hex(STR("10000000000000000"), &n));
	assert_int_equal(n, 7);
	assert_true(str_to_hex(STR("fFfFffffffFFffff"), &n));
	assert_true(n == UINT64_MAX);
	assert_true(str_to_hex(STR("0a"), &n));
	assert_int_equal(n, 10);
}

/* The vectors of draft-eastlake-fnv, appendix C. */
static void hash_is_fnv_1a(void **state)
{
	(void)state;
	assert_true(str_hash(STR("")) == 0xcbf29ce484222325u);
	assert_true(str_hash(STR("a")) == 0xaf63dc4c8601ec8cu);
	assert_true(str_hash(STR("foobar")) == 0x85944171f73967e8u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slices_are_cut_to_the_string),
		cmocka_unit_test(order_is_of_bytes_then_length),
		cmocka_unit_test(case_is_folded_for_ascii_only),
		cmocka_unit_test(searching_starts_where_told),
		cmocka_unit_test(trimming_takes_ascii_white_space),
		cmocka_unit_test(splitting_keeps_empty_pieces_but_the_last),
		cmocka_unit_test(numbers_are_digits_only),
		cmocka_unit_test(hash_is_fnv_1a),
		cmocka_unit_test(hexadecimal_numbers_are_read),
	};

	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
