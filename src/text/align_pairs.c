/* Paragraphs paired by the words they share; align.h says how. */
#include "align.h"

/* Two paragraphs alike enough to be the same one. */
struct pair {
	uint32_t a, b;
	uint32_t shared; /* different words of both */
	uint32_t alike; /* percent */
	uint64_t heaviest; /* shared words of the best chain that ends here */
	uint32_t before; /* the pair before it in that chain; ALIGN_NONE */
};

struct pairing {
	const struct aligned_text *a, *b;
	uint32_t words;
	uint32_t *postings; /* by word: where its paragraphs of b start */
	uint32_t *paragraphs; /* of b */
	uint32_t *seen; /* by word: paragraph that had it last, + 1 */
	uint32_t *size_b; /* by paragraph of b: different words that count */
	VEC_OF(struct pair) list; /* by a, b */
};

static struct range ids_of(const struct aligned_text *x, uint32_t paragraph)
{
	return x->paragraphs.v[paragraph];
}

/* Whether element i is a word its paragraph did not have before. */
static bool is_new_word(const struct pairing *p, const struct aligned_text *x,
	uint32_t i, uint32_t paragraph)
{
	uint32_t word = x->ids.v[i];

	if (!x->weight.v[i] || p->seen[word] == paragraph + 1)
		return false;
	p->seen[word] = paragraph + 1;
	return true;
}

static void forget_seen(const struct pairing *p)
{
	memset(p->seen, 0, p->words * sizeof *p->seen);
}

/* The paragraphs of b that have each word. */
static void index_words(struct pairing *p)
{
	uint32_t n = (uint32_t)p->b->paragraphs.n, *fill;

	for (uint32_t at = 0; at < n; at++)
		for (uint32_t i = ids_of(p->b, at).start;
			i < ids_of(p->b, at).end; i++)
			if (is_new_word(p, p->b, i, at))
				p->postings[p->b->ids.v[i] + 1]++;
	for (uint32_t i = 0; i < p->words; i++)
		p->postings[i + 1] += p->postings[i];
	forget_seen(p);
	p->paragraphs = mem_alloc(
		(p->postings[p->words] + 1ull) * sizeof *p->paragraphs);
	fill = mem_alloc((p->words + 1ull) * sizeof *fill);
	memcpy(fill, p->postings, p->words * sizeof *fill);
	for (uint32_t at = 0; at < n; at++)
		for (uint32_t i = ids_of(p->b, at).start;
			i < ids_of(p->b, at).end; i++)
			if (is_new_word(p, p->b, i, at))
				p->paragraphs[fill[p->b->ids.v[i]]++] = at;
	forget_seen(p);
	free(fill);
}

static bool counts(const struct pairing *p, uint32_t word)
{
	return p->postings[word + 1] - p->postings[word] <= ALIGN_COMMON;
}

static void measure_b(const struct pairing *p)
{
	for (uint32_t i = 0; i < p->words; i++)
		for (uint32_t at = p->postings[i];
			counts(p, i) && at < p->postings[i + 1]; at++)
			p->size_b[p->paragraphs[at]]++;
}

static int by_places(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

/* The paragraphs of b that are like one of a; Dice 1945. */
static void find_like(struct pairing *p, uint32_t at, uint32_t *votes)
{
	struct range ids = ids_of(p->a, at);
	size_t first = p->list.n, kept = first;
	uint32_t size = 0;

	for (uint32_t i = ids.start; i < ids.end; i++) {
		uint32_t word = p->a->ids.v[i];

		if (!is_new_word(p, p->a, i, at) || !counts(p, word))
			continue;
		size++;
		for (uint32_t j = p->postings[word]; j < p->postings[word + 1];
			j++)
			if (votes[p->paragraphs[j]]++ == 0)
				*vec_push(&p->list) = (struct pair){ .a = at,
					.b = p->paragraphs[j] };
	}
	for (size_t i = first; i < p->list.n; i++) {
		struct pair pair = p->list.v[i];

		pair.shared = votes[pair.b];
		pair.alike = (uint32_t)(200ull * pair.shared /
					(size + p->size_b[pair.b]));
		votes[pair.b] = 0;
		if (pair.alike >= ALIGN_ALIKE)
			p->list.v[kept++] = pair;
	}
	p->list.n = kept;
}

static void find_candidates(struct pairing *p)
{
	uint32_t n = (uint32_t)p->a->paragraphs.n;
	uint32_t *votes = mem_calloc(p->b->paragraphs.n + 1, sizeof *votes);

	for (uint32_t at = 0; at < n; at++)
		find_like(p, at, votes);
	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_places);
	free(votes);
}

/* The heaviest chain. A Fenwick tree over the paragraphs of b keeps the best
 * pair that ends before each: pair + 1. */

static uint64_t weight_at(const struct pairing *p, uint32_t pair)
{
	return pair ? p->list.v[pair - 1].heaviest : 0;
}

static uint32_t best_before(
	const struct pairing *p, const uint32_t *tree, uint32_t b)
{
	uint32_t best = 0;

	for (uint32_t i = b; i > 0; i &= i - 1)
		if (weight_at(p, tree[i]) > weight_at(p, best))
			best = tree[i];
	return best;
}

static void enter_pair(
	const struct pairing *p, uint32_t *tree, uint32_t n, uint32_t pair)
{
	for (uint32_t i = p->list.v[pair].b + 1; i <= n; i += i & (~i + 1))
		if (p->list.v[pair].heaviest > weight_at(p, tree[i]))
			tree[i] = pair + 1;
}

static uint32_t find_chain(struct pairing *p)
{
	uint32_t n = (uint32_t)p->b->paragraphs.n, best = 0;
	uint32_t *tree = mem_calloc(n + 1ull, sizeof *tree);

	for (uint32_t from = 0, end; from < p->list.n; from = end) {
		end = from;
		while (end < p->list.n &&
			p->list.v[end].a == p->list.v[from].a) {
			struct pair *pair = &p->list.v[end++];
			uint32_t before = best_before(p, tree, pair->b);

			pair->before = before ? before - 1 : ALIGN_NONE;
			pair->heaviest = weight_at(p, before) + pair->shared;
		}
		for (uint32_t i = from; i < end; i++) {
			enter_pair(p, tree, n, i);
			if (p->list.v[i].heaviest > weight_at(p, best))
				best = i + 1;
		}
	}
	free(tree);
	return best ? best - 1 : ALIGN_NONE;
}

static void tie(struct pairs *out, uint32_t a, uint32_t b, bool in_order)
{
	out->to_b[a] = b;
	out->to_a[b] = a;
	out->in_order[a] = in_order;
}

static bool are_equal(const struct pairing *p, uint32_t a, uint32_t b)
{
	struct range x = ids_of(p->a, a), y = ids_of(p->b, b);

	return x.end - x.start == y.end - y.start &&
	       (x.end == x.start ||
		       memcmp(p->a->ids.v + x.start, p->b->ids.v + y.start,
			       (x.end - x.start) * sizeof *p->a->ids.v) == 0);
}

/* Equal paragraphs next to the ends of what stands between two pairs: those
 * whose words are all frequent. */
static void tie_equal(const struct pairing *p, struct pairs *out,
	struct range a, struct range b)
{
	while (a.start < a.end && b.start < b.end &&
		are_equal(p, a.start, b.start))
		tie(out, a.start++, b.start++, true);
	while (a.start < a.end && b.start < b.end &&
		are_equal(p, a.end - 1, b.end - 1))
		tie(out, --a.end, --b.end, true);
}

static void fill_gaps(const struct pairing *p, struct pairs *out)
{
	uint32_t n = (uint32_t)p->a->paragraphs.n, a = 0, b = 0;

	for (uint32_t i = 0; i <= n; i++) {
		uint32_t to =
			i < n ? out->to_b[i] : (uint32_t)p->b->paragraphs.n;

		if (to == ALIGN_NONE)
			continue;
		tie_equal(p, out, (struct range){ a, i },
			(struct range){ b, to });
		a = i + 1;
		b = to + 1;
	}
}

static int by_likeness(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->alike != b->alike)
		return a->alike > b->alike ? -1 : 1;
	if (a->shared != b->shared)
		return a->shared > b->shared ? -1 : 1;
	return by_places(x, y);
}

static void find_moved(struct pairing *p, struct pairs *out)
{
	if (p->list.n)
		qsort(p->list.v, p->list.n, sizeof *p->list.v, by_likeness);
	for (size_t i = 0; i < p->list.n; i++) {
		const struct pair *pair = &p->list.v[i];

		if (pair->alike >= ALIGN_MOVED &&
			pair->shared >= ALIGN_MOVED_WORDS &&
			out->to_b[pair->a] == ALIGN_NONE &&
			out->to_a[pair->b] == ALIGN_NONE)
			tie(out, pair->a, pair->b, false);
	}
}

static void pairs_init(struct pairs *out, size_t an, size_t bn)
{
	out->to_b = mem_alloc((an + 1) * sizeof *out->to_b);
	out->to_a = mem_alloc((bn + 1) * sizeof *out->to_a);
	out->in_order = mem_calloc(an + 1, sizeof *out->in_order);
	for (size_t i = 0; i < an; i++)
		out->to_b[i] = ALIGN_NONE;
	for (size_t i = 0; i < bn; i++)
		out->to_a[i] = ALIGN_NONE;
}

void pairs_find(struct pairs *out, const struct aligned_text *a,
	const struct aligned_text *b, uint32_t words)
{
	struct pairing p = { .a = a, .b = b, .words = words };

	pairs_init(out, a->paragraphs.n, b->paragraphs.n);
	p.postings = mem_calloc(words + 2ull, sizeof *p.postings);
	p.seen = mem_calloc(words + 1ull, sizeof *p.seen);
	p.size_b = mem_calloc(b->paragraphs.n + 1, sizeof *p.size_b);
	index_words(&p);
	measure_b(&p);
	find_candidates(&p);
	for (uint32_t i = find_chain(&p); i != ALIGN_NONE;
		i = p.list.v[i].before)
		tie(out, p.list.v[i].a, p.list.v[i].b, true);
	fill_gaps(&p, out);
	find_moved(&p, out);
	free(p.postings);
	free(p.paragraphs);
	free(p.seen);
	free(p.size_b);
	vec_free(&p.list);
}

void pairs_release(struct pairs *p)
{
	free(p->to_b);
	free(p->to_a);
	free(p->in_order);
}
