/*
 * bench_people PATH...: CPU time of finding who is who in an archive, which a
 * thread behind the screen does.
 */
#include "bench.h"

#include "dateline/store/load.h"
#include "dateline/store/people.h"

#define ROUNDS 3

int main(int argc, char **argv)
{
	struct err e;
	struct store *s = store_load(
		(const char *const *)argv + 1, (size_t)argc - 1, 0, &e);
	struct people p;
	double best = 1e9;
	size_t identities = 0;

	if (!s) {
		fprintf(stderr, "%s\n", e.msg);
		return 1;
	}
	for (int i = 0; i < ROUNDS; i++) {
		double start = bench_seconds(), took;

		people_make(&p, s, NULL, 0);
		took = bench_seconds() - start;
		best = took < best ? took : best;
		identities = p.list.n;
		people_release(&p);
	}
	printf("people    %zu articles, %zu persons in them, %zu identities: "
	       "%.0f ms\n",
		s->articles.n, s->persons.n, identities, 1e3 * best);
	store_free(s);
	return 0;
}
