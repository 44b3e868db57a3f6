/* Which line of a page dump is the title. */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"
#include "input/plain_head.h"

#include "dateline/base/ascii.h"
#include "dateline/base/intern.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"

enum {
	TITLE_MAX = 300, /* bytes */
	TITLE_WORDS = 4, /* a shorter line that repeats is a menu's */
	TITLE_LONG = 6, /* words; more say no more */
	TITLE_USUAL = 110, /* characters */
	DISTANCE = 1, /* off for each block between title and body */
	IN_BODY = 6, /* blocks of the run that may still be head */
	CUT_TITLE_MIN = 12, /* bytes of a title that is cut elsewhere */
	DATE_EARLY = 25, /* bytes before a date that heads a line */
	EVEN = 25, /* a lower line must be better by this */
	WORD_MIN = 4, /* bytes of a word that says something */
	WORDS_BYTES = 3000, /* of the body, whose words titles share */
	SHARED = 50, /* for a title all of whose words the body says */
	NO_TITLE = -1000
};

/* What a line says behind the title: "| Site", "- Site", or STR_NONE. */
struct str plain_site_behind(struct str line, struct str title)
{
	static const char *const marks[] = { "|", "-", "\xE2\x80\x93",
		"\xE2\x80\x94", "\xC2\xBB", "\xC2\xB7", "::", ":" };
	struct str rest = str_trim(str_slice(line, title.n, line.n));

	if (!str_starts(line, title) || line.p[title.n] != ' ')
		return STR_NONE;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (str_starts(rest, str_from_c(marks[i])))
			return str_trim(
				str_slice(rest, strlen(marks[i]), rest.n));
	return STR_NONE;
}

/* "U.S." and "Inc." end no sentence; "." behind a longer word does, with
 * closing marks or without. */
static bool ends_in_full_stop(struct str s)
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

/* True where `line` is the title glued to a breadcrumb, followed by the
 * site's name, or cut with "...". */
static bool holds_title(struct str line, struct str title)
{
	size_t at;

	if (str_ends(line, title))
		return true;
	if (title.n < CUT_TITLE_MIN)
		return false;
	if (line.n > title.n && plain_site_behind(line, title).n)
		return true;
	if (!plain_is_cut(line))
		return false;
	while (line.n &&
		(line.p[line.n - 1] == '.' || line.p[line.n - 1] == ' '))
		line.n--;
	if (str_ends(line, STR("\xE2\x80\xA6")))
		line.n -= 3;
	at = str_find(line, str_slice(title, 0, CUT_TITLE_MIN), 0);
	return at != STR_NPOS && str_starts(title, str_slice(line, at, line.n));
}

/* "Posted in …", "Tags: …": what a page says of the article it holds. */
static bool is_page_line(const struct plain *p, struct str s)
{
	unsigned words = 0;
	size_t n = phrase_prefix(s, p->lex, LEX_tail, &words);

	return (n && (words > 1 || (n < s.n && s.p[n] == ':'))) ||
	       phrase_prefix(s, p->lex, LEX_by, NULL) ||
	       str_find(s, STR("[ "), 0) != STR_NPOS;
}

static bool may_be_title(const struct plain *p, size_t i)
{
	const struct plain_block *b = plain_at(p, i);
	struct dateline line;
	struct date d;
	struct range span;

	if (b->text.n > TITLE_MAX || lead_dateline(b->text, p->lex, &line) ||
		b->tail || b->taken || b->junk ||
		lead_is_caption(b->text, p->lex) || is_page_line(p, b->text))
		return false;
	return !plain_is_date_line(p, b->text) &&
	       !(date_find(b->text, 0, p->lex, &d, &span) && d.year &&
		       span.start < DATE_EARLY);
}

/* A line of byline or date: titles stand right above one. */
static bool is_head_line(const struct plain *p, size_t i)
{
	struct str s;
	struct date d;
	struct range span;

	if (i >= p->blocks.n || plain_at(p, i)->points > PLAIN_LINE_MAX)
		return false;
	s = plain_at(p, i)->text;
	return phrase_prefix(s, p->lex, LEX_by, NULL) ||
	       (date_find(s, 0, p->lex, &d, &span) && d.year);
}

static bool is_repeated(const struct plain *p, size_t first, size_t i)
{
	struct str title = plain_at(p, i)->text;

	for (size_t k = first; k < p->start; k++)
		if (k != i && holds_title(plain_at(p, k)->text, title))
			return true;
	return false;
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

/* How much the words of a line speak for a title. */
static int title_form(const struct plain_block *b)
{
	size_t words = phrase_count(b->text);
	int value = (int)(words < TITLE_LONG ? words : TITLE_LONG) * 12;

	if (ends_in_full_stop(b->text))
		value -= words > TITLE_LONG ? 120 : 60;
	if (plain_is_cut(b->text) || b->points > TITLE_USUAL)
		value -= 60;
	if (strchr("([+>", b->text.p[0]))
		value -= 50;
	if (b->bullet)
		value -= 50;
	if (is_path(b->text) || str_ends(b->text, STR(":")))
		value -= 50;
	return value;
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

/* Adds the words of s that are long enough to mean something to *words. */
static void add_words(struct intern *words, struct buf *folded, struct str s)
{
	struct str rest, word;

	buf_clear(folded);
	text_fold(folded, s);
	rest = buf_str(folded);
	while (next_word(&rest, &word))
		intern_add(words, word);
}

/* The share (%) of the words of s that the body says as well. */
static int shared_words(const struct intern *words, struct str s)
{
	struct buf folded = { 0 };
	struct str rest, word;
	int n = 0, shared = 0;

	text_fold(&folded, s);
	rest = buf_str(&folded);
	while (next_word(&rest, &word)) {
		n++;
		shared += intern_find(words, word) != INTERN_NONE;
	}
	buf_release(&folded);
	return n ? shared * 100 / n : 0;
}

/* How much block i speaks as the title; blocks near the body do more. */
static int title_value(const struct plain *p, const struct intern *words,
	size_t first, size_t i)
{
	const struct plain_block *b = plain_at(p, i);
	size_t away = p->start > i ? p->start - i : i - p->start;
	int value = title_form(b) - DISTANCE * (int)away;

	if (!may_be_title(p, i))
		return NO_TITLE;
	value += shared_words(words, b->text) * SHARED / 100;
	if (phrase_count(b->text) >= TITLE_WORDS && is_repeated(p, first, i))
		value += 200;
	if (is_head_line(p, i + 1))
		value += lead_is_name_line(b->text, p->lex) ? -40 : 40;
	if (p->links && b->indent == 0)
		value += 40;
	return b->links ? value - 20 : value;
}

/* A title that the run took in: its first line, or one above a byline, when
 * it does not end as a paragraph does. */
static bool opens_with_title(const struct plain *p, size_t i)
{
	const struct plain_block *b = plain_at(p, i);

	return i + 1 < p->end && b->text.n <= PLAIN_LINE_MAX && !b->bullet &&
	       !ends_in_full_stop(b->text) && !str_ends(b->text, STR(":")) &&
	       (i == p->start || is_head_line(p, i + 1));
}

static void body_words(const struct plain *p, struct intern *words)
{
	struct buf folded = { 0 };
	size_t bytes = 0;

	for (size_t i = p->start; i < p->end && bytes < WORDS_BYTES; i++) {
		struct str text = utf8_cut(plain_at(p, i)->text, WORDS_BYTES);

		add_words(words, &folded, text);
		bytes += text.n;
	}
	buf_release(&folded);
}

/* The line with the most value. Of two about even the upper one: the lower is
 * its standfirst. */
static size_t find_title(const struct plain *p)
{
	size_t first =
		p->start > PLAIN_HEAD_BLOCKS ? p->start - PLAIN_HEAD_BLOCKS : 0;
	size_t best = STR_NPOS;
	int least = NO_TITLE + 1;
	struct intern words = { 0 };

	body_words(p, &words);
	for (size_t i = first; i < p->end && i < p->start + IN_BODY; i++) {
		int value = title_value(p, &words, first, i);

		if (value < least || (i >= p->start && !opens_with_title(p, i)))
			continue;
		least = value + EVEN;
		best = i;
	}
	intern_release(&words);
	return best;
}

/* A first line too long for any headline is one, cut, if nothing else is. */
static void take_long_title(struct plain *p, struct doc_builder *b)
{
	struct plain_block *block = &p->blocks.v[0];

	if (p->start == 0 || block->text.n <= TITLE_MAX || block->taken)
		return;
	b->doc.title = doc_clean(b, utf8_cut(block->text, TITLE_MAX));
	block->taken = true;
	doc_warn(b, "the first line has %zu bytes; its start is the title",
		block->text.n);
}

size_t plain_take_title(struct plain *p, struct doc_builder *b)
{
	size_t at = find_title(p);

	if (at == STR_NPOS) {
		take_long_title(p, b);
		return p->start;
	}
	if (at >= p->start)
		p->start = at + 1;
	b->doc.title = doc_clean(b, plain_at(p, at)->text);
	p->blocks.v[at].taken = true;
	return at;
}
