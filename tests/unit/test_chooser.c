/* store/chooser.h: what is passed over would not have been chosen. */
#include "unit.h"

#include "dateline/base/mem.h"
#include "store/chooser.h"
#include "store/graph.h"

#define ARTICLES 3000
#define ASKED 40

/* In order of time but for a few; some are undated, some mean a month. */
static void set_times(struct when *when, uint64_t *seed)
{
	for (int32_t i = 0; i < ARTICLES; i++) {
		uint32_t r = unit_random(seed) % 100;
		int32_t day = r < 3 ? (int32_t)(unit_random(seed) % 9000) - 90
				    : i * 2;

		when[i] =
			(struct when){ day, day + (r > 90 ? 30 : 0), 5, false };
		if (i % 700 == 5 || i >= ARTICLES - 20)
			when[i].first = when[i].last = STORE_NO_DAY;
	}
}

static float rank_of(const struct when *a, const struct when *b, float sim)
{
	int32_t days = when_apart(a, b);

	return days > 0 ? sim / (1 + (float)days / 180.F) : sim;
}

/* Whether x is chosen before y. */
static bool comes_first(
	const struct when *when, const float *sum, uint32_t own, size_t pair[2])
{
	float a = rank_of(&when[own], &when[pair[0]], sum[pair[0]]);
	float b = rank_of(&when[own], &when[pair[1]], sum[pair[1]]);

	return a > b || (a == b && pair[0] < pair[1]);
}

/* How many may be chosen, and are before `to`. */
static size_t place_of(
	const struct when *when, const float *sum, uint32_t own, uint32_t to)
{
	size_t n = 0;

	for (size_t k = 0; k < ARTICLES; k++)
		if (k != own && k != to && sum[k] >= .02F)
			n += comes_first(when, sum, own, (size_t[2]){ k, to });
	return n;
}

static void fill(struct candidates *c, size_t of, uint64_t *seed)
{
	c->n = 0;
	for (size_t k = 0; k < of; k++) {
		uint32_t to = unit_random(seed) % ARTICLES;

		if (c->sum[to] > 0)
			continue;
		c->touched[c->n++] = to;
		/* Few values, so that there are equals. */
		c->sum[to] = (float)(unit_random(seed) % 400 + 1) / 1000;
	}
}

static void test_choice(void **state)
{
	struct when *when = mem_alloc(ARTICLES * sizeof *when);
	struct candidates c = { mem_calloc(ARTICLES, sizeof *c.sum),
		mem_alloc(ARTICLES * sizeof *c.touched), 0 };
	float *sum = mem_alloc(ARTICLES * sizeof *sum);
	uint32_t best[GRAPH_NEIGHBOURS], n;
	struct blocks blocks;
	struct chooser *chooser;
	uint64_t seed = 17;

	(void)state;
	set_times(when, &seed);
	blocks_make(&blocks, when, ARTICLES);
	chooser = chooser_new(&blocks);
	for (uint32_t k = 0; k < ASKED; k++) {
		uint32_t own = k * (ARTICLES - 1) / (ASKED - 1);
		size_t may = 0;

		fill(&c, k % 4 ? 2500 : 50, &seed);
		memcpy(sum, c.sum, ARTICLES * sizeof *sum);
		for (uint32_t i = 0; i < ARTICLES; i++)
			may += i != own && sum[i] >= .02F;
		n = chooser_choose(chooser, own, &c, best);
		assert_int_equal(
			n, may < GRAPH_NEIGHBOURS ? may : GRAPH_NEIGHBOURS);
		for (uint32_t i = 0; i < n; i++)
			assert_in_range(
				place_of(when, sum, own, best[i]), 0, n - 1);
		assert_int_equal(c.n, 0);
		for (uint32_t i = 0; i < ARTICLES; i++)
			assert_true(c.sum[i] == 0);
	}
	chooser_free(chooser);
	blocks_release(&blocks);
	free(when);
	free(c.sum);
	free(c.touched);
	free(sum);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_choice) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
