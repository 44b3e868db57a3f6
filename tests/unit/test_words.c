/* text/words.h. */
#include "unit.h"

#include "dateline/base/buf.h"
#include "dateline/text/words.h"

/* The words of a text, each in brackets. */
static void assert_words(struct str text, const char *want)
{
	struct buf got = { 0 };
	struct range word;

	for (size_t at = 0; word_next(text, at, &word); at = word.end)
		buf_add_f(&got, "[%.*s]", STR_ARG(str_range(text, word)));
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void words_are_runs_of_letters_and_digits(void **state)
{
	(void)state;
	assert_words(STR("  The U.S. paid $1,500; O'Neil's \"B-52\"."),
		"[The][U][S][paid][1][500][O][Neil][s][B][52]");
	assert_words(STR(" \xE2\x80\x94 ... "), "");
	assert_words(STR(""), "");
}

static void accents_and_invisible_characters_belong_to_the_word(void **state)
{
	(void)state;
	assert_words(STR("cafe\xCC\x81 \xC3\x89t\xC3\xA9 Drav\xC2\xAD"
			 "el"),
		"[cafe\xCC\x81][\xC3\x89t\xC3\xA9][Drav\xC2\xAD"
		"el]");
	/* by itself an accent is no word */
	assert_words(STR("\xCC\x81 a"), "[a]");
}

static void scripts_without_blanks_have_a_word_a_character(void **state)
{
	(void)state;
	assert_words(STR("\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x80\x81TV"),
		"[\xE6\x9D\xB1][\xE4\xBA\xAC][TV]");
	assert_words(STR("TV\xE5\xB1\x80"), "[TV][\xE5\xB1\x80]");
	/* Thai vowels above the line stay with their consonant */
	assert_words(STR("\xE0\xB8\x99\xE0\xB8\xB5\xE0\xB9\x88"),
		"[\xE0\xB8\x99\xE0\xB8\xB5\xE0\xB9\x88]");
	assert_words(
		STR("\xED\x95\x9C\xEA\xB5\xAD"), "[\xED\x95\x9C\xEA\xB5\xAD]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_runs_of_letters_and_digits),
		cmocka_unit_test(
			accents_and_invisible_characters_belong_to_the_word),
		cmocka_unit_test(
			scripts_without_blanks_have_a_word_a_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
