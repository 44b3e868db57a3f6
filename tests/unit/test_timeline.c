/* view/timeline.h: articles by day, week, month, year. */
#include "view_fixture.h"

#include "view/timeline.h"

/* Tuesday 31 December 2019, the days around it, a month, a year, nothing. */
static const char *const dates[] = { "2019-12-31", "2020-01-01", "2020-01-01",
	"2020-01-06", "2020-03-02", "2020-03", "2020", "" };
#define N_DATES (sizeof dates / sizeof *dates)

struct times {
	struct store *store;
	struct outlets outlets;
	struct timeline t;
};

static void times_make(struct times *x, enum time_step step)
{
	uint32_t all[N_DATES];

	*x = (struct times){ .store = store_new() };
	for (size_t i = 0; i < N_DATES; i++) {
		char id[2] = { (char)('a' + i), 0 };
		struct told told_so = { .id = id,
			.title = id,
			.source = i % 2 ? "Post" : "Courier",
			.date = dates[i],
			.dateline = "",
			.text = id };

		add_told(x->store, &told_so);
		all[i] = (uint32_t)i;
	}
	store_finish(x->store);
	outlets_find(&x->outlets, x->store);
	timeline_make(&x->t,
		&(struct timeline_of){ x->store, &x->outlets, all, N_DATES },
		step);
}

static void times_release(struct times *x)
{
	timeline_release(&x->t);
	outlets_release(&x->outlets);
	store_free(x->store);
}

/* "first-last:articles/outlets" of each bucket, its gap before it; the rest. */
static void check(enum time_step step, const char *want)
{
	struct times x;
	struct buf out = { 0 };

	times_make(&x, step);
	for (size_t i = 0; i < x.t.buckets.n; i++) {
		const struct time_bucket *b = &x.t.buckets.v[i];
		uint32_t gap = timeline_gap(&x.t, i, step);
		struct date first, last;

		date_from_days(b->first, &first);
		date_from_days(b->last, &last);
		if (gap)
			buf_add_f(&out, "(%u) ", (unsigned)gap);
		buf_add_f(&out, "%d.%d.-%d.%d.:%u/%u ", first.day, first.month,
			last.day, last.month, (unsigned)b->articles.n,
			(unsigned)b->outlets);
	}
	buf_add_f(&out, "+%u", (unsigned)x.t.unplaced.n);
	assert_str(buf_str(&out), want);
	buf_release(&out);
	times_release(&x);
}

static void buckets_are_steps_of_the_calendar(void **state)
{
	(void)state;
	check(STEP_DAY, "31.12.-31.12.:1/1 1.1.-1.1.:2/2 (4) 6.1.-6.1.:1/1 "
			"(55) 2.3.-2.3.:1/1 +3");
	check(STEP_WEEK, "30.12.-5.1.:3/2 6.1.-12.1.:1/1 (7) 2.3.-8.3.:1/1 +3");
	check(STEP_MONTH,
		"1.12.-31.12.:1/1 1.1.-31.1.:3/2 (1) 1.3.-31.3.:2/2 +2");
	check(STEP_YEAR, "1.1.-31.12.:1/1 1.1.-31.12.:6/2 +1");
}

static void gaps_are_whole_months_and_years(void **state)
{
	struct timeline t = { 0 };

	(void)state;
	*vec_push(&t.buckets) = (struct time_bucket){ .first = 0,
		.last = date_days(2000, 1, 31) };
	*vec_push(&t.buckets) = (struct time_bucket){ 0 };
	for (int n = 0; n < 240; n++) {
		t.buckets.v[1].first =
			date_days(2000 + (1 + n) / 12, 1 + (1 + n) % 12, 1);
		assert_int_equal(timeline_gap(&t, 1, STEP_MONTH), n);
	}
	t.buckets.v[0].last = date_days(2000, 12, 31);
	for (int n = 0; n < 100; n++) {
		t.buckets.v[1].first = date_days(2001 + n, 1, 1);
		assert_int_equal(timeline_gap(&t, 1, STEP_YEAR), n);
	}
	timeline_release(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buckets_are_steps_of_the_calendar),
		cmocka_unit_test(gaps_are_whole_months_and_years),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
