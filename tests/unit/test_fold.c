/* text/fold.h. */
#include "unit.h"

#include "dateline/text/fold.h"

#define assert_fold(in, want) \
	do { \
		struct buf b_ = { 0 }; \
		text_fold(&b_, STR(in)); \
		assert_str(buf_str(&b_), (want)); \
		buf_release(&b_); \
	} while (0)

static void case_and_accents_are_equal(void **state)
{
	(void)state;
	assert_fold("Dravel", "dravel");
	assert_fold("\xC3\x89t\xC3\xA9", "ete");
	assert_fold("\xC5\x81\xC3\xB3"
		    "d\xC5\xBA",
		"lodz");
	assert_fold("Stra\xC3\x9F"
		    "e \xC3\x86r\xC3\xB8",
		"strasse aero");
	assert_fold("\xC7\x96", "u"); /* two marks on one letter */
	assert_fold("\xCE\xA3\xCE\x91\xCF\x82", "\xCF\x83\xCE\xB1\xCF\x83");
	assert_fold("\xD0\x9C\xD0\x9E", "\xD0\xBC\xD0\xBE");
}

static void typography_becomes_ascii(void **state)
{
	(void)state;
	assert_fold("\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D \xE2\x80\x93 ok",
		"\"it's\" - ok");
	assert_fold("a\xC2\xA0"
		    "b\xC2\xAD"
		    "c",
		"a bc");
	assert_fold("`x`", "'x'");
}

static void other_scripts_are_kept(void **state)
{
	(void)state;
	assert_fold("\xE6\x9D\xB1\xE4\xBA\xAC", "\xE6\x9D\xB1\xE4\xBA\xAC");
	assert_fold("\xED\x95\x9C", "\xED\x95\x9C");
	assert_fold("a\xFFz", "a\xEF\xBF\xBDz");
}

static void found_ranges_are_of_the_text(void **state)
{
	struct str s = STR("Le caf\xC3\xA9 d\xE2\x80\x99"
			   "\xC3\x89mile");
	struct range hit;

	(void)state;
	assert_true(text_find_folded(s, STR("cafe d'emile"), 0, &hit));
	assert_range(hit, 3, s.n);
	assert_true(text_find_folded(s, STR("e"), 2, &hit));
	assert_range(hit, 6, 8);
	assert_false(text_find_folded(s, STR("cafe"), 4, &hit));
	assert_false(text_find_folded(s, STR(""), 0, &hit));
	assert_false(text_find_folded(s, STR("emiles"), 0, &hit));
	assert_true(text_find_folded(STR("Gro\xC3\x9F"), STR("ss"), 0, &hit));
	assert_range(hit, 3, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_and_accents_are_equal),
		cmocka_unit_test(typography_becomes_ascii),
		cmocka_unit_test(other_scripts_are_kept),
		cmocka_unit_test(found_ranges_are_of_the_text),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
