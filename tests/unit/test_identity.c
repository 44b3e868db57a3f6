/* Who is who across an archive: store/people.h. All texts are invented. */
#include "archive.h"

#include "dateline/store/people_job.h"

#include <sched.h>
#include <stdatomic.h>

/* Words that make the articles of one round alike. */
#define FERRY \
	"The ferry of Ostmere to Brennick stayed in port on Monday after the " \
	"winch of its bow ramp broke in the storm and the harbour crane had " \
	"to lift eleven lorries of timber from its deck.\n\n"
#define ORGAN \
	"The great organ of Tamsin abbey was heard again after nine silent " \
	"years, when the last of its bellows had been sewn from lambskin and " \
	"the choir sang a psalm in the cold nave.\n\n"

#define GOAT \
	"A goat with a white star on its nose was born to a farmer of Little " \
	"Annet, who sold the cheese of its mother at the county fair for a " \
	"prize of forty crowns.\n\n"

struct world {
	struct store *store;
	struct people people;
};

static void make(struct world *w, const struct given *g, size_t n)
{
	w->store = archive_make(g, n);
	people_make(&w->people, w->store, NULL, 0);
}

static void release(struct world *w)
{
	people_release(&w->people);
	store_free(w->store);
}

/* "Ann Hale: Hale (same surname; in the same round)", all who spoke. */
static void check(const struct people *p, const char *want)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < p->list.n; i++) {
		const struct identity *it = &p->list.v[i];

		if (it->said.n == 0)
			continue;
		buf_add_f(&got, "%.*s %u/%u", STR_ARG(it->name), it->said.n,
			it->articles.n);
		for (uint32_t k = 0; k < it->joins.n; k++) {
			const struct people_join *j =
				&p->joins.v[it->joins.first + k];

			buf_add_f(&got, ", %.*s: %.*s", STR_ARG(j->name),
				STR_ARG(j->why));
		}
		buf_add_c(&got, '\n');
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void check_archive(const struct given *g, size_t n, const char *want)
{
	struct world w;

	make(&w, g, n);
	check(&w.people, want);
	release(&w);
}

#define CHECK(want, ...) \
	do { \
		const struct given given[] = { __VA_ARGS__ }; \
		check_archive(given, sizeof given / sizeof *given, want); \
	} while (0)

#define SAID(id, text) \
	{ \
		id, "", "Paper " id, NULL, text, \
		{ \
			0 \
		} \
	}

static void test_writing(void **state)
{
	(void)state;
	CHECK("Ana Veles-Koren 3/3, Ana Veles Koren: same name but for a "
	      "hyphen\n",
		SAID("a", "Ana Veles-Koren said it was open."),
		SAID("b", ORGAN "Ana Veles Koren said it was late."),
		SAID("c", GOAT "Ana Veles-Koren said it was early."));
	CHECK("José Marín 3/3, Jose Marin: same name but for accents\n",
		SAID("a", "José Marín said it was open."),
		SAID("b", ORGAN "Jose Marin said it was late."),
		SAID("c", GOAT "José Marín said it was early."));
	CHECK("Paul E. Lind 2/2, Paul Lind: same name but for what stands in "
	      "the middle; in the same storyline\n",
		SAID("a", GOAT "Paul E. Lind said it was open."),
		SAID("b", ORGAN "Paul Lind said it was late."));
	CHECK("J.D. Hale 2/2, JD Hale: same name but for a space; in the "
	      "same storyline\n",
		SAID("a", GOAT "J.D. Hale said it was open."),
		SAID("b", ORGAN "JD Hale said it was late."));
}

static void test_two_with_one_surname(void **state)
{
	(void)state;
	CHECK("Bill Harlan 1/1\nNora Harlan 1/1\n",
		SAID("a", "Bill Harlan said it was open."),
		SAID("b", ORGAN "Nora Harlan said it was late."));
	/* nobody knows which */
	CHECK("Bill Harlan 1/1\nHarlan 1/1\nNora Harlan 1/1\n",
		SAID("a", "Bill Harlan said it was open."),
		SAID("b", ORGAN "Nora Harlan said it was late."),
		SAID("c", GOAT "It was early, Harlan said."));
	/* father and son */
	CHECK("Bill Harlan 1/1\nBill Harlan Jr. 1/1\n",
		SAID("a", "Bill Harlan said it was open."),
		SAID("b", ORGAN "Bill Harlan Jr. said it was late."));
	CHECK("Paul E. Lind 1/1\nPaul G. Lind 1/1\n",
		SAID("a", GOAT "Paul E. Lind said it was open."),
		SAID("b", ORGAN "Paul G. Lind said it was late."));
}

static void test_spelling(void **state)
{
	(void)state;
	CHECK("Hassan Karimi 2/2, Hasan Karimi: same name but for a letter; "
	      "in the same round\n",
		SAID("a", FERRY "Hassan Karimi came. Hassan Karimi said it was "
				"open."),
		SAID("b", FERRY "Hasan Karimi said it was late."));
	CHECK("Hassan Karimi 2/2, Hasan Karimi: same name but for a letter; "
	      "both “Norrish ambassador”\n",
		SAID("a", FERRY "Hassan Karimi, the Norrish ambassador, said "
				"it was open."),
		SAID("b", ORGAN "The Norrish ambassador, Hasan Karimi, said it "
				"was late."));
	/* no role, another event */
	CHECK("Hasan Karimi 1/1\nHassan Karimi 1/1\n",
		SAID("a", FERRY "Hassan Karimi said it was open."),
		SAID("b", ORGAN "Hasan Karimi said it was late."));
	/* one article has both */
	CHECK("Hasan Karimi 1/1\nHassan Karimi 1/1\n",
		SAID("a", FERRY "Hassan Karimi said it was open. Hasan Karimi "
				"said it was late."));
}

static void test_surnames(void **state)
{
	(void)state;
	CHECK("Nora Harlan 2/2, Harlan: same surname; in the same round\n"
	      "Bill Harlan 1/1\n",
		SAID("a", FERRY "Nora Harlan said it was open."),
		SAID("b", FERRY "It was late, Harlan said."),
		SAID("c", ORGAN "Bill Harlan said it was early."));
	CHECK("Bill Harlan 2/2, Harlan: same surname; both “Mayor”\n"
	      "Nora Harlan 1/1\n",
		SAID("a", FERRY "Nora Harlan said it was open."),
		SAID("b", FERRY "Bill Harlan, the mayor, said it was early."),
		SAID("c", GOAT "Mayor Harlan said it was late."));
}

static void test_forms(void **state)
{
	(void)state;
	CHECK("Robert Lind 2/2, Rob Lind: short for the first name; in the "
	      "same round\n",
		SAID("a", FERRY "Robert Lind said it was open."),
		SAID("b", FERRY "Rob Lind said it was late."));
	CHECK("Rob Lind 1/1\nRobert Lind 1/1\n",
		SAID("a", FERRY "Robert Lind said it was open."),
		SAID("b", ORGAN "Rob Lind said it was late."));
	CHECK("Margaret Lind 2/2, Maggie Lind: another form of the first name; "
	      "both “water minister of Velland”\n",
		SAID("a", FERRY "Margaret Lind, water minister of Velland, "
				"said it was open."),
		SAID("b", ORGAN "Maggie Lind, water minister of Velland, said "
				"it was late."));
	CHECK("Maggie Lind 1/1\nMargaret Lind 1/1\n",
		SAID("a", FERRY "Margaret Lind said it was open."),
		SAID("b", FERRY "Maggie Lind said it was late."));
}

static void test_descriptions(void **state)
{
	(void)state;
	/* of one event they may be one, of two they are not */
	CHECK("Police 2/2\nPolice 1/1\n",
		SAID("a", FERRY "Police said it was open."),
		SAID("b", FERRY "Police said it was late."),
		SAID("c", ORGAN "Police said it was early."));
	CHECK("United Rivers 2/2\n",
		SAID("a", FERRY "The United Rivers said it was open."),
		SAID("b", ORGAN "United Rivers said it was late."));
}

/* An archive corrected. */
static void check_corrected(
	const struct people_correction *c, size_t n, const char *want)
{
	static const struct given given[] = {
		SAID("a", FERRY "Nora Harlan said it was open."),
		SAID("b", FERRY "It was late, Harlan said."),
		SAID("c", ORGAN "Bill Harlan said it was early."),
		SAID("d", GOAT "It was dear, William Harlan said."),
	};
	struct world w = { .store = archive_make(given, 4) };

	people_make(&w.people, w.store, c, n);
	check(&w.people, want);
	release(&w);
}

static void count_call(void *ctx)
{
	atomic_fetch_add((atomic_int *)ctx, 1);
}

/* The corrections may go while the job runs. */
static void test_job(void **state)
{
	static const struct given given[] = {
		SAID("a", FERRY "Nora Harlan said it was open."),
		SAID("b", ORGAN "Bill Harlan said it was early."),
	};
	char name[] = "nora harlan", other[] = "Bill Harlan", id[] = "a";
	struct people_correction c = { str_from_c(name), str_from_c(other),
		str_from_c(id), PEOPLE_SAME };
	struct store *s = archive_make(given, 2);
	atomic_int calls = 0;
	const struct people_wake wake = { count_call, &calls };
	struct people_job *j = people_job_start(s, &c, 1, &wake);
	struct people *p;

	(void)state;
	name[0] = other[0] = id[0] = '?';
	while (!people_job_is_done(j))
		sched_yield();
	p = people_job_take(j);
	assert_int_equal(calls, 1);
	check(p, "Bill Harlan 2/2, Nora Harlan: merged by you\n");
	people_free(p);
	store_free(s);
}

static void test_corrections(void **state)
{
	struct people_correction c[] = {
		{ STR("bill harlan"), STR("William Harlan"), STR_NONE,
			PEOPLE_SAME },
		{ STR("Harlan"), STR("Nora Harlan"), STR("b"), PEOPLE_APART },
		{ STR("Harlan"), STR("Bill Harlan"), STR("b"), PEOPLE_SAME },
		{ STR("William Harlan"), STR("Bill Harlan"), STR_NONE,
			PEOPLE_APART },
	};

	(void)state;
	check_corrected(c, 1,
		"Nora Harlan 2/2, Harlan: same surname; in the same round\n"
		"William Harlan 2/2, Bill Harlan: merged by you\n");
	check_corrected(c + 1, 1,
		"Bill Harlan 1/1\nHarlan 1/1\nNora Harlan 1/1\n"
		"William Harlan 1/1\n");
	check_corrected(c + 2, 1,
		"Bill Harlan 2/2, Harlan: merged by you\n"
		"Nora Harlan 1/1\nWilliam Harlan 1/1\n");
	/* the later of two about the same names holds */
	check_corrected(c, 4,
		"Bill Harlan 2/2, Harlan: merged by you\n"
		"Nora Harlan 1/1\nWilliam Harlan 1/1\n");
	/* names and articles that are not there say nothing */
	c[0].other = STR("Nobody Here");
	c[1].article = STR("z");
	check_corrected(c, 2,
		"Nora Harlan 2/2, Harlan: same surname; in the same round\n"
		"Bill Harlan 1/1\nWilliam Harlan 1/1\n");
}

/* A name kept apart from another way of writing it. */
static void test_writing_apart(void **state)
{
	const struct given given[] = {
		SAID("a", "Ana Veles-Koren said it was open."),
		SAID("b", ORGAN "Ana Veles Koren said it was late."),
	};
	const struct people_correction c = { STR("Ana Veles Koren"),
		STR("Ana Veles-Koren"), STR_NONE, PEOPLE_APART };
	struct world w = { .store = archive_make(given, 2) };

	(void)state;
	people_make(&w.people, w.store, &c, 1);
	check(&w.people, "Ana Veles Koren 1/1\nAna Veles-Koren 1/1\n");
	assert_true(w.people.list.v[0].corrected);
	release(&w);
}

static void test_identity(void **state)
{
	const struct given given[] = {
		SAID("a", FERRY "Ilse Marrend, the water minister, said it was "
				"open. “We wait,” Marrend said."),
		SAID("b", ORGAN "Ilse Marrend, head of the abbey, said it was "
				"late. A spokesman said it was early."),
	};
	struct world w;
	const struct identity *it;

	(void)state;
	make(&w, given, 2);
	it = &w.people.list.v[0];
	assert_str(it->id, "ilse marrend");
	assert_int_equal(it->said.n, 3);
	assert_int_equal(it->articles.n, 2);
	assert_int_equal(it->roles.n, 2);
	assert_str(it->role, "water minister");
	assert_int_equal(it->kind, PERSON_HUMAN);
	assert_false(it->corrected);
	assert_str(w.people.list.v[1].id, "spokesman@b");
	assert_int_equal(people_find(&w.people, STR("marrend")), 0);
	assert_int_equal(people_find(&w.people, STR("ILSE MARREND")), 0);
	assert_int_equal(people_find(&w.people, STR("nobody")), STORE_NONE);
	for (uint32_t i = 0; i < w.store->quotes.n; i++) {
		uint32_t who = w.store->quotes.v[i].person;

		assert_true(w.people.of[who] < 2);
	}
	release(&w);
}

static void test_utterances(void **state)
{
	const struct given given[] = {
		SAID("a", FERRY "“We came here to listen and we listened all "
				"night,” said Ada Lind. “It is late,” said "
				"Ada Lind."),
		SAID("b", FERRY "“We came to listen, and we listened all "
				"night,” said Ada Lind."),
		SAID("c", ORGAN "“We came here to listen,” said Ada Lind. "
				"“Goats have four stomachs and no shame,” "
				"said Ada Lind."),
	};
	struct utterances u = { 0 };
	struct world w;

	(void)state;
	make(&w, given, 3);
	utterances_make(&u, &w.people, people_find(&w.people, STR("Ada Lind")));
	assert_int_equal(u.list.n, 3);
	assert_int_equal(u.list.v[0].said.n, 3);
	assert_int_equal(u.list.v[0].sources, 3);
	assert_int_equal(u.list.v[1].said.n, 1);
	assert_int_equal(u.list.v[2].sources, 1);
	utterances_release(&u);
	release(&w);
}

static void test_empty(void **state)
{
	struct world w;

	(void)state;
	make(&w, NULL, 0);
	assert_int_equal(w.people.list.n, 0);
	assert_int_equal(people_find(&w.people, STR("a")), STORE_NONE);
	release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_writing),
		cmocka_unit_test(test_two_with_one_surname),
		cmocka_unit_test(test_spelling),
		cmocka_unit_test(test_surnames),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_descriptions),
		cmocka_unit_test(test_corrections),
		cmocka_unit_test(test_job),
		cmocka_unit_test(test_writing_apart),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_utterances),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
