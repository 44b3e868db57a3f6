/* Which line of a page dump is the title. */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"
#include "input/plain_head.h"
#include "input/plain_signs.h"

#include "dateline/text/utf8.h"

enum {
	TITLE_MAX = 300, /* bytes */
	ABOVE_BODY = 120, /* blocks above the body that may hold the title */
	IN_BODY = 10, /* blocks of the run that may still be head */
	ABOVE_MAX = 300, /* characters of prose above it */
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

/* A dateline that says more than a place: a title may open with one. */
static bool is_dateline(const struct plain *p, struct str s)
{
	struct dateline line;

	return lead_dateline(s, p->lex, &line) &&
	       (line.agency.n || line.date.month);
}

static bool may_be_title(const struct plain_signs *s, size_t i)
{
	const struct plain *p = s->p;
	const struct plain_block *b = plain_at(p, i);

	return b->text.n <= TITLE_MAX && !b->tail && !b->taken &&
	       !plain_is_line(s, i, LINE_PAGE) &&
	       !plain_is_line(s, i, LINE_DATED) &&
	       !lead_is_caption(b->text, p->lex) && !is_dateline(p, b->text);
}

/*
 * A title that the run took in, with no more above it than a kicker or a
 * notice; it does not end as a paragraph does.
 */
static bool opens_with_title(const struct plain *p, size_t i)
{
	const struct plain_block *b = plain_at(p, i);
	uint64_t above = 0;

	if (i < p->start)
		return true;
	for (size_t k = p->start; k < i; k++)
		above += plain_at(p, k)->value > 0 ? plain_at(p, k)->points : 0;
	return i + 1 < p->end && above <= ABOVE_MAX &&
	       b->text.n <= PLAIN_LINE_MAX && !b->bullet &&
	       !plain_ends_in_full_stop(b->text) &&
	       !str_ends(b->text, STR(":"));
}

/* The line with the most value, the upper one of two alike. */
static size_t find_title(const struct plain *p)
{
	size_t first = p->start > ABOVE_BODY ? p->start - ABOVE_BODY : 0;
	size_t last = p->start + IN_BODY < p->end ? p->start + IN_BODY : p->end;
	size_t best = STR_NPOS;
	int most = NO_TITLE;
	struct plain_signs signs;

	plain_signs_init(&signs, p, first, last);
	for (size_t i = first; i < last; i++) {
		bool may = may_be_title(&signs, i);
		int value = plain_title_value(&signs, i, may);

		if (!may || value <= most || !opens_with_title(p, i))
			continue;
		most = value;
		best = i;
	}
	plain_signs_release(&signs);
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
