/*
 * bench_analyse FILE...: what analysing articles costs: CPU time in ms a 5 kB,
 * and allocations a token. Then articles made of one thing, in ns a byte at
 * 64 KiB and at 1 MiB: where the two are alike, the cost is linear. Counted in
 * instructions instead, without those:
 *
 *	BENCH_ONCE=1 valgrind --tool=callgrind --toggle-collect=analyse ...
 */
#include "bench.h"

#include "dateline/analyse/analysis.h"

#define ENOUGH 0.5 /* seconds */
#define ROUNDS 3
#define SMALL_BYTES ((size_t)64 << 10)
#define LARGE_BYTES ((size_t)1 << 20)

static const struct {
	const char *name, *piece;
} shapes[] = {
	{ "marks", "“ " },
	{ "straight marks", "\"" },
	{ "nested marks", "“a ‘b “c” d’ e” " },
	{ "open marks", "“a ‘b " },
	{ "single marks", "‘ a " },
	{ "pairs of marks", "“A b c.” " },
	{ "capitals", "Ab Cd " },
	{ "one name", "Ada Lind " },
	{ "titles", "President Ada Lind, minister of ports, " },
	{ "he said", "he said " },
	{ "said", "said " },
	{ "name said", "Lind said the port is shut. " },
	{ "said pairs", "\"Yes,\" he said, " },
	{ "according to", "according to Ada Lind " },
	{ "one sentence", "the old boat went to the quay and " },
	{ "paragraphs", "The boat went out.\n" },
	{ "brackets", "(a, she said, " },
	{ "commas", "a, " },
	{ "dashes", "— a " },
	{ "labels", "Q: a b\n" },
	{ "words", "ostmere " },
};

/* Allocations of the library so far: the linker sends them here (bench.mk). */
static size_t allocations;

void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);

void *__wrap_malloc(size_t n)
{
	allocations++;
	return __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
	allocations++;
	return __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t n)
{
	allocations++;
	return __real_realloc(p, n);
}

struct totals {
	struct analyser *analyser;
	struct analysis analysis;
	struct arena arena; /* an article's */
	struct tokens tokens; /* only to count them */
	double seconds;
	size_t bytes, quotes, articles, n_tokens, allocations;
};

static void take(void *ctx, struct doc *d)
{
	struct totals *t = ctx;
	size_t before = allocations;
	double start = bench_seconds();

	analyse(t->analyser, d, &t->arena, &t->analysis);
	t->seconds += bench_seconds() - start;
	t->allocations += allocations - before;
	t->bytes += d->text.n;
	t->quotes += t->analysis.quotes.n;
	t->articles++;
	tokenize(&t->tokens, d->text, lexicon_get(d->lang));
	t->n_tokens += t->tokens.list.n;
	arena_clear(&t->arena);
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

static void start_anew(struct totals *t)
{
	t->seconds = 0;
	t->bytes = t->quotes = t->articles = t->n_tokens = t->allocations = 0;
}

/* ns a byte of an article that repeats `piece`; the least of several. */
static double shape_cost(struct totals *t, const char *piece, size_t bytes)
{
	struct buf text = { 0 };
	struct arena arena = { 0 };
	struct doc_builder b;
	struct doc *d;
	double best = 1e9;

	while (text.n < bytes)
		buf_add(&text, str_from_c(piece));
	doc_begin(&b, &arena);
	doc_take_text(&b, buf_str(&text));
	d = doc_end(&b);
	for (size_t i = 0; i < ROUNDS; i++) {
		start_anew(t);
		for (size_t done = 0; done < LARGE_BYTES; done += bytes)
			take(t, d);
		if (1e9 * t->seconds / (double)t->bytes < best)
			best = 1e9 * t->seconds / (double)t->bytes;
	}
	arena_release(&arena);
	buf_release(&text);
	return best;
}

static void measure_shapes(struct totals *t)
{
	printf("analyse   ns a byte at       64 KiB    1 MiB\n");
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		double small = shape_cost(t, shapes[i].piece, SMALL_BYTES);
		double large = shape_cost(t, shapes[i].piece, LARGE_BYTES);

		printf("analyse   %-14s %8.1f %8.1f   x %.2f, "
		       "%.2f allocations a token\n",
			shapes[i].name, small, large, large / small,
			(double)t->allocations / (double)t->n_tokens);
	}
}

/* Every file over and over, for ENOUGH seconds; once under valgrind. */
static void measure_files(struct totals *t, char **paths, int n)
{
	bool once = getenv("BENCH_ONCE") != NULL;

	for (int i = 0; i < n && !once; i++)
		analyse_file(t, paths[i]);
	start_anew(t);
	do {
		for (int i = 0; i < n; i++)
			analyse_file(t, paths[i]);
	} while (t->bytes && t->seconds < ENOUGH && !once);
}

int main(int argc, char **argv)
{
	struct totals t = { .analyser = analyser_new() };
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		measure_files(&t, argv + 1, argc - 1);
		if (t.bytes && t.seconds / (double)t.bytes < best)
			best = t.seconds / (double)t.bytes;
		if (getenv("BENCH_ONCE"))
			break;
	}
	if (t.bytes)
		printf("analyse   %.1f kB and %.1f quotes an article: "
		       "%.3f ms a 5 kB, %.3f allocations a token\n",
			(double)t.bytes / 1e3 / (double)t.articles,
			(double)t.quotes / (double)t.articles, 1e3 * best * 5e3,
			(double)t.allocations / (double)t.n_tokens);
	if (t.bytes && !getenv("BENCH_ONCE"))
		measure_shapes(&t);
	tokens_release(&t.tokens);
	arena_release(&t.arena);
	analysis_release(&t.analysis);
	analyser_free(t.analyser);
	return t.bytes == 0;
}
