/*
 * Which quotation marks open and which close. Double marks of every style
 * first, whatever pair they make (mixed and wrong-way marks are common: the
 * spaces around a mark say more than its shape); then single marks, which must
 * be told from apostrophes and may hold double ones. In a text that quotes
 * mostly in single marks (British), these come first. Marks inside marks are
 * counted; where they do not come out even one is missing, and the first that
 * may close does. An unclosed stretch ends with its paragraph.
 */
#include "grammar.h"
#include "incise.h"
#include "nicknames.h"
#include "parts.h"

/*
 * Searches of one paragraph that may run to its end in vain: bounds the work
 * in texts full of lone marks.
 */
#define FAILED_MAX 2

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
	case 0x2018:
	case 0x2019:
		return t->end - t->start == 6;
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

static bool after_bracket(const struct work *w, uint32_t i)
{
	return i > 0 && (is_punct(w, i - 1, '(') || is_punct(w, i - 1, '['));
}

/* Space, an opening bracket, a dash or another mark stands before. */
static bool free_before(const struct work *w, uint32_t i)
{
	const struct token *p;

	if (i == 0 || (tok(w, i)->flags & TOKEN_SPACE))
		return true;
	p = tok(w, i - 1);
	return p->kind == TOKEN_BREAK || p->kind == TOKEN_MARK ||
	       is_dash(w, i - 1) || after_bracket(w, i) || p->cp == '/' ||
	       p->cp == '-';
}

static bool free_after(const struct work *w, uint32_t i)
{
	return i + 1 >= token_count(w) ||
	       (tok(w, i + 1)->flags & TOKEN_SPACE) ||
	       tok(w, i + 1)->kind == TOKEN_BREAK;
}

static bool spaced(const struct work *w, uint32_t i)
{
	return (tok(w, i)->flags & TOKEN_SPACE) != 0;
}

static bool may_open(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (opening_shape(t))
		return free_before(w, i) || !free_after(w, i);
	return free_before(w, i) && !free_after(w, i);
}

/* "… wir.‘|“|": right behind another mark, before a space. */
static bool ends_marks(const struct work *w, uint32_t i)
{
	return i > 0 && !spaced(w, i) && is_kind(w, i - 1, TOKEN_MARK) &&
	       free_after(w, i);
}

static bool may_close(const struct work *w, uint32_t i)
{
	const struct token *t = tok(w, i);

	if (closing_shape(t))
		return true;
	if (opening_shape(t))
		return t->cp != '`' && (!free_before(w, i) || ends_marks(w, i));
	return free_after(w, i) || !(spaced(w, i) || after_bracket(w, i));
}

/* A mark between two numbers, or the second of such a pair: 6'2", 5’10”. */
static bool is_measure(const struct work *w, uint32_t i)
{
	if (i == 0 || !is_kind(w, i - 1, TOKEN_NUMBER) || spaced(w, i))
		return false;
	if (is_kind(w, i + 1, TOKEN_NUMBER) && !spaced(w, i + 1))
		return true;
	return i > 2 && is_kind(w, i - 2, TOKEN_MARK) &&
	       is_kind(w, i - 3, TOKEN_NUMBER) && !spaced(w, i - 1) &&
	       !spaced(w, i - 2);
}

/* ’em, ’n’, ’90s: the mark stands for what is left out. */
static bool is_elision(const struct work *w, uint32_t i)
{
	const struct token *next;

	if (!is_kind(w, i, TOKEN_MARK))
		return false;
	if (i > 1 && in_list(w, i - 1, LEX_elided) && !spaced(w, i - 1) &&
		is_kind(w, i - 2, TOKEN_MARK) &&
		tok(w, i - 1)->end - tok(w, i - 1)->start == 1)
		return true;
	if (i + 1 >= token_count(w) || spaced(w, i + 1))
		return false;
	next = tok(w, i + 1);
	if (next->kind == TOKEN_NUMBER)
		return next->end - next->start < 4;
	return token_in(next, LEX_elided);
}

/* The mark at i opens or closes a nickname inside a name. */
static bool is_around_nickname(const struct work *w, uint32_t i)
{
	return nickname_end(w, i) > i ||
	       (i > 1 && nickname_end(w, i - 2) == i + 1) ||
	       (i > 2 && nickname_end(w, i - 3) == i + 1);
}

static bool double_at(const struct work *w, uint32_t i)
{
	return is_kind(w, i, TOKEN_MARK) && is_double(w, i) &&
	       !is_measure(w, i) && !is_around_nickname(w, i);
}

static bool single_at(const struct work *w, uint32_t i)
{
	return is_kind(w, i, TOKEN_MARK) && !is_double(w, i) &&
	       !is_measure(w, i) && !is_elision(w, i) &&
	       !is_around_nickname(w, i);
}

static void add_quoted(
	struct work *w, struct span inner, uint32_t open, uint32_t after)
{
	struct speech *s = &w->a->speech;

	if (count_words(w, inner) == 0)
		return;
	for (uint32_t i = open; i < after; i++)
		s->quoted_at.v[i] = (uint32_t)s->quoted.n + 1;
	*vec_push(&s->quoted) = (struct quoted){ .inner = inner,
		.open = open,
		.after = after,
		.owner = NONE,
		.quote = NONE,
		.closed = after > inner.end };
}

/* "…'''": of three marks in a row the last closes too. */
static void absorb_inner(struct work *w, uint32_t i)
{
	struct speech *s = &w->a->speech;

	if (s->quoted.n == 0 || !is_kind(w, i, TOKEN_MARK) ||
		tok(w, i)->cp != tok(w, i - 1)->cp ||
		s->quoted.v[s->quoted.n - 1].after != i ||
		(tok(w, i)->flags & TOKEN_SPACE) || !free_after(w, i))
		return;
	s->quoted.v[s->quoted.n - 1].after = i + 1;
	s->quoted_at.v[i] = (uint32_t)s->quoted.n;
}

/*
 * The mark that closes the one at `open`, or NONE. `nested`: counting the
 * pairs inside; else the first that may close.
 */
static uint32_t find_double_close(
	const struct work *w, uint32_t open, uint32_t end, bool nested)
{
	uint32_t depth = 1;

	for (uint32_t i = open + 1; i < end; i++) {
		if (in_quoted(w, i) || !double_at(w, i))
			continue;
		if (may_close(w, i)) {
			if (--depth == 0)
				return i;
		} else if (nested && may_open(w, i)) {
			depth++;
		}
	}
	return NONE;
}

/*
 * "“We came at dawn, said Lee. “It rained.”": the comma whose mark was lost
 * before the words that say who speaks, or NONE. The next mark only opens.
 */
static uint32_t lost_close(const struct work *w, uint32_t open, uint32_t end)
{
	uint32_t next = open + 1;

	while (next < end && !double_at(w, next))
		next++;
	if (next >= end || may_close(w, next) || !may_open(w, next))
		return NONE;
	for (uint32_t i = open + 2; i + 2 < next; i++)
		if (is_punct(w, i, ',') && speaks_until_stop(w, i + 1, next))
			return i;
	return NONE;
}

/* Nested while that comes out even, else the first that may close. */
static uint32_t double_close(
	const struct work *w, uint32_t open, uint32_t end, uint32_t *failed)
{
	uint32_t close = NONE;

	if (*failed < FAILED_MAX)
		close = find_double_close(w, open, end, true);
	if (close != NONE)
		return close;
	++*failed;
	return find_double_close(w, open, end, false);
}

/* "We came at dawn,” said Lee": the words before have lost their mark. */
static bool lacks_opening(const struct work *w, uint32_t i)
{
	return i > 0 && is_kind(w, i - 1, TOKEN_PUNCT) && !may_open(w, i) &&
	       may_close(w, i) && is_kind(w, i + 1, TOKEN_WORD) &&
	       !(tok(w, i + 1)->flags & TOKEN_SENTENCE) &&
	       (is_stop(w, i - 1) || is_punct(w, i - 1, ','));
}

/* Where pairs do not come out even: a stretch that lost its closing mark. */
static bool add_lost(
	struct work *w, uint32_t *open, uint32_t end, uint32_t failed)
{
	uint32_t lost = failed ? lost_close(w, *open, end) : NONE;

	if (lost == NONE)
		return false;
	add_quoted(w, (struct span){ *open + 1, lost + 1 }, *open, lost + 1);
	*open = lost;
	return true;
}

static void pair_doubles(struct work *w, struct span paragraph)
{
	uint32_t failed = 0, sentence = paragraph.first;

	for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
		uint32_t close = NONE;

		if (in_quoted(w, i)) {
			sentence = i + 1;
			continue;
		}
		if (tok(w, i)->flags & TOKEN_SENTENCE)
			sentence = i;
		if (!double_at(w, i))
			continue;
		if (lacks_opening(w, i))
			add_quoted(w, (struct span){ sentence, i }, sentence,
				i + 1);
		sentence = i + 1;
		if (!may_open(w, i))
			continue;
		close = double_close(w, i, paragraph.end, &failed);
		if (add_lost(w, &i, paragraph.end, failed))
			continue;
		if (close == NONE) {
			add_quoted(w, (struct span){ i + 1, paragraph.end }, i,
				paragraph.end);
			return;
		}
		add_quoted(w, (struct span){ i + 1, close }, i, close + 1);
		absorb_inner(w, close + 1);
		i = close;
		sentence = i + 1;
	}
}

/* ‘’cause: an apostrophe, of its own shape, right behind the mark. */
static bool leads_apostrophe(const struct work *w, uint32_t i)
{
	return is_kind(w, i + 1, TOKEN_MARK) && closing_shape(tok(w, i + 1)) &&
	       tok(w, i)->cp != tok(w, i + 1)->cp && !spaced(w, i + 1) &&
	       is_kind(w, i + 2, TOKEN_WORD) && !spaced(w, i + 2);
}

static bool single_opens(const struct work *w, uint32_t i)
{
	return single_at(w, i) && free_before(w, i) && !free_after(w, i) &&
	       (is_kind(w, i + 1, TOKEN_WORD) ||
		       is_kind(w, i + 1, TOKEN_NUMBER) || double_at(w, i + 1) ||
		       is_elision(w, i + 1) || leads_apostrophe(w, i));
}

/* The word of token i may have lost its end: workers’, goin’, o’. */
static bool may_be_clipped(const struct work *w, uint32_t i)
{
	return has_ending(w, i, ENDING_PLURAL) ||
	       has_ending(w, i, ENDING_CLIPPED) || in_list(w, i, LEX_elided);
}

/* A single mark that may close; *sure when no apostrophe stands like it. */
static bool single_closes(const struct work *w, uint32_t i, bool *sure)
{
	if (!single_at(w, i) || spaced(w, i))
		return false;
	if (!free_after(w, i) && !is_kind(w, i + 1, TOKEN_PUNCT) &&
		!is_kind(w, i + 1, TOKEN_MARK))
		return false;
	*sure = i == 0 || !may_be_clipped(w, i - 1) ||
		!is_kind(w, i + 1, TOKEN_WORD);
	return true;
}

/*
 * "‘Tis late,’ said Lee": a mark before a word that lost its beginning opens
 * where it starts a clause and the next single mark closes one.
 */
static bool opens_elided(const struct work *w, uint32_t i, uint32_t end)
{
	bool sure;

	if (!is_elision(w, i) || is_double(w, i) || !free_before(w, i) ||
		!token_in(tok(w, i + 1), LEX_elided) ||
		!(i == 0 || is_kind(w, i - 1, TOKEN_BREAK) ||
			is_kind(w, i - 1, TOKEN_PUNCT)))
		return false;
	for (uint32_t k = i + 1; k < end; k++) {
		if (single_opens(w, k))
			return false;
		if (single_closes(w, k, &sure) && sure)
			return is_kind(w, k - 1, TOKEN_PUNCT) ||
			       is_punct(w, k + 1, ',');
	}
	return false;
}

/* The token after i, or after the stretch that i is in. */
static uint32_t next_outside(const struct work *w, uint32_t i)
{
	const struct quoted *q = quoted_of(w, i);

	return q ? q->after : i + 1;
}

/*
 * The same for single marks; stretches in double ones are passed over. A mark
 * that may be an apostrophe closes only where no surer one comes.
 */
static uint32_t find_single_close(
	const struct work *w, uint32_t open, uint32_t end, bool nested)
{
	uint32_t doubtful = NONE, depth = 1;

	for (uint32_t i = open + 1; i < end; i = next_outside(w, i)) {
		bool sure = false;

		if (single_closes(w, i, &sure)) {
			depth -= sure;
			if (depth == 0)
				return i;
			if (!sure && depth == 1)
				doubtful = i;
		} else if (single_opens(w, i)) {
			if (doubtful != NONE)
				return doubtful;
			depth += nested;
		}
	}
	return depth == 1 ? doubtful : NONE;
}

/* A mark between two small words of one sentence: "the workers’ cheers". */
static bool is_inside(const struct work *w, uint32_t i)
{
	return i > 0 && is_kind(w, i - 1, TOKEN_WORD) &&
	       is_kind(w, i + 1, TOKEN_WORD) && !is_capital(w, i + 1);
}

/*
 * Words in single marks that go on in the next paragraph: it opens with one
 * too, and none but a possible apostrophe closes these.
 */
static bool goes_on(const struct work *w, uint32_t open, uint32_t close,
	struct span paragraph)
{
	bool sure = false;
	uint32_t next = paragraph.end;

	if (close != NONE &&
		((single_closes(w, close, &sure) && sure) ||
			(open != paragraph.first && !is_inside(w, close))))
		return false;
	while (is_kind(w, next, TOKEN_BREAK))
		next++;
	return next < token_count(w) && single_opens(w, next);
}

static void pair_singles(struct work *w, struct span paragraph)
{
	uint32_t failed = 0;

	for (uint32_t i = paragraph.first; i < paragraph.end; i++) {
		uint32_t close = NONE;

		if (in_quoted(w, i) ||
			!(single_opens(w, i) ||
				opens_elided(w, i, paragraph.end)))
			continue;
		if (failed < FAILED_MAX)
			close = find_single_close(w, i, paragraph.end, true);
		if (close == NONE && failed < FAILED_MAX)
			close = find_single_close(w, i, paragraph.end, false);
		if (goes_on(w, i, close, paragraph)) {
			add_quoted(w, (struct span){ i + 1, paragraph.end }, i,
				paragraph.end);
			return;
		}
		if (close == NONE) {
			failed++;
			continue;
		}
		add_quoted(w, (struct span){ i + 1, close }, i, close + 1);
		i = close;
	}
}

/* True when the text quotes in single marks more than in double ones. */
static bool prefers_singles(const struct work *w)
{
	size_t singles = 0, doubles = 0;

	for (uint32_t i = 0; i < token_count(w); i++) {
		if (tok(w, i)->kind != TOKEN_MARK)
			continue;
		if (double_at(w, i))
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

/* Drops stretches inside others. */
static void keep_outermost(struct speech *s)
{
	size_t n = 0;

	for (size_t k = 0; k < s->quoted.n; k++)
		if (s->quoted_at.v[s->quoted.v[k].open] == k + 1)
			s->quoted.v[n++] = s->quoted.v[k];
	s->quoted.n = n;
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

/* Sets the end of a paragraph; true when there are marks in it. */
static bool next_paragraph(const struct work *w, struct span *p)
{
	bool marks = false;

	for (p->end = p->first; p->end < token_count(w); p->end++) {
		if (tok(w, p->end)->kind == TOKEN_BREAK)
			break;
		marks |= tok(w, p->end)->kind == TOKEN_MARK;
	}
	return marks;
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

	s->quoted.n = 0;
	vec_zero(&s->quoted_at, n);
	for (; p.first < n; p.first = p.end + 1) {
		bool marks = next_paragraph(w, &p);

		if (p.end > p.first)
			dialogue = is_turn(w, p, dialogue);
		if (dialogue && p.end > p.first)
			add_quoted(w, (struct span){ p.first + 1, p.end },
				p.first, p.end);
		else if (marks)
			pair_marks(w, p, singles_first);
	}
	keep_outermost(s);
	if (has_trait(w, TRAIT_INCISE))
		cut_quoted(w);
	sort_quoted(s);
}
