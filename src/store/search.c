#include "dateline/store/search.h"

#include "article_set.h"
#include "bounds.h"
#include "query_answers.h"

/* So many articles are read between two looks at *stop. */
#define READ_AT_ONCE 64

/* An article whose turn comes. */
struct candidate {
	float score;
	uint32_t place;
};

struct search {
	const struct search_base *b;
	const struct query *q;
	enum search_order order;
	const atomic_bool *stop;
	bool stopped;
	struct bounds bounds;
	VEC_OF(struct candidate) heap; /* BEST_FIRST: those to come */
	uint32_t at; /* the other orders: how many have had their turn */
	uint32_t sure; /* articles that answer for sure */
	uint32_t open; /* articles that may, and were not read yet */
	uint32_t read, answered; /* those that were, and did */
	struct query_reader reader;
};

static bool is_before(const struct candidate *a, const struct candidate *b)
{
	return a->score != b->score ? a->score > b->score : a->place > b->place;
}

/* The heap of Williams (1964), built as Floyd does (1964): linear, and then
 * only what is asked for is sorted. */
static void sift_down(struct search *x, size_t at)
{
	struct candidate *v = x->heap.v, moved = v[at];
	size_t child;

	while ((child = 2 * at + 1) < x->heap.n) {
		if (child + 1 < x->heap.n &&
			is_before(&v[child + 1], &v[child]))
			child++;
		if (!is_before(&v[child], &moved))
			break;
		v[at] = v[child];
		at = child;
	}
	v[at] = moved;
}

static void make_heap(struct search *x)
{
	uint32_t all = (uint32_t)x->b->s->articles.n;

	for (uint32_t i = set_next(x->bounds.maybe, 0, all); i < all;
		i = set_next(x->bounds.maybe, i + 1, all))
		*vec_push(&x->heap) = (struct candidate){ x->bounds.scores[i],
			x->b->places[i] };
	for (size_t i = x->heap.n / 2; i-- > 0;)
		sift_down(x, i);
}

static bool next_best(struct search *x, uint32_t *place)
{
	if (x->heap.n == 0)
		return false;
	*place = x->heap.v[0].place;
	x->heap.v[0] = x->heap.v[--x->heap.n];
	if (x->heap.n)
		sift_down(x, 0);
	return true;
}

static bool next_in_time(struct search *x, uint32_t *place)
{
	const struct store *s = x->b->s;
	uint32_t n = (uint32_t)s->by_time.n;

	while (x->at < n) {
		*place =
			x->order == SEARCH_OLDEST_FIRST ? x->at : n - 1 - x->at;
		x->at++;
		if (set_has(x->bounds.maybe, s->by_time.v[*place]))
			return true;
	}
	return false;
}

static bool next_candidate(struct search *x, uint32_t *place)
{
	return x->order == SEARCH_BEST_FIRST ? next_best(x, place)
					     : next_in_time(x, place);
}

/* The article, which may answer, does. */
static bool answers(struct search *x, uint32_t article)
{
	bool yes;

	if (set_has(x->bounds.sure, article))
		return true;
	yes = query_read(&x->reader, article);
	x->open--;
	x->read++;
	x->answered += yes;
	return yes;
}

static bool is_stopped(struct search *x)
{
	if (x->stop && x->read % READ_AT_ONCE == 0 &&
		atomic_load_explicit(x->stop, memory_order_relaxed))
		x->stopped = true;
	return x->stopped;
}

bool search_next(struct search *x, struct hit *out)
{
	uint32_t place;

	while (!is_stopped(x) && next_candidate(x, &place)) {
		uint32_t article = x->b->s->by_time.v[place];

		if (!answers(x, article))
			continue;
		*out = (struct hit){ article, place,
			x->bounds.scores[article] };
		return true;
	}
	return false;
}

static void count_candidates(struct search *x)
{
	for (size_t i = 0; i < x->b->set_size; i++) {
		uint64_t sure = x->bounds.sure[i], maybe = x->bounds.maybe[i];

		x->sure += (uint32_t)__builtin_popcountll(sure);
		x->open += (uint32_t)__builtin_popcountll(maybe & ~sure);
	}
}

struct search *search_begin(const struct search_base *b, const struct query *q,
	enum search_order order, const atomic_bool *stop)
{
	struct search *x = mem_calloc(1, sizeof *x);

	x->b = b;
	x->q = q;
	x->order = order;
	x->stop = stop;
	x->reader = (struct query_reader){ .q = q, .s = b->s };
	x->stopped = bounds_find(&x->bounds, b, q, stop);
	if (x->stopped)
		return x;
	count_candidates(x);
	if (order == SEARCH_BEST_FIRST)
		make_heap(x);
	return x;
}

bool search_is_stopped(const struct search *x)
{
	return x->stopped;
}

uint32_t search_count(const struct search *x, bool *exact)
{
	uint64_t more = x->open;

	*exact = x->open == 0 && !x->stopped;
	if (x->read)
		more = more * x->answered / x->read;
	return x->sure + x->answered + (uint32_t)more;
}

void search_free(struct search *x)
{
	if (!x)
		return;
	query_reader_release(&x->reader);
	bounds_release(&x->bounds);
	vec_free(&x->heap);
	free(x);
}

void store_search(const struct store *s, const struct query *q,
	enum search_order order, struct hits *out)
{
	struct search_base *b = search_base_new(s);
	struct search *x = search_begin(b, q, order, NULL);
	struct hit hit;

	out->list.n = 0;
	while (search_next(x, &hit))
		*vec_push(&out->list) = hit;
	search_free(x);
	search_base_free(b);
}

void hits_release(struct hits *h)
{
	vec_free(&h->list);
}
