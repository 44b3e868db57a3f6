#include "repeats.h"

#include "grammar.h"

#include "dateline/text/fold.h"

/* With more quotes set off than this nothing is looked for: bounds the work. */
#define SET_OFF_MAX 48

/* Bytes: shorter words prove nothing ("No"), more need no comparing. */
#define REPEAT_MIN 6
#define REPEAT_MAX 80

/* The words of quotes, folded, with a space before and behind each. */
struct said {
	struct buf words;
	size_t running; /* bytes of those that stand in running text */
};

/* The first token that ends behind a byte. */
static uint32_t token_from(const struct work *w, uint32_t byte)
{
	uint32_t low = 0, high = (uint32_t)token_count(w);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (tok(w, mid)->end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool is_ellipsis(const struct work *w, uint32_t i)
{
	return is_punct(w, i, 0x2026) ||
	       (is_punct(w, i, '.') && is_punct(w, i + 1, '.'));
}

/* Adds the words of a quote; a line for each piece between ellipses. */
static void add_words(const struct work *w, struct range span, struct buf *out)
{
	uint32_t n = (uint32_t)token_count(w);

	if (out->n == 0)
		buf_add_c(out, ' ');
	for (uint32_t i = token_from(w, span.start);
		i < n && tok(w, i)->start < span.end; i++) {
		enum token_kind kind = (enum token_kind)tok(w, i)->kind;

		if (is_ellipsis(w, i))
			buf_add(out, STR("\n "));
		if (kind != TOKEN_WORD && kind != TOKEN_NUMBER &&
			kind != TOKEN_CLITIC)
			continue;
		text_fold(out, token_str(&w->a->tokens, i));
		buf_add_c(out, ' ');
	}
}

static bool is_alone(
	const struct work *w, const struct block *b, const struct quote *q)
{
	uint32_t first = token_from(w, b->start),
		 after = token_from(w, q->span.end);

	if (b->kind != BLOCK_PARAGRAPH)
		return false;
	while (tok(w, first)->start < q->span.start &&
		tok(w, first)->kind == TOKEN_MARK)
		first++;
	while (is_kind(w, after, TOKEN_MARK) || is_kind(w, after, TOKEN_PUNCT))
		after++;
	return tok(w, first)->start == q->span.start &&
	       (after >= token_count(w) || is_kind(w, after, TOKEN_BREAK));
}

static enum standing standing_of(
	const struct work *w, const struct quote *q, size_t *block)
{
	const struct doc *d = w->doc;

	while (*block < d->n_blocks && d->blocks[*block].end <= q->span.start)
		++*block;
	if (*block == d->n_blocks || d->blocks[*block].start > q->span.start)
		return STANDS_RUNNING;
	switch (d->blocks[*block].kind) {
	case BLOCK_HEADING:
	case BLOCK_QUOTE:
	case BLOCK_CAPTION:
	case BLOCK_STANDFIRST:
		return STANDS_OFF;
	default:
		return is_alone(w, &d->blocks[*block], q) ? STANDS_ALONE
							  : STANDS_RUNNING;
	}
}

/* Fills speech.standing; how many do not stand in running text. */
static size_t find_standing(struct work *w)
{
	struct speech *sp = &w->a->speech;
	size_t block = 0, n = 0;

	sp->standing.n = 0;
	for (size_t k = 0; k < w->out->quotes.n; k++) {
		enum standing s = standing_of(w, &w->out->quotes.v[k], &block);

		*vec_push(&sp->standing) = (uint8_t)s;
		n += s != STANDS_RUNNING;
	}
	return n;
}

static void collect_said(struct work *w, struct said *said)
{
	const struct analysis *out = w->out;
	const uint8_t *standing = w->a->speech.standing.v;

	for (size_t k = 0; k < out->quotes.n; k++)
		if (standing[k] == STANDS_RUNNING)
			add_words(w, out->quotes.v[k].span, &said->words);
	said->running = said->words.n;
	for (size_t k = 0; k < out->quotes.n; k++)
		if (standing[k] == STANDS_ALONE)
			add_words(w, out->quotes.v[k].span, &said->words);
}

/* Every piece of its words is in `said`. */
static bool is_said(struct str words, struct str said)
{
	size_t pieces = 0;

	while (words.n) {
		size_t end = str_chr(words, '\n', 0);
		struct str piece =
			str_slice(words, 0, end == STR_NPOS ? words.n : end);

		words = str_slice(words, piece.n + (end != STR_NPOS), words.n);
		if (piece.n < REPEAT_MIN)
			continue;
		if (piece.n > REPEAT_MAX)
			piece.n = REPEAT_MAX;
		if (str_find_nocase(said, piece, 0) == STR_NPOS)
			return false;
		pieces++;
	}
	return pieces > 0;
}

/* Marks the quotes that are said elsewhere as empty. */
static void empty_repeats(struct work *w, const struct said *said)
{
	const uint8_t *standing = w->a->speech.standing.v;
	struct quote *v = w->out->quotes.v;
	struct buf words = { 0 };

	for (size_t k = 0; k < w->out->quotes.n; k++) {
		struct str where = buf_str(&said->words);

		if (standing[k] == STANDS_RUNNING)
			continue;
		if (standing[k] == STANDS_ALONE)
			where.n = said->running;
		buf_clear(&words);
		add_words(w, v[k].span, &words);
		if (!is_said(buf_str(&words), where))
			continue;
		v[k].span.end = v[k].span.start;
		if (v[k].person != PERSON_NONE)
			w->out->persons.v[v[k].person].quotes--;
	}
	buf_release(&words);
}

void drop_repeats(struct work *w)
{
	size_t n = 0, found = find_standing(w);
	struct quote *v = w->out->quotes.v;
	struct said said = { 0 };

	if (found == 0 || found > SET_OFF_MAX)
		return;
	collect_said(w, &said);
	empty_repeats(w, &said);
	buf_release(&said.words);
	for (size_t k = 0; k < w->out->quotes.n; k++)
		if (v[k].span.end > v[k].span.start)
			v[n++] = v[k];
	w->out->quotes.n = n;
}
