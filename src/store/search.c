#include "dateline/store/search.h"

#include "article_set.h"
#include "query_answers.h"
#include "query_limits.h"
#include "text_index.h"

#include <math.h>

/* Robertson and Zaragoza 2009, 3.2. */
#define K1 1.2F
#define B 0.75F
/* So many articles are read between two looks at *stop. */
#define READ_AT_ONCE 64

struct searcher {
	const struct store *s;
	const struct query *q;
	const atomic_bool *stop;
	bool stopped;
	size_t set_size; /* words of a set */
	uint64_t *sets; /* the stack: QUERY_STACK of them */
	uint64_t *word_set; /* the articles that have one word */
	uint64_t *having; /* those that have all words of a phrase */
	uint64_t *all; /* those that are not gone */
	float *scores; /* by article */
	float *weights; /* of one phrase, by article */
	float mean_words;
	struct query_reader reader;
};

static uint64_t *set_of(struct searcher *x, size_t depth)
{
	return x->sets + depth * x->set_size;
}

static void clear(struct searcher *x, uint64_t *set)
{
	memset(set, 0, x->set_size * sizeof *set);
}

static bool is_stopped(struct searcher *x)
{
	if (x->stop && atomic_load_explicit(x->stop, memory_order_relaxed))
		x->stopped = true;
	return x->stopped;
}

/* The articles with the word, or with one that begins so; their weights are
 * added up. */
static void find_in(struct searcher *x, const struct text_index *index,
	struct str word, bool prefix, uint64_t *set)
{
	struct span words = text_index_find(index, word, prefix);
	struct index_walk w;

	for (uint32_t i = words.first; i < words.first + words.n; i++) {
		if (is_stopped(x))
			return;
		index_walk_begin(&w, x->s, index, i);
		while (index_walk_next(&w)) {
			set_add(set, w.now.article);
			x->weights[w.now.article] += (float)w.now.weight;
		}
	}
}

/* In all that is there, and in what was added to it. */
static void find_word(
	struct searcher *x, struct str word, bool prefix, uint64_t *set)
{
	clear(x, set);
	find_in(x, &x->s->index, word, prefix, set);
	find_in(x, &x->s->added, word, prefix, set);
}

static void intersect(struct searcher *x, uint64_t *set, const uint64_t *other)
{
	for (size_t i = 0; i < x->set_size; i++)
		set[i] &= other[i];
}

static uint32_t count(const struct searcher *x, const uint64_t *set)
{
	uint32_t n = 0;

	for (size_t i = 0; i < x->set_size; i++)
		n += (uint32_t)__builtin_popcountll(set[i]);
	return n;
}

/* Adds what the phrase is worth in the articles of the set (BM25). */
static void add_scores(struct searcher *x, const uint64_t *set)
{
	uint32_t all = (uint32_t)x->s->articles.n, have = count(x, set);
	float idf = logf(
		1 + ((float)all - (float)have + .5F) / ((float)have + .5F));

	for (uint32_t i = set_next(set, 0, all); i < all;
		i = set_next(set, i + 1, all)) {
		float length = (float)x->s->articles.v[i].words / x->mean_words;
		float norm = K1 * (1 - B + B * length);

		x->scores[i] +=
			idf * x->weights[i] * (K1 + 1) / (x->weights[i] + norm);
	}
}

/* The articles that have all words of the phrase, wherever they stand. A
 * phrase weighs what its words weigh together. */
static void find_words(
	struct searcher *x, const struct query_phrase *phrase, uint64_t *set)
{
	const struct str *words = x->q->words.v + phrase->words.first;

	set_fill(set, x->s->articles.n);
	for (uint32_t i = 0; i < phrase->words.n; i++) {
		find_word(x, words[i],
			phrase->prefix && i + 1 == phrase->words.n,
			x->word_set);
		intersect(x, set, x->word_set);
	}
}

/* Reads the articles of the set; keeps those that meet the condition. */
static void read_articles(
	struct searcher *x, const struct query_item *item, uint64_t *set)
{
	uint32_t all = (uint32_t)x->s->articles.n, n = 0;

	for (uint32_t i = set_next(set, 0, all); i < all;
		i = set_next(set, i + 1, all)) {
		if (n++ % READ_AT_ONCE == 0 && is_stopped(x)) {
			clear(x, set);
			return;
		}
		if (!query_fits(&x->reader, item, i))
			set_drop(set, i);
	}
}

/* What the index says of a field: its words are among the article's. */
static bool is_indexed(enum query_field field)
{
	return field == QUERY_ANYWHERE || field == QUERY_TITLE ||
	       field == QUERY_QUOTE;
}

/* The index has said all of a condition that is one word anywhere. */
static bool is_settled(const struct searcher *x, const struct query_item *item)
{
	const struct query_phrase *p = &x->q->phrases.v[item->phrases.first];

	return item->field == QUERY_ANYWHERE && p->words.n == 1 &&
	       x->q->words.v[p->words.first].n <= INDEX_WORD_MAX;
}

static void match(
	struct searcher *x, const struct query_item *item, uint64_t *set)
{
	memcpy(set, x->all, x->set_size * sizeof *set);
	for (uint32_t i = 0; i < item->phrases.n; i++) {
		const struct query_phrase *p =
			&x->q->phrases.v[item->phrases.first + i];

		if (!is_indexed((enum query_field)p->field))
			continue;
		memset(x->weights, 0, x->s->articles.n * sizeof *x->weights);
		find_words(x, p, x->having);
		intersect(x, set, x->having);
	}
	if (item->phrases.n == 0 || !is_settled(x, item))
		read_articles(x, item, set);
	if (item->phrases.n && is_indexed(item->field) &&
		!x->q->phrases.v[item->phrases.first].negative)
		add_scores(x, set);
}

static void negate(struct searcher *x, uint64_t *set)
{
	for (size_t i = 0; i < x->set_size; i++)
		set[i] = x->all[i] & ~set[i];
}

static void unite(struct searcher *x, uint64_t *set, const uint64_t *other)
{
	for (size_t i = 0; i < x->set_size; i++)
		set[i] |= other[i];
}

/* Evaluates the postfix query on sets instead of truths. */
static void evaluate(struct searcher *x)
{
	size_t n = 0;

	memcpy(set_of(x, 0), x->all, x->set_size * sizeof *x->all);
	for (size_t i = 0; i < x->q->items.n && !x->stopped; i++) {
		const struct query_item *item = &x->q->items.v[i];

		switch (item->op) {
		case QUERY_MATCH:
			match(x, item, set_of(x, n++));
			break;
		case QUERY_NOT:
			negate(x, set_of(x, n - 1));
			break;
		case QUERY_AND:
			n--;
			intersect(x, set_of(x, n - 1), set_of(x, n));
			break;
		default:
			n--;
			unite(x, set_of(x, n - 1), set_of(x, n));
		}
	}
}

static void begin(struct searcher *x, size_t articles)
{
	uint64_t words = 0;

	for (size_t i = 0; i < articles; i++)
		words += x->s->articles.v[i].words;
	x->mean_words = words ? (float)words / (float)articles : 1;
	x->reader = (struct query_reader){ .q = x->q, .s = x->s };
	x->set_size = set_words(articles) + 1;
	x->sets = mem_calloc((QUERY_STACK + 3) * x->set_size, sizeof *x->sets);
	x->word_set = set_of(x, QUERY_STACK);
	x->having = set_of(x, QUERY_STACK + 1);
	x->all = set_of(x, QUERY_STACK + 2);
	for (size_t i = 0; i < x->s->by_time.n; i++)
		set_add(x->all, x->s->by_time.v[i]);
	x->scores = mem_calloc(articles, sizeof *x->scores);
	x->weights = mem_calloc(articles, sizeof *x->weights);
}

static void end(struct searcher *x)
{
	query_reader_release(&x->reader);
	free(x->sets);
	free(x->scores);
	free(x->weights);
}

void store_search(const struct store *s, const struct query *q,
	const atomic_bool *stop, struct hits *out)
{
	struct searcher x = { .s = s, .q = q, .stop = stop };
	uint32_t all = (uint32_t)s->by_time.n;

	out->list.n = 0;
	begin(&x, s->articles.n);
	evaluate(&x);
	out->stopped = x.stopped;
	for (uint32_t at = 0; !x.stopped && at < all; at++) {
		uint32_t i = s->by_time.v[at];

		if (set_has(x.sets, i))
			*vec_push(&out->list) =
				(struct hit){ i, at, x.scores[i] };
	}
	end(&x);
}

static int by_score(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return a->place < b->place ? 1 : -1;
}

void hits_rank(struct hits *h)
{
	if (h->list.n)
		qsort(h->list.v, h->list.n, sizeof *h->list.v, by_score);
}

void hits_release(struct hits *h)
{
	vec_free(&h->list);
}
