/* text/diff.h: edits between sequences. */
#include "unit.h"

#include "dateline/base/buf.h"
#include "dateline/text/diff.h"

/* The runs as text: what is the same as it is, [cut|added]. Letters are the
 * elements. */
static void check(const char *a, const char *b, const char *want)
{
	struct diff d = { 0 };
	struct buf out = { 0 };
	uint32_t x[64], y[64];
	uint32_t an = (uint32_t)strlen(a), bn = (uint32_t)strlen(b);

	for (uint32_t i = 0; i < an; i++)
		x[i] = (uint32_t)a[i];
	for (uint32_t i = 0; i < bn; i++)
		y[i] = (uint32_t)b[i];
	diff_make(&d, x, an, y, bn);
	for (size_t i = 0; i < d.runs.n; i++) {
		const struct diff_run *r = &d.runs.v[i];

		buf_add_f(&out, r->same ? "%.*s" : "[%.*s|%.*s]",
			(int)(r->a.end - r->a.start), a + r->a.start,
			(int)(r->b.end - r->b.start), b + r->b.start);
	}
	assert_str(buf_str(&out), want);
	buf_release(&out);
	diff_release(&d);
}

static void runs_are_the_shortest_edits(void **state)
{
	(void)state;
	check("", "", "");
	check("abc", "abc", "abc");
	check("", "abc", "[|abc]");
	check("abc", "", "[abc|]");
	check("abc", "xyz", "[abc|xyz]");
	check("abcd", "abxd", "ab[c|x]d");
	check("abcd", "bcde", "[a|]bcd[|e]");
	/* The example of Myers' paper: 5 edits. */
	check("abcabba", "cbabac", "[a|c]b[c|]ab[b|]a[|c]");
}

static void accidents_join_the_change_around_them(void **state)
{
	/* 1 2 3 2 9 | 4 5 3 6 9: the 3 is alone between changes of two. */
	const uint32_t a[] = { 1, 2, 3, 2, 9 }, b[] = { 4, 5, 3, 6, 9 };
	const uint8_t weight[] = { 1, 1, 1, 1, 1 };
	struct diff d = { 0 };

	(void)state;
	diff_make(&d, a, 5, b, 5);
	assert_int_equal(d.runs.n, 4);
	diff_join(&d, weight);
	assert_int_equal(d.runs.n, 2);
	assert_range(d.runs.v[0].a, 0, 4);
	assert_range(d.runs.v[0].b, 0, 4);
	assert_false(d.runs.v[0].same);
	assert_true(d.runs.v[1].same);
	diff_release(&d);
}

/* The runs cover both sequences without a gap, in turn, and those that are the
 * same are: so they make one sequence of the other. */
static void assert_applies(const struct diff *d, const uint32_t *a, uint32_t an,
	const uint32_t *b, uint32_t bn)
{
	uint32_t x = 0, y = 0;

	for (size_t i = 0; i < d->runs.n; i++) {
		const struct diff_run *r = &d->runs.v[i];

		assert_int_equal(r->a.start, x);
		assert_int_equal(r->b.start, y);
		assert_true(i == 0 || r->same != d->runs.v[i - 1].same);
		x = r->a.end;
		y = r->b.end;
		if (!r->same)
			continue;
		assert_int_equal(x - r->a.start, y - r->b.start);
		assert_memory_equal(a + r->a.start, b + r->b.start,
			(x - r->a.start) * sizeof *a);
	}
	assert_int_equal(x, an);
	assert_int_equal(y, bn);
}

static void edits_make_one_of_the_other(void **state)
{
	uint64_t seed = 7;
	struct diff d = { 0 };
	uint32_t *a = mem_alloc(3000 * sizeof *a);
	uint32_t *b = mem_alloc(3000 * sizeof *b);

	(void)state;
	for (int round = 0; round < 400; round++) {
		/* Some need more edits than are searched for at once. */
		uint32_t most = round % 20 == 0 ? 3000 : 40;
		uint32_t an = unit_random(&seed) % most, bn = 0;
		uint32_t values = 1 + unit_random(&seed) % 30;

		for (uint32_t i = 0; i < an; i++)
			a[i] = unit_random(&seed) % values;
		for (uint32_t i = 0; i < an; i++)
			if (unit_random(&seed) % 3)
				b[bn++] = unit_random(&seed) % 4 ? a[i] : 99;
		diff_make(&d, a, an, b, bn);
		assert_applies(&d, a, an, b, bn);
	}
	free(a);
	free(b);
	diff_release(&d);
}

static void texts_with_nothing_in_common_end(void **state)
{
	struct diff d = { 0 };
	uint32_t n = 20000, *a = mem_alloc(n * sizeof *a);
	uint32_t *b = mem_alloc(n * sizeof *b);

	(void)state;
	for (uint32_t i = 0; i < n; i++) {
		a[i] = i;
		b[i] = n + i;
	}
	diff_make(&d, a, n, b, n);
	assert_int_equal(d.runs.n, 1);
	assert_applies(&d, a, n, b, n);
	/* Scratch is bounded by the edits, not by the texts. */
	assert_true(d.trace.n <= (DIFF_EDITS + 1) * (DIFF_EDITS + 2) / 2);
	free(a);
	free(b);
	diff_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_are_the_shortest_edits),
		cmocka_unit_test(accidents_join_the_change_around_them),
		cmocka_unit_test(edits_make_one_of_the_other),
		cmocka_unit_test(texts_with_nothing_in_common_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
