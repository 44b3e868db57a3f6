/*
 * bench_analyse FILE...: CPU time of analysing articles, in ms a 5 KB; then of
 * articles of 1 MB made of one thing, in ns a byte, against the same.
 */
#include "bench.h"

#include "dateline/analyse/analysis.h"

#define ENOUGH 0.5 /* seconds */
#define SHAPE_BYTES ((size_t)1 << 20)

static const struct {
	const char *name, *piece;
} shapes[] = {
	{ "marks", "“ " },
	{ "straight marks", "\"" },
	{ "nested marks", "“a ‘b “c” d’ e” " },
	{ "open marks", "“a ‘b " },
	{ "capitals", "Ab Cd " },
	{ "he said", "he said " },
	{ "said pairs", "\"Yes,\" he said, " },
	{ "one sentence", "the old boat went to the quay and " },
	{ "labels", "Q: a b\n" },
};

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

/* ns a byte of an article that repeats `piece`. */
static double shape_cost(struct totals *t, const char *piece)
{
	struct buf text = { 0 };
	struct arena arena = { 0 };
	struct doc_builder b;

	while (text.n < SHAPE_BYTES)
		buf_add(&text, str_from_c(piece));
	*t = (struct totals){ .analyser = t->analyser,
		.analysis = t->analysis };
	doc_begin(&b, &arena);
	doc_take_text(&b, buf_str(&text));
	take(t, doc_end(&b));
	arena_release(&arena);
	buf_release(&text);
	return 1e9 * t->seconds / (double)t->bytes;
}

static void measure_shapes(struct totals *t)
{
	double normal = 1e9 * t->seconds / (double)t->bytes;

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		double best = shape_cost(t, shapes[i].piece);

		for (int k = 0; k < 2; k++) {
			double again = shape_cost(t, shapes[i].piece);

			best = again < best ? again : best;
		}
		printf("analyse   1 MB of %-14s %6.1f ns a byte, %.1f of an "
		       "article's\n",
			shapes[i].name, best, best / normal);
	}
}

int main(int argc, char **argv)
{
	struct totals t = { .analyser = analyser_new() };
	size_t bytes;

	do {
		for (int i = 1; i < argc; i++)
			analyse_file(&t, argv[i]);
	} while (t.bytes && t.seconds < ENOUGH);
	bytes = t.bytes;
	if (bytes)
		printf("analyse   %zu articles, %.1f kB and %.1f quotes each: "
		       "%.3f ms a 5 kB\n",
			t.articles, (double)t.bytes / 1e3 / (double)t.articles,
			(double)t.quotes / (double)t.articles,
			1e3 * t.seconds * 5e3 / (double)t.bytes);
	if (bytes)
		measure_shapes(&t);
	analysis_release(&t.analysis);
	analyser_free(t.analyser);
	return bytes == 0;
}
