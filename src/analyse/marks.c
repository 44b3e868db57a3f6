/*
 * Which quotation marks open and which close. Double marks of every style
 * first, whatever pair they make (mixed and wrong-way marks are common: the
 * spaces around a mark say more than its shape); then single marks outside
 * them, which must be told from apostrophes. In a text that quotes mostly in
 * single marks (British), these come first. An unclosed stretch ends with its
 * paragraph.
 */
#include "grammar.h"
#include "incise.h"
#include "parts.h"

static bool is_double(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	switch (t->cp) {
	case '"':
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0xAB:
	case 0xBB:
	case 0x300C:
	case 0x300D:
	case 0x300E:
	case 0x300F:
		return true;
	case '\'':
	case '`':
		return t->end - t->start == 2;
	default:
		return false;
	}
}

static bool opening_shape(const struct token *t)
{
	return t->cp == 0x201C || t->cp == 0x201E || t->cp == 0x201F ||
	       t->cp == 0xAB || t->cp == '`' || t->cp == 0x2018 ||
	       t->cp == 0x201A || t->cp == 0x2039 || t->cp == 0x300C ||
	       t->cp == 0x300E;
}

static bool closing_shape(const struct token *t)
{
	return t->cp == 0x201D || t->cp == 0xBB || t->cp == 0x2019 ||
	       t->cp == 0x203A || t->cp == 0x300D || t->cp == 0x300F;
}

/* Space, an opening bracket, a dash or another mark stands before. */
static bool free_before(const struct work *w, uint32_t i)
{
	const struct token *p;

	if (i == 0 || (tok(w, i)->flags & TOKEN_SPACE))
		return true;
	p = tok(w, i - 1);
	return p->kind == TOKEN_BREAK || p->kind == TOKEN_MARK ||
	       is_dash(w, i - 1) || p->cp == '(' || p->cp == '[' ||
	       p->cp == '/' || p->cp == '-';
}

static bool free_after(const struct work *w, uint32_t i)
{
	return i + 1 >= token_count(w) ||
	       (tok(w, i + 1)->flags & TOKEN_SPACE) ||
	       tok(w, i + 1)->kind == TOKEN_BREAK;
}

static bool may_open(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (opening_shape(t))
		return free_before(w, i) || !free_after(w, i);
	return free_before(w, i) && !free_after(w, i);
}

static bool may_close(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (closing_shape(t))
		return true;
	if (opening_shape(t))
		return !free_before(w, i) && t->cp != '`';
	return !(t->flags & TOKEN_SPACE) || free_after(w, i);
}

static void add_quoted(
	struct work *w, uint32_t open, uint32_t last, bool closed)
{
	struct speech *s = &w->a->speech;
	struct quoted q = { .inner = { open + 1, last },
		.open = open,
		.after = last + closed,
		.owner = NONE,
		.quote = NONE,
		.closed = closed };

	if (count_words(w, q.inner) == 0)
		return;
	for (uint32_t i = open; i < q.after; i++)
		s->quoted_at.v[i] = (uint32_t)s->quoted.n + 1;
	*vec_push(&s->quoted) = q;
}

/* "…'''": of three marks in a row the last closes too. */
static void absorb_inner(struct work *w, uint32_t i)
{
	struct speech *s = &w->a->speech;

	if (s->quoted.n == 0 || !is_kind(w, i, TOKEN_MARK) ||
		s->quoted.v[s->quoted.n - 1].after != i ||
		(tok(w, i)->flags & TOKEN_SPACE) || !free_after(w, i))
		return;
	s->quoted.v[s->quoted.n - 1].after = i + 1;
	s->quoted_at.v[i] = (uint32_t)s->quoted.n;
}

static void pair_doubles(struct work *w, struct span paragraph)
{
	uint32_t open = NONE;

	for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
		if (!is_kind(w, i, TOKEN_MARK) || !is_double(w, i) ||
			in_quoted(w, i))
			continue;
		if (open == NONE) {
			if (may_open(w, i))
				open = i;
		} else if (may_close(w, i)) {
			add_quoted(w, open, i, true);
			absorb_inner(w, i + 1);
			open = NONE;
		}
	}
	if (open != NONE)
		add_quoted(w, open, paragraph.end, false);
}

static bool single_opens(const struct work *w, uint32_t i)
{
	return is_kind(w, i, TOKEN_MARK) && !is_double(w, i) &&
	       free_before(w, i) && !free_after(w, i) &&
	       is_kind(w, i + 1, TOKEN_WORD);
}

/* A single mark that may close; *sure when no apostrophe stands like it. */
static bool single_closes(const struct work *w, uint32_t i, bool *sure)
{
	bool plural;

	if (!is_kind(w, i, TOKEN_MARK) || is_double(w, i) ||
		(tok(w, i)->flags & TOKEN_SPACE) || tok(w, i)->cp == 0x2018)
		return false;
	if (!free_after(w, i) && !is_kind(w, i + 1, TOKEN_PUNCT) &&
		!is_kind(w, i + 1, TOKEN_MARK))
		return false;
	plural = i > 0 && has_ending(w, i - 1, ENDING_PLURAL) &&
		 is_kind(w, i + 1, TOKEN_WORD);
	*sure = !plural;
	return true;
}

static uint32_t find_single_close(
	const struct work *w, uint32_t open, uint32_t end)
{
	uint32_t doubtful = NONE;

	for (uint32_t i = open + 1; i < end && !in_quoted(w, i); i++) {
		bool sure = false;

		if (single_closes(w, i, &sure)) {
			if (sure)
				return i;
			doubtful = i;
		} else if (doubtful != NONE && single_opens(w, i)) {
			return doubtful;
		}
	}
	return doubtful;
}

/* "‚…‘": the mark that opens elsewhere closes what this one opened. */
static bool closes_low(const struct work *w, uint32_t open, uint32_t i)
{
	return tok(w, open)->cp == 0x201A && is_kind(w, i, TOKEN_MARK) &&
	       (tok(w, i)->cp == 0x2018 || tok(w, i)->cp == 0x2019) &&
	       !(tok(w, i)->flags & TOKEN_SPACE);
}

static uint32_t find_low_close(
	const struct work *w, uint32_t open, uint32_t end)
{
	for (uint32_t i = open + 1; i < end && !in_quoted(w, i); i++)
		if (closes_low(w, open, i))
			return i;
	return NONE;
}

static void pair_singles(struct work *w, struct span paragraph)
{
	uint32_t failed = 0;

	for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
		uint32_t close;

		if (in_quoted(w, i) || !single_opens(w, i))
			continue;
		close = NONE;
		if (failed < 2)
			close = tok(w, i)->cp == 0x201A
					? find_low_close(w, i, paragraph.end)
					: find_single_close(
						  w, i, paragraph.end);
		if (close == NONE) {
			/* Bounds the search in texts full of lone marks. */
			failed++;
			continue;
		}
		add_quoted(w, i, close, true);
		i = close;
	}
}

/* True when the text quotes in single marks more than in double ones. */
static bool prefers_singles(const struct work *w)
{
	size_t singles = 0, doubles = 0;

	for (uint32_t i = 0; i < token_count(w); i++) {
		if (!is_kind(w, i, TOKEN_MARK))
			continue;
		if (is_double(w, i))
			doubles += may_open(w, i);
		else
			singles += single_opens(w, i);
	}
	return singles > 2 * doubles;
}

/* Speakers named inside the marks, and turns of a dialogue. */
static void cut_quoted(struct work *w)
{
	struct speech *s = &w->a->speech;
	size_t n = s->quoted.n, kept;

	for (size_t k = 0; k < n; k++) {
		struct quoted q = s->quoted.v[k];

		for (uint32_t i = q.open; i < q.after; i++)
			s->quoted_at.v[i] = 0;
	}
	for (size_t k = 0; k < n; k++)
		add_pieces(w, s->quoted.v[k]);
	kept = s->quoted.n - n;
	if (kept)
		memmove(s->quoted.v, s->quoted.v + n,
			kept * sizeof *s->quoted.v);
	s->quoted.n = kept;
}

static int by_open(const void *a, const void *b)
{
	const struct quoted *x = a, *y = b;

	return (x->open > y->open) - (x->open < y->open);
}

static void sort_quoted(struct speech *s)
{
	if (s->quoted.n)
		qsort(s->quoted.v, s->quoted.n, sizeof *s->quoted.v, by_open);
	for (size_t k = 0; k < s->quoted.n; k++)
		for (uint32_t i = s->quoted.v[k].open; i < s->quoted.v[k].after;
			i++)
			s->quoted_at.v[i] = (uint32_t)k + 1;
}

/* A dash opens a turn where a speaker is named, and behind another turn. */
static bool is_turn(
	const struct work *w, struct span paragraph, bool after_turn)
{
	return has_trait(w, TRAIT_DIALOGUE_DASH) &&
	       is_dash(w, paragraph.first) &&
	       (after_turn || opens_dialogue(w, paragraph));
}

static void pair_marks(
	struct work *w, struct span paragraph, bool singles_first)
{
	if (singles_first)
		pair_singles(w, paragraph);
	pair_doubles(w, paragraph);
	if (!singles_first)
		pair_singles(w, paragraph);
}

void find_marks(struct work *w)
{
	struct speech *s = &w->a->speech;
	bool singles_first = prefers_singles(w);
	bool dialogue = false; /* the paragraph before is one's turn */
	struct span p = { 0, 0 };
	uint32_t n = (uint32_t)token_count(w);

	s->quoted.n = s->quoted_at.n = 0;
	for (uint32_t i = 0; i < n; i++)
		*vec_push(&s->quoted_at) = 0;
	for (; p.first < n; p.first = p.end + 1) {
		p.end = p.first;
		while (p.end < n && !is_kind(w, p.end, TOKEN_BREAK))
			p.end++;
		if (p.end > p.first)
			dialogue = is_turn(w, p, dialogue);
		if (dialogue && p.end > p.first)
			add_quoted(w, p.first, p.end, false);
		else
			pair_marks(w, p, singles_first);
	}
	if (has_trait(w, TRAIT_INCISE))
		cut_quoted(w);
	sort_quoted(s);
}
