/* text/wrap.h: lines, and what holds of them whatever the text. */
#include "unit.h"

#include "dateline/base/buf.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

#include <time.h>

/* The lines of s joined by '|'. */
static void assert_wraps(const char *text, int columns, const char *want)
{
	struct str s = str_from_c(text);
	struct lines lines = { 0 };
	struct buf got = { 0 };

	text_wrap(s, (struct range){ 0, (uint32_t)s.n }, columns, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		if (i)
			buf_add_c(&got, '|');
		buf_add(&got, str_range(s, lines.list.v[i]));
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
	lines_release(&lines);
}

static void lines_break_at_spaces(void **state)
{
	(void)state;
	assert_wraps("one two three", 7, "one two|three");
	assert_wraps("one two three", 8, "one two|three");
	assert_wraps("one two three", 13, "one two three");
	assert_wraps("one   two", 3, "one|two");
	assert_wraps("one two ", 7, "one two");
	assert_wraps("", 10, "");
	/* A space that carries a mark is no place to cut. */
	assert_wraps("ab \xCC\x81 cd", 2, "ab| \xCC\x81|cd");
}

/* A title that is not there comes as STR_NONE. */
static void nothing_has_no_lines(void **state)
{
	struct lines lines = { 0 };

	(void)state;
	text_wrap(STR_NONE, (struct range){ 0, 0 }, 10, &lines);
	text_wrap(STR("a"), (struct range){ 1, 1 }, 10, &lines);
	assert_int_equal(lines.list.n, 0);
}

static void line_ends_are_kept(void **state)
{
	(void)state;
	assert_wraps("a b\n\nc", 10, "a b||c");
	assert_wraps("a\n", 10, "a");
	assert_wraps("\na", 10, "|a");
	assert_wraps("a \n b", 10, "a| b");
}

static void long_words_are_cut_between_clusters(void **state)
{
	(void)state;
	assert_wraps("abcdefgh", 3, "abc|def|gh");
	assert_wraps("x abcdefgh", 4, "x|abcd|efgh");
	assert_wraps("e\xCC\x81"
		     "e\xCC\x81"
		     "e\xCC\x81",
		2,
		"e\xCC\x81"
		"e\xCC\x81|e\xCC\x81");
	assert_wraps(
		"\xE6\x9D\xB1\xE4\xBA\xAC", 1, "\xE6\x9D\xB1|\xE4\xBA\xAC");
}

static void hyphens_and_dashes_break_as_uax14_says(void **state)
{
	(void)state;
	assert_wraps("well-known", 6, "well-|known");
	assert_wraps("said \xE2\x80\x93 no", 6, "said \xE2\x80\x93|no");
	/* A no-break space holds its words together. */
	assert_wraps("of 5\xC2\xA0km", 5, "of|5\xC2\xA0km");
	assert_wraps("and/or", 4, "and/|or");
	assert_wraps("see https://gazette.example/harbour/quay now", 24,
		"see https://|gazette.example/harbour/|quay now");
	/* Abbreviations stay whole. */
	assert_wraps("the U.S. e.g. so", 7, "the|U.S.|e.g. so");
	/* Numbers keep their signs and slashes. */
	assert_wraps("a 12/31 b", 5, "a|12/31|b");
	assert_wraps("is €3.50", 7, "is|€3.50");
	/* No quotation mark is left alone at a line's end. */
	assert_wraps("so \xE2\x80\x9Chello\xE2\x80\x9D", 9,
		"so|\xE2\x80\x9Chello\xE2\x80\x9D");
}

static void scripts_without_spaces(void **state)
{
	(void)state;
	/* Between ideographs, but not before a full stop or a small kana. */
	assert_wraps("港は閉じた。", 8, "港は閉じ|た。");
	assert_wraps("港は閉じた。", 10, "港は閉じ|た。");
	assert_wraps("港は閉じた。", 12, "港は閉じた。");
	assert_wraps("「港」へ", 5, "「港|」へ");
	assert_wraps("ああっと", 4, "あ|あっ|と");
	/* Korean is parted at its syllables, as UAX #14 has it. */
	assert_wraps("항구가 닫혔다", 8, "항구가|닫혔다");
	/* Thai has no dictionary here: a run is a word. */
	assert_wraps("a ท่าเรือปิด", 8, "a|ท่าเรือปิด");
	/* A sequence is one picture. */
	assert_wraps("a 👩‍👧🇮🇸 b", 4, "a 👩‍👧|🇮🇸 b");
}

static void soft_hyphens_are_no_place_to_cut_unless_asked(void **state)
{
	(void)state;
	assert_wraps("the har\xC2\xAD"
		     "bour wall",
		8,
		"the|har\xC2\xAD"
		"bour|wall");
}

static void a_range_is_wrapped_alone(void **state)
{
	struct str s = STR("aaa bbb ccc ddd");
	struct lines lines = { 0 };

	(void)state;
	text_wrap(s, (struct range){ 4, 11 }, 3, &lines);
	assert_int_equal(lines.list.n, 2);
	assert_range(lines.list.v[0], 4, 7);
	assert_range(lines.list.v[1], 8, 11);
	text_wrap(s, (struct range){ 0, 3 }, 3, &lines);
	assert_int_equal(lines.list.n, 3);
	lines_release(&lines);
}

static void random_text(struct buf *out, uint64_t *seed)
{
	static const uint32_t letters[] = { ' ', ' ', ' ', 'a', 'b', 'I', 'w',
		'1', '-', ',', '.', '"', '\n', 0xE9, 0x301, 0x323, 0x2014,
		0x201C, 0x201D, 0x6771, 0x4EAC, 0x1F469, 0x200D, 0x1F467,
		0xFE0F, 0x2764, 0x1F1EE, 0x1F1F8, 0xAD, 0xA0, 0x5D0, 0x628,
		0x200C, 0xE01, 0xE31, 0xAC00, 0x3002, 0xFFFD };
	struct buf raw = { 0 };

	for (uint32_t n = unit_random(seed) % 200; n; n--)
		buf_add_cp(&raw, letters[unit_random(seed) %
					 (sizeof letters / sizeof *letters)]);
	buf_clear(out);
	text_sanitize(out, buf_str(&raw), SANITIZE_TEXT);
	buf_release(&raw);
}

static size_t clusters(struct str s, struct range r)
{
	size_t n = 0;
	int w;

	for (size_t i = r.start; i < r.end; n++)
		i = text_cluster(str_of(s.p, r.end), i, &w);
	return n;
}

/* True when a cluster of s, read from the start of its line, starts at `at`. */
static bool is_cluster_start(struct str s, uint32_t from, uint32_t at)
{
	size_t i = from;
	int w;

	while (i < at)
		i = text_cluster(s, i, &w);
	return i == at;
}

/* What lies between two lines is white space; a line end is never lost. */
static void assert_only_space_is_lost(struct str s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		assert_true(s.p[i] == ' ' || s.p[i] == '\n');
}

static void assert_line_fits(struct str s, struct range r, int columns)
{
	struct str line = str_range(s, r);

	assert_true(text_width(line) <= columns || clusters(s, r) == 1);
	assert_int_equal(str_chr(line, '\n', 0), STR_NPOS);
	assert_true(line.n == 0 || line.p[line.n - 1] != ' ');
}

static void assert_wrapped_well(struct str s, int columns)
{
	struct lines lines = { 0 };
	uint32_t before = 0;

	text_wrap(s, (struct range){ 0, (uint32_t)s.n }, columns, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		struct range r = lines.list.v[i];

		assert_true(r.start >= before && r.end >= r.start);
		assert_only_space_is_lost(s, before, r.start);
		assert_true(is_cluster_start(s, before, r.start));
		assert_line_fits(s, r, columns);
		before = r.end;
	}
	assert_only_space_is_lost(s, before, (uint32_t)s.n);
	lines_release(&lines);
}

static void any_text_at_any_width(void **state)
{
	uint64_t seed = 42;
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		random_text(&text, &seed);
		assert_wrapped_well(
			buf_str(&text), 1 + (int)(unit_random(&seed) % 60));
	}
	buf_release(&text);
}

static double seconds_to_wrap(size_t n, const char *unit)
{
	struct buf b = { 0 };
	struct lines lines = { 0 };
	clock_t start = clock();

	while (b.n < n)
		buf_add(&b, str_from_c(unit));
	text_wrap(buf_str(&b), (struct range){ 0, (uint32_t)b.n }, 72, &lines);
	lines_release(&lines);
	buf_release(&b);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Nor does a range cost more for what stands behind it. */
static void cost_is_that_of_the_range(void **state)
{
	struct buf b = { 0 };
	struct lines lines = { 0 };
	clock_t start = clock();

	(void)state;
	while (b.n < 4 << 20)
		buf_add(&b, STR("word and "));
	for (uint32_t i = 0; i + 9 <= b.n; i += 9)
		text_wrap(buf_str(&b), (struct range){ i, i + 9 }, 72, &lines);
	assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
	lines_release(&lines);
	buf_release(&b);
}

/* A megabyte of anything takes well under the seconds that a square would. */
static void cost_is_linear(void **state)
{
	static const char *const units[] = { "word and word ", "a", " ", "\n",
		"\xCC\x81", "\xE2\x80\x8D", "\xE6\x9D\xB1", "-", "\"",
		"\xF0\x9F\x87\xAE", "1,", "(" };

	(void)state;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		assert_true(seconds_to_wrap(1 << 20, units[i]) < 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_spaces),
		cmocka_unit_test(nothing_has_no_lines),
		cmocka_unit_test(line_ends_are_kept),
		cmocka_unit_test(long_words_are_cut_between_clusters),
		cmocka_unit_test(hyphens_and_dashes_break_as_uax14_says),
		cmocka_unit_test(scripts_without_spaces),
		cmocka_unit_test(soft_hyphens_are_no_place_to_cut_unless_asked),
		cmocka_unit_test(a_range_is_wrapped_alone),
		cmocka_unit_test(any_text_at_any_width),
		cmocka_unit_test(cost_is_linear),
		cmocka_unit_test(cost_is_that_of_the_range),
	};

	return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
