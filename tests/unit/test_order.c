/* view/order.h: the index's rows in every grouping. */
#include "view_fixture.h"

#include "view/order.h"

struct index {
	struct store *store;
	struct outlets outlets;
	struct order order;
};

static int open_index(void **state)
{
	struct index *x = mem_calloc(1, sizeof *x);

	x->store = make_store();
	outlets_find(&x->outlets, x->store);
	*state = x;
	return 0;
}

static int close_index(void **state)
{
	struct index *x = *state;

	store_free(x->store);
	outlets_release(&x->outlets);
	order_release(&x->order);
	free(x);
	return 0;
}

static struct sort sort_of(const char *text)
{
	struct sort sort;
	struct str wrong;

	assert_true(sort_parse(str_from_c(text), &sort, &wrong));
	return sort;
}

static void build(struct index *x, enum option_group group, bool oldest_first)
{
	struct order_request r = { .store = x->store,
		.outlets = &x->outlets,
		.group = group,
		.sort = sort_of(oldest_first ? "date" : "date-"),
		.outlet = STORE_NONE };

	order_build(&x->order, &r);
}

/* The articles' ids without their ending, headings as '|'. */
static void assert_rows(const struct index *x, const char *want)
{
	struct buf got = { 0 };

	for (uint32_t i = 0; i < x->order.lines.n; i++) {
		uint32_t article = order_article(&x->order, i);

		if (order_is_heading(&x->order, i))
			buf_add_c(&got, '|');
		else if (article == STORE_NONE)
			buf_add_c(&got, '.');
		else
			buf_add_c(
				&got, store_str(x->store,
					      x->store->articles.v[article].id)
					      .p[0]);
	}
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void days_run_both_ways(void **state)
{
	struct index *x = *state;

	build(x, GROUP_DAY, false);
	assert_rows(x, "|c|ba|d|e");
	build(x, GROUP_DAY, true);
	assert_rows(x, "|d|ab|c|e");
}

/* Found by a reader: rows showed 19:40, 20:05 in the order of UTC. */
static void rows_run_by_the_clock_they_show(void **state)
{
	struct index *x = *state;
	struct article *post = &x->store->articles.v[1];
	struct article *courier = &x->store->articles.v[2];

	assert_str(store_str(x->store, post->id), "a.txt");
	post->date.hour = 14; /* the same moment, five hours east */
	post->date.zone = 5 * 60;
	build(x, GROUP_DAY, true);
	assert_rows(x, "|d|ba|c|e");
	build(x, GROUP_DAY, false);
	assert_rows(x, "|c|ab|d|e");
	/* A moment that is not known comes after those that are. */
	courier->date.precision = DATE_DAY;
	build(x, GROUP_DAY, true);
	assert_rows(x, "|d|ab|c|e");
	build(x, GROUP_DAY, false);
	assert_rows(x, "|c|ab|d|e");
}

static void sources_are_in_order_of_names(void **state)
{
	struct index *x = *state;

	build(x, GROUP_SOURCE, false);
	assert_rows(x, "|b|ce|ad");
	build(x, GROUP_SOURCE, true);
	assert_rows(x, "|b|ce|da");
}

static void rounds_are_read_forwards(void **state)
{
	struct index *x = *state;

	build(x, GROUP_ROUND, false);
	assert_rows(x, "|abc|de");
	assert_int_equal(x->order.groups.v[0].articles, 3);
	assert_int_equal(x->order.groups.v[0].rounds, 1);
	assert_int_equal(x->order.groups.v[1].rounds, 0);
}

static void outlets_and_filters_leave_rows_out(void **state)
{
	struct index *x = *state;
	struct order_request r = { .store = x->store,
		.outlets = &x->outlets,
		.outlet = outlets_named(&x->outlets, STR("Post")) };
	struct answers answers = { 0 };

	order_build(&x->order, &r);
	assert_rows(x, "|a|d");
	r.outlet = STORE_NONE;
	r.answers = &answers;
	for (uint32_t i = 0; i < 4; i++)
		*vec_push(&answers.rank) = i == 0 ? STORE_NONE : 4 - i;
	order_build(&x->order, &r);
	assert_rows(x, "|c|ba");
	/* The article left out has no line. */
	assert_int_equal(x->order.line_of.v[0], STORE_NONE);
	/* In the order of the hits, each with what was found. */
	r.sort = sort_of("rank");
	r.excerpts = true;
	order_build(&x->order, &r);
	assert_rows(x, "|c.b.a.");
	assert_int_equal(order_articles_to(&x->order, 1), 1);
	assert_int_equal(order_articles_to(&x->order, 2), 1);
	assert_int_equal(order_articles_to(&x->order, 5), 3);
	assert_int_equal(order_group_at(&x->order, 6), 0);
	answers.rank.n = 0;
	order_build(&x->order, &r);
	assert_rows(x, "");
	vec_free(&answers.rank);
}

static void articles_are_counted_to_a_row(void **state)
{
	struct index *x = *state;

	build(x, GROUP_DAY, false);
	/* |c|ba|d|e */
	assert_int_equal(order_articles_to(&x->order, 1), 1);
	assert_int_equal(order_articles_to(&x->order, 3), 2);
	assert_int_equal(order_articles_to(&x->order, 4), 3);
	assert_int_equal(order_articles_to(&x->order, 8), 5);
	for (uint32_t i = 0; i < 5; i++)
		assert_int_equal(x->order.lines.v[x->order.line_of.v[i]], i);
}

static void unknown_days_are_groups_of_their_own(void **state)
{
	struct index *x = *state;
	struct article *d = &x->store->articles.v[0];
	int32_t day;

	assert_int_equal(article_day(d, &day), DAYS_DAY);
	d->date.day = 0;
	d->date.precision = DATE_MONTH;
	assert_int_equal(article_day(d, &day), DAYS_MONTH);
	d->date.month = 0;
	d->date.precision = DATE_YEAR;
	assert_int_equal(article_day(d, &day), DAYS_YEAR);
	build(x, GROUP_DAY, false);
	assert_rows(x, "|c|ba|d|e");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_index, close_index)
	const struct CMUnitTest tests[] = {
		TEST(days_run_both_ways),
		TEST(rows_run_by_the_clock_they_show),
		TEST(sources_are_in_order_of_names),
		TEST(rounds_are_read_forwards),
		TEST(outlets_and_filters_leave_rows_out),
		TEST(articles_are_counted_to_a_row),
		TEST(unknown_days_are_groups_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
