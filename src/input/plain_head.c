/*
 * The head of a page dump: title, source, byline and date, from the lines
 * above the body and the first and last lines of it.
 */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"

#include "dateline/base/ascii.h"
#include "dateline/text/fold.h"
#include "dateline/text/utf8.h"

enum {
	HEAD_BLOCKS = 40, /* above the body that may hold the title */
	TITLE_MAX = 300, /* bytes */
	TITLE_WORDS = 4, /* and more make a line likely a title */
	TITLE_LONG = 6, /* words; more say no more */
	TITLE_USUAL = 140, /* characters */
	DISTANCE = 2,
	IN_BODY = 6, /* blocks of the run that may still be head */
	CUT_TITLE_MIN = 12, /* bytes of a title that is cut elsewhere */
	LINE_MAX = 160, /* bytes of a byline or date line */
	LEAD_REPEAT_MIN = 40, /* bytes of a lead that show it is repeated */
	NEAR_BLOCKS = 4, /* behind the body that may be its signature */
	LEAD_MIN = 60, /* value of a block that may be the lead */
	NO_TITLE = -1000
};

static const struct plain_block *block_at(const struct plain *p, size_t i)
{
	return &p->blocks.v[i];
}

static size_t count_words(struct str s)
{
	struct str word;
	size_t n = 0;

	while (phrase_word(&s, &word))
		n++;
	return n;
}

/* "U.S." and "Inc." end no sentence; "." behind a longer word does. */
static bool ends_in_full_stop(struct str s)
{
	size_t start = s.n;

	if (!str_ends(s, STR(".")))
		return false;
	while (start > 0 && s.p[start - 1] != ' ')
		start--;
	return str_chr(str_slice(s, start, s.n - 1), '.', 0) == STR_NPOS;
}

/* True where `line` is the title glued to a breadcrumb, or cut with "...". */
static bool holds_title(struct str line, struct str title)
{
	size_t at;

	if (str_ends(line, title))
		return true;
	if (!plain_is_cut(line) || title.n < CUT_TITLE_MIN)
		return false;
	while (line.n &&
		(line.p[line.n - 1] == '.' || line.p[line.n - 1] == ' '))
		line.n--;
	if (str_ends(line, STR("\xE2\x80\xA6")))
		line.n -= 3;
	at = str_find(line, str_slice(title, 0, CUT_TITLE_MIN), 0);
	return at != STR_NPOS && str_starts(title, str_slice(line, at, line.n));
}

static bool is_date_line(const struct plain *p, struct str s)
{
	struct date d;
	struct range span;

	return s.n <= LINE_MAX && date_find(s, 0, p->lex, &d, &span) &&
	       (span.end - span.start) * 3 >= s.n;
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
	const struct plain_block *b = block_at(p, i);
	struct dateline line;
	struct date d;
	struct range span;

	if (b->text.n > TITLE_MAX || lead_dateline(b->text, p->lex, &line) ||
		b->tail || b->taken || b->junk ||
		lead_is_caption(b->text, p->lex) || is_page_line(p, b->text))
		return false;
	return !is_date_line(p, b->text) &&
	       !(date_find(b->text, 0, p->lex, &d, &span) && d.year);
}

/* A line of byline or date: titles stand right above one. */
static bool is_head_line(const struct plain *p, size_t i)
{
	struct str s;
	struct date d;
	struct range span;

	if (i >= p->blocks.n || block_at(p, i)->points > LINE_MAX)
		return false;
	s = block_at(p, i)->text;
	return phrase_prefix(s, p->lex, LEX_by, NULL) ||
	       (date_find(s, 0, p->lex, &d, &span) && d.year);
}

static bool is_repeated(const struct plain *p, size_t first, size_t i)
{
	struct str title = block_at(p, i)->text;

	for (size_t k = first; k < p->start; k++)
		if (k != i && holds_title(block_at(p, k)->text, title))
			return true;
	return false;
}

/* How much block i speaks as the title; blocks near the body do more. */
static int title_value(const struct plain *p, size_t first, size_t i)
{
	const struct plain_block *b = block_at(p, i);
	size_t words = count_words(b->text);
	int value = (int)(words < TITLE_LONG ? words : TITLE_LONG) * 12;

	if (!may_be_title(p, i))
		return NO_TITLE;
	if (words >= TITLE_WORDS && is_repeated(p, first, i))
		value += 200;
	if (is_head_line(p, i + 1))
		value += 40;
	if (ends_in_full_stop(b->text))
		value -= words > TITLE_LONG ? 120 : 60;
	if (plain_is_cut(b->text) || b->points > TITLE_USUAL)
		value -= 60;
	if (strchr("([+>", b->text.p[0]))
		value -= 50;
	if (b->bullet)
		value -= 50;
	if (str_chr(b->text, '|', 0) != STR_NPOS)
		value -= 50;
	if (p->links && b->indent == 0)
		value += 40;
	if (b->links)
		value -= 20;
	return value -
	       DISTANCE * (int)(p->start > i ? p->start - i : i - p->start);
}

/* A title that the run took in: its first line, or one above a byline, when
 * it does not end as a paragraph does. */
static bool opens_with_title(const struct plain *p, size_t i)
{
	const struct plain_block *b = block_at(p, i);

	return i + 1 < p->end && b->text.n <= LINE_MAX && !b->bullet &&
	       !ends_in_full_stop(b->text) && !str_ends(b->text, STR(":")) &&
	       (i == p->start || is_head_line(p, i + 1));
}

static size_t find_title(const struct plain *p)
{
	size_t first = p->start > HEAD_BLOCKS ? p->start - HEAD_BLOCKS : 0;
	size_t best = STR_NPOS;
	int best_value = NO_TITLE;

	for (size_t i = first; i < p->end && i < p->start + IN_BODY; i++) {
		int value = title_value(p, first, i);

		if (i >= p->start && !opens_with_title(p, i))
			continue;
		if (value >= best_value && value > NO_TITLE) {
			best_value = value;
			best = i;
		}
	}
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

static size_t take_title(struct plain *p, struct doc_builder *b)
{
	size_t at = find_title(p);

	if (at == STR_NPOS) {
		take_long_title(p, b);
		return p->start;
	}
	if (at >= p->start)
		p->start = at + 1;
	b->doc.title = doc_clean(b, block_at(p, at)->text);
	p->blocks.v[at].taken = true;
	return at;
}

/* The date of a short line: published with its day, never a bare "May 14". */
static bool take_date(struct plain *p, struct doc_builder *b, size_t i)
{
	const struct plain_block *block = block_at(p, i);
	struct date d;
	struct range span;

	if (block->text.n > LINE_MAX || block->tail ||
		!date_find(block->text, 0, p->lex, &d, &span))
		return false;
	if (d.year && b->doc.date.year == 0) {
		b->doc.date = d;
		b->doc.date_basis = BASIS_TEXT;
	}
	return is_date_line(p, block->text);
}

/* A byline may stand behind the date on its line: "7 May 2008 by A. Name". */
static bool take_byline(struct plain *p, struct doc_builder *b, size_t i)
{
	struct str line = block_at(p, i)->text, rest = line, word;
	struct date d;
	struct range span;

	if (line.n > LINE_MAX || b->byline.n)
		return false;
	if (lead_byline(b, line, p->lex))
		return true;
	if (!date_find(line, 0, p->lex, &d, &span))
		return false;
	while (phrase_word(&rest, &word)) {
		struct str tail =
			str_slice(line, (size_t)(word.p - line.p), line.n);

		if (phrase_prefix(word, p->lex, LEX_by, NULL) == word.n &&
			lead_byline(b, tail, p->lex))
			return true;
	}
	return false;
}

/* Prose between title and byline is a standfirst. */
static void mark_standfirst(struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && to - from <= NEAR_BLOCKS; i++)
		p->blocks.v[i].standfirst = true;
}

/* The lines between title and body, and those right above the title. */
static void take_lines(struct plain *p, struct doc_builder *b, size_t title)
{
	size_t first = title > 2 ? title - 2 : 0;

	for (size_t i = title + 1; i < p->start; i++) {
		bool byline = take_byline(p, b, i);

		p->blocks.v[i].taken = take_date(p, b, i) || byline;
		if (p->blocks.v[i].taken)
			mark_standfirst(p, title + 1, i);
	}
	for (size_t i = first; i < title && i < p->start; i++) {
		take_byline(p, b, i);
		take_date(p, b, i);
	}
}

/* Lines of the body's first blocks that are byline or date. */
static void take_lines_inside(struct plain *p, struct doc_builder *b)
{
	size_t last = p->start + NEAR_BLOCKS < p->end ? p->start + NEAR_BLOCKS
						      : p->end;

	for (size_t i = p->start; i < last; i++) {
		struct plain_block *block = &p->blocks.v[i];
		bool line = block->points <= 120 && !block->taken;
		bool byline = line && take_byline(p, b, i);
		bool date = line && take_date(p, b, i);

		if ((byline || date) &&
			(is_date_line(p, block->text) ||
				phrase_prefix(
					block->text, p->lex, LEX_by, NULL))) {
			block->taken = true;
			mark_standfirst(p, p->start, i);
		}
	}
}

/*
 * The run may have begun behind a lead that buttons or an advertisement cut
 * off: prose below the title belongs to the body, what is between does not.
 */
static void take_lost_lead(struct plain *p, size_t title)
{
	size_t lead = p->start;

	for (size_t i = p->start; i-- > title + 1;) {
		struct plain_block *block = &p->blocks.v[i];

		if (block->value >= LEAD_MIN && block->sentence &&
			!lead_is_caption(block->text, p->lex))
			lead = block->taken ? lead : i;
		else
			block->taken = true;
	}
	p->start = lead;
}

/* Signatures and dates right behind the body, and at its own end. */
static void take_signature(struct plain *p, struct doc_builder *b)
{
	size_t last = p->end + NEAR_BLOCKS;
	size_t first = p->end > p->start + 3 ? p->end - 3 : p->start;

	for (size_t i = first; i < last && i < p->blocks.n; i++) {
		struct plain_block *block = &p->blocks.v[i];

		if (block->taken || block->tail || block->points > 120)
			continue;
		if (!lead_is_note(block->text, p->lex) &&
			!lead_is_caption(block->text, p->lex) &&
			b->byline.n == 0 && lead_byline(b, block->text, p->lex))
			block->taken = true;
		else if (i >= p->end && is_date_line(p, block->text))
			block->taken = take_date(p, b, i);
	}
}

/* "Reuters: ", "Iran Focus: ": the outlet that opens a standfirst. */
static struct str source_prefix(struct str s)
{
	size_t at = str_chr(s, ':', 0);
	struct str name = str_slice(s, 0, at == STR_NPOS ? 0 : at), rest, word;

	if (name.n < 2 || name.n > 40 || count_words(name) > 5)
		return STR_NONE;
	rest = name;
	while (phrase_word(&rest, &word))
		if (!phrase_is_capital(word) && word.n > 3)
			return STR_NONE;
	return name;
}

/* What follows the repeated lead in the standfirst: "By A and B". */
static void take_standfirst_end(
	struct plain *p, struct doc_builder *b, struct str s)
{
	size_t at = s.n;

	while (at > 0) {
		struct str tail = str_slice(s, at, s.n);

		if ((at == s.n || s.p[at - 1] == ' ') && tail.n &&
			tail.n <= LINE_MAX && b->byline.n == 0 &&
			phrase_is_capital(tail) && lead_byline(b, tail, p->lex))
			return;
		if (s.n - at > LINE_MAX)
			return;
		at--;
	}
}

/* True when block i holds the lead that block i + 1 opens with. */
static bool repeats_lead(const struct plain *p, size_t i)
{
	struct str lead = block_at(p, i + 1)->text;
	struct dateline line;

	lead_dateline(lead, p->lex, &line);
	lead = str_slice(lead, line.length, line.length + LEAD_REPEAT_MIN);
	return lead.n == LEAD_REPEAT_MIN &&
	       str_find(block_at(p, i)->text, lead, 0) != STR_NPOS;
}

/*
 * A paragraph "Source: lead. By A and B" in front of one that opens with the
 * same lead gives source and byline, and goes. The body may start behind it,
 * because its end is a name.
 */
static void take_repeated_lead(struct plain *p, struct doc_builder *b)
{
	size_t first = p->start ? p->start - 1 : 0;

	for (size_t i = first; i <= p->start && i + 1 < p->end; i++) {
		if (p->blocks.v[i].taken || !repeats_lead(p, i))
			continue;
		if (!b->doc.source.n)
			b->doc.source = doc_clean(
				b, source_prefix(block_at(p, i)->text));
		take_standfirst_end(p, b, block_at(p, i)->text);
		p->blocks.v[i].taken = true;
		return;
	}
}

/* The outlet's own name in "« Previous | Name Home | Next »": a piece that
 * ends in "Home" behind a line of the head. */
static void take_home(struct plain *p, struct doc_builder *b, struct str line)
{
	struct str piece;

	while (str_split(&line, '|', &piece)) {
		piece = str_trim(piece);
		if (!str_ends(piece, STR(" Home")))
			continue;
		piece.n -= 5;
		for (size_t i = 0; i < p->start && i < HEAD_BLOCKS; i++)
			if (str_eq(block_at(p, i)->text, piece))
				b->doc.source = doc_clean(b, piece);
	}
}

static void take_source(struct plain *p, struct doc_builder *b)
{
	for (size_t i = 0; i < p->start && i < HEAD_BLOCKS; i++)
		if (!b->doc.source.n &&
			str_chr(block_at(p, i)->text, '|', 0) != STR_NPOS)
			take_home(p, b, block_at(p, i)->text);
}

void plain_read_head(struct plain *p, struct doc_builder *b)
{
	size_t title = take_title(p, b);

	take_lines(p, b, title);
	take_repeated_lead(p, b);
	take_lost_lead(p, title);
	take_lines_inside(p, b);
	take_signature(p, b);
	take_source(p, b);
}
