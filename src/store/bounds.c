#include "bounds.h"

#include "article_set.h"
#include "query_limits.h"
#include "text_index.h"

#include <math.h>

/* Robertson and Zaragoza 2009, 3.2. */
#define K1 1.2F
#define B 0.75F

struct finder {
	const struct search_base *b;
	const struct store *s;
	const struct query *q;
	const atomic_bool *stop;
	bool stopped;
	uint64_t *sets; /* the stack: QUERY_STACK pairs, sure and maybe */
	uint64_t *word_set; /* the articles that have one word */
	float *scores; /* by article */
	float *weights; /* of one phrase, by article */
};

static uint64_t *sure_of(struct finder *x, size_t depth)
{
	return x->sets + 2 * depth * x->b->set_size;
}

static uint64_t *maybe_of(struct finder *x, size_t depth)
{
	return sure_of(x, depth) + x->b->set_size;
}

static void copy(const struct finder *x, uint64_t *to, const uint64_t *from)
{
	memcpy(to, from, x->b->set_size * sizeof *to);
}

static void intersect(
	const struct finder *x, uint64_t *set, const uint64_t *other)
{
	for (size_t i = 0; i < x->b->set_size; i++)
		set[i] &= other[i];
}

static void unite(const struct finder *x, uint64_t *set, const uint64_t *other)
{
	for (size_t i = 0; i < x->b->set_size; i++)
		set[i] |= other[i];
}

/* What is not sure to answer may answer the opposite, and the other way. */
static void negate(const struct finder *x, uint64_t *sure, uint64_t *maybe)
{
	for (size_t i = 0; i < x->b->set_size; i++) {
		uint64_t was = sure[i];

		sure[i] = x->b->all[i] & ~maybe[i];
		maybe[i] = x->b->all[i] & ~was;
	}
}

static bool is_stopped(struct finder *x)
{
	if (x->stop && atomic_load_explicit(x->stop, memory_order_relaxed))
		x->stopped = true;
	return x->stopped;
}

/* The articles with the word, or with one that begins so; their weights are
 * added up. */
static void find_in(struct finder *x, const struct text_index *index,
	struct str word, bool prefix)
{
	struct span words = text_index_find(index, word, prefix);
	struct index_walk w;

	for (uint32_t i = words.first; i < words.first + words.n; i++) {
		if (is_stopped(x))
			return;
		index_walk_begin(&w, x->s, index, i);
		while (index_walk_next(&w)) {
			set_add(x->word_set, w.now.article);
			x->weights[w.now.article] += (float)w.now.weight;
		}
	}
}

/* Leaves in the set the articles that have all words of the phrase, wherever
 * they stand. A phrase weighs what its words weigh together. */
static void find_words(
	struct finder *x, const struct query_phrase *phrase, uint64_t *set)
{
	const struct str *words = x->q->words.v + phrase->words.first;

	memset(x->weights, 0, x->s->articles.n * sizeof *x->weights);
	for (uint32_t i = 0; i < phrase->words.n; i++) {
		bool prefix = phrase->prefix && i + 1 == phrase->words.n;

		memset(x->word_set, 0, x->b->set_size * sizeof *x->word_set);
		find_in(x, &x->s->index, words[i], prefix);
		find_in(x, &x->s->added, words[i], prefix);
		intersect(x, set, x->word_set);
	}
}

/* Adds what the phrase is worth in the articles of the set (BM25). */
static void add_scores(struct finder *x, const uint64_t *set)
{
	uint32_t all = (uint32_t)x->s->articles.n, have = 0;
	float idf;

	for (size_t i = 0; i < x->b->set_size; i++)
		have += (uint32_t)__builtin_popcountll(set[i]);
	idf = logf(1 + ((float)all - (float)have + .5F) / ((float)have + .5F));
	for (uint32_t i = set_next(set, 0, all); i < all;
		i = set_next(set, i + 1, all))
		x->scores[i] += idf * x->weights[i] * (K1 + 1) /
				(x->weights[i] + x->b->norms[i]);
}

/* What the index says of a field: its words are among the article's. */
static bool is_indexed(enum query_field field)
{
	return field == QUERY_ANYWHERE || field == QUERY_TITLE ||
	       field == QUERY_QUOTE;
}

/* The index says all of a condition that is one word anywhere. */
static bool is_settled(const struct finder *x, const struct query_item *item)
{
	const struct query_phrase *p;

	if (item->field != QUERY_ANYWHERE || item->phrases.n == 0)
		return false;
	p = &x->q->phrases.v[item->phrases.first];
	return p->words.n == 1 &&
	       x->q->words.v[p->words.first].n <= INDEX_WORD_MAX;
}

static void match(struct finder *x, const struct query_item *item, size_t at)
{
	uint64_t *sure = sure_of(x, at), *maybe = maybe_of(x, at);

	copy(x, maybe, x->b->all);
	for (uint32_t i = 0; i < item->phrases.n; i++) {
		const struct query_phrase *p =
			&x->q->phrases.v[item->phrases.first + i];

		if (!is_indexed((enum query_field)p->field))
			continue;
		find_words(x, p, maybe);
		if (!p->negative)
			add_scores(x, maybe);
	}
	if (is_settled(x, item))
		copy(x, sure, maybe);
	else
		memset(sure, 0, x->b->set_size * sizeof *sure);
}

/* Evaluates the postfix query on sets instead of truths. */
static void evaluate(struct finder *x)
{
	size_t n = 0;

	copy(x, sure_of(x, 0), x->b->all);
	copy(x, maybe_of(x, 0), x->b->all);
	for (size_t i = 0; i < x->q->items.n && !is_stopped(x); i++) {
		const struct query_item *item = &x->q->items.v[i];

		switch (item->op) {
		case QUERY_MATCH:
			match(x, item, n++);
			break;
		case QUERY_NOT:
			negate(x, sure_of(x, n - 1), maybe_of(x, n - 1));
			break;
		case QUERY_AND:
			n--;
			intersect(x, sure_of(x, n - 1), sure_of(x, n));
			intersect(x, maybe_of(x, n - 1), maybe_of(x, n));
			break;
		default:
			n--;
			unite(x, sure_of(x, n - 1), sure_of(x, n));
			unite(x, maybe_of(x, n - 1), maybe_of(x, n));
		}
	}
}

bool bounds_find(struct bounds *out, const struct search_base *b,
	const struct query *q, const atomic_bool *stop)
{
	size_t n = b->s->articles.n;
	struct finder x = { .b = b, .s = b->s, .q = q, .stop = stop };

	x.sets =
		mem_calloc((2 * QUERY_STACK + 1) * b->set_size, sizeof *x.sets);
	x.word_set = sure_of(&x, QUERY_STACK);
	x.scores = mem_calloc(n, sizeof *x.scores);
	x.weights = mem_calloc(n, sizeof *x.weights);
	evaluate(&x);
	free(x.weights);
	*out = (struct bounds){ sure_of(&x, 0), maybe_of(&x, 0), x.scores };
	return x.stopped;
}

void bounds_release(struct bounds *b)
{
	free(b->sure);
	free(b->scores);
}

static float mean_words(const struct store *s)
{
	uint64_t words = 0;

	for (size_t i = 0; i < s->articles.n; i++)
		words += s->articles.v[i].words;
	return words ? (float)words / (float)s->articles.n : 1;
}

struct search_base *search_base_new(const struct store *s)
{
	struct search_base *b = mem_calloc(1, sizeof *b);
	float mean = mean_words(s);
	size_t n = s->articles.n;

	b->s = s;
	b->set_size = set_words(n) + 1;
	b->all = mem_calloc(b->set_size, sizeof *b->all);
	for (size_t i = 0; i < s->by_time.n; i++)
		set_add(b->all, s->by_time.v[i]);
	b->norms = mem_alloc((n + 1) * sizeof *b->norms);
	for (size_t i = 0; i < n; i++)
		b->norms[i] =
			K1 * (1 - B + B * (float)s->articles.v[i].words / mean);
	b->places = store_places(s->by_time.v, s->by_time.n, n);
	return b;
}

void search_base_free(struct search_base *b)
{
	if (!b)
		return;
	free(b->all);
	free(b->norms);
	free(b->places);
	free(b);
}
