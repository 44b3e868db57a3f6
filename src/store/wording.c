#include "dateline/store/wording.h"

#include "dateline/text/fold.h"

#define SHARED_WORDS_MIN 4
#define SHARED_PERCENT_MIN 50

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

uint32_t wordings_add(struct wordings *w, struct str text)
{
	struct wording q = { .words.first = (uint32_t)w->ids.n };

	buf_clear(&w->buf);
	tokenize(&w->tokens, text, lexicon_english());
	for (size_t i = 0; i < w->tokens.list.n; i++) {
		uint8_t kind = w->tokens.list.v[i].kind;
		size_t start = w->buf.n;

		if (kind != TOKEN_WORD && kind != TOKEN_NUMBER &&
			kind != TOKEN_CLITIC)
			continue;
		text_fold(&w->buf, token_str(&w->tokens, i));
		*vec_push(&w->ids) = intern_add(&w->words,
			str_slice(buf_str(&w->buf), start, w->buf.n));
		buf_add_c(&w->buf, ' ');
	}
	q.folded = arena_dup(&w->arena, buf_str(&w->buf));
	sort_words(w, &q.words);
	*vec_push(&w->list) = q;
	return (uint32_t)w->list.n - 1;
}

void wordings_clear(struct wordings *w)
{
	w->list.n = w->ids.n = 0;
	intern_clear(&w->words);
	arena_clear(&w->arena);
}

void wordings_release(struct wordings *w)
{
	vec_free(&w->list);
	vec_free(&w->ids);
	intern_release(&w->words);
	tokens_release(&w->tokens);
	arena_release(&w->arena);
	buf_release(&w->buf);
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

enum wording_likeness wordings_compare(
	const struct wordings *w, uint32_t i, uint32_t j)
{
	const struct wording *a = &w->list.v[i], *b = &w->list.v[j];
	uint32_t shorter = a->words.n < b->words.n ? a->words.n : b->words.n;
	uint32_t shared;

	if (str_find(a->folded, b->folded, 0) != STR_NPOS ||
		str_find(b->folded, a->folded, 0) != STR_NPOS)
		return WORDING_SAME;
	shared = shared_words(w, a->words, b->words);
	return shared >= SHARED_WORDS_MIN &&
			       shared * 100 >= shorter * SHARED_PERCENT_MIN
		       ? WORDING_TOLD
		       : WORDING_OTHER;
}
