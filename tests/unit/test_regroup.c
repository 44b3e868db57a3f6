/* Rounds as the reader corrected them: store/regroup.h. */
#include "rounds_archive.h"

#include "dateline/store/why.h"

#include "dateline/store/regroup.h"

#include <string.h>

static struct store *make(void)
{
	return archive_make(rounds_archive, ROUNDS_ARCHIVE);
}

static struct round_correction same(const char *a, const char *b)
{
	return (struct round_correction){ str_from_c(a), str_from_c(b),
		ROUND_SAME };
}

static struct round_correction apart(const char *a, const char *b)
{
	return (struct round_correction){ str_from_c(a), str_from_c(b),
		ROUND_APART };
}

/* The rounds with more than one article: "a b; c d e". */
static void assert_rounds(const struct store *s, const char *want)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < s->rounds.n; i++) {
		const struct round *r = &s->rounds.v[i];

		for (uint32_t k = 0; k < r->articles.n && r->articles.n > 1;
			k++) {
			uint32_t at =
				s->round_articles.v[r->articles.first + k];

			buf_add(&got, k	      ? STR(" ")
				      : got.n ? STR("; ")
					      : STR(""));
			buf_add(&got, store_str(s, s->articles.v[at].id));
			assert_int_equal(s->articles.v[at].round, i);
		}
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static const struct link *link_to(
	const struct store *s, const char *from, const char *to)
{
	const struct article *a = archive_get(s, from);
	uint32_t i = store_find(s, str_from_c(to));

	for (uint32_t k = 0; k < a->links.n; k++)
		if (s->links.v[a->links.first + k].to == i)
			return &s->links.v[a->links.first + k];
	return NULL;
}

static void assert_why(const struct store *s, const char *from, const char *to,
	const char *start)
{
	struct explainer x = { 0 };
	struct buf why = { 0 };
	const struct link *l = link_to(s, from, to);

	assert_non_null(l);
	explain_link(&x, s, store_find(s, str_from_c(from)), l, &why);
	assert_true(link_is_readers(l));
	assert_true(str_starts(buf_str(&why), str_from_c(start)));
	explainer_release(&x);
	buf_release(&why);
}

static const char found[] =
	"talks-1a talks-1b; flood-a flood-copy flood-b; talks-2a talks-2b";

static void joined_articles_bring_their_rounds(void **state)
{
	struct store *s = make();
	const struct round_correction c = same("talks-2b", "talks-1a");
	uint32_t lines;

	(void)state;
	assert_rounds(s, found);
	lines = (uint32_t)s->storylines.n;
	store_regroup(s, &c, 1);
	assert_rounds(s, "talks-1a talks-1b talks-2a talks-2b; "
			 "flood-a flood-copy flood-b");
	assert_int_equal(s->storylines.n, lines);
	assert_int_equal(link_to(s, "talks-1b", "talks-2a")->kind, LINK_ROUND);
	assert_why(s, "talks-2b", "talks-1a", "joined by you");
	assert_why(s, "talks-1a", "talks-2b", "joined by you");
	store_free(s);
}

static void unlike_articles_are_linked_when_joined(void **state)
{
	struct store *s = make();
	const struct round_correction c = same("owls", "choir");

	(void)state;
	assert_null(link_to(s, "owls", "choir"));
	store_regroup(s, &c, 1);
	assert_why(s, "owls", "choir", "joined by you");
	assert_int_equal(link_to(s, "owls", "choir")->kind, LINK_ROUND);
	assert_int_equal(
		archive_get(s, "owls")->round, archive_get(s, "choir")->round);
	store_free(s);
}

static void a_split_article_stands_alone_in_the_storyline(void **state)
{
	struct store *s = make();
	const struct round_correction c = apart("flood-a", "flood-copy");
	uint32_t rounds = (uint32_t)s->rounds.n;
	const struct round *a, *b;

	(void)state;
	store_regroup(s, &c, 1);
	assert_int_equal(s->rounds.n, rounds + 1);
	assert_rounds(
		s, "talks-1a talks-1b; flood-copy flood-b; talks-2a talks-2b");
	a = &s->rounds.v[archive_get(s, "flood-a")->round];
	b = &s->rounds.v[archive_get(s, "flood-b")->round];
	assert_int_equal(a->articles.n, 1);
	assert_str(store_str(s, b->id), "flood-copy");
	assert_int_equal(a->storyline, b->storyline);
	assert_int_equal(
		link_to(s, "flood-a", "flood-b")->kind, LINK_STORYLINE);
	/* the text is the same all the same */
	assert_int_equal(link_to(s, "flood-a", "flood-copy")->kind, LINK_COPY);
	assert_why(s, "flood-a", "flood-copy", "kept apart by you");
	store_free(s);
}

/* A round takes part in the storyline that most of its articles are from. */
static void a_moved_article_leaves_its_storyline(void **state)
{
	struct store *s = make();
	const struct round_correction c[] = { apart("talks-1b", "talks-1a"),
		same("talks-1b", "flood-a") };
	uint32_t rounds = (uint32_t)s->rounds.n;

	(void)state;
	store_regroup(s, c, 2);
	assert_int_equal(s->rounds.n, rounds);
	assert_rounds(
		s, "talks-1b flood-a flood-copy flood-b; talks-2a talks-2b");
	assert_int_not_equal(
		s->rounds.v[archive_get(s, "talks-1b")->round].storyline,
		s->rounds.v[archive_get(s, "talks-1a")->round].storyline);
	assert_int_equal(
		s->rounds.v[archive_get(s, "talks-2a")->round].storyline,
		s->rounds.v[archive_get(s, "talks-1a")->round].storyline);
	store_free(s);
}

/* Each goes on from what those before it made. */
static void the_order_of_corrections_counts(void **state)
{
	struct store *s = make();
	const struct round_correction c[] = { same("talks-2a", "talks-1a"),
		apart("talks-2a", "talks-1a"), same("talks-2a", "choir") };

	(void)state;
	store_regroup(s, c, 2);
	assert_rounds(
		s, "talks-1a talks-1b talks-2b; flood-a flood-copy flood-b");
	assert_why(s, "talks-2a", "talks-1a", "kept apart by you");
	store_regroup(s, c, 3);
	assert_rounds(s, "talks-1a talks-1b talks-2b; choir talks-2a; "
			 "flood-a flood-copy flood-b");
	store_free(s);
}

static void corrections_of_what_is_gone_sleep(void **state)
{
	struct store *s = make();
	const struct round_correction c[] = { same("talks-2a", "gone"),
		apart("gone", "talks-1a"), same("owls", "owls"),
		apart("choir", "owls") };

	(void)state;
	store_regroup(s, c, 4);
	assert_rounds(s, found);
	store_free(s);
}

#define assert_same(a, b, field) \
	do { \
		assert_int_equal((a)->field.n, (b)->field.n); \
		assert_memory_equal((a)->field.v, (b)->field.v, \
			(a)->field.n * sizeof *(a)->field.v); \
	} while (0)

static void without_corrections_all_is_as_it_was_found(void **state)
{
	struct store *s = make(), *want = make();
	const struct round_correction c[] = { same("talks-2a", "talks-1a"),
		apart("flood-b", "flood-a"), same("owls", "choir") };

	(void)state;
	store_regroup(s, c, 3);
	store_regroup(s, c, 1);
	store_regroup(s, NULL, 0);
	assert_null(s->found);
	assert_same(s, want, articles);
	assert_same(s, want, rounds);
	assert_same(s, want, round_articles);
	assert_same(s, want, storylines);
	assert_same(s, want, storyline_rounds);
	assert_same(s, want, links);
	assert_same(s, want, looks_back);
	assert_int_equal(s->chars.n, want->chars.n);
	store_regroup(s, NULL, 0);
	store_free(s);
	store_free(want);
}

static void an_empty_store_has_nothing_to_correct(void **state)
{
	struct store *s = store_new();
	const struct round_correction c = same("a", "b");

	(void)state;
	store_finish(s);
	store_regroup(s, &c, 1);
	assert_int_equal(s->rounds.n, 0);
	store_free(s);
}

/* Any corrections: every article is in one round, which knows it, and a round
 * in one storyline; what is joined last is together. */
static void any_corrections_keep_the_store_whole(void **state)
{
	struct store *s = make();
	struct round_correction c[24];
	uint64_t seed = 7;

	(void)state;
	for (int turn = 0; turn < 200; turn++) {
		size_t n = unit_random(&seed) % 24 + 1, members = 0;
		const struct round_correction *last = &c[n - 1];

		for (size_t i = 0; i < n; i++) {
			c[i].article =
				str_from_c(rounds_archive[unit_random(&seed) %
							  ROUNDS_ARCHIVE]
						   .id);
			c[i].other =
				str_from_c(rounds_archive[unit_random(&seed) %
							  ROUNDS_ARCHIVE]
						   .id);
			c[i].verdict = unit_random(&seed) % 2 ? ROUND_SAME
							      : ROUND_APART;
		}
		store_regroup(s, c, n);
		for (size_t i = 0; i < s->rounds.n; i++) {
			assert_true(s->rounds.v[i].storyline < s->storylines.n);
			members += s->rounds.v[i].articles.n;
		}
		assert_int_equal(members, ROUNDS_ARCHIVE);
		if (!str_eq(last->article, last->other))
			assert_int_equal(
				s->articles.v[store_find(s, last->article)]
						.round ==
					s->articles
						.v[store_find(s, last->other)]
						.round,
				last->verdict == ROUND_SAME);
	}
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joined_articles_bring_their_rounds),
		cmocka_unit_test(unlike_articles_are_linked_when_joined),
		cmocka_unit_test(a_split_article_stands_alone_in_the_storyline),
		cmocka_unit_test(a_moved_article_leaves_its_storyline),
		cmocka_unit_test(the_order_of_corrections_counts),
		cmocka_unit_test(corrections_of_what_is_gone_sleep),
		cmocka_unit_test(without_corrections_all_is_as_it_was_found),
		cmocka_unit_test(an_empty_store_has_nothing_to_correct),
		cmocka_unit_test(any_corrections_keep_the_store_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
