/*
 * Sentences and figures that only some articles of a round have. A word is an
 * article's own when no other article of the round in the same language has
 * it. The bounds were chosen on the sample archive: a sentence of which most
 * is its own, and enough of it to be a fact rather than a turn of phrase.
 */
#include "dateline/store/compare.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/token.h"

#define OWN_WORDS_MIN 4
#define OWN_PERCENT_MIN 60
#define SENTENCES_AN_ARTICLE 2
/* Years and large counts are not held against each other word by word. */
#define UNIT_VALUES_MAX 4

struct collation {
	struct comparison *c;
	struct intern words; /* folded, with the language before them */
	VEC_OF(uint32_t) last; /* by word: last article that had it, + 1 */
	VEC_OF(uint32_t) articles; /* by word: how many */
	struct tokens tokens;
	struct buf folded;
	struct str lang; /* of the article at hand */
};

static bool is_content(const struct token *t, struct str text)
{
	if (t->kind == TOKEN_NUMBER)
		return true;
	return t->kind == TOKEN_WORD && text.n > 2 && !token_in(t, LEX_stop);
}

/* The word as the collation knows it, a plural s cut. */
static struct str word_key(struct collation *x, struct str text)
{
	buf_clear(&x->folded);
	buf_add(&x->folded, str_slice(x->lang, 0, 2));
	buf_add_c(&x->folded, ' ');
	text_fold(&x->folded, text);
	if (x->folded.n > 6 && x->folded.p[x->folded.n - 1] == 's')
		x->folded.n--;
	return buf_str(&x->folded);
}

static void read_article(struct collation *x, uint32_t at)
{
	const struct store *s = x->c->store;
	const struct article *a = compared(x->c, at);

	x->lang = store_str(s, a->lang);
	tokenize(&x->tokens, store_str(s, a->text), lexicon_get(x->lang));
}

static void count_words(struct collation *x, uint32_t at)
{
	read_article(x, at);
	for (size_t i = 0; i < x->tokens.list.n; i++) {
		struct str text = token_str(&x->tokens, i);
		uint32_t word;

		if (!is_content(&x->tokens.list.v[i], text))
			continue;
		word = intern_add(&x->words, word_key(x, text));
		if (word == x->last.n) {
			*vec_push(&x->last) = 0;
			*vec_push(&x->articles) = 0;
		}
		x->articles.v[word] += x->last.v[word] != at + 1;
		x->last.v[word] = at + 1;
	}
}

/* Whether another article of the round is in this one's language. */
static bool has_peer(const struct comparison *c, uint32_t at)
{
	struct str lang = store_str(c->store, compared(c, at)->lang);

	for (uint32_t i = 0; i < c->n; i++) {
		struct str other = store_str(c->store, compared(c, i)->lang);

		if (i != at &&
			str_eq(str_slice(lang, 0, 2), str_slice(other, 0, 2)))
			return true;
	}
	return false;
}

/* Sentences. */

static size_t sentence_end(const struct tokens *t, size_t from)
{
	size_t i = from + 1;

	while (i < t->list.n && t->list.v[i].kind != TOKEN_BREAK &&
		!(t->list.v[i].flags & TOKEN_SENTENCE))
		i++;
	return i;
}

/* Keeps the best sentences of an article, at the end of the list. */
static void keep_sentence(
	struct comparison *c, const struct compared_sentence *new)
{
	size_t first = c->sentences.n, worst;

	while (first > 0 && c->sentences.v[first - 1].at == new->at)
		first--;
	if (c->sentences.n - first < SENTENCES_AN_ARTICLE) {
		*vec_push(&c->sentences) = *new;
		return;
	}
	worst = first;
	for (size_t i = first + 1; i < c->sentences.n; i++)
		if (c->sentences.v[i].own < c->sentences.v[worst].own)
			worst = i;
	if (new->own <= c->sentences.v[worst].own)
		return;
	/* They stay in the order of the text. */
	memmove(c->sentences.v + worst, c->sentences.v + worst + 1,
		(c->sentences.n - worst - 1) * sizeof *c->sentences.v);
	c->sentences.v[c->sentences.n - 1] = *new;
}

/* A sentence cut out of what somebody says has only one of the two marks, at
 * its end or start: it goes. */
static void drop_lone_mark(const struct token *t, size_t *from, size_t *end)
{
	size_t marks = 0;

	for (size_t i = *from; i < *end; i++)
		marks += t[i].kind == TOKEN_MARK;
	if (marks != 1 || *end - *from < 2)
		return;
	if (t[*end - 1].kind == TOKEN_MARK)
		--*end;
	else if (t[*from].kind == TOKEN_MARK)
		++*from;
}

static void weigh_sentence(
	struct collation *x, uint32_t at, size_t from, size_t end)
{
	const struct token *t = x->tokens.list.v;
	struct compared_sentence s = { .at = at,
		.range = { t[from].start, t[end - 1].end } };
	uint32_t all = 0;

	for (size_t i = from; i < end; i++) {
		struct str text = token_str(&x->tokens, i);
		uint32_t word;

		if (!is_content(&t[i], text))
			continue;
		word = intern_find(&x->words, word_key(x, text));
		all++;
		s.own += word != INTERN_NONE && x->articles.v[word] == 1;
	}
	if (s.own >= OWN_WORDS_MIN && s.own * 100 >= all * OWN_PERCENT_MIN)
		keep_sentence(x->c, &s);
}

/* The block a place is in; NULL in headings, notes and between blocks. */
static const struct block *story_block(
	const struct store *s, const struct article *a, uint32_t place)
{
	const struct block *blocks = s->blocks.v + a->blocks.first;
	uint32_t low = 0, high = a->blocks.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (blocks[mid].end <= place)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == a->blocks.n || blocks[low].start > place ||
		blocks[low].kind == BLOCK_NOTE ||
		blocks[low].kind == BLOCK_CAPTION ||
		blocks[low].kind == BLOCK_HEADING)
		return NULL;
	return &blocks[low];
}

/* Tokens [from, end) are a sentence; where it ends says whose it is, because a
 * dateline before it is not the block's. */
static void take_sentence(
	struct collation *x, uint32_t at, size_t from, size_t end)
{
	const struct token *t = x->tokens.list.v;
	const struct block *b = story_block(
		x->c->store, compared(x->c, at), t[end - 1].end - 1);

	while (b && from < end && t[from].start < b->start)
		from++;
	drop_lone_mark(t, &from, &end);
	if (b && from < end)
		weigh_sentence(x, at, from, end);
}

static void find_sentences(struct collation *x, uint32_t at)
{
	for (size_t i = 0; i < x->tokens.list.n;) {
		size_t end;

		if (!(x->tokens.list.v[i].flags & TOKEN_SENTENCE)) {
			i++;
			continue;
		}
		end = sentence_end(&x->tokens, i);
		take_sentence(x, at, i, end);
		i = end;
	}
}

/* Figures. */

static bool is_year(struct str value)
{
	uint32_t n;

	return str_to_u32(value, &n) && n >= 1900 && n < 2100;
}

static bool is_figure(const struct tokens *t, size_t i)
{
	const struct token *unit = &t->list.v[i + 1];

	return t->list.v[i].kind == TOKEN_NUMBER &&
	       ascii_is_digit(t->text.p[t->list.v[i].end - 1]) &&
	       unit->kind == TOKEN_WORD && !(unit->flags & TOKEN_CAPITAL) &&
	       !token_in(unit, LEX_stop) && !token_in(unit, LEX_month) &&
	       !token_in(unit, LEX_timew) && unit->end - unit->start > 3 &&
	       !is_year(token_str(t, i));
}

static void find_figures(struct collation *x, uint32_t at)
{
	struct comparison *c = x->c;

	for (size_t i = 0; i + 1 < x->tokens.list.n; i++) {
		struct compared_figure f = { .at = at };
		struct str unit;

		if (!is_figure(&x->tokens, i))
			continue;
		unit = word_key(x, token_str(&x->tokens, i + 1));
		unit = str_slice(unit, str_chr(unit, ' ', 0) + 1, unit.n);
		f.unit = intern_add(&c->units, unit);
		f.value = token_str(&x->tokens, i);
		f.noun = token_str(&x->tokens, i + 1);
		*vec_push(&c->figures) = f;
	}
}

static int by_unit(const void *a, const void *b)
{
	const struct compared_figure *x = a, *y = b;
	int value;

	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	value = str_cmp(x->value, y->value);
	return value ? value : (x->at > y->at) - (x->at < y->at);
}

/* Whether any two of the sets (bits are values) have nothing in common. */
static bool any_disjoint(const bool *sets, unsigned n)
{
	for (unsigned a = 1; a < n; a++)
		for (unsigned b = a + 1; sets[a] && b < n; b++)
			if (sets[b] && (a & b) == 0)
				return true;
	return false;
}

/* Whether two articles give a unit's figure (n of them, sorted) and have no
 * value in common. `values` has a byte an article, all 0, and is left so. */
static bool differ(const struct compared_figure *f, size_t n, uint8_t *values)
{
	bool sets[1u << UNIT_VALUES_MAX] = { false };
	unsigned value = 0;

	for (size_t i = 0; i < n && value < UNIT_VALUES_MAX; i++) {
		value += i > 0 && !str_eq(f[i].value, f[i - 1].value);
		values[f[i].at] |= (uint8_t)(1u << (value % 8));
	}
	for (size_t i = 0; i < n; i++) {
		sets[values[f[i].at] % (1u << UNIT_VALUES_MAX)] = true;
		values[f[i].at] = 0;
	}
	return value < UNIT_VALUES_MAX &&
	       any_disjoint(sets, 1u << UNIT_VALUES_MAX);
}

/* Keeps only the figures of units whose values differ. */
static void keep_differing(struct comparison *c)
{
	uint8_t *values = mem_calloc(c->n + 1, 1);
	size_t kept = 0, from = 0;

	if (c->figures.n)
		qsort(c->figures.v, c->figures.n, sizeof *c->figures.v,
			by_unit);
	while (from < c->figures.n) {
		size_t end = from;

		while (end < c->figures.n &&
			c->figures.v[end].unit == c->figures.v[from].unit)
			end++;
		if (differ(c->figures.v + from, end - from, values)) {
			memmove(c->figures.v + kept, c->figures.v + from,
				(end - from) * sizeof *c->figures.v);
			kept += end - from;
		}
		from = end;
	}
	c->figures.n = kept;
	free(values);
}

void compare_texts(struct comparison *c)
{
	struct collation x = { .c = c };

	for (uint32_t at = 0; at < c->n && c->n > 1; at++)
		count_words(&x, at);
	for (uint32_t at = 0; at < c->n && c->n > 1; at++) {
		if (!has_peer(c, at))
			continue;
		read_article(&x, at);
		find_sentences(&x, at);
		find_figures(&x, at);
	}
	keep_differing(c);
	intern_release(&x.words);
	vec_free(&x.last);
	vec_free(&x.articles);
	tokens_release(&x.tokens);
	buf_release(&x.folded);
}
