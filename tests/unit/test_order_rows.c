/* view/order.h, view/shown.h, view/sort.h: lines and rows under any folds,
 * sorting and filter. */
#include "view_fixture.h"

#include "view/order.h"

#define ARTICLES 300
#define OUTLETS 7

struct index {
	struct store *store;
	struct outlets outlets;
	struct collated collated;
	struct order order;
	struct folds groups, copies;
	struct answers answers;
	struct mark_set read;
	uint64_t bits[ARTICLES / 64 + 1];
	struct marks marks;
	uint32_t seed;
};

/* A linear congruential generator: the same tests each time (Numerical Recipes,
 * 7.1). */
static uint32_t random_below(struct index *x, uint32_t n)
{
	x->seed = x->seed * 1664525u + 1013904223u;
	return (x->seed >> 8) % n;
}

/* Articles of a few days, outlets and titles; a fifth are copies. */
static void add_articles(struct index *x)
{
	static const char *const sources[OUTLETS] = { "Anvil", "Beacon",
		"Courier", "Dale Echo", "Ember", "Ferry Mail", "Gull" };
	static const char *const titles[] = { "Boats", "\"An end\"", "boats",
		"Zinc", "\303\211cole", "dikes", "" };

	for (uint32_t i = 0; i < ARTICLES; i++) {
		struct article a = { .copy_of = STORE_NONE,
			.outlet = STORE_NONE,
			.file = STORE_NONE,
			.round = i,
			.words = random_below(x, 5) * 100 };
		char id[16];

		snprintf(id, sizeof id, "%u", (unsigned)i);
		a.id = chars(x->store, id);
		a.source = chars(x->store, sources[random_below(x, OUTLETS)]);
		a.title = chars(x->store, titles[random_below(x, 7)]);
		if (random_below(x, 10))
			date_from_days((int32_t)(18000 + i / 40), &a.date);
		if (i > 0 && random_below(x, 5) == 0) {
			uint32_t to = random_below(x, i);
			uint32_t of = x->store->articles.v[to].copy_of;

			a.copy_of = of == STORE_NONE ? to : of;
		}
		*vec_push(&x->store->articles) = a;
		*vec_push(&x->store->by_time) = i;
		add_round(x->store, &i, 1);
	}
}

static int open_index(void **state)
{
	struct index *x = mem_calloc(1, sizeof *x);

	x->seed = 7;
	x->store = store_new();
	add_articles(x);
	outlets_find(&x->outlets, x->store);
	for (uint32_t i = 0; i < ARTICLES; i++)
		x->bits[i / 64] |= (uint64_t)random_below(x, 2) << (i % 64);
	x->marks.read.bits = x->bits;
	x->copies.folded = true;
	*state = x;
	return 0;
}

static int close_index(void **state)
{
	struct index *x = *state;

	store_free(x->store);
	outlets_release(&x->outlets);
	collated_release(&x->collated);
	order_release(&x->order);
	folds_release(&x->groups);
	folds_release(&x->copies);
	vec_free(&x->answers.rank);
	free(x);
	return 0;
}

static struct order_request request(struct index *x, const char *sort)
{
	struct order_request r = { .store = x->store,
		.outlets = &x->outlets,
		.collated = &x->collated,
		.marks = &x->marks,
		.groups = &x->groups,
		.copies = &x->copies,
		.outlet = STORE_NONE,
		.join = true };
	struct str wrong;

	assert_true(sort_parse(str_from_c(sort), &r.sort, &wrong));
	return r;
}

/* Each article that answers is in one line; each line is a row, or folded under
 * one that is a heading or what it is a copy of. */
static void assert_whole(const struct index *x, const struct order_request *r)
{
	const struct order *o = &x->order;
	uint32_t wanted = 0, lines = 0, rows = 0;

	for (uint32_t i = 0; i < ARTICLES; i++) {
		uint32_t line = o->line_of.v[i];

		assert_int_equal(line != STORE_NONE, order_wants(r, i));
		if (line == STORE_NONE)
			continue;
		wanted++;
		assert_int_equal(order_article(o, line), i);
		assert_int_equal(
			order_nth(o, order_articles_to(o, line)), line);
	}
	assert_int_equal(o->articles, wanted);
	for (uint32_t line = 0; line < o->lines.n; line++) {
		uint32_t row = order_row(o, line);
		uint32_t over = order_line(o, row);

		lines += order_article(o, line) != STORE_NONE;
		rows += shown_has(&o->shown, line);
		if (shown_has(&o->shown, line)) {
			assert_int_equal(over, line);
			continue;
		}
		assert_true(over < line && line < order_row_end(o, row));
		assert_true(order_is_heading(o, over) ||
			    over == order_head(o, line));
	}
	assert_int_equal(lines, wanted);
	assert_int_equal(rows, order_rows(o));
}

static void fold_some(struct index *x, const struct order_request *r)
{
	struct order *o = &x->order;

	for (int i = 0; i < 4 && o->lines.n; i++) {
		uint32_t line = random_below(x, (uint32_t)o->lines.n);
		uint32_t head = order_head(o, line);

		if (order_copies(o, head))
			order_fold_copies(o, r, head);
		else
			order_fold_group(o, r, order_group_at(o, line));
		assert_whole(x, r);
		order_reveal(o, r, line);
		assert_true(shown_has(&o->shown, line));
		assert_whole(x, r);
	}
}

static void each_article_is_once_or_folded(void **state)
{
	static const char *const sorts[] = { "", "date", "title- date",
		"source words-", "unread title", "rank", "author round- rank",
		"words starred date" };
	struct index *x = *state;

	for (uint32_t i = 0; i < 64; i++) {
		struct order_request r = request(x, sorts[i % 8]);

		r.group = (enum option_group)(i / 8 % 4);
		r.join = i % 3 > 0;
		r.excerpts = i % 5 == 0;
		r.outlet = i % 7 == 6 ? random_below(x, OUTLETS) : STORE_NONE;
		x->answers.rank.n = 0;
		for (uint32_t k = 0; k < ARTICLES - i; k++)
			*vec_push(&x->answers.rank) =
				random_below(x, 3) ? ARTICLES - k : STORE_NONE;
		r.answers = i % 2 ? &x->answers : NULL;
		order_build(&x->order, &r);
		assert_whole(x, &r);
		fold_some(x, &r);
		if (i % 9 == 0)
			order_fold_all(&x->order, &r);
		assert_whole(x, &r);
	}
}

static void all_groups_fold_and_open(void **state)
{
	struct index *x = *state;
	struct order_request r = request(x, "date-");
	uint32_t open;

	order_build(&x->order, &r);
	open = order_rows(&x->order);
	order_fold_all(&x->order, &r);
	assert_int_equal(order_rows(&x->order), x->order.groups.n);
	/* One that is opened stays so when the lines are made anew. */
	order_fold_group(&x->order, &r, 2);
	order_build(&x->order, &r);
	assert_false(x->order.groups.v[2].folded);
	assert_true(x->order.groups.v[1].folded);
	order_fold_all(&x->order, &r);
	order_fold_all(&x->order, &r);
	assert_int_equal(order_rows(&x->order), open);
}

/* What the rows of a group are sorted by, as text. */
static void assert_sorted(
	struct index *x, const char *sort, enum sort_what what, bool down)
{
	struct order_request r = request(x, sort);
	const struct order *o = &x->order;
	const uint32_t *titles = collated_titles(&x->collated, x->store);
	uint32_t before = 0;

	r.join = false;
	order_build(&x->order, &r);
	for (uint32_t line = 0; line < o->lines.n; line++) {
		uint32_t article = order_article(o, line), value;

		if (article == STORE_NONE) {
			before = down ? UINT32_MAX : 0;
			continue;
		}
		value = what == SORT_TITLE ? titles[article]
			: what == SORT_SOURCE
				? x->outlets.of.v[article]
				: x->store->articles.v[article].words;
		assert_true(down ? value <= before : value >= before);
		before = value;
	}
}

static void groups_are_sorted_by_the_first_key(void **state)
{
	struct index *x = *state;

	assert_sorted(x, "title words-", SORT_TITLE, false);
	assert_sorted(x, "title- date", SORT_TITLE, true);
	assert_sorted(x, "source title", SORT_SOURCE, false);
	assert_sorted(x, "words-", SORT_WORDS, true);
}

/* Of articles equal in the first key, the second says. */
static void later_keys_break_ties(void **state)
{
	struct index *x = *state;
	struct order_request r = request(x, "words source-");
	const struct order *o = &x->order;

	r.join = false;
	r.group = GROUP_NONE;
	order_build(&x->order, &r);
	for (uint32_t line = 2; line < o->lines.n; line++) {
		uint32_t a = order_article(o, line - 1);
		uint32_t b = order_article(o, line);

		if (x->store->articles.v[a].words ==
			x->store->articles.v[b].words)
			assert_true(x->outlets.of.v[a] >= x->outlets.of.v[b]);
	}
}

static void titles_go_by_the_alphabet(void **state)
{
	struct index *x = *state;
	const uint32_t *places = collated_titles(&x->collated, x->store);
	uint32_t place_of[7] = { 0 };
	static const char *const order[] = { "\"An end\"", "Boats", "dikes",
		"\303\211cole", "Zinc", "" };

	for (uint32_t i = 0; i < ARTICLES; i++) {
		struct str title =
			store_str(x->store, x->store->articles.v[i].title);

		if (str_eq(title, STR("boats")))
			title = STR("Boats");
		for (uint32_t k = 0; k < 6; k++)
			if (str_eq(title, str_from_c(order[k])))
				place_of[k] = places[i];
	}
	for (uint32_t k = 0; k < 6; k++)
		assert_int_equal(place_of[k], k);
}

static void keys_are_read_and_said(void **state)
{
	struct sort sort;
	struct str wrong, text = STR("date- source  title");
	struct buf said = { 0 };

	(void)state;
	assert_true(sort_parse(text, &sort, &wrong));
	sort_say(&sort, &said);
	assert_str(buf_str(&said), "date- source title");
	text = STR("date tite");
	assert_false(sort_parse(text, &sort, &wrong));
	assert_str(wrong, "tite");
	assert_int_equal(wrong.p - text.p, 5);
	assert_false(sort_parse(STR("date source date-"), &sort, &wrong));
	assert_str(wrong, "date-");
	sort_rank(&sort, true);
	sort_reverse(&sort);
	buf_clear(&said);
	sort_say(&sort, &said);
	assert_str(buf_str(&said), "rank date source title");
	buf_release(&said);
}

/* Rank and select against counting. */
static void rows_and_lines_agree(void **state)
{
	struct index *x = *state;
	struct shown s = { 0 };
	uint32_t row = 0;

	shown_begin(&s, 1000);
	for (int i = 0; i < 60; i++) {
		uint32_t from = random_below(x, 1000);
		uint32_t to = from + random_below(x, 1000 - from);

		shown_set(&s, from, to, i % 2 == 0);
		shown_count(&s, from);
	}
	for (uint32_t line = 0; line < 1000; line++) {
		assert_int_equal(shown_row(&s, line), row);
		if (!shown_has(&s, line))
			continue;
		assert_int_equal(shown_line(&s, row), line);
		row++;
	}
	assert_int_equal(s.rows, row);
	shown_release(&s);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_index, close_index)
	const struct CMUnitTest tests[] = {
		TEST(each_article_is_once_or_folded),
		TEST(all_groups_fold_and_open),
		TEST(groups_are_sorted_by_the_first_key),
		TEST(later_keys_break_ties),
		TEST(titles_go_by_the_alphabet),
		TEST(keys_are_read_and_said),
		TEST(rows_and_lines_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
