/* The signs of a title, and their weights. */
#include "input/plain_signs.h"
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain_head.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"

enum {
	TITLE_USUAL = 110, /* characters */
	CUT_TITLE_MIN = 12, /* bytes of a title that is cut elsewhere */
	HOLDER_MAX = 1000, /* bytes of a line that may hold the title */
	WORD_MIN = 4, /* bytes of a word that says something */
	WORDS_BYTES = 6000, /* of the body, whose words titles share */
	WORD_COUNTS = 6, /* a word that is said oftener says no more */
	TOPIC_MAX = 20, /* sum of the counts; more says no more */
	LEAD_MIN = 60, /* value of a block that may be the lead */
	LINES_BELOW = 3, /* the last title that say something of it */
	LEAD_BLOCKS = 3, /* from the title to the lead */
	CENTRED_BY = 2, /* columns from the body's edge */
	DATE_EARLY = 25, /* bytes before a date that heads a line */
	NEAR_MAX = 15 /* blocks to a body that is near */
};

/*
 * The weights are those of a logistic regression over the lines of a page
 * (the one title among them is the outcome), times ten, fitted to 3 500 dumps
 * of the trafilatura, wcxb and readability sets. Fitted to one half of the
 * pages they find as many titles in the other: doc/page-dumps.md.
 */
enum {
	ONE_WORD = -12,
	TWO_WORDS = -17,
	THREE_WORDS = -8,
	LONG = -25,
	FULL_STOP = -25,
	CUT = -16,
	BRACKET = -8,
	BULLET = -11,
	PATH = -26,
	COLON = -42, /* at its end */
	COLON_INSIDE = 7,
	FURNITURE = -15,
	SMALL_LETTER = -10, /* to begin with */
	GAP_ABOVE = 15,
	GAP_BELOW = 22,
	OUTDENT = 26, /* lynx sets headings left of the text */
	CENTRED = -12,
	TOPIC = 36, /* its words are the body's most frequent */
	HELD = 20, /* a longer line holds it: a breadcrumb, "Title | Site" */
	HEAD_BELOW = 18, /* byline or date on the next line, */
	HEAD_NEAR = 12, /* on one of two behind it, */
	HEAD_ABOVE = 11,
	PAGE_NEAR = 5, /* "Posted in" two or three lines below */
	NEAR = 6, /* the body */
	NO_MENU = 10, /* between it and the body */
	FIRST_ALONE = 6, /* behind the menu */
	LEAD_BELOW = 6,
	OPENS_BODY = -5,
	IN_BODY = -21
};

bool plain_ends_in_full_stop(struct str s)
{
	size_t start;

	s = phrase_unquoted(s);
	start = s.n;
	if (!str_ends(s, STR(".")))
		return false;
	while (start > 0 && s.p[start - 1] != ' ')
		start--;
	return str_chr(str_slice(s, start, s.n - 1), '.', 0) == STR_NPOS;
}

/* True where a part of `line` is the title: whole words, or cut with "...". */
static bool holds_title(struct str line, struct str title)
{
	size_t at = str_find(line, title, 0), end = at + title.n;

	if (at != STR_NPOS)
		return str_ends(line, title) ||
		       ((at == 0 || !ascii_is_alnum(line.p[at - 1])) &&
			       !ascii_is_alnum(line.p[end]));
	if (title.n < CUT_TITLE_MIN || !plain_is_cut(line))
		return false;
	while (line.n &&
		(line.p[line.n - 1] == '.' || line.p[line.n - 1] == ' '))
		line.n--;
	if (str_ends(line, STR("\xE2\x80\xA6")))
		line.n -= 3;
	at = str_find(line, str_slice(title, 0, CUT_TITLE_MIN), 0);
	return at != STR_NPOS && str_starts(title, str_slice(line, at, line.n));
}

static bool is_page_line(const struct plain *p, struct str s)
{
	unsigned words = 0;
	size_t n = phrase_prefix(s, p->lex, LEX_tail, &words);

	return (n && (words > 1 || (n < s.n && s.p[n] == ':'))) ||
	       phrase_prefix(s, p->lex, LEX_by, NULL) ||
	       str_find(s, STR("[ "), 0) != STR_NPOS;
}

static bool is_dated(const struct plain *p, struct str s)
{
	struct date d;
	struct range span;

	return date_find(s, 0, p->lex, &d, &span) && d.year &&
	       (span.start < DATE_EARLY || plain_is_date_line(p, s));
}

static uint8_t kinds_of(const struct plain *p, const struct plain_block *b)
{
	struct str s = b->text;
	unsigned kinds = 0;

	if (is_dated(p, s))
		kinds |= LINE_DATED;
	if (is_page_line(p, s))
		kinds |= LINE_PAGE;
	if (b->points <= PLAIN_LINE_MAX &&
		((kinds & LINE_DATED) ||
			phrase_prefix(s, p->lex, LEX_by, NULL) ||
			phrase_prefix(s, p->lex, LEX_published, NULL)))
		kinds |= LINE_HEAD;
	return (uint8_t)kinds;
}

bool plain_is_line(const struct plain_signs *s, size_t i, enum plain_line kind)
{
	return i >= s->first && i - s->first < s->lines.n &&
	       (s->lines.v[i - s->first] & kind);
}

/* A breadcrumb or a row of links: "Home » News", "News | Sport". */
static bool is_path(struct str s)
{
	static const char *const marks[] = { "|", " \xC2\xBB ",
		" \xE2\x80\xBA ", " > ", " / " };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (str_find(s, str_from_c(marks[i]), 0) != STR_NPOS)
			return true;
	return false;
}

/* The next word of some length in a folded text. */
static bool next_word(struct str *rest, struct str *word)
{
	while (phrase_word(rest, word)) {
		while (word->n && word->p[0] > 0 && !ascii_is_alnum(word->p[0]))
			*word = str_slice(*word, 1, word->n);
		while (word->n && word->p[word->n - 1] > 0 &&
			!ascii_is_alnum(word->p[word->n - 1]))
			word->n--;
		if (word->n >= WORD_MIN)
			return true;
	}
	return false;
}

/* Adds the words of a block of the body, and counts them. */
static void count_words(
	struct plain_signs *s, struct buf *folded, struct str text)
{
	struct str rest, word;

	buf_clear(folded);
	text_fold(folded, text);
	rest = buf_str(folded);
	while (next_word(&rest, &word)) {
		uint32_t k = intern_add(&s->words, word);

		if (k == s->counts.n)
			*vec_push(&s->counts) = 0;
		if (s->counts.v[k] < WORD_COUNTS)
			s->counts.v[k]++;
	}
}

void plain_signs_init(
	struct plain_signs *s, const struct plain *p, size_t first, size_t last)
{
	struct buf folded = { 0 };
	size_t bytes = 0;

	*s = (struct plain_signs){ .p = p, .first = first, .last = last };
	for (size_t i = p->start; i < p->end && bytes < WORDS_BYTES; i++) {
		struct str text = utf8_cut(plain_at(p, i)->text, WORDS_BYTES);

		count_words(s, &folded, text);
		bytes += text.n;
	}
	for (size_t i = first; i < p->start; i++)
		if (plain_at(p, i)->bullet)
			s->menu_end = i + 1;
	for (size_t i = first; i < last + LINES_BELOW && i < p->blocks.n; i++)
		*vec_push(&s->lines) = kinds_of(p, plain_at(p, i));
	buf_release(&folded);
}

void plain_signs_release(struct plain_signs *s)
{
	intern_release(&s->words);
	vec_free(&s->counts);
	vec_free(&s->lines);
}

/* How much of the body is about the words of a line. */
static int topic(const struct plain_signs *s, struct str line)
{
	struct buf folded = { 0 };
	struct str rest, word;
	int sum = 0;

	text_fold(&folded, line);
	rest = buf_str(&folded);
	while (next_word(&rest, &word)) {
		uint32_t k = intern_find(&s->words, word);

		sum += k == INTERN_NONE ? 0 : s->counts.v[k];
	}
	buf_release(&folded);
	return TOPIC * (sum < TOPIC_MAX ? sum : TOPIC_MAX) / TOPIC_MAX;
}

static bool is_held(const struct plain_signs *s, size_t i)
{
	struct str title = plain_at(s->p, i)->text;

	for (size_t k = s->first; k < s->p->start; k++) {
		struct str line = plain_at(s->p, k)->text;

		if (k != i && line.n <= HOLDER_MAX && !str_eq(line, title) &&
			holds_title(line, title))
			return true;
	}
	return false;
}

static int value_of_count(size_t words)
{
	static const int values[] = { ONE_WORD, ONE_WORD, TWO_WORDS,
		THREE_WORDS };

	return words < sizeof values / sizeof values[0] ? values[words] : 0;
}

/* What the words of a line say. */
static int value_of_words(
	const struct plain_signs *s, const struct plain_block *b)
{
	int value = topic(s, b->text) + value_of_count(phrase_count(b->text));

	if (b->points > TITLE_USUAL)
		value += LONG;
	if (plain_ends_in_full_stop(b->text))
		value += FULL_STOP;
	if (plain_is_cut(b->text))
		value += CUT;
	if (strchr("([+><#@/", b->text.p[0]))
		value += BRACKET;
	if (is_path(b->text))
		value += PATH;
	if (str_ends(b->text, STR(":")))
		value += COLON;
	if (str_find(b->text, STR(": "), 0) != STR_NPOS)
		value += COLON_INSIDE;
	if (!phrase_is_capital(phrase_unquoted(b->text)) &&
		!ascii_is_digit(b->text.p[0]))
		value += SMALL_LETTER;
	return b->weak ? value + FURNITURE : value;
}

static bool has_gap_below(const struct plain *p, size_t i)
{
	return i + 1 < p->blocks.n && plain_at(p, i + 1)->gap;
}

/* What its form says: gaps and indent. */
static int value_of_form(const struct plain_signs *s, size_t i)
{
	const struct plain_block *b = plain_at(s->p, i);
	unsigned edge = plain_at(s->p, s->p->start)->indent;
	int value = 0;

	if (b->gap)
		value += GAP_ABOVE;
	if (has_gap_below(s->p, i))
		value += GAP_BELOW;
	if (b->bullet)
		return value + BULLET;
	if (b->indent < edge)
		value += OUTDENT;
	return b->indent > edge + CENTRED_BY ? value + CENTRED : value;
}

/* What the lines around it say. */
static int value_of_place(const struct plain_signs *s, size_t i)
{
	const struct plain *p = s->p;
	int value = 0;

	if (plain_is_line(s, i + 1, LINE_HEAD))
		value += HEAD_BELOW;
	if (plain_is_line(s, i + 2, LINE_HEAD) ||
		plain_is_line(s, i + 3, LINE_HEAD))
		value += HEAD_NEAR;
	if (plain_is_line(s, i - 1, LINE_HEAD))
		value += HEAD_ABOVE;
	if (plain_is_line(s, i + 2, LINE_PAGE) ||
		plain_is_line(s, i + 3, LINE_PAGE))
		value += PAGE_NEAR;
	if (i >= p->start)
		return value + (i == p->start ? OPENS_BODY : IN_BODY);
	if (i + 1 < p->start && i + NEAR_MAX >= p->start)
		value += NEAR;
	return i + 1 >= s->menu_end ? value + NO_MENU : value;
}

static bool leads_to_prose(const struct plain *p, size_t i)
{
	for (size_t k = i + 1; k <= i + LEAD_BLOCKS && k < p->blocks.n; k++)
		if (plain_at(p, k)->value >= LEAD_MIN)
			return true;
	return false;
}

/* Counts the lines that stand alone behind the last item of a list; true for
 * the first of them. */
static bool is_first_alone(struct plain_signs *s, size_t i, bool may)
{
	const struct plain_block *b = plain_at(s->p, i);

	if (b->bullet) {
		s->alone = 0;
		return false;
	}
	if (!may || !b->gap || !has_gap_below(s->p, i) ||
		phrase_count(b->text) < 2)
		return false;
	return s->alone++ == 0;
}

int plain_title_value(struct plain_signs *s, size_t i, bool may)
{
	const struct plain_block *b = plain_at(s->p, i);
	int value = is_first_alone(s, i, may) ? FIRST_ALONE : 0;

	if (!may)
		return value;
	value += value_of_words(s, b) + value_of_form(s, i) +
		 value_of_place(s, i);
	if (leads_to_prose(s->p, i))
		value += LEAD_BELOW;
	return phrase_count(b->text) > 1 && is_held(s, i) ? value + HELD
							  : value;
}
