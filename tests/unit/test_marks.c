/*
 * Quotation marks of every style, and the forms in which words are set down:
 * src/analyse/marks.c, labels.c, blocks.c, repeats.c. All texts are invented.
 */
#include "said.h"

static void every_style_of_marks_is_read(void **state)
{
	static const char *const styles[] = { "“%s,”", "\"%s,\"", "'%s,'",
		"‘%s,’", "« %s », ", "«%s»,", "»%s«,", "„%s,”", "„%s“,",
		"‟%s,”", "``%s,''", "`%s,'", "''%s,''", "‘‘%s,’’", "‹%s›,",
		"›%s‹,", "‚%s‘,", "‚%s,’", "「%s」,", "『%s』," };

	(void)state;
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		static const char words[] = "The bridge is open";
		const char *at = strstr(styles[i], "%s");
		bool inside = at[2] == ',';
		struct buf text = { 0 }, want = { 0 };

		buf_add(&text, str_of(styles[i], (size_t)(at - styles[i])));
		buf_add(&text, str_from_c(words));
		buf_add(&text, str_from_c(at + 2));
		buf_add(&text, STR(" said Lena Voss on the quay of Tolby."));
		buf_add(&want, STR("d|Lena Voss|"));
		buf_add(&want, str_from_c(words));
		buf_add(&want, inside ? STR(",\n") : STR("\n"));
		buf_add_c(&text, '\0');
		buf_add_c(&want, '\0');
		check(text.p, want.p);
		buf_release(&text);
		buf_release(&want);
	}
}

static void wrong_way_marks_are_read_by_their_place(void **state)
{
	static const char want[] =
		"d|Ana Ruiz|We came at dawn,\nd|Ana Ruiz|It rained,\n";

	(void)state;
	check("”We came at dawn,” said Ana Ruiz. ”It rained,” she said.", want);
	check("“We came at dawn,“ said Ana Ruiz. “It rained,“ she said.", want);
	check("”We came at dawn,“ said Ana Ruiz. ”It rained,“ she said.", want);
	check("’We came at dawn,’ said Ana Ruiz. ’It rained,’ she said.", want);
	check("‘We came at dawn,‘ said Ana Ruiz. ‘It rained,‘ she said.", want);
	check("\"We came at dawn,\"said Ana Ruiz. \"It rained,\"she said.",
		want);
	check("“ We came at dawn, ” said Ana Ruiz. “ It rained, ” she said.",
		want);
}

static void a_lost_mark_costs_one_quote(void **state)
{
	(void)state;
	check("We came at dawn,” said Ana Ruiz. The ferry sank.",
		"d|Ana Ruiz|We came at dawn,\n");
	check("We came. It rained,” said Ana Ruiz. “The ferry sank,” she said.",
		"d|Ana Ruiz|It rained,\nd|Ana Ruiz|The ferry sank,\n");
	check("“We came at dawn and saw the sea. ”It rained,” said Ana Ruiz.",
		"d|Ana Ruiz|We came at dawn and saw the sea.\n"
		"d|Ana Ruiz|It rained,\n");
	check("“We came at dawn and left at noon.\nThe ferry sank.\n"
	      "“It rained,” said Ana Ruiz.",
		"d|-|We came at dawn and left at noon.\n"
		"d|Ana Ruiz|It rained,\n");
}

static void single_marks_are_told_from_apostrophes(void **state)
{
	(void)state;
	check("Ana Ruiz left. 'It's the councillors' duty,' she said.",
		"d|Ana Ruiz|It's the councillors' duty,\n");
	check("‘It’s the councillors’ duty to ask,’ said Ana Ruiz. ‘We’re the "
	      "voters’ last hope.’",
		"d|Ana Ruiz|It’s the councillors’ duty to ask,\n"
		"d|Ana Ruiz|We’re the voters’ last hope.\n");
	check("'We don't do boys' things' said Ana Ruiz.",
		"d|Ana Ruiz|We don't do boys' things\n");
	check("The dogs' owner, said Ana Ruiz, was 'a fool', and the mice's "
	      "owner 'a knave'.",
		"r|Ana Ruiz|The dogs' owner\n"
		"p|Ana Ruiz|was 'a fool', and the mice's owner 'a knave'\n");
}

static void elisions_are_no_marks(void **state)
{
	(void)state;
	check("'The '90s were wild, and rock 'n' roll was king,' Ana Ruiz said.",
		"d|Ana Ruiz|The '90s were wild, and rock 'n' roll was king,\n");
	check("‘The ’90s were wild, and rock ’n’ roll was king,’ Ana Ruiz said.",
		"d|Ana Ruiz|The ’90s were wild, and rock ’n’ roll was king,\n");
	check("‘I like ’em,’ Ana Ruiz said. ‘’Twas late,’ she said.",
		"d|Ana Ruiz|I like ’em,\nd|Ana Ruiz|’Twas late,\n");
	check("'I was born in '64,' said Ana Ruiz, 'and it's fine.'",
		"d|Ana Ruiz|I was born in '64,\nd|Ana Ruiz|and it's fine.\n");
	check("'1,200 boats came,' Ana Ruiz said.",
		"d|Ana Ruiz|1,200 boats came,\n");
	check("Rock 'n' roll was king in the '90s, and the '50s were dull.",
		"");
}

static void a_mark_before_an_elision_may_open(void **state)
{
	(void)state;
	check("‘Tis the season for eels,’ said Ana Ruiz.",
		"d|Ana Ruiz|Tis the season for eels,\n");
	check("‘Cos they’re the Joneses’ friends’, said Ana Ruiz, ‘’cause they "
	      "pay.’",
		"d|Ana Ruiz|Cos they’re the Joneses’ friends\n"
		"d|Ana Ruiz|’cause they pay.\n");
	check("He told 'em the boys' news, said Ana Ruiz.",
		"r|Ana Ruiz|He told 'em the boys' news\n");
}

static void words_without_their_end_close_nothing(void **state)
{
	(void)state;
	check("'I was goin' home,' said Ana Ruiz, 'and nobody's dancin' now.'",
		"d|Ana Ruiz|I was goin' home,\n"
		"d|Ana Ruiz|and nobody's dancin' now.\n");
	check("'A cup o' tea,' said Ana Ruiz.", "d|Ana Ruiz|A cup o' tea,\n");
	check("'It rained,' said Ana Ruiz. 'The workers' cheers died.\n"
	      "'Then somebody sang.'",
		"d|Ana Ruiz|It rained,\n"
		"d|Ana Ruiz|The workers' cheers died.\n"
		"d|Ana Ruiz|Then somebody sang.\n");
}

static void a_lost_closing_mark_is_told_by_its_speaker(void **state)
{
	static const char want[] = "d|Ana Ruiz|We asked him twice,\n"
				   "d|Ana Ruiz|He was deaf.\n";

	(void)state;
	check("\"We asked him twice, said Ana Ruiz. \"He was deaf.\"", want);
	check("“We asked him twice, Ana Ruiz said. “He was deaf.”", want);
}

static void two_commas_are_a_low_mark(void **state)
{
	(void)state;
	check(",,The bridge is open“, said Lena Voss.",
		"d|Lena Voss|The bridge is open\n");
}

static void feet_and_inches_are_no_marks(void **state)
{
	(void)state;
	check("\"I am 6'2\" and he is 5'9\",\" Ana Ruiz said.",
		"d|Ana Ruiz|I am 6'2\" and he is 5'9\",\n");
	check("He was 6'2\" tall. “I am 5'9\",” said Ana Ruiz.",
		"d|Ana Ruiz|I am 5'9\",\n");
	check("“He is 6’2” and I am not,” said Ana Ruiz.",
		"d|Ana Ruiz|He is 6’2” and I am not,\n");
	check("“We go,” said Ana Ruiz from a board 12\" wide and 5' long.",
		"d|Ana Ruiz|We go,\n");
	check("The board is 12\" wide, 5' long and 6'2\" above the sea.", "");
}

static void marks_nest(void **state)
{
	static const char *const pairs[][2] = { { "“", "”" }, { "\"", "\"" },
		{ "‘", "’" }, { "'", "'" }, { "«", "»" }, { "„", "“" },
		{ "``", "''" } };

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
			struct buf text = { 0 }, want = { 0 };

			buf_add_f(&text,
				"%sShe told me %snever%s twice,%s Ana Ruiz "
				"said.",
				pairs[i][0], pairs[k][0], pairs[k][1],
				pairs[i][1]);
			buf_add_f(&want,
				"d|Ana Ruiz|She told me %snever%s twice,\n",
				pairs[k][0], pairs[k][1]);
			buf_add_c(&text, '\0');
			buf_add_c(&want, '\0');
			check(text.p, want.p);
			buf_release(&text);
			buf_release(&want);
		}
}

static void marks_nest_at_either_end(void **state)
{
	(void)state;
	check("“She told me, ‘He said “never” twice’,” Ana Ruiz said.",
		"d|Ana Ruiz|She told me, ‘He said “never” twice’,\n");
	check("Ana Ruiz said: „He wrote: ‚Never.‘“",
		"d|Ana Ruiz|He wrote: ‚Never.‘\n");
	check("‘“No” is no answer,’ Ana Ruiz said.",
		"d|Ana Ruiz|“No” is no answer,\n");
	check("Ana Ruiz said, “‘No’ is no answer.”",
		"d|Ana Ruiz|‘No’ is no answer.\n");
	check("\"Why did he say 'no' to \"us\"?\" Ana Ruiz asked.",
		"d|Ana Ruiz|Why did he say 'no' to \"us\"?\n");
	check("\"We have to (\"as soon as we can\") leave,\" Ana Ruiz said.",
		"d|Ana Ruiz|We have to (\"as soon as we can\") leave,\n");
}

static void words_run_over_paragraphs(void **state)
{
	(void)state;
	check("“We came at dawn,” said Ana Ruiz.\n"
	      "“We found nothing at the pier.\n“Then we went home.\n"
	      "“It was raining.”\nNobody answered.",
		"d|Ana Ruiz|We came at dawn,\n"
		"d|Ana Ruiz|We found nothing at the pier.\n"
		"d|Ana Ruiz|Then we went home.\n"
		"d|Ana Ruiz|It was raining.\n");
	check("‘We came at dawn,’ said Ana Ruiz.\n"
	      "‘Then we went home to the others’ house.\n"
	      "‘It was raining.’",
		"d|Ana Ruiz|We came at dawn,\n"
		"d|Ana Ruiz|Then we went home to the others’ house.\n"
		"d|Ana Ruiz|It was raining.\n");
	check("Ana Ruiz said: \"We came at dawn and found nothing.\n"
	      "\"Then we went home.\n\"It was raining.\"",
		"d|Ana Ruiz|We came at dawn and found nothing.\n"
		"d|Ana Ruiz|Then we went home.\n"
		"d|Ana Ruiz|It was raining.\n");
}

static void speakers_break_quotes(void **state)
{
	(void)state;
	check("‘We came at dawn,’ said Ana Ruiz, ‘and we left at noon.’",
		"d|Ana Ruiz|We came at dawn,\n"
		"d|Ana Ruiz|and we left at noon.\n");
	check("\"We came at dawn\", said Ana Ruiz; \"it rained\".",
		"d|Ana Ruiz|We came at dawn\nd|Ana Ruiz|it rained\n");
	check("“Pull the rope,” shouted Ana Ruiz, then: “Let go!”",
		"d|Ana Ruiz|Pull the rope,\nd|Ana Ruiz|Let go!\n");
	check("“We go,” said Ana Ruiz, “but not – ‘never’ – ‘before noon’.”",
		"d|Ana Ruiz|We go,\n"
		"d|Ana Ruiz|but not – ‘never’ – ‘before noon’.\n");
}

static void brackets_and_ellipses_stay(void **state)
{
	(void)state;
	check("“We [the crew] came … at dawn (or so) and [...] left,” Ana Ruiz "
	      "said.",
		"d|Ana Ruiz|We [the crew] came … at dawn (or so) and [...] "
		"left,\n");
	check("“…and that was it,” Ana Ruiz said.",
		"d|Ana Ruiz|…and that was it,\n");
	check("“We go . . . now,” Ana Ruiz said. “[They] can’t — won’t — …”",
		"d|Ana Ruiz|We go . . . now,\n"
		"d|Ana Ruiz|[They] can’t — won’t — …\n");
	check("(“We came at dawn,” Ana Ruiz said.)",
		"d|Ana Ruiz|We came at dawn,\n");
}

static void transcripts_have_labels(void **state)
{
	static const char want[] = "b|Dana Orr|Will you run?\n"
				   "b|Pavel Lind|I will not.\n"
				   "b|Dana Orr|Is that final?\n"
				   "b|Pavel Lind|Yes, it is.\n";

	(void)state;
	check("Dana Orr met Pavel Lind.\nORR: Will you run?\n"
	      "LIND: I will not.\nORR: Is that final?\nLIND: Yes, it is.",
		want);
	check("Dana Orr met Pavel Lind.\nDana Orr: Will you run?\n"
	      "Pavel Lind: I will not.\nOrr: Is that final?\n"
	      "Lind: Yes, it is.\nOrr: 12.",
		want);
	check("Pavel Lind met us.\nInterviewer: Will you run?\n"
	      "Lind: I will not.\nInterviewer: Is that final?",
		"b|Interviewer|Will you run?\nb|Pavel Lind|I will not.\n"
		"b|Interviewer|Is that final?\n");
}

static void lists_of_names_are_no_transcripts(void **state)
{
	(void)state;
	check("Dana Orr met Pavel Lind and Ana Ruiz.\nDana Orr: Two goals.\n"
	      "Pavel Lind: One goal.\nAna Ruiz: No goals.",
		"");
	check("Dana Orr met Pavel Lind.\nOrr: 1,769.\nLind: 1,501.\n"
	      "Orr: 547.\nLind: 46.",
		"");
}

static void lists_of_goods_are_no_transcripts(void **state)
{
	(void)state;
	check("These are the oils.\nPro Tip: Keep the cap on.\nSea Salt: Fine.\n"
	      "Pro Tip: Fry it in a pan.\nSea Salt: Coarse.",
		"");
}

static void turns_go_on(void **state)
{
	(void)state;
	check("Dana Orr met Pavel Lind.\nORR: Will you run?\n"
	      "LIND: I will not.\nThe harbour is my home.\nORR: Is it?\n"
	      "LIND: Yes.\nThe ferry left at noon.",
		"b|Dana Orr|Will you run?\nb|Pavel Lind|I will not.\n"
		"b|Pavel Lind|The harbour is my home.\nb|Dana Orr|Is it?\n"
		"b|Pavel Lind|Yes.\n");
	check("Dana Orr met Pavel Lind.\nDO: Will you run?\n"
	      "PL: I will not.\nDO: Is it?",
		"b|Dana Orr|Will you run?\nb|Pavel Lind|I will not.\n"
		"b|Dana Orr|Is it?\n");
	check("Dana Orr spoke to us.\nQ: Will you run?\nA: No.\n",
		"b|Dana Orr|No.\n");
}

static void questions_need_no_label(void **state)
{
	(void)state;
	check("Dana Orr runs the pier.\nWhat do you do in May?\n"
	      "I count the boats.\nThe gulls count me.\n"
	      "And what do you do in June?\nI paint my door.\n"
	      "Do you like it?\nI do. \"Blue,\" my mother said, \"or none.\"\n"
	      "Orr looks at the sea.",
		"b|Dana Orr|I count the boats.\n"
		"b|Dana Orr|The gulls count me.\n"
		"b|Dana Orr|I paint my door.\n"
		"b|Dana Orr|I do. \"Blue,\" my mother said, \"or none.\"\n");
	/* A column asks itself, and a page for readers asks about things. */
	check("Dana Orr runs the pier.\nWhat did the town know?\nNothing.\n"
	      "Who paid?\nNobody.\nIs it over?\nIt is not.",
		"");
	check("Dana Orr and Pavel Lind run the pier.\nWhat do you do?\n"
	      "I count the boats.\nWhere do you live?\nI live here.\n"
	      "Do you like it?\nI do.",
		"");
}

static void answers_are_the_interviewee_s(void **state)
{
	static const char want[] =
		"b|Pavel Lind|I will not.\nb|Pavel Lind|Yes, it is.\n";

	(void)state;
	check("Pavel Lind, the harbour master, spoke to us.\nQ: Will you run?\n"
	      "A: I will not.\nQ: Is that final?\nA: Yes, it is.",
		want);
	check("Pavel Lind, the harbour master, spoke to us.\nQ. Will you run?\n"
	      "A. I will not.\nQ. Is that final?\nA. Yes, it is.",
		want);
	/* Which of the two answers is not said. */
	check("Pavel Lind and Ana Ruiz came.\nQ: Will you run?\n"
	      "A: I will not.\nQ: Is that final?\nA: Yes, it is.",
		"");
}

struct row {
	enum block_kind kind;
	const char *text;
};

/* A document of up to four blocks; the first without a text ends it. */
static void check_blocks(const char *want, const struct row rows[4])
{
	struct arena arena = { 0 };
	struct doc_builder b;

	doc_begin(&b, &arena);
	for (size_t i = 0; i < 4 && rows[i].text; i++)
		doc_add(&b, rows[i].kind, str_from_c(rows[i].text));
	check_doc(&b, want);
	arena_release(&arena);
}

#define BLOCKS(want, ...) \
	check_blocks((want), (const struct row[4]){ __VA_ARGS__ })

static void signatures_name_the_speaker(void **state)
{
	(void)state;
	check("“Our doors stay open to all.” — Ana Ruiz (@anaruiz) March 3, 2018",
		"d|Ana Ruiz|Our doors stay open to all.\n");
	check("It was late.\nOur doors stay open to all. — Ana Ruiz (@anaruiz) "
	      "March 3, 2018",
		"b|Ana Ruiz|Our doors stay open to all.\n");
	BLOCKS("b|Ana Ruiz|Our doors stay open to all.\n",
		{ BLOCK_PARAGRAPH, "It was late when Pavel Lind came." },
		{ BLOCK_QUOTE, "Our doors stay open to all.— Ana Ruiz "
			       "(@anaruiz) March 3, 2018" });
	BLOCKS("b|Ana Ruiz|Our doors stay open.\nb|Ana Ruiz|All may come.\n",
		{ BLOCK_PARAGRAPH, "It was late when Pavel Lind came." },
		{ BLOCK_QUOTE, "Our doors stay open." },
		{ BLOCK_QUOTE, "All may come." },
		{ BLOCK_QUOTE, "— Ana Ruiz (@anaruiz) March 3, 2018" });
	BLOCKS("d|Ana Ruiz|Our doors stay open to all.\n",
		{ BLOCK_QUOTE, "“Our doors stay open to all.”" },
		{ BLOCK_QUOTE, "— Ana Ruiz, harbour master" });
}

static void words_set_off_count_once(void **state)
{
	static const char want[] =
		"d|Dana Harlan|There is no deal and there will be none,\n";

	(void)state;
	BLOCKS(want, { BLOCK_HEADING, "Harlan: ‘There is no deal’" },
		{ BLOCK_PARAGRAPH, "“There is no deal and there will be "
				   "none,” said Dana Harlan." });
	BLOCKS(want,
		{ BLOCK_PARAGRAPH, "“There is no deal and there will be "
				   "none,” said Dana Harlan." },
		{ BLOCK_QUOTE, "There is no deal" },
		{ BLOCK_PARAGRAPH, "The ferry left at noon." });
	BLOCKS("d|Dana Harlan|We wait for no man and no tide.\n",
		{ BLOCK_PARAGRAPH, "Dana Harlan came to the pier." },
		{ BLOCK_QUOTE, "“We wait for no man and no tide.” — Dana "
			       "Harlan" });
}

static void shortened_words_count_once(void **state)
{
	static const char want[] = "d|Dana Harlan|The lake won’t be the same,\n"
				   "d|Dana Harlan|and we are full of mud.\n";
	static const char said[] = "“The lake won’t be the same,” said Dana "
				   "Harlan, “and we are full of mud.”";
	static const char *const again[] = { "The lake … full of mud",
		"'The lake won't be the same ...'",
		"«The lake won’t be the same and we are full of mud»" };

	(void)state;
	for (size_t i = 0; i < sizeof again / sizeof *again; i++) {
		BLOCKS(want, { BLOCK_PARAGRAPH, said },
			{ BLOCK_QUOTE, again[i] },
			{ BLOCK_PARAGRAPH, "The ferry left at noon." });
		BLOCKS(want, { BLOCK_HEADING, again[i] },
			{ BLOCK_PARAGRAPH, said });
	}
	/* Page dumps have boxes as paragraphs. */
	BLOCKS(want, { BLOCK_PARAGRAPH, said },
		{ BLOCK_PARAGRAPH, "“The lake … and we are full of mud.”" },
		{ BLOCK_PARAGRAPH, "The ferry left at noon." });
}

static void what_is_not_said_is_no_quote(void **state)
{
	(void)state;
	/* titles of works, scare quotes, code, measures, a poem, a letter */
	check("She played in “The Sea Is Wide” and ‘The Old Pier’.", "");
	check("The bill, known as the “Harbour Act”, passed.", "");
	check("The so-called 'experts' left in a \"hurry\".", "");
	check("Type \"ls -l\" or `make check` or 'make install' at night.", "");
	check("Roses are red,\nviolets are blue,\nthe ferry is late.", "");
	check("Sir: The pier is the town's disgrace.\nAna Ruiz, Tolby", "");
	check("“No,” “never” and “not now” were on the wall.", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_style_of_marks_is_read),
		cmocka_unit_test(wrong_way_marks_are_read_by_their_place),
		cmocka_unit_test(a_lost_mark_costs_one_quote),
		cmocka_unit_test(single_marks_are_told_from_apostrophes),
		cmocka_unit_test(elisions_are_no_marks),
		cmocka_unit_test(a_mark_before_an_elision_may_open),
		cmocka_unit_test(words_without_their_end_close_nothing),
		cmocka_unit_test(a_lost_closing_mark_is_told_by_its_speaker),
		cmocka_unit_test(two_commas_are_a_low_mark),
		cmocka_unit_test(feet_and_inches_are_no_marks),
		cmocka_unit_test(marks_nest),
		cmocka_unit_test(marks_nest_at_either_end),
		cmocka_unit_test(words_run_over_paragraphs),
		cmocka_unit_test(speakers_break_quotes),
		cmocka_unit_test(brackets_and_ellipses_stay),
		cmocka_unit_test(transcripts_have_labels),
		cmocka_unit_test(lists_of_names_are_no_transcripts),
		cmocka_unit_test(lists_of_goods_are_no_transcripts),
		cmocka_unit_test(turns_go_on),
		cmocka_unit_test(questions_need_no_label),
		cmocka_unit_test(answers_are_the_interviewee_s),
		cmocka_unit_test(signatures_name_the_speaker),
		cmocka_unit_test(words_set_off_count_once),
		cmocka_unit_test(shortened_words_count_once),
		cmocka_unit_test(what_is_not_said_is_no_quote),
	};

	return cmocka_run_group_tests_name("marks", tests, NULL, NULL);
}
