/* text/charset.h: bytes of unknown encoding. */
#include "unit.h"

#include "dateline/text/charset.h"

#define assert_decodes(in, label, encoding, want) \
	do { \
		struct buf b_ = { 0 }; \
		assert_string_equal( \
			charset_to_utf8(&b_, STR(in), str_from_c(label)), \
			(encoding)); \
		assert_str(buf_str(&b_), (want)); \
		buf_release(&b_); \
	} while (0)

static void valid_utf8_is_utf8_whatever_is_declared(void **state)
{
	(void)state;
	assert_decodes("caf\xC3\xA9", NULL, "UTF-8", "caf\xC3\xA9");
	assert_decodes("caf\xC3\xA9", "iso-8859-1", "UTF-8", "caf\xC3\xA9");
	assert_decodes("", NULL, "UTF-8", "");
}

static void marks_win(void **state)
{
	(void)state;
	assert_decodes("\xEF\xBB\xBFx", "big5", "UTF-8", "x");
	assert_decodes(
		"\xFF\xFEx\0\xAC\x20", NULL, "UTF-16LE", "x\xE2\x82\xAC");
	assert_decodes(
		"\xFE\xFF\0x\x20\xAC", NULL, "UTF-16BE", "x\xE2\x82\xAC");
	assert_decodes("\xFF\xFE\0\0x\0\0\0", NULL, "UTF-32LE", "x");
}

static void utf16_is_known_by_its_zeros(void **state)
{
	(void)state;
	assert_decodes("N\0e\0w\0s\0!\0", NULL, "UTF-16LE", "News!");
	assert_decodes("\0N\0e\0w\0s\0!", "utf-8", "UTF-16BE", "News!");
}

static void latin_labels_mean_windows_1252(void **state)
{
	(void)state;
	assert_decodes("\x93yes\x94 \x96 5\x80", "ISO-8859-1", "windows-1252",
		"\xE2\x80\x9Cyes\xE2\x80\x9D \xE2\x80\x93 5\xE2\x82\xAC");
	assert_decodes("caf\xE9", NULL, "windows-1252", "caf\xC3\xA9");
	assert_decodes(
		"caf\xE9", "no-such-charset", "windows-1252", "caf\xC3\xA9");
	assert_int_equal(charset_windows_1252(0x85), 0x2026);
	assert_int_equal(charset_windows_1252(0x41), 0x41);
	assert_int_equal(charset_windows_1252(0xE9), 0xE9);
}

static void declared_encodings_are_used(void **state)
{
	(void)state;
	assert_decodes("\xCC\xEE\xF1\xEA\xE2\xE0", " Windows-1251 ", "CP1251",
		"\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0");
	assert_decodes("\xB6\xAB\xBE\xA9", "gb2312", "GB18030",
		"\xE4\xB8\x9C\xE4\xBA\xAC");
	assert_decodes("\x93\x8C\x8B\x9E", "Shift_JIS", "CP932",
		"\xE6\x9D\xB1\xE4\xBA\xAC");
	assert_decodes("\xA3\xF3"
		       "d\xB5",
		"iso-8859-2", "ISO-8859-2",
		"\xC5\x81\xC3\xB3"
		"d\xC4\xBE");
}

/* UTF-7 hides markup in letters (the Encoding standard forbids it). */
static void stateful_encodings_are_refused(void **state)
{
	(void)state;
	assert_decodes("+ADw-b+AD4-\xE9", "utf-7", "windows-1252",
		"+ADw-b+AD4-\xC3\xA9");
	assert_decodes(
		"\x1B$B\xE9", "iso-2022-jp", "windows-1252", "\x1B$B\xC3\xA9");
}

static void bytes_that_fit_nowhere_are_replaced(void **state)
{
	(void)state;
	assert_decodes(
		"a\x81\xFFz", "gbk", "GB18030", "a\xEF\xBF\xBD\xEF\xBF\xBDz");
	assert_decodes("\xFF\xFEx\0y", NULL, "UTF-16LE", "x\xEF\xBF\xBD");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8_is_utf8_whatever_is_declared),
		cmocka_unit_test(marks_win),
		cmocka_unit_test(utf16_is_known_by_its_zeros),
		cmocka_unit_test(latin_labels_mean_windows_1252),
		cmocka_unit_test(declared_encodings_are_used),
		cmocka_unit_test(stateful_encodings_are_refused),
		cmocka_unit_test(bytes_that_fit_nowhere_are_replaced),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
