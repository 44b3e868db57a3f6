#include "input/html_date.h"

#include "dateline/base/ascii.h"
#include "input/phrase.h"

#define MAX_DATE_LINE 60 /* characters of a line that is a date */
#define MAX_DATE_TEXT 240 /* characters of a short block */
#define MAX_OPENING 480 /* bytes of a block that are looked at */
#define MAX_LABEL 40 /* bytes before a date that say what it is of */

size_t html_block_at(const struct html_page *page, uint32_t at)
{
	size_t low = 0, high = page->blocks.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (page->blocks.v[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first element whose text starts at `at` or later. */
static size_t element_at(const struct html_page *page, uint32_t at)
{
	size_t low = 0, high = page->elements.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (page->elements.v[middle].text < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Marks where an element starts or ends in the bytes [from, to). */
static void mark_edges(
	const struct html_page *page, uint32_t from, uint32_t to, bool *edge)
{
	/* An element that opens a block starts before its line end. */
	size_t e = element_at(page, from ? from - 1 : 0);

	for (; e < page->elements.n && page->elements.v[e].text < to; e++) {
		const struct html_element *at = &page->elements.v[e];

		if (at->text > from)
			edge[at->text - from] = true;
		if (at->text_end > from && at->text_end < to)
			edge[at->text_end - from] = true;
	}
}

/* The bytes [from, to) of the page's text into *out, at most MAX_OPENING of
 * them, with a space at an element's edge between a letter or digit and
 * another. */
static void read_apart(const struct html_page *page, uint32_t from, uint32_t to,
	struct buf *out)
{
	bool edge[MAX_OPENING] = { false };
	struct str text;
	size_t start = 0;

	if (to > from + MAX_OPENING)
		to = from + MAX_OPENING;
	text = str_slice(buf_str(&page->text), from, to);
	mark_edges(page, from, to, edge);
	buf_clear(out);
	for (size_t i = 1; i < text.n; i++) {
		if (!edge[i] || !ascii_is_alnum(text.p[i - 1]) ||
			!ascii_is_alnum(text.p[i]))
			continue;
		buf_add(out, str_slice(text, start, i));
		buf_add_c(out, ' ');
		start = i;
	}
	buf_add(out, str_slice(text, start, text.n));
}

/* What the words before a date, back to `from`, say of it. */
static enum html_date_label words_before(
	const struct html_reader *r, struct str text, size_t from, size_t at)
{
	struct str rest, word;
	enum html_date_label label = LABEL_NONE;

	if (at > from + MAX_LABEL)
		from = at - MAX_LABEL;
	rest = str_slice(text, from, at);
	while (phrase_word(&rest, &word)) {
		size_t open = word.p[0] == '(' || word.p[0] == '[';
		struct str phrase = str_of(word.p + open,
			(size_t)(rest.p + rest.n - word.p) - open);

		if (phrase_prefix(phrase, r->lex, LEX_published, NULL))
			label = LABEL_PUBLISHED;
		if (phrase_prefix(phrase, r->lex, LEX_updated, NULL))
			label = LABEL_UPDATED;
	}
	return label;
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_digit(s.p[i]))
			return true;
	return false;
}

/* What a line of its own before block b says: "Last updated". */
static enum html_date_label line_before(const struct html_reader *r, size_t b)
{
	struct str line;

	if (b == 0 || b >= r->page.blocks.n)
		return LABEL_NONE;
	line = html_block_text(&r->page, &r->page.blocks.v[b - 1]);
	if (line.n > MAX_LABEL || has_digit(line))
		return LABEL_NONE;
	return words_before(r, line, 0, line.n);
}

enum html_date_label html_date_label(const struct html_reader *r, uint32_t e)
{
	uint32_t at = r->page.elements.v[e].text;
	size_t b = html_block_at(&r->page, at);
	uint32_t start;

	if (b == r->page.blocks.n)
		return LABEL_NONE;
	start = r->page.blocks.v[b].start;
	if (at <= start)
		return line_before(r, b);
	return words_before(r, buf_str(&r->page.text), start, at);
}

bool html_date_in_element(const struct html_reader *r, uint32_t e,
	struct date *out, enum html_date_label *label)
{
	const struct html_element *at = &r->page.elements.v[e];
	struct buf text = { 0 };
	struct range span;
	bool found;

	read_apart(&r->page, at->text, at->text_end, &text);
	found = date_find(buf_str(&text), 0, r->lex, out, &span) && out->year;
	*label = LABEL_NONE;
	if (found)
		*label = words_before(r, buf_str(&text), 0, span.start);
	if (*label == LABEL_NONE)
		*label = html_date_label(r, e);
	buf_release(&text);
	return found;
}

static bool says_date(const struct html_block *b, const struct range *span,
	enum html_wording wording)
{
	uint32_t length = span->end - span->start;

	if (wording == AS_LINE || wording == AS_BARE_LINE)
		return b->chars <= MAX_DATE_LINE || length * 3 > b->chars;
	if (wording == AS_OPENING)
		return span->start <= MAX_LABEL;
	return b->chars <= MAX_DATE_TEXT || span->start < 3;
}

static bool fits(const struct html_block *b, const struct range *span,
	enum html_date_label label, enum html_wording wording)
{
	if (wording == AS_PUBLISHED)
		return label == LABEL_PUBLISHED && b->chars <= MAX_DATE_TEXT;
	if (wording == AS_BARE_LINE && (b->state & IN_QUOTE))
		return false;
	if (wording == AS_BARE_LINE && label == LABEL_PUBLISHED)
		return b->chars <= MAX_DATE_TEXT;
	if (label == LABEL_UPDATED)
		return wording == AS_UPDATED && says_date(b, span, AS_ANY);
	return says_date(b, span, wording);
}

/* s without the spaces at its end, U+00A0 among them. */
static struct str without_spaces(struct str s)
{
	s = str_trim(s);
	while (str_ends(s, STR("\xC2\xA0")))
		s = str_trim(str_slice(s, 0, s.n - 2));
	return s;
}

/* True for "Release: 14 May", also with the name on a line of its own: a date
 * of something else than the page. */
static bool is_field(
	const struct html_reader *r, size_t b, struct str text, size_t at)
{
	struct str before = without_spaces(str_slice(text, 0, at));

	if (before.n == 0 && b > 0)
		before = str_trim(
			html_block_text(&r->page, &r->page.blocks.v[b - 1]));
	return str_ends(before, STR(":"));
}

/* The first full date of a block that is worded so. */
static bool in_block(const struct html_reader *r, size_t i, struct str text,
	enum html_wording wording, struct date *out)
{
	const struct html_block *b = &r->page.blocks.v[i];
	struct range span;

	for (size_t from = 0; date_find(text, from, r->lex, out, &span);
		from = span.end) {
		enum html_date_label label =
			words_before(r, text, from, span.start);

		if (label == 0 && span.start == 0)
			label = line_before(r, i);
		if (out->day && fits(b, &span, label, wording))
			return out->year >= HTML_FIRST_YEAR &&
			       (wording != AS_BARE_LINE || label ||
				       !is_field(r, i, text, span.start));
		if (label == 0 && wording != AS_PUBLISHED)
			return false;
	}
	return false;
}

bool html_date_in_blocks(const struct html_reader *r, size_t from, size_t to,
	enum html_wording wording, struct date *out)
{
	struct buf text = { 0 };
	bool found = false;

	for (size_t i = from; !found && i < r->page.blocks.n && i < to; i++) {
		const struct html_block *b = &r->page.blocks.v[i];

		if (!has_digit(str_slice(
			    html_block_text(&r->page, b), 0, MAX_OPENING)))
			continue;
		read_apart(&r->page, b->start, b->end, &text);
		found = in_block(r, i, buf_str(&text), wording, out);
	}
	buf_release(&text);
	return found;
}

bool html_month_in_blocks(
	const struct html_reader *r, size_t from, size_t to, struct date *out)
{
	for (size_t i = from; i < r->page.blocks.n && i < to; i++) {
		struct str line =
			html_block_text(&r->page, &r->page.blocks.v[i]);

		if (line.n <= MAX_LABEL && date_parse(line, r->lex, out) &&
			out->precision >= DATE_MONTH &&
			out->year >= HTML_FIRST_YEAR)
			return true;
	}
	return false;
}

bool html_date_behind_word(
	const struct html_reader *r, struct str text, struct date *out)
{
	struct range span = { 0 };
	uint32_t from = 0;

	text = str_slice(text, 0, MAX_OPENING);
	for (; date_find(text, from, r->lex, out, &span); from = span.end)
		if (out->day && out->year >= HTML_FIRST_YEAR &&
			words_before(r, text, from, span.start) ==
				LABEL_PUBLISHED)
			return true;
	return false;
}
