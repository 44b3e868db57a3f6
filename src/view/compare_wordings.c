/*
 * Words of one speaker that two articles give differently. Two quotes are the
 * same utterance when they share at least half of the words of the shorter one
 * and no fewer than four; measured on the sample archive's reworded quotes and
 * on its pairs of different ones.
 */
#include "compare.h"

#include "dateline/text/fold.h"
#include "dateline/text/token.h"

#define SHARED_WORDS_MIN 4
#define SHARED_PERCENT_MIN 50
/* Quotes of one speaker held against each other: the work is quadratic. */
#define SAID_MAX 200

/* The words of a quote, sorted, each once; where they are in `ids`. */
struct wording {
	uint32_t speaker, at, quote;
	struct span words;
	struct str folded; /* in the arena: what is compared first */
};

struct wordings {
	struct comparison *c;
	struct tokens tokens;
	struct intern words;
	struct buf folded;
	VEC_OF(uint32_t) ids;
	VEC_OF(struct wording) list;
};

static int by_id(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void sort_words(struct wordings *w, struct span *words)
{
	uint32_t *ids = w->ids.v + words->first;
	uint32_t kept = 0;

	words->n = (uint32_t)w->ids.n - words->first;
	if (words->n == 0)
		return;
	qsort(ids, words->n, sizeof *ids, by_id);
	for (uint32_t i = 0; i < words->n; i++)
		if (kept == 0 || ids[kept - 1] != ids[i])
			ids[kept++] = ids[i];
	words->n = kept;
	w->ids.n = words->first + kept;
}

static void read_words(struct wordings *w, struct wording *q, struct str text)
{
	struct buf all = { 0 };

	tokenize(&w->tokens, text, lexicon_english());
	q->words.first = (uint32_t)w->ids.n;
	for (size_t i = 0; i < w->tokens.list.n; i++) {
		uint8_t kind = w->tokens.list.v[i].kind;

		if (kind != TOKEN_WORD && kind != TOKEN_NUMBER &&
			kind != TOKEN_CLITIC)
			continue;
		buf_clear(&w->folded);
		text_fold(&w->folded, token_str(&w->tokens, i));
		*vec_push(&w->ids) = intern_add(&w->words, buf_str(&w->folded));
		buf_add(&all, buf_str(&w->folded));
		buf_add_c(&all, ' ');
	}
	q->folded = arena_dup(&w->c->arena, buf_str(&all));
	buf_release(&all);
	sort_words(w, &q->words);
}

static void add_said(struct wordings *w, const struct compared_said *said)
{
	const struct store *s = w->c->store;
	const struct article *a = compared(w->c, said->at);
	const struct store_quote *quote =
		&s->quotes.v[a->quotes.first + said->quote];
	struct wording q = { said->speaker, said->at, said->quote, { 0, 0 },
		STR_NONE };

	if (quote->kind == QUOTE_REPORTED || a->copy_of != STORE_NONE)
		return;
	read_words(w, &q, str_range(store_str(s, a->text), quote->span));
	*vec_push(&w->list) = q;
}

static int by_speaker(const void *a, const void *b)
{
	const struct wording *x = a, *y = b;

	if (x->speaker != y->speaker)
		return x->speaker < y->speaker ? -1 : 1;
	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->quote > y->quote) - (x->quote < y->quote);
}

static uint32_t shared_words(
	const struct wordings *w, struct span a, struct span b)
{
	const uint32_t *x = w->ids.v + a.first, *y = w->ids.v + b.first;
	uint32_t i = 0, j = 0, n = 0;

	while (i < a.n && j < b.n) {
		bool first = x[i] <= y[j], second = y[j] <= x[i];

		n += first && second;
		i += first;
		j += second;
	}
	return n;
}

enum likeness { UNLIKE, REWORDED, SAME };

/* One inside the other is the same words, quoted at another length. */
static enum likeness compare(const struct wordings *w, const struct wording *a,
	const struct wording *b)
{
	uint32_t shorter = a->words.n < b->words.n ? a->words.n : b->words.n;
	uint32_t shared;

	if (str_find(a->folded, b->folded, 0) != STR_NPOS ||
		str_find(b->folded, a->folded, 0) != STR_NPOS)
		return SAME;
	shared = shared_words(w, a->words, b->words);
	return shared >= SHARED_WORDS_MIN &&
			       shared * 100 >= shorter * SHARED_PERCENT_MIN
		       ? REWORDED
		       : UNLIKE;
}

/* Whether the i-th is another wording of an earlier one; the speaker's start
 * at `first`. */
static bool is_reworded(const struct wordings *w, size_t first, size_t i)
{
	const struct wording *q = &w->list.v[i];
	bool reworded = false;

	if (first + SAID_MAX < i)
		first = i - SAID_MAX;
	for (size_t j = first; j < i; j++) {
		enum likeness like = compare(w, &w->list.v[j], q);

		if (like == SAME)
			return false;
		reworded |= like == REWORDED && w->list.v[j].at != q->at;
	}
	return reworded;
}

void compare_wordings(struct comparison *c)
{
	struct wordings w = { .c = c };
	size_t first = 0;

	for (size_t i = 0; i < c->said.n; i++)
		add_said(&w, &c->said.v[i]);
	if (w.list.n)
		qsort(w.list.v, w.list.n, sizeof *w.list.v, by_speaker);
	for (size_t i = 0; i < w.list.n; i++) {
		const struct wording *q = &w.list.v[i];

		if (q->speaker != w.list.v[first].speaker)
			first = i;
		if (is_reworded(&w, first, i))
			*vec_push(&c->wordings) =
				(struct compared_wording){ q->speaker, q->at,
					q->quote };
	}
	tokens_release(&w.tokens);
	intern_release(&w.words);
	buf_release(&w.folded);
	vec_free(&w.ids);
	vec_free(&w.list);
}
