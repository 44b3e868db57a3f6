/* The persons of an article: analyse/analysis.h. All texts are invented. */
#include "unit.h"

#include "dateline/analyse/analysis.h"

struct read {
	struct analyser *an;
	struct analysis out;
	struct arena arena;
	struct doc *doc;
};

static void read_text(struct read *r, const char *text)
{
	struct doc_builder b;

	*r = (struct read){ .an = analyser_new() };
	doc_begin(&b, &r->arena);
	doc_take_text(&b, str_from_c(text));
	r->doc = doc_end(&b);
	analyse(r->an, r->doc, &r->arena, &r->out);
}

static void read_release(struct read *r)
{
	analysis_release(&r->out);
	analyser_free(r->an);
	arena_release(&r->arena);
}

static const struct person *speaker(const struct read *r, size_t quote)
{
	assert_true(quote < r->out.quotes.n);
	assert_true(r->out.quotes.v[quote].person < r->out.persons.n);
	return &r->out.persons.v[r->out.quotes.v[quote].person];
}

static void check_speaker(
	const char *text, size_t quote, const char *name, const char *role)
{
	struct read r;

	read_text(&r, text);
	assert_str(speaker(&r, quote)->name, name);
	if (role)
		assert_str(speaker(&r, quote)->role, role);
	else
		assert_null(speaker(&r, quote)->role.p);
	read_release(&r);
}

static void test_roles(void **state)
{
	(void)state;
	check_speaker("United Republic Ambassador to Iraq Tom Hale said the "
		      "road was open.",
		0, "Tom Hale", "United Republic Ambassador to Iraq");
	check_speaker("Iran’s new ambassador to Iraq Hassan Karimi said the "
		      "road was open.",
		0, "Hassan Karimi", "Iran’s new ambassador to Iraq");
	check_speaker("“It is open,” said Ana Ruiz, spokeswoman for the port, "
		      "on Monday.",
		0, "Ana Ruiz", "spokeswoman for the port");
	check_speaker("Secretary of State Helen Marsh said it was open.", 0,
		"Helen Marsh", "Secretary of State");
	check_speaker("The government of Prime Minister Omar Haddad fell. "
		      "Haddad said it was over.",
		0, "Omar Haddad", "Prime Minister");
}

static void test_surnames(void **state)
{
	(void)state;
	check_speaker("Hassan Karimi-Fard came. Fard said it was open.", 0,
		"Hassan Karimi-Fard", NULL);
	check_speaker("Peter Novak and Maria Novak came. Mrs. Novak said it "
		      "was open.",
		0, "Maria Novak", NULL);
	check_speaker("Hillary Bond came. “It is open,” Hillary said.", 0,
		"Hillary Bond", NULL);
}

static void test_pronouns(void **state)
{
	(void)state;
	check_speaker("Peter Novak met Maria Lind. “It is open,” she said.", 0,
		"Maria Lind", NULL);
	check_speaker("Peter Novak met Maria Lind. “It is open,” he said.", 0,
		"Peter Novak", NULL);
	check_speaker("Peter Novak said it was open. The port needs ships and "
		      "crews. He said they would come.",
		1, "Peter Novak", NULL);
}

static void test_descriptions(void **state)
{
	struct read r;

	(void)state;
	check_speaker("A spokesman for Peter Novak said it was open.", 0,
		"spokesman for Peter Novak", NULL);
	check_speaker("Peter Novak, the finance minister, came. The minister "
		      "said it was open.",
		0, "Peter Novak", "finance minister");
	read_text(&r, "Police said it was open. Tehran said it was not.");
	assert_int_equal(speaker(&r, 0)->kind, PERSON_GROUP);
	assert_int_equal(speaker(&r, 1)->kind, PERSON_PLACE);
	read_release(&r);
}

static void test_appositions(void **state)
{
	(void)state;
	check_speaker("“It is open,” said the Norrish mediator, Jules Favre.",
		0, "Jules Favre", "Norrish mediator");
	check_speaker("Her Norrish counterpart, Ivo Brek-Lund, said it was "
		      "open.",
		0, "Ivo Brek-Lund", "Norrish counterpart");
	check_speaker("“It is open,” the harbour master, Tom Hale, told "
		      "reporters.",
		0, "Tom Hale", "harbour master");
	check_speaker("The Norrish Water Minister, Ana Ruiz, said it was open.",
		0, "Ana Ruiz", "Norrish Water Minister");
}

static void test_namesakes(void **state)
{
	(void)state;
	check_speaker("Maria Novak came first. Then Peter Novak came. Novak "
		      "said it was open.",
		0, "Peter Novak", NULL);
	/* far more frequent: still meant */
	check_speaker("Maria Novak came. Maria Novak sat. Maria Novak rose. "
		      "Maria Novak left. Her son, Tim Novak, stayed. Novak "
		      "said it was open.",
		0, "Maria Novak", NULL);
}

static void test_subjects(void **state)
{
	(void)state;
	check_speaker("“It is late,” said Ines Moreau.\n"
		      "Petra Lang, who keeps bees, heard the news at noon. "
		      "“It is open,” she said.",
		1, "Petra Lang", NULL);
	check_speaker("“It is late,” said Tom Hale.\n"
		      "Karl Brandt was found at St Oda’s. He said it was open.",
		1, "Karl Brandt", NULL);
	check_speaker("After Tom Hale asked for a date, Karl Brandt left. He "
		      "said it was open.",
		0, "Karl Brandt", NULL);
	check_speaker("Tom Hale asked for seven; Karl Brandt, the younger, "
		      "offered three. “It is open,” he said.",
		0, "Karl Brandt", NULL);
	check_speaker("Tom Hale came. “It is open, and it stays open,” Karl "
		      "Brandt said. “Nobody met Ivo Falk or Omar Haddad.” He "
		      "said it was late.",
		2, "Karl Brandt", NULL);
}

static void test_newcomers(void **state)
{
	(void)state;
	check_speaker("“It is late,” said Ines Moreau.\n"
		      "A volunteer who asked to stay unnamed came in. “It is "
		      "open,” she said.",
		1, "volunteer", NULL);
	check_speaker("A diplomat from a third country said it was late. “It "
		      "is open,” the diplomat said.",
		1, "diplomat from a third country", NULL);
	check_speaker("According to an envoy close to the talks, it was late.",
		0, "envoy close to the talks", NULL);
	check_speaker("Lena Voss came by boat. Lena Voss left on foot. The "
		      "water minister said it was open.",
		0, "Lena Voss", "water minister");
	/* a noun alone may be anybody */
	check_speaker("Lena Voss came by boat. Lena Voss left on foot. The "
		      "mayor said it was open.",
		0, "mayor", NULL);
}

static void test_mentions(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "Peter Novak came. Novak left. He said it was open.");
	assert_int_equal(r.out.persons.n, 1);
	assert_int_equal(r.out.persons.v[0].mentions, 3);
	assert_int_equal(r.out.persons.v[0].quotes, 1);
	assert_int_equal(r.out.persons.v[0].gender, 'm');
	assert_int_equal(r.out.mentions.n, 3);
	assert_range(r.out.mentions.v[0].span, 0, 11);
	assert_range(r.out.mentions.v[1].span, 18, 23);
	assert_range(r.out.mentions.v[2].span, 30, 32);
	read_release(&r);
}

static void check_nobody(const char *text, size_t quote)
{
	struct read r;

	read_text(&r, text);
	assert_true(quote < r.out.quotes.n);
	assert_int_equal(r.out.quotes.v[quote].person, PERSON_NONE);
	assert_true(r.out.quotes.v[quote].confidence < SPEAKER_OPEN);
	read_release(&r);
}

static void check_doubtful(const char *text, size_t quote, const char *name)
{
	struct read r;

	read_text(&r, text);
	assert_str(speaker(&r, quote)->name, name);
	assert_true(r.out.quotes.v[quote].confidence < SPEAKER_DOUBTFUL);
	read_release(&r);
}

static void check_kind(const char *text, const char *name, int kind)
{
	struct read r;

	read_text(&r, text);
	assert_str(speaker(&r, 0)->name, name);
	assert_int_equal(speaker(&r, 0)->kind, kind);
	read_release(&r);
}

static void test_kinds(void **state)
{
	(void)state;
	check_kind("The poll said the road was open.", "poll", PERSON_DOCUMENT);
	check_kind("The letters said the road was open.", "letters",
		PERSON_DOCUMENT);
	check_kind("The ferry company said the road was open.", "ferry company",
		PERSON_ORG);
	check_kind(
		"The dockers said the road was open.", "dockers", PERSON_GROUP);
	check_kind("One senior docker said the road was open.", "senior docker",
		PERSON_ANONYMOUS);
	/* the same paper, longer and shorter */
	check_speaker("The Norrish harbour survey said it was open. The survey "
		      "said it was late.",
		1, "Norrish harbour survey", NULL);
	/* what may be a thing is doubtful, without an article nobody */
	check_doubtful("The magnitude of the storm said it was late.", 0,
		"magnitude of the storm");
	check_nobody("Bitter magnitude said it was late.", 0);
}

static void test_open_pronouns(void **state)
{
	(void)state;
	/* nothing that spoke or acted just before */
	check_nobody("Ana Ruiz met the harbour board. The night was long.\n"
		     "They said it was late.",
		0);
	check_speaker("The harbour board said it was late, and it said the "
		      "road was open.",
		1, "harbour board", NULL);
	check_nobody("Peter Novak came. I said it was open.", 0);
}

static void test_pronoun_subjects(void **state)
{
	(void)state;
	/* a name before a trade tells only whose */
	check_speaker("Maria Lind came. Lind spokeswoman Ana Ruiz dismissed "
		      "it. “It is open,” she said.",
		0, "Ana Ruiz", "Lind spokeswoman");
	/* the main clause's subject, not the opening's object */
	check_speaker("In describing the broker Peter Novak, Jon Falk "
		      "laughed. “It is open,” he said.",
		0, "Jon Falk", NULL);
	/* 's with a participle is a verb */
	check_speaker("Peter Novak met Jon Falk.\nJon Falk's been here for "
		      "weeks. “It is open,” he said.",
		0, "Jon Falk", NULL);
}

static void test_one_name(void **state)
{
	(void)state;
	check_speaker("Hassan Kazemi-Fard came. Kazemi Fard said it was open.",
		0, "Hassan Kazemi-Fard", NULL);
	check_speaker("André Lévy came. Levy said it was open.", 0,
		"André Lévy", NULL);
	check_speaker("Jill A. Marsh came. Marsh said it was open.", 0,
		"Jill A. Marsh", NULL);
	check_speaker("Harry M. Marsh came. Mr. Marsh said it was open.", 0,
		"Harry M. Marsh", NULL);
	/* a word taken for a name */
	check_speaker("Peter Novak left. Fabled Peter Novak said it was "
		      "open.",
		0, "Peter Novak", NULL);
	/* two with one surname */
	check_speaker("Bill and Hilda Harlan came. Mr. Harlan said it was "
		      "open.",
		0, "Bill Harlan", NULL);
	check_speaker("Bill and Hilda Harlan came. Mrs. Harlan said it was "
		      "open.",
		0, "Hilda Harlan", NULL);
}

static void test_own_roles(void **state)
{
	(void)state;
	/* what is said of a name is not its office */
	check_speaker("The mayor rebuffs Peter Novak. Novak said it was open.",
		0, "Peter Novak", NULL);
	check_speaker("A spokesman for Peter Novak came. Novak said it was "
		      "open.",
		0, "Peter Novak", NULL);
	check_speaker("The envoy under President Peter Novak came. Novak said "
		      "it was open.",
		0, "Peter Novak", "President");
	check_speaker("Governor and Committee Chairman Peter Novak said it was "
		      "open.",
		0, "Peter Novak", "Committee Chairman");
	check_speaker("Maria Lind quickly replaced Minister Peter Novak. Novak "
		      "said it was open.",
		0, "Peter Novak", "Minister");
	/* "Republican" heads no "Republican front-runner" */
	check_speaker("Republican front-runner Peter Novak came. Maria Lind "
		      "left. The Norrish Republican said it was open.",
		0, "Norrish Republican", NULL);
}

static void test_confidence(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "Peter Novak said it was open. “It is late, and we are "
		      "all very tired.”\nThe crowd said no to it.");
	assert_true(r.out.quotes.v[0].confidence >= SPEAKER_SURE);
	assert_true(r.out.quotes.v[1].confidence >= SPEAKER_DOUBTFUL);
	assert_true(
		r.out.quotes.v[1].confidence < r.out.quotes.v[0].confidence);
	read_release(&r);
}

/* "The Coast senator" is not him whose office says "Valley". */
static void test_offices_apart(void **state)
{
	(void)state;
	check_speaker("Valley Senator Tom Hale came first. Coast Senator Ana "
		      "Ruiz came last.\nThe Valley senator said the road was "
		      "open.",
		0, "Tom Hale", "Valley Senator");
	check_speaker("Valley Senator Tom Hale came first.\nThe Coast senator "
		      "said the road was open.",
		0, "Coast senator", NULL);
	/* two who are named in one sentence are two */
	check_speaker("Ana Ruiz came late. Ana Ruiz knows Tom Hale as few know "
		      "the harbour master who said the road was open.",
		0, "harbour master", NULL);
}

/* "Mr. Hale" is not Ana Hale, and "Hale" alone may be him. */
static void test_apart(void **state)
{
	(void)state;
	check_speaker("Mr. Hale came with his wife, Ana Hale. Mr. Hale spoke. "
		      "Mr. Hale sat down. President Hale said the road was "
		      "open.",
		0, "Hale", "President");
}

static void test_names_as_written(void **state)
{
	(void)state;
	check_speaker("“We wait for a bell,” said Morag Tell, the mayor.", 0,
		"Morag Tell", "mayor");
	check_speaker("OSTMERE – Boats stayed in the harbour. In the town of "
		      "Ostmere they waited. Ostmere blamed the fog.",
		0, "Ostmere", NULL);
	check_speaker("Tom Hale, chairman of the Boatowners’ Guild, said the "
		      "road was open.",
		0, "Tom Hale", "chairman of the Boatowners’ Guild");
}

/* What names a speaker is a noun phrase without a verb, a time, loose words. */
static void test_phrases(void **state)
{
	(void)state;
	check_speaker("“We win,” said one of those advisers.", 0,
		"one of those advisers", NULL);
	check_speaker(
		"Tom Hale, a hydrologist who has read both books, said the "
		"finding removes most of the quarrel.",
		0, "Tom Hale", "hydrologist");
	check_speaker("Tom Hale last week said the road was open.", 0,
		"Tom Hale", NULL);
	check_speaker("A clerk also on Friday said the road was open.", 0,
		"clerk", NULL);
	check_speaker("Tom Hale and Ana Ruiz closed their first direct talks "
		      "promising to meet again.",
		0, "Tom Hale and Ana Ruiz", NULL);
}

static void test_scraps(void **state)
{
	struct read r;

	(void)state;
	read_text(&r, "There were many, including some who said the road was "
		      "open. This says that the road was open.");
	for (size_t i = 0; i < r.out.quotes.n; i++)
		assert_int_equal(r.out.quotes.v[i].person, PERSON_NONE);
	assert_true(r.out.quotes.n > 0);
	read_release(&r);
}

static void test_nicknames(void **state)
{
	struct read r;

	(void)state;
	check_speaker("Robert \"Bob\" Harlan came. “We are open,” said Bob "
		      "Harlan.",
		0, "Robert Harlan", NULL);
	check_speaker("William Orr came. “We are open,” said Bill Orr.", 0,
		"William Orr", NULL);
	check_speaker("“We are open,” said Andrew “Skip” Brandt.", 0,
		"Andrew Brandt", NULL);
	check_speaker("“We are open,” said Elizabeth (Liz) Moreau.", 0,
		"Elizabeth Moreau", NULL);
	check_speaker("Kate and Catherine Solt came. “We are open,” said Kate "
		      "Solt. “It rained,” said Catherine Solt.",
		1, "Catherine Solt", NULL);
	/* Of two who bear the name, neither; nobody of another sex. */
	check_speaker("Robert Orr and Bobby Orr met Alexandra Lind. “We are "
		      "open,” said Alex Orr.",
		0, "Alex Orr", NULL);
	read_text(&r, "Robert Orr came. “No,” said Bob Orr. “No,” said Rob "
		      "Orr.");
	assert_int_equal(r.out.persons.n, 1);
	read_release(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_roles),
		cmocka_unit_test(test_surnames),
		cmocka_unit_test(test_pronouns),
		cmocka_unit_test(test_descriptions),
		cmocka_unit_test(test_appositions),
		cmocka_unit_test(test_namesakes),
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_newcomers),
		cmocka_unit_test(test_mentions),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_open_pronouns),
		cmocka_unit_test(test_pronoun_subjects),
		cmocka_unit_test(test_one_name),
		cmocka_unit_test(test_own_roles),
		cmocka_unit_test(test_confidence),
		cmocka_unit_test(test_offices_apart),
		cmocka_unit_test(test_apart),
		cmocka_unit_test(test_names_as_written),
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_scraps),
		cmocka_unit_test(test_nicknames),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
