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

/* Where the writer's sentences begin around marks. */
static void test_sentences(void **state)
{
	(void)state;
	check("“She asked, ‘What can we do?’” Lena Voss said.",
		"d|Lena Voss|She asked, ‘What can we do?’\n");
	check("“The keys are gone for good.” Lena Voss said. She left.",
		"d|Lena Voss|The keys are gone for good.\n");
	check("HAVENBROOK, Dec. 8 (VPI) — In May, the mayor rallied "
	      "supporters, saying: “We have to be ready.”",
		"d|mayor|We have to be ready.\n");
	check("“Tide,” wrote a sailor who runs the ferry.", "d|sailor|Tide,\n");
}

/* Of two verbs that may claim the same words. */
static void test_claims(void **state)
{
	(void)state;
	check("Lena Voss came in a clip that Judge Moss called “distasteful,” "
	      "Karl Brandt expressed a wish to leave.",
		"p|Moss|distasteful,\n");
	check("When Karl Brandt said he would “keep the pier,” the crowd "
	      "applauded.",
		"p|Karl Brandt|he would “keep the pier,”\n");
	check("Walking to chants of “Open it!,” Lena Voss said her boat was "
	      "ready.",
		"p|Lena Voss|Walking to chants of “Open it!,”\n"
		"r|Lena Voss|her boat was ready\n");
	check("Lena Voss accused Moss of “hiding” and Karl Brandt said he was "
	      "“not amused.”",
		"p|Lena Voss|Moss of “hiding”\n"
		"p|Karl Brandt|he was “not amused.”\n");
	check("“We sail at dawn,” Lena Voss said, or “before breakfast.”",
		"d|Lena Voss|We sail at dawn,\n"
		"d|Lena Voss|before breakfast.\n");
}

static void test_subjects(void **state)
{
	(void)state;
	check("Officials called the use of harbour orders “quite unwise.”",
		"p|Officials|the use of harbour orders “quite unwise.”\n");
	check("The new rules “will not be enough,” Anne Rich, head of parks, "
	      "ports, and roads, said on Monday.",
		"p|Anne Rich|The new rules “will not be enough,”\n");
	check("The pier “did well in spring,” said Vell College professor "
	      "Paul Beck.",
		"p|Paul Beck|The pier “did well in spring,”\n");
	check("As Karl Brandt attacked Lena Voss, the sailors chanted, “Open "
	      "the gate!”",
		"d|sailors|Open the gate!\n");
	check("The ferry reached a village called “the heel” at noon.", "");
}

/* Whose a gerund is. */
static void test_gerunds(void **state)
{
	(void)state;
	check("Karl Brandt spoke at noon, with a crowd of sailors chanting, "
	      "“Open the gate!”",
		"d|crowd of sailors|Open the gate!\n");
	check("Karl Brandt posted a note on Facebook saying, “The gate is "
	      "open.”",
		"d|Karl Brandt|The gate is open.\n");
	check("Anna Voss smiled, with Karl Brandt tweeting that it was “a "
	      "joke” and asking, “Who is next?”",
		"p|Karl Brandt|that it was “a joke”\n"
		"d|Karl Brandt|Who is next?\n");
	check("Karl Brandt wrote the sailors knew it, saying, “They came "
	      "every day.”",
		"r|Karl Brandt|the sailors knew it\n"
		"d|Karl Brandt|They came every day.\n");
}

/* Words in marks with no verb of their own. */
static void test_carried(void **state)
{
	(void)state;
	check("“We sail at dawn,” said Lena Voss. Now, “the tide is with us "
	      "again.”",
		"d|Lena Voss|We sail at dawn,\n"
		"p|Lena Voss|the tide is with us again.\n");
	check("Karl Brandt kept his old promise to be “neutral” in the talks, "
	      "and left.",
		"p|Karl Brandt|to be “neutral” in the talks\n");
	check("Lena Voss’s loud call for a “new tide” was heard.",
		"p|Lena Voss|new tide\n");
	check("“We sail at dawn,” said Lena Voss. Karl Brandt resisted: “The "
	      "sea is too high.” Karl Brandt left.",
		"d|Lena Voss|We sail at dawn,\n"
		"d|Karl Brandt|The sea is too high.\n");
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

/* What goes on behind a cue that was put into it. */
static void test_inserted_cues(void **state)
{
	(void)state;
	check("The ferry, Brandt said, carried nobody for a week.",
		"r|Brandt|The ferry\nr|Brandt|carried nobody for a week\n");
	check("Before the gates close, the wardens say, somebody will count "
	      "the boats.",
		"r|wardens|Before the gates close\n"
		"r|wardens|somebody will count the boats\n");
	check("The ferry was empty, Brandt said, because nobody knew of it.",
		"r|Brandt|The ferry was empty\n"
		"r|Brandt|because nobody knew of it\n");
	check("The ferry was empty, said Karl Brandt, a deckhand.",
		"r|Karl Brandt|The ferry was empty\n");
	check("The ferry was empty, Brandt said, on the way home.",
		"r|Brandt|The ferry was empty\n");
	check("After the vote, they agreed on a bell, a flag and a song.", "");
	check("In May, Brandt said on Monday.", "");
}

/* What the weights alone call speech needs a verb or a long object. */
static void test_statements(void **state)
{
	(void)state;
	check("Brandt pledged to build nine piers in two years.",
		"r|Brandt|to build nine piers in two years\n");
	check("Brandt showed the night.", "");
	check("Brandt mentioned the pier and the long bridge behind it.", "");
	check("Lena Voss told Brandt that the pier was shut, according to two "
	      "officials.",
		"r|two officials|Lena Voss told Brandt that the pier was shut\n"
		"r|Lena Voss|that the pier was shut\n");
	check("Never, Brandt replied, and added that for years he had paid.",
		"r|Brandt|Never\nr|Brandt|that for years he had paid\n");
}

/* Questions: who asks may be unknown, what follows is the writer's. */
static void test_questions(void **state)
{
	(void)state;
	check("Brandt asked the harbour board whether the ferry was safe.",
		"r|Brandt|whether the ferry was safe\n");
	check("The captain was asked why the ferry had left.",
		"r|-|why the ferry had left\n");
	check("Asked if the ferry was safe, Brandt nodded.",
		"r|-|if the ferry was safe\n");
	check("Brandt asked the clerk for a map.", "");
}

/* Subjects that are numbers, or stand further off. */
static void test_distant_subjects(void **state)
{
	(void)state;
	check("About 4 in 10 say they want a new ferry.",
		"r|About 4 in 10|they want a new ferry\n");
	check("A mere 9 percent say they would swim.",
		"r|mere 9 percent|they would swim\n");
	check("People briefed on the repairs said that it would take weeks.",
		"r|People|that it would take weeks\n");
	check("It was built with help from Petra Lang, who said she expects "
	      "a storm.",
		"r|Petra Lang|she expects a storm\n");
	check("Friends of the captain say she is well.",
		"r|Friends of the captain|she is well\n");
	check("Brandt May, 60, a baker, said he was glad.",
		"r|Brandt May|he was glad\n");
}

static void test_reported_ends(void **state)
{
	(void)state;
	check("The ministry noted two days earlier that the gauge had failed.",
		"r|ministry|that the gauge had failed\n");
	check("Brandt smiled and said that the snow would decide.",
		"r|Brandt|that the snow would decide\n");
	check("Brandt said the ferry would sail, a promise made in May, in "
	      "the rain.",
		"r|Brandt|the ferry would sail\n");
	check("Brandt said the ferry was late, while the crew blamed the fog.",
		"r|Brandt|the ferry was late\nr|crew|the fog\n");
	check("Brandt said the ferry was late, and promised a report.",
		"r|Brandt|the ferry was late\nr|Brandt|a report\n");
	check("Brandt said the ferry was late but called it safe.",
		"r|Brandt|the ferry was late\nr|Brandt|it safe\n");
	check("Brandt said the ferry was late; half of the crew said they "
	      "would walk.",
		"r|Brandt|the ferry was late\n"
		"r|half of the crew|they would walk\n");
	check("Brandt warned that the pier would close, adding that nobody "
	      "had asked him.",
		"r|Brandt|that the pier would close\n"
		"r|Brandt|that nobody had asked him\n");
	check("Brandt said the ferry had a bell, a flag, and a captain.",
		"r|Brandt|the ferry had a bell, a flag, and a captain\n");
	check("Among those who said the ferry was late, most were glad.",
		"r|those|the ferry was late\n");
	check("Brandt told the board that if it rained, he would advise "
	      "waiting.",
		"r|Brandt|that if it rained, he would advise waiting\n");
}

/* What is said inside what another says is the other's. */
static void test_inner_reports(void **state)
{
	(void)state;
	check("Lang said Brandt called the ferry a wreck.",
		"r|Lang|Brandt called the ferry a wreck\n");
	check("The board met to call the ferry a wreck.", "");
}

static void test_headlines(void **state)
{
	(void)state;
	check("Brandt Says Ferry Will Never Sail Again",
		"r|Brandt|Ferry Will Never Sail Again\n");
	check("Brandt read the paper that he Reports nothing to.", "");
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

/* A programme's title is nothing said; a question lends no speaker. */
static void test_beside_marks(void **state)
{
	(void)state;
	check("Ana Ruiz told Radio Osk’s “Early Hours” on Monday that the "
	      "road was open.",
		"r|Ana Ruiz|that the road was open\n");
	check("Asked on Monday whether the road was open, Mrs. Ruiz shook her "
	      "head and said, “No.”",
		"r|-|whether the road was open\nd|Ruiz|No.\n");
	check("Tom Hale spoke, calling Ana Ruiz’s proposed levy “a bad joke.”",
		"p|Tom Hale|Ana Ruiz’s proposed levy “a bad joke.”\n");
}

/* More words in marks than candidates reach to. */
static void test_many_words(void **state)
{
	struct buf text = { 0 }, want = { 0 };

	(void)state;
	buf_add(&text, STR("Ana Ruiz promised a road that is “"));
	for (int i = 0; i < 400; i++)
		buf_add(&text, STR("old and "));
	buf_add(&text, STR("new” and said so."));
	buf_add_f(&want, "p|Ana Ruiz|%.*s\n",
		STR_ARG(str_slice(buf_str(&text), strlen("Ana Ruiz promised "),
			text.n - strlen(" and said so."))));
	check(text.p, want.p);
	buf_release(&text);
	buf_release(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_words),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_apostrophes),
		cmocka_unit_test(test_inside),
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_open_paragraphs),
		cmocka_unit_test(test_wording),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_claims),
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_gerunds),
		cmocka_unit_test(test_carried),
		cmocka_unit_test(test_partial),
		cmocka_unit_test(test_reported),
		cmocka_unit_test(test_reported_subjects),
		cmocka_unit_test(test_inserted_cues),
		cmocka_unit_test(test_statements),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_distant_subjects),
		cmocka_unit_test(test_reported_ends),
		cmocka_unit_test(test_inner_reports),
		cmocka_unit_test(test_headlines),
		cmocka_unit_test(test_anonymous),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_transcript),
		cmocka_unit_test(test_linear),
		cmocka_unit_test(test_beside_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
