/*
 * bench_search PATH...: what the index of words of an archive holds, and the
 * CPU time of searches: a rare word, a frequent one, a phrase; beside reading
 * all articles for the same answer.
 */
#include "bench.h"

#include "dateline/store/load.h"
#include "dateline/store/search.h"

#define ROUNDS 5

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

static double search(
	const struct store *s, const struct query *q, struct hits *hits)
{
	double best = 1e9;

	for (int i = 0; i < ROUNDS; i++) {
		double start = bench_seconds(), took;

		store_search(s, q, NULL, hits);
		hits_rank(hits);
		took = bench_seconds() - start;
		best = took < best ? took : best;
	}
	return best;
}

static void measure(const struct store *s, const char *what, struct str text)
{
	struct query_error error;
	struct hits hits = { 0 };
	struct query q;
	double indexed, start;
	size_t found = 0;

	if (!query_parse(&q, text, &error))
		return;
	indexed = search(s, &q, &hits);
	start = bench_seconds();
	for (size_t i = 0; i < s->by_time.n; i++)
		found += query_answers(&q, s, s->by_time.v[i]);
	start = bench_seconds() - start;
	printf("search    %-14s %-28.*s %6zu of %zu: %.2f ms, read %.0f ms, "
	       "ratio %.4f%s\n",
		what, STR_ARG(text), hits.list.n, s->by_time.n, indexed * 1e3,
		start * 1e3, indexed / start,
		found == hits.list.n ? "" : " WRONG");
	hits_release(&hits);
	query_release(&q);
}

static void measure_all(const struct store *s)
{
	measure(s, "rare word", word_of(s, 1000));
	measure(s, "frequent word", STR("the"));
	measure(s, "phrase", STR("\"of the\""));
	measure(s, "in a quote", STR("quote:the"));
	measure(s, "source", STR("source:post -date:..2023"));
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
