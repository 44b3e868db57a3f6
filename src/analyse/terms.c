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

/* Collects the hits of one article. */
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

/* The first bytes as a number: most words are told apart by them. */
static uint64_t first_bytes(struct str word)
{
	uint64_t v = 0;

	for (size_t i = 0; i < sizeof v; i++)
		v = v << 8 | (i < word.n ? (uint8_t)word.p[i] : 0);
	return v;
}

static void add_hit(struct counter *c, size_t start, bool name)
{
	struct buf *b = &c->scratch->chars;
	size_t n = without_plural(b->p + start, b->n - start);

	b->n = start + n;
	if (n < 2 || n > TERM_MAX) {
		b->n = start;
		return;
	}
	*vec_push(&c->scratch->hits) =
		(struct term_hit){ first_bytes(str_of(b->p + start, n)),
			{ (uint32_t)start, (uint32_t)b->n }, c->where, name };
}

/*
 * Adds the parts of a word between its hyphens, without inner stops: "U.S." is
 * "us", "Veles-Koren" two terms.
 */
static void add_word(struct counter *c, struct str word, bool name)
{
	struct buf *b = &c->scratch->chars;
	size_t start = b->n, at = start, end;

	text_fold(b, word);
	end = b->n;
	b->n = start;
	for (size_t i = at; i < end; i++) {
		char ch = b->p[i];

		if (ch == '-' || ch == '&' || ch == '/') {
			add_hit(c, start, name);
			start = b->n;
		} else if (ch != '.' && ch != ',' && ch != '\'') {
			b->p[b->n++] = ch;
		}
	}
	add_hit(c, start, name);
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

static int by_word(const void *x, const void *y, void *chars)
{
	const struct term_hit *a = x, *b = y;
	struct str s = buf_str(chars);

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;

	return str_cmp(str_range(s, a->word), str_range(s, b->word));
}

static void bump(uint16_t *n)
{
	if (*n < UINT16_MAX)
		++*n;
}

static void sum_hits(struct work *w, struct term_scratch *sc)
{
	struct str chars = arena_dup(w->arena, buf_str(&sc->chars));

	for (size_t i = 0; i < sc->hits.n; i++) {
		const struct term_hit *h = &sc->hits.v[i];
		struct str word = str_range(chars, h->word);
		size_t n = w->out->terms.n;
		struct term *t = n ? &w->out->terms.v[n - 1] : NULL;

		if (!t || !str_eq(t->word, word)) {
			t = vec_push(&w->out->terms);
			*t = (struct term){ .word = word };
		}
		if (h->where & IN_BODY)
			bump(&t->body);
		if (h->where & IN_LEAD)
			bump(&t->lead);
		if (h->where & IN_TITLE)
			bump(&t->title);
		t->name |= h->name;
	}
}

void analyse_terms(struct work *w)
{
	struct term_scratch *sc = &w->a->terms;
	struct counter c = { sc, 0 };

	buf_clear(&sc->chars);
	sc->hits.n = 0;
	count_body(w, &c);
	c.where = IN_TITLE;
	for (size_t i = 0; i < w->a->title.list.n; i++)
		add_token(&c, &w->a->title, i);
	if (sc->hits.n)
		qsort_r(sc->hits.v, sc->hits.n, sizeof *sc->hits.v, by_word,
			&sc->chars);
	sum_hits(w, sc);
}
