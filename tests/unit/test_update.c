#include "dateline/store/search.h"
#include "dateline/store/terms.h"
#include "dateline/store/update.h"
#include "dateline/store/why.h"
#include "rounds_archive.h"
#include "store/copy.h"
#include "store/postings.h"

#define WORDS 14

/* The unfinished store of some invented articles. */
static struct store *unfinished(const struct given *g, size_t n)
{
	struct store *s = store_new();

	for (size_t i = 0; i < n; i++)
		archive_add(s, &g[i]);
	return s;
}

static void update(
	struct store *s, struct store *fresh, const uint32_t *gone, size_t n)
{
	update_apply(s, update_prepare(s, fresh, gone, n));
}

static struct str id_of(const struct store *s, uint32_t article)
{
	return store_str(s, s->articles.v[article].id);
}

static const struct round *round_of(const struct store *s, const char *id)
{
	return &s->rounds.v[archive_get(s, id)->round];
}

static void check_rounds(const struct store *s, const uint32_t *places)
{
	size_t articles = 0;

	for (size_t i = 0; i < s->rounds_by_time.n; i++) {
		uint32_t number = s->rounds_by_time.v[i];
		const struct round *r = &s->rounds.v[number];
		const uint32_t *v = s->round_articles.v + r->articles.first;

		assert_true(r->articles.n > 0);
		assert_true(r->id.n > 0);
		assert_true(r->sources > 0);
		articles += r->articles.n;
		for (uint32_t k = 0; k < r->articles.n; k++) {
			assert_int_equal(s->articles.v[v[k]].round, number);
			assert_true(k == 0 || places[v[k - 1]] < places[v[k]]);
		}
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(store_str(s, r->id),
				store_str(s, s->rounds.v[s->rounds_by_time.v[k]]
						     .id)));
	}
	assert_int_equal(articles, s->by_time.n);
}

static void check_storylines(const struct store *s)
{
	size_t rounds = 0;

	for (uint32_t l = 0; l < s->storylines.n; l++) {
		struct span in = s->storylines.v[l].rounds;

		rounds += in.n;
		for (uint32_t k = 0; k < in.n; k++) {
			uint32_t r = s->storyline_rounds.v[in.first + k];

			assert_int_equal(s->rounds.v[r].storyline, l);
			assert_true(s->rounds.v[r].articles.n > 0);
		}
	}
	assert_int_equal(rounds, s->rounds_by_time.n);
}

static void check_links(const struct store *s, const uint32_t *places)
{
	struct explainer x = { 0 };

	for (size_t i = 0; i < s->articles.n; i++) {
		const struct article *a = &s->articles.v[i];

		for (uint32_t k = 0; k < a->links.n; k++) {
			const struct link *l = &s->links.v[a->links.first + k];
			struct buf why = { 0 };

			assert_int_not_equal(places[l->to], STORE_NONE);
			assert_int_not_equal(l->to, i);
			assert_true(k == 0 || l->score <= l[-1].score);
			explain_link(&x, s, (uint32_t)i, l, &why);
			assert_true(x.list.n == 0 || why.n > 0);
			buf_release(&why);
		}
		if (a->copy_of != STORE_NONE)
			assert_int_equal(
				s->articles.v[a->copy_of].copy_of, STORE_NONE);
	}
	explainer_release(&x);
}

static bool has_posting(const struct store *s, uint32_t word, uint32_t article)
{
	uint32_t run = s->posting_lists.v[word].first;
	struct posting p[POSTING_RUN];

	for (; run != STORE_NONE; run = s->posting_runs.v[run].next) {
		size_t n = postings_read(s, &s->posting_runs.v[run], p);

		for (size_t k = 0; k < n; k++)
			if (p[k].article == article && p[k].w > 0)
				return true;
	}
	return false;
}

/* Every article is found by each of its words. */
static void check_postings(const struct store *s)
{
	struct term_reader r = { 0 };

	for (size_t i = 0; i < s->by_time.n; i++) {
		terms_read(&r, s, s->by_time.v[i]);
		for (size_t k = 0; k < r.analysis.terms.n; k++) {
			uint32_t word =
				store_find_word(s, r.analysis.terms.v[k].word);

			assert_int_not_equal(word, STORE_NONE);
			assert_true(has_posting(s, word, s->by_time.v[i]));
		}
	}
	terms_release(&r);
}

/* Every word of every title is searched for, and what is found read. */
static void check_search(const struct store *s)
{
	for (size_t i = 0; i < s->by_time.n; i++) {
		const struct article *a = &s->articles.v[s->by_time.v[i]];
		struct buf text = { 0 };
		struct query_error error;
		struct hits hits = { 0 };
		struct query q;
		size_t found = 0;

		buf_add_f(&text, "\"%.*s\" OR -the",
			STR_ARG(store_str(s, a->title)));
		assert_true(query_parse(&q, buf_str(&text), &error));
		store_search(s, &q, SEARCH_OLDEST_FIRST, &hits);
		for (size_t k = 0; k < s->by_time.n; k++)
			found += query_answers(&q, s, s->by_time.v[k]);
		assert_int_equal(hits.list.n, found);
		for (size_t k = 0; k < hits.list.n; k++)
			assert_true(
				query_answers(&q, s, hits.list.v[k].article));
		hits_release(&hits);
		query_release(&q);
		buf_release(&text);
	}
}

/* What holds of every store, however it came about. */
static void check(const struct store *s)
{
	uint32_t *places =
		store_places(s->by_time.v, s->by_time.n, s->articles.n);

	assert_int_equal(s->by_id.n, s->by_time.n);
	for (size_t i = 0; i < s->by_time.n; i++)
		assert_int_equal(store_find(s, id_of(s, s->by_time.v[i])),
			s->by_time.v[i]);
	for (size_t i = 0; i < s->articles.n; i++)
		assert_int_equal(s->articles.v[i].round == STORE_NONE,
			places[i] == STORE_NONE);
	assert_int_equal(s->by_word.n, s->words.n);
	for (uint32_t w = 0; w < s->words.n; w++)
		assert_int_equal(
			store_find_word(s, store_str(s, s->words.v[w])), w);
	check_rounds(s, places);
	check_storylines(s);
	check_links(s, places);
	check_postings(s);
	check_search(s);
	free(places);
}

/* Articles in the same round in one store are so in the other. */
static size_t count_other_rounds(const struct store *a, const struct store *b)
{
	size_t other = 0;

	for (size_t i = 0; i < a->by_time.n; i++) {
		const struct article *x = &a->articles.v[a->by_time.v[i]];
		uint32_t at = store_find(b, store_str(a, x->id));
		struct span in = a->rounds.v[x->round].articles;
		const struct article *y = &b->articles.v[at];
		bool same = in.n == b->rounds.v[y->round].articles.n;

		for (uint32_t k = 0; k < in.n && same; k++) {
			uint32_t m = a->round_articles.v[in.first + k];

			m = store_find(b, id_of(a, m));
			same = b->articles.v[m].round == y->round;
		}
		other += !same;
	}
	return other;
}

static void assert_same_order(const struct store *a, const struct store *b)
{
	assert_int_equal(a->by_time.n, b->by_time.n);
	for (size_t i = 0; i < a->by_time.n; i++)
		assert_true(str_eq(
			id_of(a, a->by_time.v[i]), id_of(b, b->by_time.v[i])));
}

/* Each article in turn comes later than the others. */
static void one_added_is_as_if_it_had_been_there(void **state)
{
	struct store *want = archive_make(rounds_archive, ROUNDS_ARCHIVE);

	(void)state;
	for (size_t late = 0; late < ROUNDS_ARCHIVE; late++) {
		struct store *s = store_new();

		for (size_t i = 0; i < ROUNDS_ARCHIVE; i++)
			if (i != late)
				archive_add(s, &rounds_archive[i]);
		store_finish(s);
		update(s, unfinished(&rounds_archive[late], 1), NULL, 0);
		check(s);
		assert_same_order(s, want);
		assert_int_equal(count_other_rounds(s, want), 0);
		assert_int_equal(s->articles.n, ROUNDS_ARCHIVE);
		store_free(s);
	}
	store_free(want);
}

static void all_can_be_added_to_an_empty_store(void **state)
{
	struct store *want = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	struct store *s = archive_make(NULL, 0);

	(void)state;
	update(s, unfinished(rounds_archive, ROUNDS_ARCHIVE), NULL, 0);
	check(s);
	assert_same_order(s, want);
	assert_int_equal(count_other_rounds(s, want), 0);
	store_free(s);
	store_free(want);
}

static const struct given looking_back = { "talks-2c",
	"Oster says why it walked out of herring talks", "Morning Mail",
	"2004-05-19",
	"Oster walked out of the herring talks in Caspel over the trawler "
	"Blue Hen, envoy Joss Perrin said.\n\nThe herring talks of the two "
	"had opened in Brin on 7 April 2003. Ada Stroud called the walkout "
	"theatre.",
	{ 0 } };

static void assert_looks_back(const struct store *s)
{
	uint32_t from = store_find(s, STR("talks-2c"));
	const struct article *a = &s->articles.v[from];
	const struct link *back = NULL;
	struct explainer x = { 0 };
	struct buf why = { 0 };

	for (uint32_t k = 0; k < a->links.n && !back; k++)
		if (s->links.v[a->links.first + k].kind == LINK_MENTIONS)
			back = &s->links.v[a->links.first + k];
	assert_non_null(back);
	explain_link(&x, s, from, back, &why);
	assert_true(str_starts(buf_str(&why),
		STR("looks back: “of the two had opened in Brin on 7 April 2003”; ")));
	buf_release(&why);
	explainer_release(&x);
}

/* Where an article looks back is kept when others come, and goes with it. */
static void looks_back_stay(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE - 2);
	uint32_t gone;

	(void)state;
	update(s, unfinished(&looking_back, 1), NULL, 0);
	assert_looks_back(s);
	update(s, unfinished(&rounds_archive[ROUNDS_ARCHIVE - 2], 2), NULL, 0);
	assert_looks_back(s);
	check(s);
	gone = store_find(s, STR("talks-2c"));
	update(s, store_new(), &gone, 1);
	assert_int_equal(s->looks_back.n, 0);
	store_free(s);
}

/* An earlier article joins the round: its number and id stay. */
static void a_round_keeps_its_id(void **state)
{
	struct store *s = archive_make(rounds_archive + 1, ROUNDS_ARCHIVE - 1);
	uint32_t number = archive_get(s, "talks-1b")->round;

	(void)state;
	assert_str(store_str(s, s->rounds.v[number].id), "talks-1b");
	update(s, unfinished(rounds_archive, 1), NULL, 0);
	check(s);
	assert_int_equal(archive_get(s, "talks-1a")->round, number);
	assert_int_equal(s->rounds.v[number].articles.n, 2);
	assert_str(store_str(s, s->rounds.v[number].id), "talks-1b");
	assert_str(id_of(s, s->by_time.v[0]), "talks-1a");
	assert_int_equal(s->rounds_by_time.v[0], number);
	store_free(s);
}

static void what_is_gone_is_nowhere(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	const uint32_t gone[] = { store_find(s, STR("flood-a")),
		store_find(s, STR("choir")) };
	uint32_t alone = s->articles.v[gone[1]].round;

	(void)state;
	assert_int_equal(archive_get(s, "flood-copy")->copy_of, gone[0]);
	update(s, unfinished(NULL, 0), gone, 2);
	check(s);
	assert_int_equal(store_find(s, STR("flood-a")), STORE_NONE);
	assert_int_equal(s->by_time.n, ROUNDS_ARCHIVE - 2);
	assert_int_equal(s->articles.n, ROUNDS_ARCHIVE);
	assert_int_equal(s->rounds.v[alone].articles.n, 0);
	assert_int_equal(archive_get(s, "flood-copy")->copy_of, STORE_NONE);
	assert_int_equal(round_of(s, "flood-b")->articles.n, 2);
	assert_str(store_str(s, round_of(s, "flood-b")->id), "flood-a");
	/* Twice is once. */
	update(s, unfinished(NULL, 0), gone, 2);
	check(s);
	assert_int_equal(s->by_time.n, ROUNDS_ARCHIVE - 2);
	store_free(s);
}

static void what_is_equal_changes_nothing(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	const uint32_t all[] = { 0, 1, 2 };
	size_t chars = s->chars.n;

	(void)state;
	update(s, unfinished(rounds_archive, ROUNDS_ARCHIVE), all, 3);
	check(s);
	assert_int_equal(s->articles.n, ROUNDS_ARCHIVE);
	assert_int_equal(s->chars.n, chars);
	store_free(s);
}

/* The first article of a round becomes another story with the same id. */
static void a_changed_article_replaces_the_old_one(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	struct given g = rounds_archive[7]; /* the choir */
	uint32_t old = store_find(s, STR("talks-1a"));
	uint32_t number = s->articles.v[old].round;

	(void)state;
	g.id = "talks-1a";
	update(s, unfinished(&g, 1), NULL, 0);
	check(s);
	assert_int_equal(s->articles.v[old].round, STORE_NONE);
	assert_int_equal(store_find(s, STR("talks-1a")), s->articles.n - 1);
	assert_int_equal(archive_get(s, "talks-1b")->round, number);
	assert_int_equal(archive_get(s, "talks-1a")->copy_of,
		store_find(s, STR("choir")));
	store_free(s);
}

/* The same, and the new article stands alone: two rounds cannot share an id. */
static void a_new_round_has_an_id_of_its_own(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	const struct given g = { "talks-1a", "Balloon lands on a chapel",
		"Herald", "2009-01-02",
		"A balloon without anybody aboard came down on the chapel of "
		"Upper Annet, and a goat ate its ropes.",
		{ 0 } };

	(void)state;
	update(s, unfinished(&g, 1), NULL, 0);
	check(s);
	assert_str(store_str(s, round_of(s, "talks-1b")->id), "talks-1a");
	assert_str(store_str(s, round_of(s, "talks-1a")->id), "talks-1a~");
	store_free(s);
}

/* The only article of a round becomes another story: its id is free. */
static void an_id_without_a_round_is_given_again(void **state)
{
	struct store *s = archive_make(rounds_archive, ROUNDS_ARCHIVE);
	struct given g = rounds_archive[0];

	(void)state;
	assert_int_equal(round_of(s, "choir")->articles.n, 1);
	g.id = "choir";
	g.title = "Balloon lands on a chapel";
	g.text = "A balloon without anybody aboard came down on the chapel of "
		 "Upper Annet, and a goat ate its ropes.";
	update(s, unfinished(&g, 1), NULL, 0);
	check(s);
	assert_str(store_str(s, round_of(s, "choir")->id), "choir");
	store_free(s);
}

static void an_undated_article_gets_its_date(void **state)
{
	struct given g = rounds_archive[6]; /* flood-b */
	struct store *s = archive_make(rounds_archive, 6);

	(void)state;
	g.date = NULL;
	g.hint = (struct date){ .weekday = 4 };
	update(s, unfinished(&g, 1), NULL, 0);
	check(s);
	assert_int_equal(
		archive_get(s, "flood-b")->date_basis, BASIS_ESTIMATED);
	assert_int_equal(archive_get(s, "flood-b")->date.day, 13);
	store_free(s);
}

/* Articles of invented words: events of one to five reports. */
struct random_archive {
	struct given given[120];
	char id[120][8], date[120][12], title[120][80], text[120][400];
	size_t n;
};

static void add_words(char *to, uint64_t *seed, uint32_t event, int n)
{
	static const char *const syllables[] = { "ba", "den", "ker", "lo",
		"mar", "nis", "ost", "pel", "ran", "sol", "tam", "ur", "vel",
		"wick", "yar", "zen" };

	for (int i = 0; i < n; i++) {
		uint32_t word = unit_random(seed) % WORDS + event * WORDS;

		if (unit_random(seed) % 4 == 0)
			word = unit_random(seed) % 200 + 100000;
		word = word * 2654435761u >> 8;
		for (int k = 0; k < 3; k++, word >>= 4)
			to = stpcpy(to, syllables[word & 15]);
		*to++ = i % 9 == 8 ? '.' : ' ';
		if (i % 9 == 8)
			*to++ = ' ';
	}
	*to = '\0';
}

static void make_random(struct random_archive *r, uint64_t *seed)
{
	r->n = 0;
	for (uint32_t event = 0; r->n < 110; event++) {
		uint32_t reports = 1 + unit_random(seed) % 5;
		uint32_t day = unit_random(seed) % 28 + 1;
		uint32_t month = unit_random(seed) % 12 + 1;

		for (uint32_t k = 0; k < reports; k++, r->n++) {
			snprintf(r->id[r->n], 8, "a%zu", r->n);
			snprintf(r->date[r->n], 12, "2004-%02u-%02u", month,
				day);
			add_words(r->title[r->n], seed, event, 5);
			add_words(r->text[r->n], seed, event, 30);
			r->given[r->n] = (struct given){ r->id[r->n],
				r->title[r->n], k % 2 ? "Herald" : "Post",
				unit_random(seed) % 8 ? r->date[r->n] : NULL,
				r->text[r->n], { 0 } };
		}
	}
}

/* Every article comes at a time of its own; some go away and come back. */
static void random_archives_grow_as_if_made_at_once(void **state)
{
	struct random_archive *r = mem_calloc(1, sizeof *r);
	uint64_t seed = 20040518;
	size_t other = 0, all = 0;

	(void)state;
	for (int turn = 0; turn < 6; turn++) {
		struct store *batch[4], *want, *s;

		make_random(r, &seed);
		for (size_t k = 0; k < 4; k++)
			batch[k] = store_new();
		for (size_t i = 0; i < r->n; i++)
			archive_add(
				batch[unit_random(&seed) % 4], &r->given[i]);
		s = batch[0];
		store_finish(s);
		for (size_t k = 1; k < 4; k++) {
			uint32_t gone = s->by_time.v[k * 3];
			size_t number =
				(size_t)strtoul(id_of(s, gone).p + 1, NULL, 10);

			update(s, batch[k], &gone, 1);
			check(s);
			update(s, unfinished(&r->given[number], 1), NULL, 0);
			check(s);
		}
		want = archive_make(r->given, r->n);
		assert_same_order(s, want);
		other += count_other_rounds(s, want);
		all += r->n;
		store_free(s);
		store_free(want);
	}
	free(r);
	/* Measured: rounds that a full run would join or part. */
	assert_in_range(other * 100 / all, 0, 2);
}

/* A word of more articles than a run holds, before and after. */
static void frequent_words_have_many_runs(void **state)
{
	struct store *s = store_new(), *fresh = store_new();
	uint32_t word;

	(void)state;
	for (unsigned i = 0; i < 400; i++) {
		char id[8], text[48];
		struct given g = { id, "Ferry", "Herald", "2004-05-18", text,
			{ 0 } };

		snprintf(id, sizeof id, "f%u", i);
		snprintf(text, sizeof text, "Ferry %u sailed for island %u.", i,
			i % 7);
		archive_add(i % 10 == 3 ? fresh : s, &g);
	}
	store_finish(s);
	update(s, fresh, NULL, 0);
	check(s);
	word = store_find_word(s, STR("ferry"));
	assert_int_equal(s->posting_lists.v[word].n, 400);
	store_free(s);
}

/* What the walk says of no file, it says again each time. */
static void what_the_walk_skips_is_listed_once(void **state)
{
	struct store *s = archive_make(rounds_archive, 2);

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct store *fresh = unfinished(&rounds_archive[2 + i], 1);

		store_add_skip(fresh, STR("link"), STR("is a symbolic link"));
		update(s, fresh, NULL, 0);
		assert_int_equal(s->skips.n, 1);
		assert_str(store_str(s, s->skips.v[0].where), "link");
	}
	store_free(s);
}

/* What a file gave goes with it; what it gave that did not change stays. */
static void articles_belong_to_their_files(void **state)
{
	struct store *s = archive_make(NULL, 0);
	const uint32_t first = 0, second = 1;

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct store *fresh = store_new();
		struct store_file file = { .stamp = (uint64_t)i + 1 };

		file.path = store_put(fresh, STR("talks.jsonl"));
		*vec_push(&fresh->files) = file;
		fresh->from = 0;
		archive_add(fresh, &rounds_archive[0]);
		if (i == 0)
			archive_add(fresh, &rounds_archive[1]);
		store_add_skip(fresh, STR("talks.jsonl:3"), STR("no text"));
		if (i == 0) {
			update(s, fresh, NULL, 0);
		} else {
			uint32_t *gone;
			size_t n = update_articles_of(s, &first, 1, &gone);

			assert_int_equal(n, 2);
			update(s, fresh, gone, n);
			update_forget(s, &first, 1);
			free(gone);
		}
	}
	check(s);
	assert_int_equal(s->by_time.n, 1);
	assert_int_equal(s->articles.v[s->by_time.v[0]].file, second);
	assert_int_equal(s->skips.n, 1);
	assert_int_equal(s->skips.v[0].file, second);
	assert_int_equal(s->files.v[first].stamp, 0);
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_added_is_as_if_it_had_been_there),
		cmocka_unit_test(all_can_be_added_to_an_empty_store),
		cmocka_unit_test(looks_back_stay),
		cmocka_unit_test(a_round_keeps_its_id),
		cmocka_unit_test(what_is_gone_is_nowhere),
		cmocka_unit_test(what_the_walk_skips_is_listed_once),
		cmocka_unit_test(articles_belong_to_their_files),
		cmocka_unit_test(what_is_equal_changes_nothing),
		cmocka_unit_test(a_changed_article_replaces_the_old_one),
		cmocka_unit_test(a_new_round_has_an_id_of_its_own),
		cmocka_unit_test(an_id_without_a_round_is_given_again),
		cmocka_unit_test(an_undated_article_gets_its_date),
		cmocka_unit_test(random_archives_grow_as_if_made_at_once),
		cmocka_unit_test(frequent_words_have_many_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
