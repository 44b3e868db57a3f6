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
	if (i == c->scratch->counted.n)
		*vec_push(&c->scratch->counted) = (struct term){ 0 };
	t = &c->scratch->counted.v[i];
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
		switch (b->p[i]) {
		case '-':
		case '&':
		case '/':
			count(c, str_of(b->p + start, at - start), name);
			start = at;
			break;
		case '.':
		case ',':
		case '\'':
			break;
		default:
			b->p[at++] = b->p[i];
			break;
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

	return str_cmp(a->word, b->word);
}

/* By word: first into a bucket for each first byte, then each bucket. */
static void sort_terms(const struct work *w)
{
	struct analysis *out = w->out;
	const struct term_scratch *from = &w->a->terms;
	size_t at[UINT8_MAX + 2] = { 0 }, start = 0;

	vec_zero(&out->terms, from->counted.n);
	for (size_t i = 0; i < from->counted.n; i++)
		at[(uint8_t)from->words.strings[i].p[0] + 1]++;
	for (size_t c = 1; c <= UINT8_MAX; c++)
		at[c] += at[c - 1];
	for (size_t i = 0; i < from->counted.n; i++) {
		struct str word = from->words.strings[i];
		struct term *t = &out->terms.v[at[(uint8_t)word.p[0]]++];

		*t = from->counted.v[i];
		t->word = arena_dup(w->arena, word);
	}
	for (size_t c = 0; c <= UINT8_MAX; start = at[c++])
		if (at[c] - start > 1)
			qsort(out->terms.v + start, at[c] - start,
				sizeof *out->terms.v, by_word);
}

void analyse_terms(struct work *w)
{
	struct counter c = { &w->a->terms, 0 };

	intern_clear(&c.scratch->words);
	c.scratch->counted.n = 0;
	count_body(w, &c);
	c.where = IN_TITLE;
	for (size_t i = 0; i < w->a->title.list.n; i++)
		add_token(&c, &w->a->title, i);
	sort_terms(w);
}
