/* Which outlet a page dump comes from. */
#include "input/lead.h"
#include "input/phrase.h"
#include "input/plain.h"
#include "input/plain_head.h"

#include "dateline/base/ascii.h"

enum {
	LEAD_REPEAT_MIN = 40, /* bytes of a lead that show it is repeated */
	SITE_MAX = 50, /* bytes of a site's name */
	SITE_WORDS_MAX = 5,
	MAST_BLOCKS = 4, /* at the top of a page that may hold its name */
	FOOT_BLOCKS = 4, /* at its end */
	TOP_BLOCKS = 300, /* that may say the name of a copyright's holder */
	TOP_LINE_MAX = 600, /* bytes of one */
	END_BLOCKS = 100 /* that may be a copyright line */
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

/* A name that a line opens with, up to the first mark: no sentence, no phrase
 * of page furniture. */
static struct str opening_name(const struct plain *p, struct str s)
{
	static const char *const ends[] = { ". ", ", ", " |", "|", " \xC2\xB7",
		" \xE2\x80\xA2", " - ", " \xE2\x80\x93", " \xE2\x80\x94", ": ",
		" (", " [", " All ", " all ", " \xC2\xA9" };
	struct str rest, word;

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t at = str_find(s, str_from_c(ends[i]), 0);

		s = str_slice(s, 0, at == STR_NPOS ? s.n : at);
	}
	s = str_trim(s);
	while (s.n && strchr(".,;", s.p[s.n - 1]))
		s.n--;
	rest = s;
	while (phrase_word(&rest, &word))
		if (!phrase_is_capital(word) && word.n > 3)
			return STR_NONE;
	if (s.n < 2 || s.n > SITE_MAX || !phrase_is_capital(s) ||
		phrase_count(s) > SITE_WORDS_MAX ||
		phrase_prefix(s, p->lex, LEX_tail, NULL))
		return STR_NONE;
	return s;
}

/* Past the years of a copyright line and the "by" behind them. */
static struct str skip_years(struct str s)
{
	while (s.n && (ascii_is_digit(s.p[0]) || strchr(" -,:;", s.p[0])))
		s = str_slice(s, 1, s.n);
	if (str_starts(s, STR("\xE2\x80\x93")))
		return skip_years(str_slice(s, 3, s.n));
	return str_starts_nocase(s, STR("by ")) ? str_slice(s, 3, s.n) : s;
}

/* "Copyright © 2010-2019 Name. All rights reserved". */
static struct str copyright_holder(const struct plain *p, struct str s)
{
	static const char *const marks[] = { "\xC2\xA9", "(c) ", "(C) ",
		"opyright " };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		struct str mark = str_from_c(marks[i]);
		size_t at = str_find(s, mark, 0);

		if (at != STR_NPOS)
			return opening_name(
				p, skip_years(str_slice(s, at + mark.n, s.n)));
	}
	return STR_NONE;
}

static bool is_above_body(const struct plain *p, struct str name)
{
	for (size_t i = 0; i < p->start && i < TOP_BLOCKS; i++)
		if (plain_at(p, i)->text.n <= TOP_LINE_MAX &&
			str_find(plain_at(p, i)->text, name, 0) != STR_NPOS)
			return true;
	return false;
}

/* As much of a name as the page says above the body, two words at least:
 * "The Daily Sun" of "The Daily Sun Company". */
static struct str known_part(const struct plain *p, struct str name)
{
	size_t words = phrase_count(name);

	for (; name.n && !is_above_body(p, name); words--) {
		if (words < 3)
			return STR_NONE;
		while (name.p[name.n - 1] != ' ')
			name.n--;
		name = str_trim(name);
	}
	return name;
}

static struct str copyright_site(const struct plain *p)
{
	size_t last = p->blocks.n;

	for (size_t i = last; i-- > p->end && last - i <= END_BLOCKS;) {
		struct str s = plain_at(p, i)->text;
		struct str name = s.n <= PLAIN_LINE_MAX ? copyright_holder(p, s)
							: STR_NONE;

		name = known_part(p, name);
		if (name.n)
			return name;
	}
	return STR_NONE;
}

static bool is_in_masthead(const struct plain *p, struct str name)
{
	for (size_t i = 0; i < p->start && i < MAST_BLOCKS; i++) {
		struct str line = plain_at(p, i)->text;

		if (str_starts(line, name) || str_ends(line, name))
			return true;
	}
	return false;
}

/* The name that opens a line at the foot of a page and stands at its top. */
static struct str foot_name(const struct plain *p, size_t i)
{
	struct str s = plain_at(p, i)->text;
	struct str name = s.n <= PLAIN_LINE_MAX ? opening_name(p, s) : STR_NONE;

	return phrase_count(name) > 1 && is_in_masthead(p, name) ? name
								 : STR_NONE;
}

/* A foot that is a sentence ("The Daily Sun, Quay Street. Founded 1861.") may
 * pass for the last paragraph: it leaves the body. */
static struct str foot_site(struct plain *p)
{
	size_t last = p->blocks.n;

	for (size_t i = last; i-- > p->start + 1 && last - i <= FOOT_BLOCKS;) {
		struct str name = foot_name(p, i);

		if (name.n == 0 || (p->end > i && plain_at(p, i)->prose))
			continue;
		if (p->end > i)
			p->end = i;
		return name;
	}
	return STR_NONE;
}

/* The writer of the article may own the copyright as well. */
static void set_site(struct doc_builder *b, struct str name)
{
	for (size_t i = 0; i < b->byline.n; i++)
		if (str_eq(b->byline.v[i], name))
			return;
	b->doc.site = doc_clean(b, name);
}

/* The site's name behind the title: "Title | Site", or what the page's top
 * and foot say. */
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
	if (!b->doc.site.n)
		set_site(b, foot_site(p));
	if (!b->doc.site.n)
		set_site(b, copyright_site(p));
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
