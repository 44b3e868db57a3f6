/* store/timing.h: what dates lead to expect of undated articles. */
#include "graph_sim.h"
#include "unit.h"

#include "store/timing.h"

#define N 4

/* Articles 0 and 1 are dated, two years apart; 2 and 3 are not. */
struct archive {
	struct when when[N];
	struct graph raw;
};

static void put(struct archive *a, uint32_t i, uint32_t k, float sim)
{
	struct graph *g = &a->raw;

	for (uint32_t e = g->first[i]; e < g->first[i + 1]; e++)
		if (g->e[e].to == k)
			g->e[e].sim = sim;
}

static void set(struct archive *a, uint32_t i, uint32_t k, float sim)
{
	put(a, i, k, sim);
	put(a, k, i, sim);
}

static void make(struct archive *a)
{
	size_t n = 0;

	a->raw.n = N;
	a->raw.e = mem_calloc((size_t)N * (N - 1), sizeof *a->raw.e);
	a->raw.first = mem_calloc(N + 1, sizeof *a->raw.first);
	for (uint32_t i = 0; i < N; i++) {
		int32_t day = i < 2 ? (int32_t)i * 730 : STORE_NO_DAY;

		a->when[i] = (struct when){ day, day, 60, false };
		for (uint32_t k = 0; k < N; k++)
			if (k != i)
				a->raw.e[n++].to = k;
		a->raw.first[i + 1] = (uint32_t)n;
	}
}

static float guessed(const struct archive *a, uint32_t i, uint32_t k)
{
	struct graph t;
	float f;

	timing_guess(&t, &a->raw, a->when, &CREW_ALONE);
	f = graph_sim(&t, i, k);
	assert_true(f == graph_sim(&t, k, i));
	graph_release(&t);
	return f;
}

static void an_undated_article_is_near_the_one_most_like_it(void **state)
{
	struct archive a;

	(void)state;
	make(&a);
	set(&a, 2, 0, .45F);
	set(&a, 2, 1, .40F);
	assert_true(guessed(&a, 2, 0) > .8F);
	assert_true(guessed(&a, 2, 1) < .3F);
	graph_release(&a.raw);
}

static void two_undated_ones_follow_their_witnesses(void **state)
{
	struct archive a;

	(void)state;
	make(&a);
	set(&a, 2, 0, .5F);
	set(&a, 3, 1, .5F);
	set(&a, 2, 3, .4F);
	assert_true(guessed(&a, 2, 3) < .1F);
	set(&a, 2, 3, .7F);
	assert_true(guessed(&a, 2, 3) > .9F);
	graph_release(&a.raw);
}

static void strangers_say_nothing(void **state)
{
	struct archive a;

	(void)state;
	make(&a);
	set(&a, 2, 0, .3F);
	set(&a, 2, 1, .2F);
	assert_true(guessed(&a, 2, 0) == 1);
	assert_true(guessed(&a, 2, 1) == 1);
	assert_true(guessed(&a, 2, 3) == 1);
	graph_release(&a.raw);
}

static void known_dates_count_alone(void **state)
{
	struct archive a;
	struct graph t;

	(void)state;
	make(&a);
	set(&a, 2, 0, .45F);
	set(&a, 2, 1, .40F);
	timing_known(&t, &a.raw, a.when, &CREW_ALONE);
	assert_true(graph_sim(&t, 2, 1) == 1);
	assert_true(graph_sim(&t, 0, 1) == when_factor(&a.when[0], &a.when[1]));
	assert_true(graph_sim(&t, 0, 1) == guessed(&a, 0, 1));
	graph_release(&t);
	graph_release(&a.raw);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			an_undated_article_is_near_the_one_most_like_it),
		cmocka_unit_test(two_undated_ones_follow_their_witnesses),
		cmocka_unit_test(strangers_say_nothing),
		cmocka_unit_test(known_dates_count_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
