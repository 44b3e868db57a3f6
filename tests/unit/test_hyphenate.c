/* text/hyphenate.h and lines with hyphens and marks (text/wrap.h). The patterns
 * are the test's own. */
#include "unit.h"

#include "dateline/base/buf.h"
#include "dateline/text/sanitize.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

#include <stdio.h>
#include <unistd.h>

/* Patterns of an invented language: after each vowel but the last. */
static const char patterns[] = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\n"
			       "a1\ne1\ni1\no1\nu1\né1\n";
/* The same in an 8-bit set. */
static const char latin[] = "ISO8859-1\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\n"
			    "a1\ne1\ni1\no1\nu1\n\xE9"
			    "1\n";

struct fixture {
	char folder[64];
	struct hyphen_shelf *shelf;
};

static void put(const struct fixture *f, const char *name, const char *text)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", f->folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void drop(const struct fixture *f, const char *name)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", f->folder, name);
	unlink(path);
}

static int setup(void **state)
{
	static struct fixture f;

	snprintf(f.folder, sizeof f.folder, "/tmp/dateline-hyphen-XXXXXX");
	if (!mkdtemp(f.folder))
		return -1;
	put(&f, "hyph_xa.dic", patterns);
	put(&f, "hyph_xb_BB.dic", patterns);
	put(&f, "hyph_xc.dic", latin);
	f.shelf = hyphen_shelf_new(f.folder);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	hyphen_shelf_free(f->shelf);
	drop(f, "hyph_xa.dic");
	drop(f, "hyph_xb_BB.dic");
	drop(f, "hyph_xc.dic");
	return rmdir(f->folder);
}

static const struct hyphenator *find(void **state, const char *lang)
{
	struct fixture *f = *state;

	return hyphen_shelf_find(f->shelf, str_from_c(lang));
}

static void a_tag_finds_its_language(void **state)
{
	struct fixture *f = *state;
	struct str lang;

	assert_non_null(find(state, "xa"));
	assert_ptr_equal(find(state, "xa"), find(state, "XA"));
	assert_non_null(find(state, "xa-DE"));
	assert_non_null(find(state, "xb"));
	assert_non_null(find(state, "xb_bb"));
	assert_null(find(state, ""));
	assert_null(find(state, "xz"));
	assert_null(find(state, "../xa"));
	assert_null(find(state, "xz"));
	/* What was asked for in vain is known, once. */
	assert_true(hyphen_shelf_missing(f->shelf, 0, &lang));
	assert_str(lang, "xz");
	assert_true(hyphen_shelf_missing(f->shelf, 1, &lang));
	assert_str(lang, "../xa");
	assert_false(hyphen_shelf_missing(f->shelf, 2, &lang));
}

static size_t part(void **state, const char *lang, const char *word, size_t max)
{
	return hyphenate(find(state, lang), str_from_c(word), max);
}

static void words_are_parted_by_patterns(void **state)
{
	assert_int_equal(part(state, "xa", "kanemo", 6), 4);
	assert_int_equal(part(state, "xa", "kanemo", 3), 2);
	assert_int_equal(part(state, "xa", "kanemo", 1), 0);
	assert_int_equal(part(state, "xa", "KANEMO", 6), 4);
	/* Bytes, not letters. */
	assert_int_equal(part(state, "xa", "kénemo", 5), 5);
	assert_int_equal(part(state, "xa", "kénemo", 4), 3);
	assert_int_equal(part(state, "xc", "kénemo", 5), 5);
	/* A letter that the set has not. */
	assert_int_equal(part(state, "xc", "kanemoŝ", 7), 0);
	/* Marks around it; an apostrophe inside. */
	assert_int_equal(part(state, "xa", "“kanemo,”", 9), 7);
	assert_int_equal(part(state, "xa", "l’kanemo", 8), 8);
}

static void addresses_and_numbers_are_not(void **state)
{
	static const char *const words[] = { "kanemo.example", "kane/mona",
		"kanemo3", "12", "", "“”", "kane_mona", "kanemo@mona" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_int_equal(part(state, "xa", words[i], 20), 0);
	assert_int_equal(
		part(state, "xa",
			"kanemokanemokanemokanemokanemokanemokanemokanemokanemo",
			50),
		0);
}

/* Lines joined by '|', with the hyphens that are shown. */
static void assert_wraps(
	const struct wrap_style *style, const char *text, const char *want)
{
	struct str s = str_from_c(text);
	struct lines lines = { 0 };
	struct buf got = { 0 };

	text_wrap_as(s, (struct range){ 0, (uint32_t)s.n }, style, &lines);
	for (size_t i = 0, h = 0; i < lines.list.n; i++) {
		if (i)
			buf_add_c(&got, '|');
		buf_add(&got, str_range(s, lines.list.v[i]));
		if (h < lines.hyphened.n && lines.hyphened.v[h] == i) {
			buf_add_c(&got, '-');
			h++;
		}
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
	lines_release(&lines);
}

static void loose_lines_part_their_last_word(void **state)
{
	struct wrap_style style = { .columns = 10,
		.hyphens = find(state, "xa") };

	assert_wraps(&style, "the kanemona", "the kane-|mona");
	assert_wraps(&style, "the “kanemona”", "the “kane-|mona”");
	/* No room for a part and its hyphen. */
	assert_wraps(&style, "the winds kanemo", "the winds|kanemo");
	/* One column is not loose. */
	style.columns = 12;
	assert_wraps(&style, "the winds a kanemo", "the winds a|kanemo");
	/* No ladder of hyphens. */
	style.columns = 7;
	assert_wraps(&style, "o kanemona kanemona kanemona",
		"o kane-|mona|kane-|mona|kane-|mona");
	/* A word longer than the line. */
	assert_wraps(&style, "kanemonakanemona", "kanemo-|nakane-|mona");
}

static void soft_hyphens_part_words(void **state)
{
	struct wrap_style style = { .columns = 8, .soft = true };

	(void)state;
	assert_wraps(&style,
		"the har\xC2\xAD"
		"bour wall",
		"the har\xC2\xAD-|bour|wall");
	/* The hyphen needs its column. */
	style.columns = 7;
	assert_wraps(&style,
		"the har\xC2\xAD"
		"bour wall",
		"the|har\xC2\xAD"
		"bour|wall");
}

static void marks_take_columns(void **state)
{
	static const struct wrap_mark marks[] = { { 3, 3 }, { 7, 3 } };
	struct wrap_style style = {
		.columns = 10, .marks = marks, .n_marks = 2
	};

	(void)state;
	assert_wraps(&style, "one two three", "one|two|three");
	style.columns = 13;
	assert_wraps(&style, "one two three", "one two|three");
	style.columns = 12;
	assert_wraps(&style, "one two three", "one|two three");
	style.n_marks = 0;
	assert_wraps(&style, "one two three", "one two|three");
}

static void random_text(struct buf *out, uint64_t *seed)
{
	static const uint32_t letters[] = { ' ', ' ', 'a', 'b', 'e', 'k', 'n',
		'i', 'o', '-', '.', 0x201C, 0xAD, 0xE9, 0x301, 0x6771, 0x1F1EE,
		0x1F1F8, 0x1F469, 0x200D, '\n', 0xE01, 0x5D0, 0xAC00 };
	struct buf raw = { 0 };

	for (uint32_t n = unit_random(seed) % 200; n; n--)
		buf_add_cp(&raw, letters[unit_random(seed) %
					 (sizeof letters / sizeof *letters)]);
	buf_clear(out);
	text_sanitize(out, buf_str(&raw), SANITIZE_TEXT);
	buf_release(&raw);
}

/* Lines in order, only white space lost, hyphens within the columns, no line
 * begins inside a cluster. */
static void assert_layout(struct str s, const struct wrap_style *style)
{
	struct lines lines = { 0 };
	uint32_t before = 0;
	size_t h = 0;

	text_wrap_as(s, (struct range){ 0, (uint32_t)s.n }, style, &lines);
	for (size_t i = 0; i < lines.list.n; i++) {
		struct range r = lines.list.v[i];
		bool hyphen = h < lines.hyphened.n && lines.hyphened.v[h] == i;

		assert_true(r.start >= before && r.end >= r.start);
		for (; before < r.start; before++)
			assert_true(s.p[before] == ' ' || s.p[before] == '\n');
		assert_true(!hyphen ||
			    text_width(str_range(s, r)) < style->columns);
		h += hyphen;
		before = r.end;
	}
	for (; before < s.n; before++)
		assert_true(s.p[before] == ' ' || s.p[before] == '\n');
	assert_int_equal(h, lines.hyphened.n);
	lines_release(&lines);
}

static void any_text_stays_itself(void **state)
{
	uint64_t seed = 7;
	struct buf text = { 0 };

	for (int i = 0; i < 3000; i++) {
		struct wrap_mark marks[3];
		struct wrap_style style = {
			.columns = 1 + (int)(unit_random(&seed) % 40),
			.soft = i % 2 == 0,
			.hyphens = i % 3 ? find(state, "xa") : NULL,
			.marks = marks,
			.n_marks = 3
		};

		random_text(&text, &seed);
		for (uint32_t m = 0; m < 3; m++)
			marks[m] = (struct wrap_mark){ 10 + m * 20, 3 };
		assert_layout(buf_str(&text), &style);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tag_finds_its_language),
		cmocka_unit_test(words_are_parted_by_patterns),
		cmocka_unit_test(addresses_and_numbers_are_not),
		cmocka_unit_test(loose_lines_part_their_last_word),
		cmocka_unit_test(soft_hyphens_part_words),
		cmocka_unit_test(marks_take_columns),
		cmocka_unit_test(any_text_stays_itself),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
