/*
 * bench_linear: CPU time of reading a page that goes on and on, in ns a byte
 * at three sizes. Where the last figures are alike, the cost is linear.
 */
#include "bench.h"

#define TEXT \
	"The ferry from Ostmere did not sail on Tuesday, the harbour master, " \
	"Ada Lind, said: the wind was to blame. "
#define PAGE \
	"<!DOCTYPE html><title>Ferry stays in port</title><body><article>" \
	"<h1>Ferry stays in port</h1>"
#define ROUNDS 3

static const size_t sizes[] = { (size_t)64 << 10, (size_t)512 << 10,
	(size_t)8 << 20 };
#define SIZES (sizeof sizes / sizeof *sizes)

/* What a page opens with, what is repeated, and what it ends with. */
static const struct shape {
	const char *name, *head, *unit, *tail;
} shapes[] = {
	{ "paragraphs", PAGE, "<p>" TEXT TEXT "</p>\n", "" },
	{ "one line", PAGE "<p>", TEXT, "" },
	{ "breaks", PAGE "<p>", TEXT "<br><br>\n", "" },
	{ "nesting", PAGE, "<div class=a><p>" TEXT TEXT TEXT TEXT TEXT, "" },
	{ "inline", PAGE "<p>", "<b>The <i>ferry</i></b> did not sail. ", "" },
	{ "attributes", PAGE "<p ", "data-a=\"1\" class=b id='c' d=e ",
		">" TEXT },
	{ "classes", PAGE, "<p class=\"lead story-body__text\">" TEXT "</p>",
		"" },
	{ "entities", PAGE "<p>",
		"&Eacute;t&eacute; &amp; &#8220;&ccaron;&#x2014; ", "" },
	{ "links", PAGE "<p>" TEXT TEXT "</p><ul>",
		"<li><a href=\"/news/1\">The ferry sails again</a></li>", "" },
	{ "headings", PAGE, "<h2>The ferry sails</h2><p>" TEXT TEXT "</p>",
		"" },
	{ "bylines", PAGE,
		"<p class=byline>By Ada Lind</p><p>" TEXT TEXT "</p>", "" },
	{ "times", PAGE,
		"<time datetime=\"2024-05-06\">May 6, 2024</time><p>" TEXT TEXT
		"</p>",
		"" },
	{ "metadata", "<title>Ferry</title>",
		"<meta name=\"article:author\" content=\"Ada Lind\">\n",
		"<body><p>" TEXT },
	{ "tables", PAGE "<table>", "<tr><td>Ostmere<td>" TEXT "<td>12</tr>",
		"" },
	{ "scripts", PAGE "<p>" TEXT,
		"<script>if (a < b) { c = '</div>'; }</script>", "" },
	{ "open scripts", PAGE "<p>" TEXT, "<svg><style><!-- \"' ", "" },
	{ "JSON-LD", PAGE "<p>" TEXT,
		"<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
		"\"headline\":\"Ferry\",\"author\":{\"name\":\"Ada Lind\"}}"
		"</script>",
		"" },
	{ "brackets", PAGE "<p>" TEXT, "<a <b <!x <p c=\" ", "" },
	{ "dump", "Ferry stays in port\n\nBy Ada Lind\n\n", TEXT TEXT "\n\n",
		"" },
	{ "dump, links", "Ferry stays in port\n\n", "   [12]The ferry sails\n",
		"" },
	{ "dump, wrapped", "Ferry stays in port\n\n",
		"The ferry from Ostmere did not sail on Tuesday, the harbour\n"
		"master said.\n",
		"" },
	{ "JSON line", "{\"title\":\"Ferry\",\"text\":\"",
		TEXT "\\u201cno\\u201d\\n", "\"}\n" },
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

static void make(const struct shape *s, size_t size, struct buf *out)
{
	buf_clear(out);
	buf_add(out, str_from_c(s->head));
	while (out->n < size)
		buf_add(out, str_from_c(s->unit));
	buf_add(out, str_from_c(s->tail));
}

/* The least of several runs, each of enough bytes to be measured. */
static double time_reading(struct str bytes)
{
	const struct input in = {
		.id = STR("page"), .path = STR("page"), .bytes = bytes
	};
	size_t text = 0, times = ((size_t)1 << 20) / bytes.n + 1;
	const struct input_sink sink = { &text, take, pass_over };
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		struct arena arena = { 0 };
		double start = bench_seconds(), took;

		for (size_t k = 0; k < times; k++) {
			input_read(&in, &arena, &sink);
			arena_clear(&arena);
		}
		took = (bench_seconds() - start) / (double)times;
		best = took < best ? took : best;
		arena_release(&arena);
	}
	return best;
}

int main(void)
{
	struct buf page = { 0 };

	printf("linear    ns a byte at     64 KiB  512 KiB    8 MiB  last two\n");
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		double ns[SIZES];

		for (size_t k = 0; k < SIZES; k++) {
			make(&shapes[i], sizes[k], &page);
			ns[k] = 1e9 * time_reading(buf_str(&page)) /
				(double)page.n;
		}
		printf("linear    %-14s %8.1f %8.1f %8.1f   x %.2f\n",
			shapes[i].name, ns[0], ns[1], ns[2], ns[2] / ns[1]);
	}
	buf_release(&page);
	return 0;
}
