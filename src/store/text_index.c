#include "text_index.h"

#include "dateline/text/fold.h"
#include "dateline/text/words.h"

/* A word while the index is made. */
struct entry {
	struct buf bytes; /* its postings, packed */
	uint32_t last; /* article + 1 of the latest one packed */
	uint32_t weight; /* in the article at hand; 0: not in it */
};

struct maker {
	struct intern words;
	VEC_OF(struct entry) entries; /* by number in words */
	VEC_OF(uint32_t) met; /* words of the article at hand */
	struct buf folded;
};

static void pack(struct buf *out, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_add_c(out, (char)(n | 0x80));
	buf_add_c(out, (char)n);
}

static bool unpack(struct index_walk *w, uint32_t *n)
{
	uint32_t value = 0;

	for (unsigned shift = 0; w->at < w->end && shift < 32; shift += 7) {
		uint8_t byte = *w->at++;

		value |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80) {
			*n = value;
			return true;
		}
	}
	return false;
}

static void count(
	struct maker *m, struct str text, struct range word, uint32_t weight)
{
	struct str folded;
	struct entry *entry;
	uint32_t number;

	buf_clear(&m->folded);
	text_fold(&m->folded, str_range(text, word));
	folded = str_slice(buf_str(&m->folded), 0, INDEX_WORD_MAX);
	number = intern_add(&m->words, folded);
	if (number == m->entries.n)
		*vec_push(&m->entries) = (struct entry){ 0 };
	entry = &m->entries.v[number];
	if (entry->weight == 0)
		*vec_push(&m->met) = number;
	entry->weight += weight;
}

/* Where the first paragraph ends; 0 when there is none. */
static uint32_t lead_end(const struct store *s, const struct article *a)
{
	for (uint32_t i = 0; i < a->blocks.n; i++) {
		const struct block *b = &s->blocks.v[a->blocks.first + i];

		if (b->kind == BLOCK_PARAGRAPH)
			return b->end;
	}
	return 0;
}

static void count_words(
	struct maker *m, const struct store *s, const struct article *a)
{
	struct str title = store_str(s, a->title), text = store_str(s, a->text);
	uint32_t lead = lead_end(s, a);
	struct range word;

	for (size_t at = 0; word_next(title, at, &word); at = word.end)
		count(m, title, word, WEIGHT_TITLE);
	for (size_t at = 0; word_next(text, at, &word); at = word.end)
		count(m, text, word,
			word.end <= lead ? WEIGHT_LEAD : WEIGHT_TEXT);
}

/* The distance and, unless it is 1, the weight. */
static void pack_article(struct maker *m, uint32_t article)
{
	for (size_t i = 0; i < m->met.n; i++) {
		struct entry *e = &m->entries.v[m->met.v[i]];
		bool plain = e->weight == 1;

		pack(&e->bytes, (article + 1 - e->last) << 1 | (plain ? 0 : 1));
		if (!plain)
			pack(&e->bytes, e->weight);
		e->last = article + 1;
		e->weight = 0;
	}
	m->met.n = 0;
}

static int by_bytes(const void *x, const void *y, void *words)
{
	const struct intern *m = words;

	return str_cmp(m->strings[*(const uint32_t *)x],
		m->strings[*(const uint32_t *)y]);
}

static uint32_t *sort_words(struct maker *m)
{
	uint32_t *order = mem_alloc((m->words.n + 1) * sizeof *order);

	for (uint32_t i = 0; i < m->words.n; i++)
		order[i] = i;
	if (m->words.n)
		qsort_r(order, m->words.n, sizeof *order, by_bytes, &m->words);
	return order;
}

static void settle(struct maker *m, struct text_index *x)
{
	uint32_t *order = sort_words(m);

	for (uint32_t i = 0; i < m->words.n; i++) {
		struct entry *e = &m->entries.v[order[i]];
		struct index_word *word = vec_push(&x->words);

		word->chars = x->chars.n;
		word->postings = x->postings.n;
		buf_add(&x->chars, m->words.strings[order[i]]);
		buf_add(&x->postings, buf_str(&e->bytes));
		buf_release(&e->bytes);
	}
	free(order);
}

/* Takes the articles of s from `first` on; article 0 has the number `base`. */
static void take(
	struct maker *m, const struct store *s, uint32_t first, uint32_t base)
{
	for (uint32_t i = first; i < s->articles.n; i++) {
		count_words(m, s, &s->articles.v[i]);
		pack_article(m, base + i);
	}
}

static void finish(struct maker *m, struct text_index *x, size_t articles)
{
	settle(m, x);
	x->articles = (uint32_t)articles;
	intern_release(&m->words);
	vec_free(&m->entries);
	vec_free(&m->met);
	buf_release(&m->folded);
}

void text_index_make(struct store *s)
{
	struct maker m = { 0 };

	take(&m, s, 0, 0);
	finish(&m, &s->index, s->articles.n);
}

void text_index_add(
	struct text_index *x, const struct store *s, const struct store *more)
{
	struct maker m = { 0 };

	take(&m, s, s->index.articles, 0);
	take(&m, more, 0, (uint32_t)s->articles.n);
	finish(&m, x, s->articles.n + more->articles.n);
}

void text_index_release(struct text_index *x)
{
	vec_free(&x->words);
	buf_release(&x->chars);
	buf_release(&x->postings);
}

static struct str word_at(const struct text_index *x, size_t i)
{
	uint64_t end =
		i + 1 < x->words.n ? x->words.v[i + 1].chars : x->chars.n;

	return str_slice(buf_str(&x->chars), x->words.v[i].chars, end);
}

/* The first word from which on `after` holds. */
static size_t bound(const struct text_index *x, struct str word, bool after)
{
	size_t low = 0, high = x->words.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		struct str at = word_at(x, mid);
		int c = str_cmp(after ? str_slice(at, 0, word.n) : at, word);

		if (c < 0 || (after && c == 0))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct span text_index_find(
	const struct text_index *x, struct str word, bool prefix)
{
	bool cut = word.n > INDEX_WORD_MAX;
	size_t first, end;

	word = str_slice(word, 0, INDEX_WORD_MAX);
	first = bound(x, word, false);
	end = prefix && !cut ? bound(x, word, true)
	      : first < x->words.n && str_eq(word_at(x, first), word)
		      ? first + 1
		      : first;
	return (struct span){ (uint32_t)first, (uint32_t)(end - first) };
}

void index_walk_begin(struct index_walk *w, const struct store *s,
	const struct text_index *x, uint32_t word)
{
	uint64_t end = word + 1 < x->words.n ? x->words.v[word + 1].postings
					     : x->postings.n;
	struct str bytes = str_slice(
		buf_str(&x->postings), x->words.v[word].postings, end);

	*w = (struct index_walk){ .at = (const uint8_t *)bytes.p,
		.end = (const uint8_t *)bytes.p + bytes.n,
		.limit = (uint32_t)s->articles.n };
}

bool index_walk_next(struct index_walk *w)
{
	uint32_t step;

	if (!unpack(w, &step))
		return false;
	if (!w->started)
		w->now.article = UINT32_MAX; /* one before the first */
	w->started = true;
	w->now.article += step >> 1;
	w->now.weight = 1;
	return w->now.article < w->limit &&
	       (!(step & 1) || unpack(w, &w->now.weight));
}
