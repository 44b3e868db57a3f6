/* bench_analyse FILE...: CPU time of analysing articles, in ms a 5 KB. */
#include "bench.h"

#include "dateline/analyse/analysis.h"

#define ENOUGH 0.5 /* seconds */

struct totals {
	struct analyser *analyser;
	struct analysis analysis;
	double seconds;
	size_t bytes, quotes, articles;
};

static void take(void *ctx, struct doc *d)
{
	struct totals *t = ctx;
	struct arena arena = { 0 };
	double start = bench_seconds();

	analyse(t->analyser, d, &arena, &t->analysis);
	t->seconds += bench_seconds() - start;
	t->bytes += d->text.n;
	t->quotes += t->analysis.quotes.n;
	t->articles++;
	arena_release(&arena);
}

static void pass_over(void *ctx, struct str where, struct str why)
{
	(void)ctx;
	(void)where;
	(void)why;
}

static void analyse_file(struct totals *t, const char *path)
{
	struct buf b = { 0 };
	struct arena arena = { 0 };
	const struct input_sink sink = { t, take, pass_over };

	if (bench_read(path, &b)) {
		const struct input in = {
			.id = STR("f"), .path = STR("f"), .bytes = buf_str(&b)
		};

		input_read(&in, &arena, &sink);
	}
	arena_release(&arena);
	buf_release(&b);
}

int main(int argc, char **argv)
{
	struct totals t = { .analyser = analyser_new() };

	do {
		for (int i = 1; i < argc; i++)
			analyse_file(&t, argv[i]);
	} while (t.bytes && t.seconds < ENOUGH);
	if (t.bytes)
		printf("analyse   %zu articles, %.1f kB and %.1f quotes each: "
		       "%.3f ms a 5 kB\n",
			t.articles, (double)t.bytes / 1e3 / (double)t.articles,
			(double)t.quotes / (double)t.articles,
			1e3 * t.seconds * 5e3 / (double)t.bytes);
	analysis_release(&t.analysis);
	analyser_free(t.analyser);
	return t.bytes == 0;
}
