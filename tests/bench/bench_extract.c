/*
 * bench_extract PAGE...: CPU time of reading saved pages, beside libxml2's
 * htmlReadMemory + xmlFreeDoc on the same bytes, which is the floor for a
 * reader that parses with it.
 */
#include "bench.h"

#include <libxml/HTMLparser.h>

#define ROUNDS 5

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

static double time_ours(struct str bytes, size_t *text)
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

static double time_parser(struct str bytes)
{
	const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			    HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
	double start = bench_seconds();
	xmlDoc *doc =
		htmlReadMemory(bytes.p, (int)bytes.n, NULL, NULL, options);

	xmlFreeDoc(doc);
	return bench_seconds() - start;
}

/* The least of several runs: what the machine's other work adds is no cost of
 * ours. */
static void time_page(
	struct str bytes, double *ours, double *parser, size_t *text)
{
	double best[2] = { 1e9, 1e9 };

	for (int i = 0; i < ROUNDS; i++) {
		size_t n = 0;
		double a = time_ours(bytes, &n), b = time_parser(bytes);

		best[0] = a < best[0] ? a : best[0];
		best[1] = b < best[1] ? b : best[1];
		if (i == 0)
			*text += n;
	}
	*ours += best[0];
	*parser += best[1];
}

int main(int argc, char **argv)
{
	struct buf page = { 0 };
	double ours = 0, parser = 0;
	size_t bytes = 0, text = 0;
	int pages = 0;

	for (int i = 1; i < argc; i++) {
		if (!bench_read(argv[i], &page) ||
			input_sniff(buf_str(&page)) != FORMAT_HTML)
			continue;
		time_page(buf_str(&page), &ours, &parser, &text);
		bytes += page.n;
		pages++;
	}
	buf_release(&page);
	if (pages == 0)
		return 1;
	printf("extract   %d pages, %.0f kB each, %.0f kB of text: "
	       "%.2f ms a page; parsing alone %.2f ms; ratio %.2f\n",
		pages, (double)bytes / 1e3 / pages, (double)text / 1e3,
		1e3 * ours / pages, 1e3 * parser / pages, ours / parser);
	return 0;
}
