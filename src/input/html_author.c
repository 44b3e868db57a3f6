/*
 * Who wrote it, from the most to the least certain place of a page: JSON-LD,
 * what the page marks as its author near the title, metadata, a byline's class,
 * a line "By …".
 */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"
#include "input/lead.h"
#include "input/phrase.h"

#define MAX_BYLINE 200 /* bytes of an element that is a byline */
#define MAX_NAME 80
#define MAX_DECLARED 50 /* bytes of an author that is no person */
#define MAX_DECLARED_WORDS 7
#define MAX_NAMES 120 /* bytes of a line that is nothing but names */
#define NEXT_AUTHOR 12 /* bytes between two authors of one byline: " and " */
#define MAX_BY_LABEL 20 /* bytes of a line that says "Author" */
#define MAX_DATED 120 /* characters of a line with a date and a byline */
#define LOOK_INSIDE 32 /* elements in which an inner byline is looked for */
/* The zone near the title: this many blocks before it and, behind it, this
 * much text (in html_selection's units) or as many blocks. */
#define ZONE_BEFORE 8
#define ZONE_GAIN ((int64_t)1200 * 1000)
#define ZONE_AFTER 25

struct zone {
	uint32_t first, end; /* blocks */
};

/* A word that labels bylines, is part of a date or names an office. */
static bool is_label(const struct html_reader *r, struct str word)
{
	if (phrase_is(word, r->lex, LEX_collective))
		return false;
	return phrase_is(word, r->lex, LEX_by) ||
	       phrase_is(word, r->lex, LEX_month) ||
	       phrase_is(word, r->lex, LEX_weekday) ||
	       phrase_is(word, r->lex, LEX_role) ||
	       phrase_is(word, r->lex, LEX_noauthor);
}

/* Symbols (U+2000 … U+2BFF) open no name. */
static bool opens_name(struct str name)
{
	uint8_t first = (uint8_t)name.p[0];

	if (first < 0x80)
		return ascii_is_alpha(name.p[0]);
	return first != 0xE2 || (uint8_t)name.p[1] > 0xAF;
}

/* No mark that bylines have and names have not. */
static bool is_plain(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (strchr(":@/|_=<>?", name.p[i]))
			return false;
	return true;
}

/* "Riverside Press": an outlet or office, taken only when nobody is named; an
 * agency is as good as a name. */
static bool is_body(const struct html_reader *r, struct str name)
{
	struct str word;

	if (phrase_is(name, r->lex, LEX_agency))
		return false;
	while (phrase_word(&name, &word))
		if (phrase_is(word, r->lex, LEX_orgword))
			return true;
	return false;
}

static bool is_name(struct html_reader *r, struct str name)
{
	size_t space;

	if (name.n < 2 || name.n > MAX_NAME || !opens_name(name) ||
		!is_plain(name) || is_body(r, name))
		return false;
	for (space = name.n; space > 0 && name.p[space - 1] != ' ';)
		space--;
	/* "Posted on": no name ends in a small word. */
	if (is_label(r, str_slice(name, space, name.n)) ||
		(space && name.n - space < 4 && name.p[space] >= 'a' &&
			name.p[space] <= 'z'))
		return false;
	return (!r->site.n || !html_same(r, name, r->site));
}

static bool is_month(struct html_reader *r, struct str word)
{
	buf_clear(&r->key[0]);
	html_key(&r->key[0], word);
	return lexicon_has(r->lex, buf_str(&r->key[0]), LEX_month);
}

/* "Ada Brook Dec 19": without the date glued to its end; all of "Dec 19". */
static struct str without_date(struct html_reader *r, struct str name)
{
	struct str rest = name, word;

	while (str_split(&rest, ' ', &word))
		if (is_month(r, word) && rest.n && ascii_is_digit(rest.p[0]))
			return str_trim(
				str_slice(name, 0, (size_t)(word.p - name.p)));
	return name;
}

static bool has_name(const struct html_reader *r, struct str name)
{
	for (size_t i = 0; i < r->doc.byline.n; i++)
		if (str_eq_nocase(r->doc.byline.v[i], name))
			return true;
	return false;
}

enum form {
	FORM_NAMES, /* names, perhaps behind "By" */
	FORM_BYLINE, /* only what says "By" */
	FORM_WHOLE /* one author, who need be no person */
};

/* Without a mark of reference: "Ada Brook1", "Ada Brook 2". */
static struct str without_mark(struct str name)
{
	size_t n = name.n;

	while (n && ascii_is_digit(name.p[n - 1]))
		n--;
	return str_trim(str_slice(name, 0, n));
}

/*
 * What a page declares to be its author, when it names no person: the outlet,
 * "The Harbour Team", "Newsroom".
 */
static bool take_whole(struct html_reader *r, struct str value)
{
	size_t by;

	value = doc_clean(&r->doc, value);
	by = phrase_prefix(value, r->lex, LEX_by, NULL);
	if (by && by < value.n && strchr(" :", value.p[by]))
		value = str_trim(str_slice(value, by + 1, value.n));
	value = without_date(r, value);
	if (value.n < 2 || value.n > MAX_DECLARED ||
		phrase_count(value) > MAX_DECLARED_WORDS ||
		!(ascii_is_digit(value.p[0]) || opens_name(value)) ||
		!is_plain(value) || phrase_is(value, r->lex, LEX_by) ||
		(phrase_is(value, r->lex, LEX_noauthor) &&
			!phrase_is(value, r->lex, LEX_newsroom)))
		return false;
	doc_add_byline(&r->doc, value);
	return true;
}

/* Adds the names in a value. */
static bool take(struct html_reader *r, struct str value, enum form form)
{
	struct doc_builder names;
	struct str clean;
	size_t before = r->doc.byline.n;

	if (value.n == 0 || value.n > MAX_BYLINE ||
		str_find(value, STR("://"), 0) != STR_NPOS ||
		before >= HTML_LD_MAX_AUTHORS)
		return false;
	if (form == FORM_WHOLE)
		return take_whole(r, value);
	doc_begin(&names, r->arena);
	clean = doc_clean(&names, value);
	if (clean.n && !lead_byline(&names, clean, r->lex) &&
		form == FORM_NAMES)
		lead_authors(&names, clean, r->lex);
	for (size_t i = 0; i < names.byline.n; i++) {
		struct str name = without_date(r, names.byline.v[i]);

		if (str_chr(name, ' ', 0) != STR_NPOS)
			name = without_mark(name);

		if (is_name(r, name) && !has_name(r, name))
			doc_add_byline(&r->doc, name);
	}
	doc_abort(&names);
	return r->doc.byline.n > before;
}

static bool from_ld(struct html_reader *r, enum form form)
{
	for (size_t i = 0; i < r->ld.n_authors; i++)
		take(r, r->ld.authors[i], form);
	return r->doc.byline.n > 0;
}

/* All values of the best-ranked metadata that name somebody. */
static bool from_meta(struct html_reader *r, enum form form)
{
	const struct lexicon *markup = lexicon_markup();

	for (unsigned rank = 1; rank <= 3; rank++) {
		for (size_t i = 0; i < r->page.metas.n; i++) {
			const struct html_meta *m = &r->page.metas.v[i];
			const struct lex_entry *e =
				lexicon_find(markup, m->name);

			if (e && (e->lists & MARKUP_BIT(MARKUP_meta_author)) &&
				e->value == rank)
				take(r, m->value, form);
		}
		if (r->doc.byline.n)
			return true;
	}
	return false;
}

/*
 * True when e is in what is for readers' comments or related articles. What
 * holds the article as well is none of these, whatever its name; an author's
 * own mark may stand in an <aside>.
 */
static bool is_aside(const struct html_reader *r, const struct html_element *e)
{
	const struct html_page *page = &r->page;
	const struct html_element *c = &page->elements.v[r->pick.container];
	bool marked = e->lists & (MARKUP_BIT(MARKUP_author_property) |
					 MARKUP_BIT(MARKUP_byline));

	for (int up = 0; up < 12 && e != page->elements.v; up++) {
		if (e->block <= c->block && e->block_end >= c->block_end)
			return false;
		if ((e->tag == TAG_aside && !marked) ||
			(e->tag == TAG_footer && !(e->state & IN_ARTICLE)) ||
			(e->lists & HTML_NOT_ARTICLE))
			return true;
		e = &page->elements.v[e->parent];
	}
	return false;
}

static struct zone zone_near_title(const struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	uint32_t title =
		r->title_block == HTML_NONE ? c->block : r->title_block;
	struct zone z = { title > ZONE_BEFORE ? title - ZONE_BEFORE : 0,
		title };
	int64_t from = r->pick.gain[title];

	while (z.end < r->page.blocks.n &&
		(z.end < title + ZONE_AFTER || z.end < c->block + 2) &&
		r->pick.gain[z.end] - from < ZONE_GAIN)
		z.end++;
	return z;
}

static struct zone zone_of_article(const struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	struct zone z = zone_near_title(r);

	if (z.first > c->block)
		z.first = c->block;
	z.end = c->block_end + ZONE_AFTER;
	return z;
}

static struct zone whole_page(const struct html_reader *r)
{
	return (struct zone){ 0, (uint32_t)r->page.blocks.n };
}

/* True when an element with text and one of the lists is inside e. */
static bool holds_another(
	const struct html_page *page, size_t e, uint64_t lists)
{
	uint32_t end = page->elements.v[e].text_end;

	for (size_t i = e + 1; i < page->elements.n && i < e + LOOK_INSIDE;
		i++) {
		const struct html_element *in = &page->elements.v[i];

		if (in->text >= end)
			return false;
		if ((in->lists & lists) && in->text_end > in->text &&
			in->text_end <= end)
			return true;
	}
	return false;
}

/* "ByJane Doe", two elements without a space: from the name on. */
static struct str unglued(struct html_reader *r, struct str line)
{
	size_t at = 1;

	while (at < line.n && !(ascii_is_upper(line.p[at]) &&
				      ascii_is_alpha(line.p[at - 1]) &&
				      !ascii_is_upper(line.p[at - 1])))
		at++;
	if (at >= line.n)
		return STR_NONE;
	buf_clear(&r->key[0]);
	html_key(&r->key[0], str_slice(line, 0, at));
	return lexicon_has(r->lex, buf_str(&r->key[0]), LEX_by)
		       ? str_slice(line, at, line.n)
		       : STR_NONE;
}

/* From the last word that opens a byline: "Posted on May 2 by A. Writer". */
static struct str from_by(struct html_reader *r, struct str line)
{
	for (size_t at = line.n; at > 0; at--) {
		size_t end = at;

		if (line.p[at - 1] != ' ')
			continue;
		while (end < line.n && line.p[end] != ' ')
			end++;
		buf_clear(&r->key[0]);
		html_key(&r->key[0], str_slice(line, at, end));
		if (end < line.n &&
			lexicon_has(r->lex, buf_str(&r->key[0]), LEX_by))
			return str_slice(line, at, line.n);
	}
	return line;
}

/* The first line of an element that names somebody: its others are his office
 * or a date. */
static bool take_line(
	struct html_reader *r, const struct html_element *e, enum form form)
{
	struct str rest = html_element_text(&r->page, e), line;

	while (str_split(&rest, '\n', &line)) {
		/* A sentence about somebody. */
		if (line.n > MAX_NAMES ||
			(line.n > MAX_NAME / 2 && html_is_sentence(line)))
			continue;
		if (take(r, unglued(r, line), form) ||
			take(r, from_by(r, line), form))
			return true;
	}
	return false;
}

static bool may_name(const struct html_reader *r, size_t i, struct zone z)
{
	const struct html_element *e = &r->page.elements.v[i];

	return e->block + 1 >= z.first && e->block <= z.end &&
	       e->text_end > e->text && e->text_end - e->text <= MAX_BYLINE &&
	       !is_aside(r, e);
}

/* An author behind the first must look like one: his office stands there as
 * well. */
static bool take_next(struct html_reader *r, const struct html_element *e)
{
	struct str line = html_element_text(&r->page, e);

	return lead_is_name_line(line, r->lex) && take(r, line, FORM_NAMES);
}

/*
 * The first element of the zone that has one of the lists and names somebody,
 * and those that follow within a line's length.
 */
static bool from_elements(
	struct html_reader *r, uint64_t lists, struct zone z, enum form form)
{
	uint32_t upto = UINT32_MAX;
	bool found = false;

	for (size_t i = 0; i < r->page.elements.n; i++) {
		const struct html_element *e = &r->page.elements.v[i];

		if (!(e->lists & lists) || !may_name(r, i, z) ||
			holds_another(&r->page, i, lists))
			continue;
		if (e->text > upto)
			break;
		if (!(found ? take_next(r, e) : take_line(r, e, form)))
			continue;
		found = true;
		if (form == FORM_WHOLE)
			break;
		upto = e->text_end + NEXT_AUTHOR;
	}
	return r->doc.byline.n > 0;
}

/* Behind the dash or dot between a date and a name; or STR_NONE. */
static struct str behind_dash(struct str s)
{
	static const struct str marks[] = { { "-", 1 }, { "·", 2 }, { "–", 3 },
		{ "—", 3 } };

	s = str_trim(s);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(s, marks[i]))
			return str_trim(str_slice(s, marks[i].n, s.n));
	return STR_NONE;
}

/* "May 2, 2019 by A. Writer": a line with a date that goes on; "2.5.2019 - A.
 * Writer", a date and a name. */
static bool take_dated(struct html_reader *r, struct str line)
{
	struct str name;
	struct date d;
	struct range span;

	if (!date_find(line, 0, r->lex, &d, &span) || !d.day || !d.year)
		return false;
	if (take(r, from_by(r, line), FORM_BYLINE))
		return true;
	name = behind_dash(str_slice(line, span.end, line.n));
	return span.start == 0 && lead_is_name_line(name, r->lex) &&
	       take(r, name, FORM_NAMES);
}

/* "Author" as a line of its own, and the name on the next. */
static bool take_labelled(struct html_reader *r, uint32_t i)
{
	struct str label = html_block_text(&r->page, &r->page.blocks.v[i]);
	struct str name;

	if (label.n > MAX_BY_LABEL || i + 1 >= r->page.blocks.n)
		return false;
	if (str_ends(label, STR(":")))
		label = str_trim(str_slice(label, 0, label.n - 1));
	name = html_block_text(&r->page, &r->page.blocks.v[i + 1]);
	name = str_slice(name, 0, str_chr(name, '/', 0));
	return phrase_is(label, r->lex, LEX_by) && name.n < MAX_NAMES &&
	       lead_is_name_line(name, r->lex) && take(r, name, FORM_NAMES);
}

/* "By X Y" on a line of its own. */
static bool from_text(struct html_reader *r, struct zone z)
{
	for (uint32_t i = z.first; i < z.end && i < r->page.blocks.n; i++) {
		const struct html_block *b = &r->page.blocks.v[i];
		struct str text = html_block_text(&r->page, b);

		if (b->chars < MAX_BYLINE &&
			(take(r, text, FORM_BYLINE) ||
				take(r, unglued(r, text), FORM_NAMES) ||
				take_labelled(r, i) ||
				(b->chars < MAX_DATED && take_dated(r, text))))
			return true;
	}
	return false;
}

void html_read_authors(struct html_reader *r)
{
	const uint64_t links = MARKUP_BIT(MARKUP_author_path) |
			       MARKUP_BIT(MARKUP_author_property);
	const uint64_t classes = MARKUP_BIT(MARKUP_byline);
	struct zone near = zone_near_title(r), article = zone_of_article(r);

	(void)(from_ld(r, FORM_NAMES) ||
		from_elements(r, links, near, FORM_NAMES) ||
		from_meta(r, FORM_NAMES) ||
		from_elements(r, classes, near, FORM_NAMES) ||
		from_text(r, near) ||
		from_elements(r, links, article, FORM_NAMES) ||
		from_elements(r, classes, article, FORM_NAMES) ||
		from_text(r, article) ||
		from_elements(r, links, whole_page(r), FORM_NAMES) ||
		from_ld(r, FORM_WHOLE) ||
		from_elements(r, links, near, FORM_WHOLE) ||
		from_meta(r, FORM_WHOLE) ||
		from_elements(r, classes, near, FORM_WHOLE));
}
