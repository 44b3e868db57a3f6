/* text/language.h, and the lexicons of text/lexicon.h by language. */
#include "unit.h"

#include "dateline/text/language.h"
#include "dateline/text/lexicon.h"

/* Forty words and more of each; what they tell is invented. */
#define GERMAN \
	"Der Stadtrat von Ostheim hat am Abend über die neue Brücke beraten, " \
	"und die meisten waren dafür. Sie soll bis zum Herbst stehen, wie der " \
	"Bürgermeister sagte. Noch ist aber nicht klar, wer für die Kosten " \
	"aufkommt, denn das Land will nur einen Teil davon tragen."
#define ENGLISH \
	"The harbour board of Eastmere met in the evening to talk about the " \
	"new bridge, and most of them were for it. It is to stand by autumn, " \
	"as the mayor said. It is not clear who will pay for it, because the " \
	"county wants to bear no more than a part of what it will cost."
#define SPANISH \
	"El consejo de la villa de Peñalta habló por la noche sobre el nuevo " \
	"puente, y casi todos estaban a favor. Debe estar en pie para el " \
	"otoño, según dijo la alcaldesa. Aún no está claro quién pagará la " \
	"obra, porque la provincia solo quiere asumir una parte de ella."
#define GREEK \
	"Το συμβούλιο της πόλης μίλησε το βράδυ για τη νέα γέφυρα και οι " \
	"περισσότεροι ήταν υπέρ. Θα είναι έτοιμη ως το φθινόπωρο, όπως είπε ο " \
	"δήμαρχος. Δεν είναι ακόμη σαφές ποιος θα πληρώσει το έργο, γιατί η " \
	"περιφέρεια θέλει να αναλάβει μόνο ένα μέρος από τα έξοδα που θα έχει."

static void assert_guess(const char *text, const char *want)
{
	const char *got = language_guess(str_from_c(text));

	assert_string_equal(got ? got : "unknown", want);
}

static void assert_settled(
	const char *declared, const char *text, const char *want)
{
	struct arena arena = { 0 };
	struct str list = str_from_c(declared), all[4];
	size_t n = 0;

	while (n < 4 && str_split(&list, ' ', &all[n]))
		n++;
	assert_str(language_settle(&arena, all, n, str_from_c(text)), want);
	arena_release(&arena);
}

static void a_language_is_guessed_by_its_small_words(void **state)
{
	(void)state;
	assert_guess(GERMAN, "de");
	assert_guess(ENGLISH, "en");
	assert_guess(SPANISH, "es");
	assert_guess("De raad sprak over de brug en het geld, maar niet over "
		     "wie dat moet betalen.",
		"nl");
	assert_guess("The minister said that he would not go.", "en");
}

static void nothing_is_guessed_of_other_texts(void **state)
{
	(void)state;
	assert_guess(GREEK, "unknown");
	assert_guess("xyzzy plugh qwrt zzz bbb kkk rrr", "unknown");
	assert_guess("Ostheim 3, Westheim 1", "unknown");
	assert_guess("", "unknown");
}

static void a_declaration_is_believed(void **state)
{
	(void)state;
	assert_settled("de-AT", GERMAN, "de-AT");
	assert_settled("en_US", ENGLISH, "en-US");
	assert_settled("EN-gb", ENGLISH, "en-gb");
	/* Too short to contradict; in a language without a list. */
	assert_settled("fr", "The mayor said so.", "fr");
	assert_settled("el", GREEK, "el");
	/* Two languages in one text. */
	assert_settled(
		"en", "The mayor said that it is to be so. " GERMAN, "de");
	assert_settled("en", ENGLISH GERMAN, "en");
	assert_settled("de", ENGLISH GERMAN, "de");
}

static void a_text_contradicts_its_declaration(void **state)
{
	(void)state;
	assert_settled("en", GERMAN, "de");
	assert_settled("de", ENGLISH, "en");
	/* The next declaration knows the region. */
	assert_settled("en-US de_CH", GERMAN, "de-CH");
	assert_settled("en es_MX", SPANISH, "es-MX");
	/* Not English, whatever else. */
	assert_settled("en", GREEK, "");
	assert_settled("en el", GREEK, "el");
	/* "el" has no list of words here to hold against the text. */
	assert_settled("el", ENGLISH, "en");
}

static void a_language_has_names(void **state)
{
	(void)state;
	assert_settled("German", GERMAN, "de");
	assert_settled("français", "Le maire", "fr");
	assert_settled("spa", SPANISH, "es");
	assert_settled("nb-NO", "Byen", "no-NO");
}

static void what_is_no_language_is_passed_over(void **state)
{
	(void)state;
	assert_settled("lang=", ENGLISH, "en");
	assert_settled("x-default", ENGLISH, "en");
	assert_settled("und en", ENGLISH, "en");
	assert_settled("any html", "Ostheim", "");
	assert_settled("", "", "");
	assert_settled("de<b>", "Ostheim", "de");
	assert_settled("de_", "Ostheim", "de");
	assert_settled(
		"de-this-is-longer-than-any-language-tag", "Ostheim", "de");
}

static void lexicons_are_found_by_their_tag(void **state)
{
	size_t n;

	(void)state;
	assert_non_null(lexicon_all(&n));
	assert_true(n >= 7);
	assert_string_equal(lexicon_get(STR("en-US"))->lang, "en");
	assert_string_equal(lexicon_get(STR("DE"))->lang, "de");
	/* Words of English are none of a language we do not know. */
	assert_string_equal(lexicon_get(STR("xx"))->lang, "any");
	assert_string_equal(lexicon_get(STR("html"))->lang, "any");
	assert_string_equal(lexicon_get(STR_NONE)->lang, "en");
	assert_string_equal(lexicon_english()->lang, "en");
	assert_string_equal(lexicon_any()->lang, "any");
	assert_string_equal(lexicon_markup()->lang, "html");
}

static void entries_know_their_lists(void **state)
{
	const struct lexicon *en = lexicon_english();
	const struct lex_entry *e = lexicon_find(en, STR("may"));

	(void)state;
	assert_null(lexicon_find(en, STR("")));
	assert_false(lex_entry_in(NULL, LEX_stop));
	assert_true(lexicon_has(en, STR("the"), LEX_stop));
	assert_false(lexicon_has(en, STR("the"), LEX_tail));
	assert_true(lexicon_has(en, STR("read more"), LEX_tail));
	assert_true(lex_entry_in(e, LEX_month));
	assert_true(lex_entry_in(e, LEX_stop));
	assert_int_equal(e->value, 5);
	assert_int_equal(lexicon_find(en, STR("by"))->value, FN_AGENT);
	assert_int_equal(
		en->verbs[lexicon_find(en, STR("hopes"))->verb - 1].frames,
		FRAME_THAT | FRAME_THOUGHT);
}

static void months_of_all_languages_are_one_table(void **state)
{
	const struct lexicon *all = lexicon_calendar();

	(void)state;
	assert_int_equal(lexicon_find(all, STR("dezember"))->value, 12);
	assert_int_equal(lexicon_find(all, STR("pazdziernika"))->value, 10);
	assert_int_equal(lexicon_find(all, STR("mercoledi"))->value, 3);
	assert_null(lexicon_find(all, STR("the")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_language_is_guessed_by_its_small_words),
		cmocka_unit_test(nothing_is_guessed_of_other_texts),
		cmocka_unit_test(a_declaration_is_believed),
		cmocka_unit_test(a_text_contradicts_its_declaration),
		cmocka_unit_test(a_language_has_names),
		cmocka_unit_test(what_is_no_language_is_passed_over),
		cmocka_unit_test(lexicons_are_found_by_their_tag),
		cmocka_unit_test(entries_know_their_lists),
		cmocka_unit_test(months_of_all_languages_are_one_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
