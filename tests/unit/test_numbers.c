/* store/numbers.h: rounds of one kind have other numbers. */
#include "archive.h"
#include "graph_sim.h"
#include "unit.h"

#include "store/numbers.h"

/* Articles each joined to all others, all a half alike. */
static void make_graph(struct graph *g, size_t n)
{
	size_t at = 0;

	*g = (struct graph){ .n = n };
	g->e = mem_alloc(n * n * sizeof *g->e);
	g->first = mem_calloc(n + 1, sizeof *g->first);
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = 0; k < n; k++)
			if (k != i)
				g->e[at++] = (struct edge){ k, .5F };
		g->first[i + 1] = (uint32_t)at;
	}
}

static uint32_t find(const struct store *s, const char *id)
{
	return store_find(s, str_from_c(id));
}

static float sim(const struct store *s, const struct graph *g, const char *a,
	const char *b)
{
	float f = graph_sim(g, find(s, a), find(s, b));

	assert_true(f == graph_sim(g, find(s, b), find(s, a)));
	return f;
}

static void numbers_in_common_bring_nearer(void **state)
{
	static const struct given given[] = {
		{ "may-a", "Orle mills lose 4300 jobs", "Herald", NULL,
			"Mills on the Orle shed 4300 jobs.", { 0 } },
		{ "may-b", "4300 lose work on the Orle", "Post", NULL,
			"Some 4300 spinners lost work.", { 0 } },
		{ "june", "Orle mills lose 5100 jobs", "Herald", NULL,
			"Mills on the Orle shed 5100 jobs.", { 0 } },
		{ "none", "Spinners march in Tamsin", "Post", NULL,
			"Spinners marched for their jobs.", { 0 } },
	};
	struct store *s = archive_relate(given, 4);
	struct vectors v;
	struct graph g;

	(void)state;
	vectors_make(&v, s, NULL, &CREW_ALONE);
	make_graph(&g, 4);
	numbers_apply(&g, s, &v, &CREW_ALONE);
	assert_float_equal(sim(s, &g, "may-a", "may-b"), .535F, 1e-5F);
	assert_float_equal(sim(s, &g, "may-a", "june"), .465F, 1e-5F);
	assert_true(sim(s, &g, "may-a", "none") == .5F);
	graph_release(&g);
	vectors_release(&v);
	store_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_in_common_bring_nearer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
