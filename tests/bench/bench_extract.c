/*
 * bench_extract PAGE...: CPU time of reading saved pages, beside libxml2's
 * htmlReadMemory + xmlFreeDoc on the same bytes, which is the floor for a
 * reader that parses with it. The two take turns, page by page. Counted in
 * instructions instead:
 *
 *	valgrind --tool=callgrind --toggle-collect=bench_ours bench_extract ...
 *	valgrind --tool=callgrind --toggle-collect=bench_parser bench_extract
 *...
 */
#include "bench.h"

#include <libxml/HTMLparser.h>

#define ROUNDS 7

/* What is measured of a round over all pages, in seconds. */
struct round {
	double ours, parser;
};

static void take(void *ctx, struct doc *d)
{
	*(size_t *)ctx += d->text.n;
}

static void pass_over(void *ctx, struct str where, struct str why)
{
	(void)ctx;
	(void)where;
	(void)why;
}

/* By name, for valgrind. */
double bench_ours(struct str bytes, size_t *text);
double bench_parser(struct str bytes);

__attribute__((noinline)) double bench_ours(struct str bytes, size_t *text)
{
	struct input in = {
		.id = STR("page"), .path = STR("page"), .bytes = bytes
	};
	struct input_sink sink = { text, take, pass_over };
	struct arena arena = { 0 };
	double start = bench_seconds();

	input_read(&in, &arena, &sink);
	arena_release(&arena);
	return bench_seconds() - start;
}

__attribute__((noinline)) double bench_parser(struct str bytes)
{
	const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			    HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
	double start = bench_seconds();
	xmlDoc *doc =
		htmlReadMemory(bytes.p, (int)bytes.n, NULL, NULL, options);

	xmlFreeDoc(doc);
	return bench_seconds() - start;
}

static int by_ratio(const void *a, const void *b)
{
	const struct round *x = a, *y = b;
	double p = x->ours / x->parser, q = y->ours / y->parser;

	return (p > q) - (p < q);
}

struct totals {
	size_t pages, bytes, text;
};

/* Reads every page once in turn with either. */
static struct round run_round(char **paths, int n, struct totals *t)
{
	struct round r = { 0, 0 };
	struct buf page = { 0 };

	*t = (struct totals){ 0 };
	for (int i = 0; i < n; i++) {
		if (!bench_read(paths[i], &page) ||
			input_sniff(buf_str(&page)) != FORMAT_HTML)
			continue;
		r.ours += bench_ours(buf_str(&page), &t->text);
		r.parser += bench_parser(buf_str(&page));
		t->bytes += page.n;
		t->pages++;
	}
	buf_release(&page);
	return r;
}

int main(int argc, char **argv)
{
	/* Under valgrind one round says all. */
	int n = getenv("BENCH_ONCE") ? 1 : ROUNDS;
	struct round rounds[ROUNDS];
	const struct round *median = &rounds[n / 2];
	struct totals t;

	for (int i = 0; i < n; i++)
		rounds[i] = run_round(argv + 1, argc - 1, &t);
	if (t.pages == 0)
		return 1;
	qsort(rounds, (size_t)n, sizeof *rounds, by_ratio);
	printf("extract   %zu pages, %.0f kB each, %.0f kB of text: "
	       "%.2f ms a page; parsing alone %.2f ms; ratio %.2f "
	       "(%.2f to %.2f in %d rounds)\n",
		t.pages, (double)t.bytes / 1e3 / (double)t.pages,
		(double)t.text / 1e3, 1e3 * median->ours / (double)t.pages,
		1e3 * median->parser / (double)t.pages,
		median->ours / median->parser,
		rounds[0].ours / rounds[0].parser,
		rounds[n - 1].ours / rounds[n - 1].parser, n);
	return 0;
}
