/*
 * The head of a page dump: byline and date, from the lines around the title
 * and the first and last lines of the body.
 */
#include "input/plain_head.h"
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"

enum {
	NEAR_BLOCKS = 4, /* behind the body that may be its signature */
	NAME_LINE_MAX = 120, /* characters of a byline or date line in it */
	LEAD_MIN = 60 /* value of a block that may be the lead */
};

bool plain_is_date_line(const struct plain *p, struct str s)
{
	struct date d;
	struct range span;

	return s.n <= PLAIN_LINE_MAX && date_find(s, 0, p->lex, &d, &span) &&
	       (size_t)(span.end - span.start) * 3 >= s.n;
}

/* The date of a short line: published with its day, never a bare "May 14". */
static bool take_date(struct plain *p, struct doc_builder *b, size_t i)
{
	const struct plain_block *block = plain_at(p, i);
	struct date d;
	struct range span;

	if (block->text.n > PLAIN_LINE_MAX || block->tail ||
		!date_find(block->text, 0, p->lex, &d, &span))
		return false;
	if (d.year && b->doc.date.year == 0) {
		b->doc.date = d;
		b->doc.date_basis = BASIS_TEXT;
	}
	return plain_is_date_line(p, block->text);
}

/* A byline may stand behind the date on its line: "7 May 2008 by A. Name". */
static bool take_byline(struct plain *p, struct doc_builder *b, size_t i)
{
	struct str line = plain_at(p, i)->text, rest = line, word;
	struct date d;
	struct range span;

	if (line.n > PLAIN_LINE_MAX || b->byline.n)
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

/* A bare name is a byline when a date stands right above or below it. */
static void take_bare_name(struct plain *p, struct doc_builder *b, size_t title)
{
	for (size_t i = title + 1; i < p->start && !b->byline.n; i++) {
		bool dated =
			(i > title + 1 && plain_is_date_line(p,
						  plain_at(p, i - 1)->text)) ||
			(i + 1 < p->blocks.n &&
				plain_is_date_line(
					p, plain_at(p, i + 1)->text));

		if (dated && !p->blocks.v[i].taken &&
			lead_name_line(b, plain_at(p, i)->text, p->lex))
			p->blocks.v[i].taken = true;
	}
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

/* Takes byline and date of a line; true when it is nothing else. */
static bool take_head_line(struct plain *p, struct doc_builder *b, size_t i)
{
	struct str s = plain_at(p, i)->text;
	bool byline = take_byline(p, b, i), date = take_date(p, b, i);

	return (byline || date) &&
	       (plain_is_date_line(p, s) ||
		       phrase_prefix(s, p->lex, LEX_by, NULL) > 0);
}

/* Lines of the body's first blocks that are byline or date. */
static void take_lines_inside(struct plain *p, struct doc_builder *b)
{
	size_t last = p->start + NEAR_BLOCKS < p->end ? p->start + NEAR_BLOCKS
						      : p->end;

	for (size_t i = p->start; i < last; i++) {
		struct plain_block *block = &p->blocks.v[i];
		bool line = block->points <= NAME_LINE_MAX && !block->taken;

		if (!line || !take_head_line(p, b, i))
			continue;
		block->taken = true;
		mark_standfirst(p, p->start, i);
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

		if (block->taken || block->tail ||
			block->points > NAME_LINE_MAX)
			continue;
		if (!lead_is_note(block->text, p->lex) &&
			!lead_is_caption(block->text, p->lex) &&
			b->byline.n == 0 && lead_byline(b, block->text, p->lex))
			block->taken = true;
		else if (i >= p->end && plain_is_date_line(p, block->text))
			block->taken = take_date(p, b, i);
	}
}

void plain_read_head(struct plain *p, struct doc_builder *b)
{
	size_t title = plain_take_title(p, b);

	take_lines(p, b, title);
	take_bare_name(p, b, title);
	plain_take_repeated_lead(p, b);
	take_lost_lead(p, title);
	take_lines_inside(p, b);
	take_signature(p, b);
	plain_take_source(p, b);
	plain_take_site(p, b);
}
