#include "order.h"

#include "copy.h"

#include "dateline/base/message.h"

struct key {
	const struct store *s;
	int64_t time; /* minutes since 1970; INT64_MAX: undated */
	uint32_t article;
};

static int by_str(const struct store *s, struct sref a, struct sref b)
{
	return str_cmp(store_str(s, a), store_str(s, b));
}

/* By id, then all else that could tell two articles apart. */
static int by_identity(const void *x, const void *y)
{
	const struct key *a = x, *b = y;
	const struct store *s = a->s;
	const struct article *p = &s->articles.v[a->article];
	const struct article *q = &s->articles.v[b->article];
	int c = by_str(s, p->id, q->id);

	if (c == 0)
		c = (a->time > b->time) - (a->time < b->time);
	if (c == 0)
		c = by_str(s, p->path, q->path);
	if (c == 0)
		c = by_str(s, p->title, q->title);
	if (c == 0)
		c = by_str(s, p->source, q->source);
	return c ? c : by_str(s, p->text, q->text);
}

/* The last minute of a day, from its start. */
#define DAY_END ((int64_t)(24 * 60 - 1))

/* An estimated day says least: after the known times of that day. */
static int64_t order_time(const struct article *a)
{
	int64_t time = date_sort_key(&a->date);

	if (time == INT64_MIN)
		return INT64_MAX;
	return a->date_basis == BASIS_ESTIMATED ? time + DAY_END : time;
}

int store_compare_times(const struct store *s, const struct article *a,
	const struct store *t, const struct article *b)
{
	int64_t x = order_time(a), y = order_time(b);
	int c = (x > y) - (x < y);

	if (c == 0)
		c = str_cmp(store_source(s, a), store_source(t, b));
	return c ? c : str_cmp(store_str(s, a->id), store_str(t, b->id));
}

static int by_time(const void *x, const void *y)
{
	const struct key *a = x, *b = y;

	if (a->time != b->time)
		return a->time < b->time ? -1 : 1;
	return store_compare_times(a->s, &a->s->articles.v[a->article], b->s,
		&b->s->articles.v[b->article]);
}

static struct key *keys_sorted(
	const struct store *s, int (*compare)(const void *, const void *))
{
	struct key *k = mem_alloc(s->articles.n * sizeof *k);

	for (size_t i = 0; i < s->articles.n; i++) {
		k[i] = (struct key){ s, order_time(&s->articles.v[i]),
			(uint32_t)i };
	}
	qsort(k, s->articles.n, sizeof *k, compare);
	return k;
}

uint32_t *store_order(const struct store *s)
{
	struct key *k = keys_sorted(s, by_time);
	uint32_t *order = mem_alloc(s->articles.n * sizeof *order);

	for (size_t i = 0; i < s->articles.n; i++)
		order[i] = k[i].article;
	free(k);
	return order;
}

void store_index_times(struct store *s)
{
	s->by_time.n = 0;
	for (uint32_t i = 0; i < s->articles.n; i++)
		*vec_push(&s->by_time) = i;
}

void store_index_ids(struct store *s)
{
	struct key *k = keys_sorted(s, by_identity);

	s->by_id.n = 0;
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&s->by_id) = k[i].article;
	free(k);
}

/* Drops the articles that equal the one before them in k[0 … n). */
static size_t drop_equal(struct store *s, struct key *k, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		const struct article *a = &s->articles.v[k[i].article];

		if (kept && by_identity(&k[kept - 1], &k[i]) == 0)
			store_skip_article(
				s, s, a, STR(N_("given twice, kept once")));
		else
			k[kept++] = k[i];
	}
	return kept;
}

static bool id_is_taken(
	const struct store *s, const struct key *k, size_t n, struct str id)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct sref have = s->articles.v[k[mid].article].id;
		int c = str_cmp(store_str(s, have), id);

		if (c == 0)
			return true;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

/*
 * Gives k[i], whose id k[i - 1] has too, the first of id~2, id~3 … after
 * *number that no article has. The articles keep their ids meanwhile, so that
 * k stays in order.
 */
static struct sref fresh_id(struct store *s, const struct key *k, size_t n,
	size_t i, uint32_t *number)
{
	struct buf b = { 0 };
	struct sref r;

	do {
		buf_clear(&b);
		buf_add(&b, store_str(s, s->articles.v[k[i].article].id));
		buf_add_f(&b, "~%u", ++*number);
	} while (id_is_taken(s, k, n, buf_str(&b)));
	r = store_put(s, buf_str(&b));
	buf_release(&b);
	return r;
}

static void make_ids_unique(struct store *s, const struct key *k, size_t n)
{
	struct sref *ids = mem_alloc(n * sizeof *ids);
	uint32_t number = 1;

	for (size_t i = 0; i < n; i++) {
		struct sref id = s->articles.v[k[i].article].id;

		ids[i] = id;
		if (i && by_str(s, id, s->articles.v[k[i - 1].article].id) == 0)
			ids[i] = fresh_id(s, k, n, i, &number);
		else
			number = 1;
	}
	for (size_t i = 0; i < n; i++)
		s->articles.v[k[i].article].id = ids[i];
	free(ids);
}

static void settle_ids(struct store *s)
{
	struct key *k = keys_sorted(s, by_identity);
	size_t n = drop_equal(s, k, s->articles.n);
	struct article *kept = mem_alloc(n * sizeof *kept);

	make_ids_unique(s, k, n);
	for (size_t i = 0; i < n; i++)
		kept[i] = s->articles.v[k[i].article];
	vec_free(&s->articles);
	s->articles.v = kept;
	s->articles.n = s->articles.cap = n;
	free(k);
}

struct word {
	struct str str;
	uint32_t number;
};

static int by_word(const void *x, const void *y)
{
	const struct word *a = x, *b = y;

	return str_cmp(a->str, b->str);
}

/* Copies the vocabulary, sorted; the new number of each word. */
static uint32_t *copy_words(struct store *to, const struct store *from)
{
	uint32_t n = from->interned.n;
	struct word *w = mem_alloc(n * sizeof *w);
	uint32_t *words = mem_alloc(n * sizeof *words);

	for (uint32_t i = 0; i < n; i++)
		w[i] = (struct word){ from->interned.strings[i], i };
	qsort(w, n, sizeof *w, by_word);
	for (uint32_t i = 0; i < n; i++) {
		struct sref r = store_put(to, w[i].str);

		*vec_push(&to->by_word) = i;
		*vec_push(&to->words) = r;
		words[w[i].number] = i;
	}
	free(w);
	return words;
}

static int by_where(const void *x, const void *y, void *store)
{
	const struct skip *a = x, *b = y;
	const struct store *s = store;
	int c = by_str(s, a->where, b->where);

	return c ? c : by_str(s, a->why, b->why);
}

void store_sort_skips(struct store *from)
{
	if (from->skips.n)
		qsort_r(from->skips.v, from->skips.n, sizeof *from->skips.v,
			by_where, from);
}

/* A store that is written anew. */
struct rewriting {
	struct store *to;
	const struct store *from;
	uint32_t *words; /* their new numbers */
};

static void rewrite_texts(void *ctx)
{
	const struct rewriting *r = ctx;

	for (size_t i = 0; i < r->to->articles.n; i++)
		store_copy_text(r->to, r->from, &r->to->articles.v[i]);
}

static void rewrite_terms(void *ctx)
{
	const struct rewriting *r = ctx;

	for (size_t i = 0; i < r->to->articles.n; i++)
		store_copy_terms(
			r->to, r->from, &r->to->articles.v[i], r->words);
}

void store_normalise(struct store *s, struct crew *crew)
{
	static void (*const rewrite[])(
		void *) = { rewrite_texts, rewrite_terms };
	struct store out = { .from = STORE_NONE };
	struct rewriting r = { &out, s, NULL };
	uint32_t *order;

	settle_ids(s);
	order = store_order(s);
	buf_reserve(&out.chars, s->chars.n);
	r.words = copy_words(&out, s);
	for (size_t i = 0; i < s->articles.n; i++)
		*vec_push(&out.articles) = s->articles.v[order[i]];
	crew_tasks(crew, 2, rewrite, &r);
	store_sort_skips(s);
	store_copy_skips(&out, s);
	store_copy_files(&out, s);
	free(r.words);
	free(order);
	store_release(s);
	*s = out;
}
