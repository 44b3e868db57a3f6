/*
 * Terms: folded words without stop words and plural s, of the title and of the
 * first words of the body (tails of scraped pages hurt: doc/rounds.md).
 */
#include "parts.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"

/* Words of the body that count. */
#define BODY_WORDS 300
/* Longer ones are addresses and rubbish. */
#define TERM_MAX 64

enum { IN_BODY = 1, IN_LEAD = 2, IN_TITLE = 4 };

/* Counts the terms of one article. */
struct counter {
	struct term_scratch *scratch;
	struct analysis *out;
	uint8_t where;
};

/* Without the plural s: "talks" is "talk", "parties" "party"; not "-ss". */
static size_t without_plural(const char *p, size_t n)
{
	if (n < 4 || p[n - 1] != 's' || p[n - 2] == 's' || p[n - 2] == 'u' ||
		p[n - 2] == 'i')
		return n;
	return n - 1;
}

static void bump(uint16_t *n)
{
	if (*n < UINT16_MAX)
		++*n;
}

static void count(struct counter *c, struct str word, bool name)
{
	uint32_t i;
	struct term *t;

	word.n = without_plural(word.p, word.n);
	if (word.n < 2 || word.n > TERM_MAX)
		return;
	i = intern_add(&c->scratch->words, word);
	if (i == c->out->terms.n)
		*vec_push(&c->out->terms) = (struct term){ 0 };
	t = &c->out->terms.v[i];
	if (c->where & IN_BODY)
		bump(&t->body);
	if (c->where & IN_LEAD)
		bump(&t->lead);
	if (c->where & IN_TITLE)
		bump(&t->title);
	t->name |= name;
}

/*
 * Counts the parts of a word between its hyphens, without inner stops: "U.S."
 * is "us", "Veles-Koren" two terms.
 */
static void add_word(struct counter *c, struct str word, bool name)
{
	struct buf *b = &c->scratch->word;
	size_t start = 0, at = 0;

	buf_clear(b);
	text_fold(b, word);
	for (size_t i = 0; i < b->n; i++) {
		char ch = b->p[i];

		if (ch == '-' || ch == '&' || ch == '/') {
			count(c, str_of(b->p + start, at - start), name);
			start = at;
		} else if (ch != '.' && ch != ',' && ch != '\'') {
			b->p[at++] = ch;
		}
	}
	count(c, str_of(b->p + start, at - start), name);
}

static bool is_term(const struct token *t)
{
	return (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER) &&
	       !token_in(t, LEX_stop);
}

static void add_token(struct counter *c, const struct tokens *t, size_t i)
{
	const struct token *tok = &t->list.v[i];
	bool name = (tok->flags & TOKEN_CAPITAL) &&
		    !(tok->flags & TOKEN_SENTENCE) && !(c->where & IN_TITLE);

	if (is_term(tok))
		add_word(c, token_str(t, i), name);
}

static bool is_body(uint32_t kind)
{
	return kind != BLOCK_CAPTION && kind != BLOCK_NOTE &&
	       kind != BLOCK_TABLE;
}

/* Passes over the tokens before the block; the first of its own. */
static size_t block_start(
	const struct tokens *t, const struct block *b, size_t at)
{
	while (at < t->list.n && t->list.v[at].start < b->start)
		at++;
	return at;
}

static void count_body(struct work *w, struct counter *c)
{
	const struct tokens *t = &w->a->tokens;
	const struct doc *d = w->doc;
	size_t at = 0, counted = 0, words = 0;
	bool lead = true;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];
		bool counts = is_body(b->kind);
		bool leads = counts && lead && b->kind != BLOCK_HEADING;

		c->where = leads ? IN_BODY | IN_LEAD : IN_BODY;
		at = block_start(t, b, at);
		for (; at < t->list.n && t->list.v[at].start < b->end; at++) {
			bool word = t->list.v[at].kind == TOKEN_WORD;

			words += word;
			counted += word && counts;
			if (counts && counted <= BODY_WORDS)
				add_token(c, t, at);
		}
		lead = lead && !leads;
	}
	w->out->words = (uint32_t)words;
}

static int by_word(const void *x, const void *y)
{
	const struct term *a = x, *b = y;
	uint8_t first = (uint8_t)a->word.p[0], second = (uint8_t)b->word.p[0];

	/* Most are told apart by it; both are at least two bytes long. */
	if (first != second)
		return first < second ? -1 : 1;
	return str_cmp(a->word, b->word);
}

void analyse_terms(struct work *w)
{
	struct analysis *out = w->out;
	struct counter c = { &w->a->terms, out, 0 };

	intern_clear(&c.scratch->words);
	count_body(w, &c);
	c.where = IN_TITLE;
	for (size_t i = 0; i < w->a->title.list.n; i++)
		add_token(&c, &w->a->title, i);
	for (size_t i = 0; i < out->terms.n; i++)
		out->terms.v[i].word =
			arena_dup(w->arena, c.scratch->words.strings[i]);
	if (out->terms.n)
		qsort(out->terms.v, out->terms.n, sizeof *out->terms.v,
			by_word);
}
