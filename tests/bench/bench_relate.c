/*
 * bench_relate FILE: CPU time of finding rounds and links in an archive of JSON
 * lines, at a tenth of it and at all; what a finished store holds, by array;
 * then of adding some articles to the rest, and how far the rounds are those of
 * a full run.
 */
#include "bench.h"

#include "dateline/store/update.h"

/* Articles added at once, spread over the archive. */
#define ADDED 100

struct bench {
	struct analyser *analyser;
	struct analysis analysis;
	struct store *tenth, *all, *rest, *added; /* not finished */
	size_t articles, n; /* so far; in the file */
};

static void take(void *ctx, struct doc *d)
{
	struct bench *b = ctx;
	struct arena arena = { 0 };
	size_t step = b->n / ADDED + 1;

	analyse(b->analyser, d, &arena, &b->analysis);
	store_add(b->all, d, &b->analysis);
	if (b->articles < b->n / 10)
		store_add(b->tenth, d, &b->analysis);
	store_add(b->articles % step == step / 2 ? b->added : b->rest, d,
		&b->analysis);
	b->articles++;
	arena_release(&arena);
}

static void pass_over(void *ctx, struct str where, struct str why)
{
	(void)ctx;
	(void)where;
	(void)why;
}

static void read_archive(struct bench *b, struct str bytes)
{
	struct input_sink sink = { b, take, pass_over };
	size_t at = 0, end;

	for (size_t i = 0; i < bytes.n; i++)
		b->n += bytes.p[i] == '\n';
	for (; at < bytes.n; at = end + 1) {
		struct arena arena = { 0 };
		struct input in = { .id = STR("bench.jsonl"),
			.path = STR("bench.jsonl") };

		end = str_chr(bytes, '\n', at);
		if (end == STR_NPOS)
			end = bytes.n;
		in.bytes = str_slice(bytes, at, end);
		input_read(&in, &arena, &sink);
		arena_release(&arena);
	}
}

static double finish(struct store *s)
{
	double start = bench_seconds();

	store_finish(s);
	return bench_seconds() - start;
}

/* One array: bytes an article, and in percent of the clean text. */
static size_t print_array(
	const struct store *s, const char *name, size_t bytes, size_t text)
{
	if (bytes * 1000 > text)
		printf("relate      %-16s %5zu  %5.1f %%\n", name,
			bytes / s->articles.n,
			100. * (double)bytes / (double)text);
	return bytes;
}

static size_t index_bytes(const struct text_index *index)
{
	return index->chars.n + index->postings.n +
	       index->words.n * sizeof *index->words.v;
}

static void print_memory(const struct store *s)
{
	size_t text = 0, records = 0, all = 0;

	for (size_t i = 0; i < s->articles.n; i++)
		text += s->articles.v[i].text.n;
	printf("relate    bytes an article, in percent of the clean text "
	       "(arrays of .1 %% and more):\n");
#define ARRAY(sum, field) \
	sum += print_array(s, #field, s->field.n * sizeof *s->field.v, text)
	print_array(s, "text", text, text);
	print_array(s, "other strings", s->chars.n - text, text);
	ARRAY(records, articles);
	ARRAY(records, strings);
	ARRAY(records, blocks);
	ARRAY(records, persons);
	ARRAY(records, quotes);
	ARRAY(records, mentions);
	records += print_array(s, "index", index_bytes(&s->index), text);
	ARRAY(all, terms);
	ARRAY(all, shingles);
	ARRAY(all, links);
	ARRAY(all, looks_back);
	ARRAY(all, postings);
	ARRAY(all, posting_runs);
	ARRAY(all, posting_lists);
	ARRAY(all, words);
	ARRAY(all, by_word);
	ARRAY(all, rounds);
	ARRAY(all, round_articles);
	ARRAY(all, storylines);
	ARRAY(all, files);
	print_array(s, "= relations", all, text);
	print_array(s, "= all arrays", all + records, text);
	print_array(s, "= with strings", all + records + s->chars.n, text);
}

/* Of the articles in a's round of article i, those in b's too. */
static uint32_t shared(const struct store *a, uint32_t i, const struct store *b,
	uint32_t round)
{
	struct span in = a->rounds.v[a->articles.v[i].round].articles;
	uint32_t both = 0;

	for (uint32_t k = 0; k < in.n; k++) {
		uint32_t m = a->round_articles.v[in.first + k];
		uint32_t at = store_find(b, store_str(a, a->articles.v[m].id));

		both += b->articles.v[at].round == round;
	}
	return both;
}

/* B-cubed of a's rounds against b's. */
static void compare(const struct store *a, const struct store *b)
{
	double p = 0, r = 0, n = (double)a->by_time.n;
	size_t other = 0;

	for (size_t t = 0; t < a->by_time.n; t++) {
		uint32_t i = a->by_time.v[t];
		const struct article *x = &a->articles.v[i];
		const struct article *y =
			&b->articles.v[store_find(b, store_str(a, x->id))];
		uint32_t in_a = a->rounds.v[x->round].articles.n;
		uint32_t in_b = b->rounds.v[y->round].articles.n;
		uint32_t both = shared(a, i, b, y->round);

		p += (double)both / in_a / n;
		r += (double)both / in_b / n;
		other += both != in_a || both != in_b;
	}
	printf("B-cubed F1 %.4f to a full run, %.2f %% of the articles in "
	       "another round\n",
		2 * p * r / (p + r), 100. * (double)other / n);
}

static void measure_adding(struct bench *b)
{
	size_t n = b->added->articles.n;
	double start, prepared, applied;
	struct update *u;

	store_finish(b->rest);
	start = bench_seconds();
	u = update_prepare(b->rest, b->added, NULL, 0);
	prepared = bench_seconds();
	update_apply(b->rest, u);
	applied = bench_seconds();
	printf("relate    adding %zu: %.0f ms beside the reader, %.1f ms "
	       "between keys; ",
		n, 1e3 * (prepared - start), 1e3 * (applied - prepared));
	compare(b->rest, b->all);
}

int main(int argc, char **argv)
{
	struct bench b = { .analyser = analyser_new(),
		.all = store_new(),
		.tenth = store_new(),
		.rest = store_new(),
		.added = store_new() };
	struct buf bytes = { 0 };
	size_t tenth;
	double few, all;

	if (argc > 1 && bench_read(argv[1], &bytes))
		read_archive(&b, buf_str(&bytes));
	tenth = b.tenth->articles.n;
	if (tenth == 0)
		return 1;
	few = finish(b.tenth);
	all = finish(b.all);
	printf("relate    %zu articles %.2f s of CPU, %zu %.2f s: x %.1f\n",
		tenth, few, b.all->articles.n, all, all / few);
	print_memory(b.all);
	measure_adding(&b);
	store_free(b.all);
	store_free(b.tenth);
	store_free(b.rest);
	analysis_release(&b.analysis);
	analyser_free(b.analyser);
	buf_release(&bytes);
	return 0;
}
