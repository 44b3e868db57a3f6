/* Who said what in French, German and Spanish. All texts are invented. */
#include "said.h"

static void incises_cut_what_is_said(void **state)
{
	(void)state;
	check_in("fr", "« La digue, a déclaré Paul Rivel, tiendra. »",
		"d|Paul Rivel|La digue,\nd|Paul Rivel|tiendra.\n");
	check_in("fr",
		"« Pourquoi ? demande Léa Morin, 71 ans, qui habite ici. Je reste. »",
		"d|Léa Morin|Pourquoi ?\nd|Léa Morin|Je reste.\n");
	check_in("es", "«El agua, dijo Ana Robles, no espera.»",
		"d|Ana Robles|El agua,\nd|Ana Robles|no espera.\n");
}

static void dashes_open_a_dialogue(void **state)
{
	(void)state;
	check_in("es", "—No lo sé —dijo Marta Gil—. Ya veremos.",
		"d|Marta Gil|No lo sé\nd|Marta Gil|Ya veremos.\n");
	check_in("fr",
		"— Vous partez ? demande Léa Morin.\n— Demain.\nLe quai est vide.",
		"d|Léa Morin|Vous partez ?\n");
	check_in("fr", "— Le premier point.\n— Le deuxième point.", "");
}

static void french_subjects_are_inverted(void **state)
{
	(void)state;
	check_in("fr", "Léa Morin est venue. « C'est fini », a-t-elle déclaré.",
		"d|Léa Morin|C'est fini\n");
	check_in("fr", "« C'est fini », soupire la maire, Léa Morin.",
		"d|Léa Morin|C'est fini\n");
	check_in("fr",
		"Comme l'a souligné Léa Morin, la digue tient depuis mars.",
		"r|Léa Morin|la digue tient depuis mars\n");
	check_in("fr",
		"Interrogé par Radio Vernay, le maire, Paul Rivel, s'est dit « soulagé ».",
		"p|Paul Rivel|soulagé\n");
}

static void sources_are_named_without_a_verb(void **state)
{
	(void)state;
	check_in("fr", "D'après Léa Morin, la digue tiendra.",
		"r|Léa Morin|la digue tiendra\n");
	check_in("de", "Nach Angaben der Polizei wurde niemand verletzt.",
		"r|Polizei|wurde niemand verletzt\n");
	check_in("de", "Dem Gutachten zufolge ist das Dach dicht.",
		"r|Gutachten|ist das Dach dicht\n");
	check_in("de", "„Das Dach ist dicht“, so Jonas Albers.",
		"d|Jonas Albers|Das Dach ist dicht\n");
	check_in("es", "De acuerdo con Ana Robles, el pozo tiene agua.",
		"r|Ana Robles|el pozo tiene agua\n");
}

static void german_verbs_stand_in_two_parts(void **state)
{
	(void)state;
	check_in("de",
		"Die Polizei teilte am Dienstag mit, dass niemand fehle.",
		"r|Polizei|dass niemand fehle\n");
	check_in("de", "Jonas Albers hat am Montag erklärt, er bleibe.",
		"r|Jonas Albers|er bleibe\n");
	check_in("de", "Die Kinder teilten den Kuchen.", "");
	check_in("de", "Am Montag räumte Jonas Albers ein, dass er irrte.",
		"r|Jonas Albers|dass er irrte\n");
	check_in("de", "Wie die Polizei am Abend mitteilte, fehlt niemand.",
		"r|Polizei|fehlt niemand\n");
}

static void german_nouns_are_no_names(void **state)
{
	(void)state;
	check_in("de", "Der Rat lehnte den Antrag ab. „Schade“, sagte Albers.",
		"d|Albers|Schade\n");
	check_in("de",
		"„Das Dach ist dicht“, sagte Wasserministerin Jana Thoma vom Institut.",
		"d|Jana Thoma|Das Dach ist dicht\n");
	check_in("de", "„Das Dach ist dicht“, sagte der Leiter der Feuerwehr.",
		"d|Leiter der Feuerwehr|Das Dach ist dicht\n");
}

static void german_marks_close_with_those_that_open_elsewhere(void **state)
{
	(void)state;
	check_in("de", "»Das Dach ist dicht«, sagte Jonas Albers.",
		"d|Jonas Albers|Das Dach ist dicht\n");
	check_in("de", "‚Das Dach ist dicht‘, sagte Jonas Albers.",
		"d|Jonas Albers|Das Dach ist dicht\n");
}

static void spanish_verbs_do_without_subjects(void **state)
{
	(void)state;
	check_in("es",
		"Ana Robles llegó tarde. Afirmó que el pozo tiene agua. «Mucha», añadió.",
		"r|Ana Robles|que el pozo tiene agua\n"
		"d|Ana Robles|Mucha\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(incises_cut_what_is_said),
		cmocka_unit_test(dashes_open_a_dialogue),
		cmocka_unit_test(french_subjects_are_inverted),
		cmocka_unit_test(sources_are_named_without_a_verb),
		cmocka_unit_test(german_verbs_stand_in_two_parts),
		cmocka_unit_test(german_nouns_are_no_names),
		cmocka_unit_test(
			german_marks_close_with_those_that_open_elsewhere),
		cmocka_unit_test(spanish_verbs_do_without_subjects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
