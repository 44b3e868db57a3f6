/* Reasons in words, titles and names of rounds: src/store/why.c,
 * words_changed.c, titles.c and round_name.c. */
#include "rounds_archive.h"

#include "dateline/store/round_name.h"
#include "dateline/store/why.h"
#include "store/words_changed.h"

static void check_changed(const char *from, const char *to, unsigned added,
	unsigned cut, unsigned shorter)
{
	struct words_changed c =
		words_changed(str_from_c(from), str_from_c(to));

	assert_int_equal(c.added, added);
	assert_int_equal(c.cut, cut);
	assert_int_equal(c.shorter, shorter);
}

static void words_are_counted_as_bags(void **state)
{
	(void)state;
	check_changed("", "", 0, 0, 0);
	check_changed("One boat sank.", "one BOAT sank", 0, 0, 3);
	check_changed("one boat sank", "sank one boat", 0, 0, 3);
	check_changed("one boat", "one boat sank, one did not", 4, 0, 2);
	check_changed("a a a b", "a b c", 1, 2, 3);
}

#define STORY \
	"The ferry Ada Stroud ran on the rocks off Little Annet before dawn " \
	"and was pulled free by two tugs at noon, the harbour master said. " \
	"Nobody was hurt, and the hull held."

static void check_copy(const char *text, const char *want)
{
	const struct given g[] = {
		{ "a", "Ferry on the rocks", "Herald", "2003-11-12", STORY,
			{ 0 } },
		{ "b", "Ferry on the rocks", "Post", "2003-11-12", text,
			{ 0 } },
	};
	struct store *s = archive_make(g, 2);
	const struct link *l =
		&s->links.v[s->articles.v[store_find(s, STR("a"))].links.first];
	struct explainer x = { 0 };
	struct buf why = { 0 };

	assert_int_equal(l->kind, LINK_COPY);
	explain_link(&x, s, store_find(s, STR("a")), l, &why);
	assert_true(str_starts(buf_str(&why), str_from_c(want)));
	explainer_release(&x);
	buf_release(&why);
	store_free(s);
}

static void a_copy_says_what_it_has_more_and_less(void **state)
{
	(void)state;
	check_copy(STORY, "copy: exact; ");
	check_copy(STORY " Yes.", "copy: near, +1 −0 words; ");
	check_copy(STORY " The line sails again on Friday, it says.",
		"copy: extended, +8 −0 words; ");
}

static void another_round_is_earlier_or_later(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	uint32_t from = store_find(s, STR("talks-2a"));
	const struct article *a = &s->articles.v[from];
	struct explainer x = { 0 };
	struct buf why = { 0 };

	(void)state;
	for (uint32_t k = 0; k < a->links.n; k++) {
		const struct link *l = &s->links.v[a->links.first + k];

		buf_clear(&why);
		explain_link(&x, s, from, l, &why);
		if (l->kind == LINK_STORYLINE)
			assert_true(str_ends(buf_str(&why),
				STR("; earlier round, 407 days before")));
	}
	explainer_release(&x);
	buf_release(&why);
	store_free(s);
}

static void a_title_is_without_its_outlet(void **state)
{
	static const struct {
		const char *title, *want;
	} wants[] = {
		{ "Dam bursts | The Herald", "Dam bursts" },
		{ "Dam bursts - a day later – the herald",
			"Dam bursts - a day later" },
		{ "Dam bursts - and holds", "Dam bursts - and holds" },
		{ "Dam bursts | Post", "Dam bursts | Post" },
		{ "The Herald", "The Herald" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
		const struct given g = { "a", wants[i].title, "The Herald",
			NULL, FLOOD, { 0 } };
		struct store *s = archive_make(&g, 1);

		assert_str(store_str(s, s->rounds.v[0].title), wants[i].want);
		assert_str(
			store_str(s, s->storylines.v[0].title), wants[i].want);
		store_free(s);
	}
}

/* A store of one round: datelines, and who said how much. */
struct telling {
	const char *dateline;
	const char *who[2];
	uint32_t quotes;
};

static void check_name(
	const struct telling *t, size_t n, const char *place, const char *heads)
{
	struct store *s = store_new();
	struct buf got = { 0 };
	struct people p = { 0 };
	struct arena arena = { 0 };
	struct round_name name;

	for (size_t i = 0; i < n; i++) {
		struct analysis a = { 0 };
		struct doc d = { .id = str_from_c(i ? "b" : "a"),
			.title = STR("Talks"),
			.dateline = str_from_c(t[i].dateline),
			.text = STR("Talks.") };

		for (size_t k = 0; k < 2 && t[i].who[k]; k++)
			*vec_push(&a.persons) = (struct person){
				.name = str_from_c(t[i].who[k]),
				.mentions = 1,
				.quotes = t[i].quotes
			};
		store_add(s, &d, &a);
		analysis_release(&a);
	}
	store_finish(s);
	people_make(&p, s, NULL, 0);
	round_name_find(&name, &p, &s->rounds.v[0], &arena);
	assert_str(name.place, place);
	for (size_t i = 0; i < name.n_heads; i++)
		buf_add_f(
			&got, "%s%.*s", i ? ", " : "", STR_ARG(name.heads[i]));
	assert_str(buf_str(&got), heads);
	buf_release(&got);
	people_release(&p);
	arena_release(&arena);
	store_free(s);
}

static void a_round_has_a_place_and_heads(void **state)
{
	(void)state;
	check_name((const struct telling[]){ { "PORT AMIEL, Tessara",
			   { "Ada Lind", "Jan van der Meer" }, 1 } },
		1, "Port Amiel", "Lind, van der Meer");
	check_name((const struct telling[]){ { "Mørkø", { "Lind" }, 1 } }, 1,
		"Mørkø", "Lind");
	check_name(
		(const struct telling[]){ { "ÅLØ", { 0 }, 0 } }, 1, "Ålø", "");
	check_name((const struct telling[]){ { NULL, { "Ada Lind" }, 0 } }, 1,
		"", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_counted_as_bags),
		cmocka_unit_test(a_copy_says_what_it_has_more_and_less),
		cmocka_unit_test(another_round_is_earlier_or_later),
		cmocka_unit_test(a_title_is_without_its_outlet),
		cmocka_unit_test(a_round_has_a_place_and_heads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
