/*
 * bench_search PATH...: what the index of words of an archive holds, and the
 * CPU time of searches, which find what reading finds: until the best hits that
 * a screen holds are known, and until all are; beside a scan of all texts.
 */
#include "bench.h"

#include "dateline/store/load.h"
#include "dateline/store/search.h"

#define ROUNDS 5
#define SCREEN 25

/* The word that is nearest to being in one article of `share`. */
static struct str word_of(const struct store *s, uint32_t share)
{
	uint64_t want = s->articles.n / share, nearest = UINT64_MAX;
	struct str best = STR("the");

	for (size_t i = 0; i < s->posting_lists.n; i++) {
		uint64_t n = s->posting_lists.v[i].n;
		uint64_t off = n > want ? n - want : want - n;

		if (n && off < nearest) {
			nearest = off;
			best = store_str(s, s->words.v[i]);
		}
	}
	return best;
}

/* What one search took, in seconds. */
struct taken {
	double screen; /* the best hits that a screen holds */
	double all; /* the rest, so that they are counted */
};

static double smaller(double a, double b)
{
	return a < b ? a : b;
}

static struct taken search(
	const struct search_base *b, const struct query *q, size_t *found)
{
	struct taken best = { 1e9, 1e9 };

	for (int i = 0; i < ROUNDS; i++) {
		double start = bench_seconds();
		struct search *x = search_begin(b, q, SEARCH_BEST_FIRST, NULL);
		struct hit hit;

		*found = 0;
		while (*found < SCREEN && search_next(x, &hit))
			++*found;
		best.screen = smaller(best.screen, bench_seconds() - start);
		while (search_next(x, &hit))
			++*found;
		best.all = smaller(best.all, bench_seconds() - start);
		search_free(x);
	}
	return best;
}

static size_t count_by_reading(const struct store *s, const struct query *q)
{
	size_t n = 0;

	for (size_t i = 0; i < s->by_time.n; i++)
		n += query_answers(q, s, s->by_time.v[i]);
	return n;
}

static void measure(const struct store *s, const struct search_base *b,
	const char *what, struct str text)
{
	struct query_error error;
	struct query q;
	struct taken taken;
	size_t found;

	if (!query_parse(&q, text, &error))
		return;
	taken = search(b, &q, &found);
	printf("search    %-16s %-28.*s %6zu hits: first %d %.2f ms, "
	       "all %.2f ms%s\n",
		what, STR_ARG(text), found, SCREEN, taken.screen * 1e3,
		taken.all * 1e3,
		found == count_by_reading(s, &q) ? "" : " WRONG");
	query_release(&q);
}

/* What no search that reads can be faster than. */
static void measure_floor(const struct store *s)
{
	double start = bench_seconds();
	size_t found = 0;

	for (size_t i = 0; i < s->articles.n; i++) {
		struct str text = store_str(s, s->articles.v[i].text);

		found += memmem(text.p, text.n, "zyxwv", 5) != NULL;
	}
	printf("search    floor: memmem() in all texts %.0f ms (%zu)\n",
		(bench_seconds() - start) * 1e3, found);
}

static void measure_all(const struct store *s)
{
	double start = bench_seconds();
	struct search_base *b = search_base_new(s);

	printf("search    made once for a store: %.2f ms\n",
		(bench_seconds() - start) * 1e3);
	measure(s, b, "rare word", word_of(s, 1000));
	measure(s, b, "frequent word", STR("the"));
	measure(s, b, "phrase", STR("\"of the\""));
	measure(s, b, "rare phrase", STR("\"the of\""));
	measure(s, b, "in a quote", STR("quote:the"));
	measure(s, b, "beginning", STR("t*"));
	measure(s, b, "source", STR("source:post -date:..2023"));
	search_base_free(b);
	measure_floor(s);
}

int main(int argc, char **argv)
{
	struct err e;
	struct store *s = store_load(
		(const char *const *)argv + 1, (size_t)argc - 1, 0, &e);
	uint64_t text = 0;

	if (!s) {
		fprintf(stderr, "%s\n", e.msg);
		return 1;
	}
	for (size_t i = 0; i < s->articles.n; i++)
		text += s->articles.v[i].text.n;
	printf("search    index of %zu articles: %zu words, %.0f bytes an "
	       "article, %.1f %% of the text\n",
		s->articles.n, s->index.words.n,
		(double)s->index.postings.n / (double)s->articles.n,
		100 * (double)s->index.postings.n / (double)text);
	measure_all(s);
	store_free(s);
	return 0;
}
