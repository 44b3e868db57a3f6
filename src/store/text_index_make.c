#include "text_index.h"

#include "dateline/text/fold.h"
#include "dateline/text/words.h"

/* Parts of the archive whose words are counted side by side: as many threads
 * have work. More of them would repeat more words. */
#define PARTS 16

/* A word while the index is made. */
struct entry {
	struct index_entry first; /* the part's first article that has it */
	struct buf bytes; /* its other postings, packed */
	uint32_t last; /* article of the latest one */
	uint32_t weight; /* in the article at hand; 0: not in it */
};

/* The words of a part of the articles. */
struct maker {
	struct intern words;
	VEC_OF(struct entry) entries; /* by number in words */
	VEC_OF(uint32_t) met; /* words of the article at hand */
	struct buf folded;
	uint32_t *order; /* the words by their bytes */
	size_t at; /* in order: the next to be put into the index */
};

static void pack_number(struct buf *out, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_add_c(out, (char)(n | 0x80));
	buf_add_c(out, (char)n);
}

/* The distance and, unless it is 1, the weight. */
static void pack(struct buf *out, uint32_t step, uint32_t weight)
{
	pack_number(out, step << 1 | (weight == 1 ? 0 : 1));
	if (weight != 1)
		pack_number(out, weight);
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

/* Ends the article: what was counted becomes postings. */
static void end_article(struct maker *m, uint32_t article)
{
	for (size_t i = 0; i < m->met.n; i++) {
		struct entry *e = &m->entries.v[m->met.v[i]];

		if (e->first.weight == 0)
			e->first = (struct index_entry){ article, e->weight };
		else
			pack(&e->bytes, article - e->last, e->weight);
		e->last = article;
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

static void sort_words(struct maker *m)
{
	m->order = mem_alloc(m->words.n * sizeof *m->order);
	for (uint32_t i = 0; i < m->words.n; i++)
		m->order[i] = i;
	if (m->words.n)
		qsort_r(m->order, m->words.n, sizeof *m->order, by_bytes,
			&m->words);
}

/* Takes articles [first, end) of s; article 0 has the number `base`. */
static void take(struct maker *m, const struct store *s, size_t first,
	size_t end, uint32_t base)
{
	for (size_t i = first; i < end; i++) {
		count_words(m, s, &s->articles.v[i]);
		end_article(m, base + (uint32_t)i);
	}
	sort_words(m);
}

static void maker_release(struct maker *m)
{
	for (size_t i = 0; i < m->entries.n; i++)
		buf_release(&m->entries.v[i].bytes);
	intern_release(&m->words);
	vec_free(&m->entries);
	vec_free(&m->met);
	buf_release(&m->folded);
	free(m->order);
}

/* The word a part has next; false: it has no more. */
static bool next_word(const struct maker *m, struct str *word)
{
	if (m->at == m->words.n)
		return false;
	*word = m->words.strings[m->order[m->at]];
	return true;
}

/* The first of the words that parts have next; false: they have no more. */
static bool first_word(const struct maker *m, size_t n, struct str *first)
{
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		struct str word;

		if (!next_word(&m[i], &word) ||
			(found && str_cmp(word, *first) >= 0))
			continue;
		*first = word;
		found = true;
	}
	return found;
}

/* Puts the words of n parts, which follow one another, together. */
static void merge(struct text_index *x, struct maker *m, size_t n)
{
	struct str word, own;

	while (first_word(m, n, &word)) {
		uint32_t before = UINT32_MAX; /* one before the first */

		*vec_push(&x->words) =
			(struct index_word){ x->chars.n, x->postings.n };
		buf_add(&x->chars, word);
		for (size_t i = 0; i < n; i++) {
			const struct entry *e;

			if (!next_word(&m[i], &own) || !str_eq(own, word))
				continue;
			e = &m[i].entries.v[m[i].order[m[i].at++]];
			pack(&x->postings, e->first.article - before,
				e->first.weight);
			buf_add(&x->postings, buf_str(&e->bytes));
			before = e->last;
		}
	}
	for (size_t i = 0; i < n; i++)
		maker_release(&m[i]);
}

struct making {
	const struct store *s;
	size_t size; /* articles of a part */
	struct maker parts[PARTS];
};

static void make_part(void *ctx, struct share *share)
{
	struct making *m = ctx;

	take(&m->parts[share->first / m->size], m->s, share->first, share->end,
		0);
}

void text_index_make(struct store *s, struct crew *crew)
{
	size_t n = s->articles.n;
	struct making m = { .s = s, .size = n / PARTS + 1 };
	const struct crew_work work = {
		.ctx = &m, .run = make_part, .size = m.size
	};

	crew_work(crew, n, &work);
	merge(&s->index, m.parts, PARTS);
	s->index.articles = (uint32_t)n;
}

void text_index_add(
	struct text_index *x, const struct store *s, const struct store *more)
{
	size_t n = s->articles.n;
	struct maker parts[2] = { 0 };

	take(&parts[0], s, s->index.articles, n, 0);
	take(&parts[1], more, 0, more->articles.n, (uint32_t)n);
	merge(x, parts, 2);
	x->articles = (uint32_t)(n + more->articles.n);
}
