/* Which outlet a page dump comes from. */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"
#include "input/plain_head.h"

enum {
	LEAD_REPEAT_MIN = 40, /* bytes of a lead that show it is repeated */
	SITE_MAX = 50 /* bytes of a site's name */
};

/* "Reuters: ", "Island Herald: ": the outlet that opens a standfirst. */
static struct str source_prefix(struct str s)
{
	size_t at = str_chr(s, ':', 0);
	struct str name = str_slice(s, 0, at == STR_NPOS ? 0 : at), rest, word;

	if (name.n < 2 || name.n > 40 || phrase_count(name) > 5)
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
			tail.n <= PLAIN_LINE_MAX && b->byline.n == 0 &&
			phrase_is_capital(tail) && lead_byline(b, tail, p->lex))
			return;
		if (s.n - at > PLAIN_LINE_MAX)
			return;
		at--;
	}
}

/* True when block i is, for its larger part, the lead that block i + 1 opens
 * with. */
static bool repeats_lead(const struct plain *p, size_t i)
{
	struct str first = plain_at(p, i)->text;
	struct str lead = plain_at(p, i + 1)->text;
	struct dateline line;
	size_t at, same = 0;

	lead_dateline(lead, p->lex, &line);
	lead = str_slice(lead, line.length, lead.n);
	if (lead.n < LEAD_REPEAT_MIN)
		return false;
	at = str_find(first, str_slice(lead, 0, LEAD_REPEAT_MIN), 0);
	if (at == STR_NPOS)
		return false;
	while (at + same < first.n && same < lead.n &&
		first.p[at + same] == lead.p[same])
		same++;
	return same * 2 >= first.n;
}

/*
 * A paragraph "Source: lead. By A and B" in front of one that opens with the
 * same lead gives source and byline, and goes. The body may start behind it,
 * because its end is a name.
 */
void plain_take_repeated_lead(struct plain *p, struct doc_builder *b)
{
	size_t first = p->start ? p->start - 1 : 0;

	for (size_t i = first; i <= p->start && i + 1 < p->end; i++) {
		if (p->blocks.v[i].taken || !repeats_lead(p, i))
			continue;
		if (!b->doc.source.n)
			b->doc.source = doc_clean(
				b, source_prefix(plain_at(p, i)->text));
		take_standfirst_end(p, b, plain_at(p, i)->text);
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
		for (size_t i = 0; i < p->start && i < PLAIN_HEAD_BLOCKS; i++)
			if (str_eq(plain_at(p, i)->text, piece))
				b->doc.source = doc_clean(b, piece);
	}
}

/* The site's name behind the title: "Title | Site". */
void plain_take_site(struct plain *p, struct doc_builder *b)
{
	struct str title = b->doc.title;

	for (size_t i = 0; title.n && i < p->start && i < PLAIN_HEAD_BLOCKS;
		i++) {
		struct str line = plain_at(p, i)->text;
		struct str site = line.n > title.n
					  ? plain_site_behind(line, title)
					  : STR_NONE;

		if (site.n && site.n <= SITE_MAX && !b->doc.site.n &&
			str_chr(site, '|', 0) == STR_NPOS)
			b->doc.site = doc_clean(b, site);
	}
	if (!b->doc.source.n)
		b->doc.source = b->doc.site;
}

void plain_take_source(struct plain *p, struct doc_builder *b)
{
	for (size_t i = 0; i < p->start && i < PLAIN_HEAD_BLOCKS; i++)
		if (!b->doc.source.n &&
			str_chr(plain_at(p, i)->text, '|', 0) != STR_NPOS)
			take_home(p, b, plain_at(p, i)->text);
}
