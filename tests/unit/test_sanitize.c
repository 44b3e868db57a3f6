/* text/sanitize.h: the gate. */
#include "unit.h"

#include "dateline/text/sanitize.h"
#include "dateline/text/utf8.h"

#include <uninorm.h>

static struct str clean(struct arena *a, struct str in, enum sanitize how)
{
	return text_clean(a, in, how);
}

#define assert_clean(in, how, want) \
	do { \
		struct arena arena_ = { 0 }; \
		assert_str(clean(&arena_, STR(in), (how)), (want)); \
		arena_release(&arena_); \
	} while (0)

static void plain_text_passes(void **state)
{
	(void)state;
	assert_clean("One, two; three!", SANITIZE_TEXT, "One, two; three!");
	assert_clean("caf\xC3\xA9 \xE2\x80\x9Cyes\xE2\x80\x9D", SANITIZE_TEXT,
		"caf\xC3\xA9 \xE2\x80\x9Cyes\xE2\x80\x9D");
	assert_clean("a\xC2\xA0"
		     "b\xE2\x80\xAF"
		     "c\xC2\xAD"
		     "d",
		SANITIZE_TEXT,
		"a\xC2\xA0"
		"b\xE2\x80\xAF"
		"c\xC2\xAD"
		"d");
	assert_clean("", SANITIZE_LINE, "");
}

static void controls_are_dropped(void **state)
{
	(void)state;
	assert_clean("a\x1B[31mb\x07\x08", SANITIZE_TEXT, "a[31mb");
	assert_clean("a\x7F"
		     "b\xC2\x9B"
		     "31m",
		SANITIZE_TEXT, "ab31m");
	assert_clean("a\0b", SANITIZE_TEXT, "ab");
}

static void bidi_tags_and_fillers_are_dropped(void **state)
{
	static const uint32_t gone[] = { 0x61C, 0x200B, 0x200E, 0x200F, 0x202A,
		0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068,
		0x2069, 0xFEFF, 0xFFF9, 0xFFFE, 0x1FFFF, 0xE0001, 0xE0041,
		0xE0100, 0x3164, 0x34F, 0xFDD0 };

	(void)state;
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
		struct buf in = { 0 }, out = { 0 };

		assert_true(text_is_forbidden(gone[i]));
		buf_add_c(&in, 'a');
		buf_add_cp(&in, gone[i]);
		buf_add_c(&in, 'b');
		text_sanitize(&out, buf_str(&in), SANITIZE_TEXT);
		assert_str(buf_str(&out), "ab");
		buf_release(&in);
		buf_release(&out);
	}
}

static void line_ends_become_one_kind(void **state)
{
	(void)state;
	assert_clean("a\r\nb\rc\vd\fe\xC2\x85"
		     "f\xE2\x80\xA8g\xE2\x80\xA9h\n\ni",
		SANITIZE_TEXT, "a\nb\nc\nd\ne\nf\ng\nh\n\ni");
}

static void a_line_has_single_spaces(void **state)
{
	(void)state;
	assert_clean("  a \t b\r\n\r\nc  \n", SANITIZE_LINE, "a b c");
	assert_clean("a\tb\xE3\x80\x80"
		     "c\xE2\x80\x83"
		     "d",
		SANITIZE_TEXT, "a b c d");
	assert_clean(" \t\n ", SANITIZE_LINE, "");
	assert_clean("a \xE2\x80\x8B b \xE2\x80\x8B", SANITIZE_LINE, "a b");
}

static void bad_bytes_are_replaced(void **state)
{
	(void)state;
	assert_clean("a\xFFz", SANITIZE_TEXT, "a\xEF\xBF\xBDz");
	assert_clean("a\xC0\xAFz", SANITIZE_TEXT, "a\xEF\xBF\xBD\xEF\xBF\xBDz");
	assert_clean("a\xE2\x82", SANITIZE_TEXT, "a\xEF\xBF\xBD");
}

static void text_is_composed(void **state)
{
	(void)state;
	assert_clean("Cafe\xCC\x81", SANITIZE_TEXT, "Caf\xC3\xA9");
	assert_clean("\xE2\x84\xAB", SANITIZE_LINE, "\xC3\x85");
	/* Marks in the wrong order: dot above before dot below. */
	assert_clean("q\xCC\x87\xCC\xA3", SANITIZE_TEXT, "q\xCC\xA3\xCC\x87");
	assert_clean("x\xE2\x83\x90\xE2\x83\x92", SANITIZE_TEXT,
		"x\xE2\x83\x92\xE2\x83\x90");
}

static void marks_are_capped(void **state)
{
	struct buf in = { 0 }, out = { 0 };

	(void)state;
	buf_add_c(&in, 'q');
	for (int i = 0; i < 50; i++)
		buf_add_cp(&in, 0x0301);
	buf_add_c(&in, 'r');
	text_sanitize(&out, buf_str(&in), SANITIZE_TEXT);
	assert_int_equal(utf8_count(buf_str(&out)), 6);
	/* Marks of combining class 0 pile up as well: Thai, enclosing. */
	buf_clear(&in);
	buf_clear(&out);
	buf_add_cp(&in, 0x0E01);
	for (int i = 0; i < 50; i++)
		buf_add_cp(&in, i & 1 ? 0x0E31 : 0x20DD);
	text_sanitize(&out, buf_str(&in), SANITIZE_TEXT);
	assert_int_equal(utf8_count(buf_str(&out)), 5);
	buf_release(&in);
	buf_release(&out);
}

static void joiners_stay_where_they_mean_something(void **state)
{
	(void)state;
	/* Persian, a family of emoji, a red heart. */
	assert_clean("\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE", SANITIZE_TEXT,
		"\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE");
	assert_clean("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
		SANITIZE_TEXT, "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
	assert_clean("\xE2\x9D\xA4\xEF\xB8\x8F", SANITIZE_LINE,
		"\xE2\x9D\xA4\xEF\xB8\x8F");
	assert_clean(
		"pass\xE2\x80\x8Dword\xE2\x80\x8C", SANITIZE_TEXT, "password");
	/* One joiner, however many are written. */
	assert_clean("\xD9\x85\xE2\x80\x8D\xE2\x80\x8C\xE2\x80\x8D\xD8\xAE",
		SANITIZE_TEXT, "\xD9\x85\xE2\x80\x8D\xD8\xAE");
}

static void offsets_hold_in_same_length(void **state)
{
	struct str in = STR("a\x1B[\r\nb\t\xE2\x80\xAE"
			    "e\xCC\x81\xC2\x9B"
			    "z");
	struct arena a = { 0 };
	struct str out = text_clean(&a, in, SANITIZE_SAME_LENGTH);

	(void)state;
	assert_int_equal(utf8_count(out), utf8_count(in));
	assert_str(out, "a\xEF\xBF\xBD[ \nb \xEF\xBF\xBD"
			"e\xCC\x81\xEF\xBF\xBDz");
	arena_release(&a);
}

static void paths_show_odd_bytes(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_str(text_clean_path(&a, STR("dir/a\nb\xFF\x1B.txt")),
		"dir/a\\x0Ab\\xFF\\x1B.txt");
	assert_str(text_clean_path(&a, STR("na\xC3\xAFve\xE2\x80\xAEgpj")),
		"na\xC3\xAFve\\xE2\\x80\\xAEgpj");
	assert_str(text_clean_path(&a, STR("plain.html")), "plain.html");
	arena_release(&a);
}

static void printing_is_safe(void **state)
{
	char out[64] = "";
	FILE *f = fmemopen(out, sizeof out, "w");

	(void)state;
	safe_fputs(STR("a\x1B]0;x\x07\xFF\n"), f);
	safe_printf(f, "%s=%d\t", "\xC2\x9B", 7);
	fclose(f);
	assert_string_equal(out, "a\xEF\xBF\xBD]0;x\xEF\xBF\xBD\xEF\xBF\xBD\n"
				 "\xEF\xBF\xBD=7\t");
}

/* A code point that hostile texts are made of, or any. */
static uint32_t odd_cp(uint64_t *seed)
{
	static const uint32_t odd[] = { 'a', ' ', '\n', '\r', 0x1B, 0x9B, 0x301,
		0x323, 0x344, 0x483, 0x20D0, 0x20D2, 0x302A, 0x3099, 0xE31,
		0x200C, 0x200D, 0x202E, 0xFE0F, 0xFE00, 0x1F469, 0xAC00, 0x11A8,
		0xE9, 0x438, 0x306, 0xFFFD, 0xE0041, 0xA0 };
	uint32_t r = unit_random(seed);

	if (r % 4)
		return odd[(r >> 2) % (sizeof odd / sizeof *odd)];
	r = (r >> 2) % 0x30000;
	return r >= 0xD800 && r < 0xE000 ? 'x' : r;
}

static void assert_is_clean(struct str s)
{
	uint32_t cp;

	assert_true(utf8_valid(s));
	for (size_t i = 0; i < s.n;) {
		i += utf8_decode(s, i, &cp);
		assert_true(cp == '\n' || !text_is_forbidden(cp));
	}
}

static void assert_is_nfc(struct str s)
{
	size_t n = 0;
	uint8_t *nfc =
		u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);

	assert_true(str_eq(s, str_of((const char *)nfc, n)));
	free(nfc);
}

/* Any input: the result is valid, clean, NFC, and passes again unchanged. */
static void whatever_comes_in_comes_out_clean(void **state)
{
	uint64_t seed = 1;
	struct arena a = { 0 };

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct buf in = { 0 };
		enum sanitize how = round % 2 ? SANITIZE_LINE : SANITIZE_TEXT;
		struct str once, twice;

		for (uint32_t n = unit_random(&seed) % 40; n; n--) {
			if (unit_random(&seed) % 16 == 0)
				buf_add_c(&in, (char)unit_random(&seed));
			else
				buf_add_cp(&in, odd_cp(&seed));
		}
		once = clean(&a, buf_str(&in), how);
		twice = clean(&a, once, how);
		assert_is_clean(once);
		assert_is_nfc(once);
		assert_true(str_eq(once, twice));
		assert_int_equal(
			utf8_count(clean(&a, once, SANITIZE_SAME_LENGTH)),
			utf8_count(once));
		arena_clear(&a);
		buf_release(&in);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_passes),
		cmocka_unit_test(controls_are_dropped),
		cmocka_unit_test(bidi_tags_and_fillers_are_dropped),
		cmocka_unit_test(line_ends_become_one_kind),
		cmocka_unit_test(a_line_has_single_spaces),
		cmocka_unit_test(bad_bytes_are_replaced),
		cmocka_unit_test(text_is_composed),
		cmocka_unit_test(marks_are_capped),
		cmocka_unit_test(joiners_stay_where_they_mean_something),
		cmocka_unit_test(offsets_hold_in_same_length),
		cmocka_unit_test(paths_show_odd_bytes),
		cmocka_unit_test(printing_is_safe),
		cmocka_unit_test(whatever_comes_in_comes_out_clean),
	};

	return cmocka_run_group_tests_name("sanitize", tests, NULL, NULL);
}
