/* Who said what: analyse/analysis.h, quotes. All texts are invented. */
#include "said.h"

static void test_places(void **state)
{
	(void)state;
	check("“We will open the bridge,” said Lena Voss. “It took years.”",
		"d|Lena Voss|We will open the bridge,\n"
		"d|Lena Voss|It took years.\n");
	check("“We will open the bridge in May,” the mayor, Lena Voss, said.",
		"d|Lena Voss|We will open the bridge in May,\n");
	check("Lena Voss said: “The bridge is open.”",
		"d|Lena Voss|The bridge is open.\n");
	check("Lena Voss told reporters on Tuesday, “The bridge is open.”",
		"d|Lena Voss|The bridge is open.\n");
	check("“The bridge,” said Voss, “is open.”",
		"d|Voss|The bridge,\nd|Voss|is open.\n");
	check("“Is it open?” Voss asked. “No!” he said.",
		"d|Voss|Is it open?\nd|Voss|No!\n");
	check("“No comment,” said the bank’s spokeswoman, Ines Moreau.",
		"d|Ines Moreau|No comment,\n");
	check("In a radio interview Voss declared “I think so. It may be.”",
		"d|Voss|I think so. It may be.\n");
}

static void test_marks(void **state)
{
	static const char want[] = "d|Lena Voss|The bridge is open\n";

	(void)state;
	check("\"The bridge is open\", said Lena Voss.", want);
	check("``The bridge is open'', said Lena Voss.", want);
	check("„The bridge is open“, said Lena Voss.", want);
	check("«The bridge is open», said Lena Voss.", want);
	check("»The bridge is open«, said Lena Voss.", want);
	check("”The bridge is open”, said Lena Voss.", want);
	check("“The bridge is open“, said Lena Voss.", want);
	check("‘The bridge is open’, said Lena Voss.", want);
}

static void test_apostrophes(void **state)
{
	(void)state;
	check("‘The workers’ leader can’t agree,’ said Ana Ruiz. ‘It’s over.’",
		"d|Ana Ruiz|The workers’ leader can’t agree,\n"
		"d|Ana Ruiz|It’s over.\n");
	check("'We can't pay the workers' wages,' Ana Ruiz said.",
		"d|Ana Ruiz|We can't pay the workers' wages,\n");
	check("The workers' leader met the owners' lawyer in the '90s.", "");
}

static void test_inside(void **state)
{
	(void)state;
	check("“She told me, ‘Leave the keys,’ and I did,” Ruiz said.",
		"d|Ruiz|She told me, ‘Leave the keys,’ and I did,\n");
	check("''He told me, 'It is over,''' Ana Ruiz said.",
		"d|Ana Ruiz|He told me, 'It is over,\n");
	check("“The fleet is ready. [Our ships] sail … now,” Ruiz said.",
		"d|Ruiz|The fleet is ready. [Our ships] sail … now,\n");
}

static void test_paragraphs(void **state)
{
	(void)state;
	check("“We came at dawn,” said Ana Ruiz. “We found nothing.\n"
	      "“Then we went home.”",
		"d|Ana Ruiz|We came at dawn,\nd|Ana Ruiz|We found nothing.\n"
		"d|Ana Ruiz|Then we went home.\n");
	check("Ana Ruiz described the night:\n“We came at dawn and left.”",
		"d|Ana Ruiz|We came at dawn and left.\n");
	check("Ana Ruiz was blunt. “I never saw the letter, and never will.”",
		"d|Ana Ruiz|I never saw the letter, and never will.\n");
	check("“I never saw the letter, and never will.”\n— Ana Ruiz",
		"d|Ana Ruiz|I never saw the letter, and never will.\n");
}

static void test_open_paragraphs(void **state)
{
	(void)state;
	check("“We came at dawn and found nothing at all.\n"
	      "“Then we went home,” Ana Ruiz said.",
		"d|Ana Ruiz|We came at dawn and found nothing at all.\n"
		"d|Ana Ruiz|Then we went home,\n");
	check("Ana Ruiz said the ferry was late.\n"
	      "“We came at dawn and found nothing at all.\n"
	      "“Then we went home, all of us.”",
		"r|Ana Ruiz|the ferry was late\n"
		"d|Ana Ruiz|We came at dawn and found nothing at all.\n"
		"d|Ana Ruiz|Then we went home, all of us.\n");
}

static void test_wording(void **state)
{
	(void)state;
	check("The rule holds until, in the phrase of the mediator, Lena "
	      "Voss, “the sea is itself again.”",
		"p|Lena Voss|the sea is itself again.\n");
	check("It was, in the words of one official, “a door left open.”",
		"p|official|a door left open.\n");
}

static void test_partial(void **state)
{
	(void)state;
	check("Voss said the plan was “dead” — a blow to the port.",
		"p|Voss|the plan was “dead”\n");
	check("Voss said the plan was “dead” (he had drawn it up).",
		"p|Voss|the plan was “dead”\n");
	check("Voss said the plan was “a gift to nobody” and too dear.",
		"p|Voss|the plan was “a gift to nobody” and too dear\n");
	check("The so-called “green belt” was closed.", "");
	check("He starred in the film “The Long Road Home” last year.", "");
	check("“It is over,” Ruiz said on Channel Two’s “Night Talk.”",
		"d|Ruiz|It is over,\n");
}

static void test_reported(void **state)
{
	(void)state;
	check("Karl Brandt, who leads the party, said on Monday that taxes "
	      "would rise.",
		"r|Karl Brandt|that taxes would rise\n");
	check("Taxes would rise, Brandt said.", "r|Brandt|Taxes would rise\n");
	check("Taxes, Brandt said, would rise next year.",
		"r|Brandt|Taxes\nr|Brandt|would rise next year\n");
	check("According to Karl Brandt, taxes will rise.",
		"r|Karl Brandt|taxes will rise\n");
	check("Taxes will rise, according to the finance ministry.",
		"r|finance ministry|Taxes will rise\n");
	check("Officials accused the company of hiding the loss.",
		"r|Officials|the company of hiding the loss\n");
	check("As Karl Brandt noted, taxes will rise.",
		"r|Karl Brandt|taxes will rise\n");
	check("Brandt did not say whether he would run.",
		"r|Brandt|whether he would run\n");
	check("Tehran said it had closed the border.",
		"r|Tehran|it had closed the border\n");
}

static void test_reported_subjects(void **state)
{
	(void)state;
	check("Brandt, speaking in Oslo, said taxes would rise, while his "
	      "rival said they would fall.",
		"r|Brandt|taxes would rise\n"
		"r|his rival|they would fall\n");
	check("Petra Lang, 45, a retired nurse, said she would vote.",
		"r|Petra Lang|she would vote\n");
	check("Brandt smiled and said he would run.",
		"r|Brandt|he would run\n");
	check("In Virginia, officials said the dam was safe.",
		"r|officials|the dam was safe\n");
	check("The statement of the bank claims nothing.", "");
}

static void test_anonymous(void **state)
{
	(void)state;
	check("“The talks are dead,” one senior government source said, "
	      "adding that nobody would call.",
		"d|senior government source|The talks are dead,\n"
		"r|senior government source|that nobody would call\n");
}

static void test_blocks(void **state)
{
	struct arena arena = { 0 };
	struct doc_builder b;

	(void)state;
	check("Here is a letter from Ana Ruiz, a spokeswoman for the port:\n"
	      "We regret the delay. Our crews work day and night.\n"
	      "The port reopened later.",
		"b|Ana Ruiz|We regret the delay. Our crews work day and "
		"night.\n");
	check("We asked the port about it, and its spokesman, Karl Brandt, "
	      "wrote back:\nYou may come in May. The crane is ready.",
		"b|Karl Brandt|You may come in May. The crane is ready.\n");
	check("Karl Brandt came at noon. He was asked about the crane:\n"
	      "You may laugh, but it is ready.",
		"b|Karl Brandt|You may laugh, but it is ready.\n");
	check("The board has three members:\nThey meet in May.", "");
	doc_begin(&b, &arena);
	doc_add(&b, BLOCK_PARAGRAPH, STR("Ana Ruiz wrote to the board:"));
	doc_add(&b, BLOCK_QUOTE, STR("The harbour is closed until May."));
	check_doc(&b, "b|Ana Ruiz|The harbour is closed until May.\n");
	arena_release(&arena);
	doc_begin(&b, &arena);
	doc_add(&b, BLOCK_PARAGRAPH,
		STR("It was Ana Ruiz, an engineer, who found the fault."));
	doc_add(&b, BLOCK_QUOTE, STR("The gauge was read at noon."));
	check_doc(&b, "b|Ana Ruiz|The gauge was read at noon.\n");
	arena_release(&arena);
}

static void test_transcript(void **state)
{
	(void)state;
	check("Tom Hale met Ana Ruiz on Sunday.\nHALE: Will you run?\n"
	      "RUIZ: I will not.\nHALE: Is that final?",
		"b|Tom Hale|Will you run?\nb|Ana Ruiz|I will not.\n"
		"b|Tom Hale|Is that final?\n");
}

/* Texts made of one thing are read in time that grows with their length. */
static void test_linear(void **state)
{
	static const char *const pieces[] = { "\"", "“", "\"Yes,\" he said, ",
		"Ab Cd ", "Mr. Ab ", "said ", "He said:\n", "who said that ",
		"‘a " };
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct analyser *an = analyser_new();
		struct analysis out = { 0 };
		struct arena arena = { 0 };
		struct doc_builder b;

		buf_clear(&text);
		while (text.n < 300000)
			buf_add(&text, str_from_c(pieces[i]));
		doc_begin(&b, &arena);
		doc_take_text(&b, buf_str(&text));
		analyse(an, doc_end(&b), &arena, &out);
		for (size_t k = 0; k < out.quotes.n; k++)
			assert_true(out.quotes.v[k].span.end <= text.n);
		analysis_release(&out);
		analyser_free(an);
		arena_release(&arena);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_apostrophes),
		cmocka_unit_test(test_inside),
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_open_paragraphs),
		cmocka_unit_test(test_wording),
		cmocka_unit_test(test_partial),
		cmocka_unit_test(test_reported),
		cmocka_unit_test(test_reported_subjects),
		cmocka_unit_test(test_anonymous),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_transcript),
		cmocka_unit_test(test_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
