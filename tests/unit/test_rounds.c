/* Rounds, storylines, copies and links of a finished store. */
#include "rounds_archive.h"

#include "dateline/store/why.h"

#include <string.h>

static struct store *make(void)
{
	return archive_make(rounds_archive, ROUNDS_ARCHIVE);
}

static uint32_t round_of(const struct store *s, const char *id)
{
	return archive_get(s, id)->round;
}

static uint32_t storyline_of(const struct store *s, const char *id)
{
	return s->rounds.v[round_of(s, id)].storyline;
}

static const struct link *link_to(
	const struct store *s, const char *from, const char *to)
{
	const struct article *a = archive_get(s, from);
	uint32_t i = store_find(s, str_from_c(to));

	for (uint32_t k = 0; k < a->links.n; k++)
		if (s->links.v[a->links.first + k].to == i)
			return &s->links.v[a->links.first + k];
	fail_msg("no link from %s to %s", from, to);
	return NULL;
}

static void articles_of_one_event_are_a_round(void **state)
{
	struct store *s = make();

	(void)state;
	assert_int_equal(s->rounds.n, 5);
	assert_int_equal(round_of(s, "talks-1a"), round_of(s, "talks-1b"));
	assert_int_equal(round_of(s, "talks-2a"), round_of(s, "talks-2b"));
	assert_int_equal(round_of(s, "flood-a"), round_of(s, "flood-b"));
	assert_int_equal(round_of(s, "flood-a"), round_of(s, "flood-copy"));
	assert_int_not_equal(round_of(s, "talks-1a"), round_of(s, "talks-2a"));
	store_free(s);
}

static void rounds_of_one_story_are_a_storyline(void **state)
{
	struct store *s = make();

	(void)state;
	assert_int_equal(
		storyline_of(s, "talks-1a"), storyline_of(s, "talks-2a"));
	assert_int_not_equal(
		storyline_of(s, "talks-1a"), storyline_of(s, "flood-a"));
	assert_int_not_equal(storyline_of(s, "choir"), storyline_of(s, "owls"));
	store_free(s);
}

static void a_round_says_when_and_who(void **state)
{
	struct store *s = make();
	const struct round *r = &s->rounds.v[round_of(s, "flood-b")];

	(void)state;
	assert_str(store_str(s, r->id), "flood-a");
	assert_int_equal(r->articles.n, 3);
	assert_int_equal(r->sources, 3);
	assert_int_equal(r->first, date_days(2003, 11, 12));
	assert_int_equal(r->last, date_days(2003, 11, 13));
	r = &s->rounds.v[round_of(s, "owls")];
	assert_int_equal(r->first, STORE_NO_DAY);
	store_free(s);
}

/* An estimated day is no time before the reports of that day. */
static void a_known_time_comes_before_an_estimate(void **state)
{
	const struct given g[] = {
		{ "a", "Dam bursts at Tamsin", "Herald", NULL, FLOOD,
			{ .weekday = 3, .zone = DATE_NO_ZONE } },
		{ "b", "Tamsin dam bursts", "Mail", "2003-11-12T07:40:00",
			FLOOD, { 0 } },
	};
	struct store *s = archive_make(g, 2);

	(void)state;
	assert_int_equal(archive_get(s, "a")->date_basis, BASIS_ESTIMATED);
	assert_int_equal(archive_get(s, "a")->date.day, 12);
	assert_int_equal(store_find(s, STR("b")), 0);
	store_free(s);
}

static void a_copy_is_of_the_first(void **state)
{
	struct store *s = make();
	const struct link *l = link_to(s, "flood-a", "flood-copy");

	(void)state;
	assert_int_equal(archive_get(s, "flood-copy")->copy_of,
		store_find(s, STR("flood-a")));
	assert_int_equal(archive_get(s, "flood-a")->copy_of, STORE_NONE);
	assert_int_equal(archive_get(s, "flood-b")->copy_of, STORE_NONE);
	assert_int_equal(l->kind, LINK_COPY);
	store_free(s);
}

static void links_are_best_first_with_their_kind(void **state)
{
	struct store *s = make();

	(void)state;
	assert_int_equal(link_to(s, "talks-1a", "talks-1b")->kind, LINK_ROUND);
	assert_int_equal(
		link_to(s, "talks-1a", "talks-2a")->kind, LINK_STORYLINE);
	for (size_t i = 0; i < s->articles.n; i++) {
		const struct span *at = &s->articles.v[i].links;

		for (uint32_t k = 1; k < at->n; k++)
			assert_true(s->links.v[at->first + k - 1].score >=
				    s->links.v[at->first + k].score);
	}
	store_free(s);
}

static void a_link_says_why(void **state)
{
	struct store *s = make();
	struct explainer x = { 0 };
	struct buf why = { 0 };

	(void)state;
	explain_link(&x, s, store_find(s, STR("talks-2a")),
		link_to(s, "talks-2a", "talks-2b"), &why);
	assert_int_not_equal(
		str_find(buf_str(&why), STR("; 1 day apart"), 0), STR_NPOS);
	buf_clear(&why);
	explain_link(&x, s, store_find(s, STR("flood-a")),
		link_to(s, "flood-a", "flood-copy"), &why);
	assert_true(str_starts(buf_str(&why), STR("copy: exact; ")));
	assert_true(str_ends(buf_str(&why), STR("; same day")));
	explainer_release(&x);
	buf_release(&why);
	store_free(s);
}

static void assert_why(const struct store *s, const char *from, const char *to,
	const char *want)
{
	struct explainer x = { 0 };
	struct buf why = { 0 };

	explain_link(&x, s, store_find(s, str_from_c(from)),
		link_to(s, from, to), &why);
	assert_str(buf_str(&why), want);
	explainer_release(&x);
	buf_release(&why);
}

/* A name is one reason, not two; weekdays and everyday words are none. */
static void reasons_are_names_and_content(void **state)
{
	const struct given g[] = {
		{ "a", "Ferry strike", "Herald", "2003-11-12",
			"On Wednesday at ten o'clock the ferry crews of the "
			"Glass Harbour got going along small piers.",
			{ 0 } },
		{ "b", "Crews strike", "Mail", "2003-11-12",
			"The ferry crews of the Glass Harbour got going on "
			"Wednesday at ten o'clock along the small quay.",
			{ 0 } },
		{ "c", "Owls", "Post", NULL, "Three barn owls hatched.",
			{ 0 } },
	};
	struct store *s = archive_make(g, 3);

	(void)state;
	assert_why(
		s, "a", "b", "Glass Harbour, strike, crews, ferry; same day");
	store_free(s);
}

/* As the article itself writes it: whole, not the start of another word, and
 * names side by side are one. */
static void reasons_are_words_of_the_article(void **state)
{
	const struct given g[] = {
		{ "a", "Quay row", "Herald", "2003-11-12",
			"The lanternfish went on for days. Old lanterns "
			"of the Harrow Quay came up at the Harrow Quay.",
			{ 0 } },
		{ "b", "Quarrel", "Mail", "2003-11-12",
			"Each lantern came up at the Harrow Quay, where "
			"another lantern began.",
			{ 0 } },
		{ "c", "Owls", "Post", NULL, "Three barn owls hatched.",
			{ 0 } },
	};
	struct store *s = archive_make(g, 3);

	(void)state;
	assert_why(s, "a", "b", "Harrow Quay, lanterns; same day");
	assert_why(s, "b", "a", "Harrow Quay, lantern; same day");
	store_free(s);
}

#define assert_same(a, b, field) \
	do { \
		assert_int_equal((a)->field.n, (b)->field.n); \
		if ((a)->field.n) \
			assert_memory_equal((a)->field.v, (b)->field.v, \
				(a)->field.n * sizeof *(a)->field.v); \
	} while (0)

static void any_order_of_adding_gives_the_same_bytes(void **state)
{
	struct given g[ROUNDS_ARCHIVE];
	struct store *want = make();
	uint64_t seed = 12345;

	(void)state;
	memcpy(g, rounds_archive, sizeof g);
	for (int turn = 0; turn < 5; turn++) {
		struct store *s;

		for (size_t i = ROUNDS_ARCHIVE; i > 1; i--) {
			size_t k = unit_random(&seed) % i;
			struct given t = g[i - 1];

			g[i - 1] = g[k];
			g[k] = t;
		}
		s = archive_make(g, ROUNDS_ARCHIVE);
		assert_int_equal(s->chars.n, want->chars.n);
		assert_memory_equal(s->chars.p, want->chars.p, s->chars.n);
		assert_same(s, want, articles);
		assert_same(s, want, by_time);
		assert_same(s, want, posting_runs);
		assert_same(s, want, postings);
		assert_same(s, want, rounds);
		assert_same(s, want, round_articles);
		assert_same(s, want, storylines);
		assert_same(s, want, links);
		assert_same(s, want, looks_back);
		store_free(s);
	}
	store_free(want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_of_one_event_are_a_round),
		cmocka_unit_test(rounds_of_one_story_are_a_storyline),
		cmocka_unit_test(a_round_says_when_and_who),
		cmocka_unit_test(a_known_time_comes_before_an_estimate),
		cmocka_unit_test(reasons_are_names_and_content),
		cmocka_unit_test(reasons_are_words_of_the_article),
		cmocka_unit_test(a_copy_is_of_the_first),
		cmocka_unit_test(links_are_best_first_with_their_kind),
		cmocka_unit_test(a_link_says_why),
		cmocka_unit_test(any_order_of_adding_gives_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
