/* input/sidecar.h: what archive.ini says of the files beside it. */
#include "unit.h"

#include "dateline/input/sidecar.h"

static void sections_correct_and_defaults_fill_in(void **state)
{
	struct sidecar s = { 0 };
	struct arena arena = { 0 };
	struct doc d = { .title = STR("Old"), .source = STR("Old Source") };
	struct doc other = { .title = STR("Old"), .source = STR("Old Source") };
	char out[DATE_TEXT_MAX];

	(void)state;
	sidecar_parse(&s, STR("archive.ini"),
		STR("[defaults]\nsource = Gazette\nlang = en\nLang = de\n"
		    "[Talks.v2.TXT]\nsource = \"Evening #1\"\n"
		    "date = 2008-05\nbyline = Ana Ruiz, Tom Okoro\n"
		    "title = First\ntitle = Second\n"));
	assert_int_equal(s.ini.errors.n, 0);
	sidecar_apply(&s, STR("Talks.v2.TXT"), &d, &arena);
	assert_str(d.title, "Second");
	assert_str(d.source, "Evening #1");
	assert_str(d.lang, "de");
	assert_string_equal(date_format(&d.date, out), "2008-05");
	assert_int_equal(d.date_basis, BASIS_SIDECAR);
	assert_int_equal(d.n_byline, 2);
	assert_str(d.byline[0], "Ana Ruiz");
	assert_str(d.byline[1], "Tom Okoro");
	/* File names differ by case; defaults only fill what is open. */
	sidecar_apply(&s, STR("talks.v2.txt"), &other, &arena);
	assert_str(other.title, "Old");
	assert_str(other.source, "Old Source");
	assert_str(other.lang, "de");
	assert_int_equal(other.date.year, 0);
	arena_release(&arena);
	sidecar_release(&s);
}

static void mistakes_are_told_with_their_place(void **state)
{
	struct sidecar s = { 0 };
	struct arena arena = { 0 };
	struct doc d = { 0 };

	(void)state;
	sidecar_parse(&s, STR("archive.ini"),
		STR("title = nowhere\n[a.txt]\ndate = soon\ncolour = red\n"
		    "title = Right\n"));
	assert_int_equal(s.ini.errors.n, 3);
	assert_str(s.ini.errors.v[0],
		"archive.ini:1: title: it stands in no section: write "
		"[defaults] or a [file name] above it");
	assert_str(s.ini.errors.v[1],
		"archive.ini:3: [a.txt] date: no date; write 2008-04-07, "
		"2008-04 or 2008");
	sidecar_apply(&s, STR("a.txt"), &d, &arena);
	assert_str(d.title, "Right");
	assert_int_equal(d.date.year, 0);
	arena_release(&arena);
	sidecar_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_correct_and_defaults_fill_in),
		cmocka_unit_test(mistakes_are_told_with_their_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
