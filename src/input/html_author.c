/*
 * Who wrote it, from the most to the least certain place of a page: JSON-LD,
 * what the page marks as its author near the title, metadata, a byline's class,
 * a line "By …". What a value names is html_name.c's.
 */
#include "dateline/base/ascii.h"
#include "input/html_name.h"
#include "input/lead.h"
#include "input/phrase.h"

#define MAX_NAMES 120 /* bytes of a line that is nothing but names */
#define NEXT_AUTHOR 12 /* bytes between two authors of one byline: " and " */
#define MAX_BY_LABEL 20 /* bytes of a line that says "Author" */
#define MAX_BY_WORDS 4 /* behind "By" on a line that names no person */
#define SIGNATURE_LINES 2 /* at the article's end that may be its author */
#define MAX_DATED 120 /* characters of a line with a date and a byline */
#define LABELLED_RANK 2 /* of what a label in metadata says is the author */
#define LOOK_INSIDE 32 /* elements in which an inner byline is looked for */
/* The zone near the title: this many blocks before it and, behind it, this
 * much text (in html_selection's units) or as many blocks. */
#define ZONE_BEFORE 8
#define ZONE_GAIN ((int64_t)1200 * 1000)
#define ZONE_AFTER 25

struct zone {
	uint32_t first, end; /* blocks */
};

static bool from_ld(struct html_reader *r, enum html_names form)
{
	for (size_t i = 0; i < r->ld.n_authors; i++)
		if (form == FORM_WHOLE || !r->ld.authors[i].is_body)
			html_take_author(r, r->ld.authors[i].name, form);
	return r->doc.byline.n > 0;
}

/* True for "twitter:data1" behind a "twitter:label1" of "Written by". */
static bool is_labelled(const struct html_reader *r, size_t i)
{
	const struct html_meta *m = &r->page.metas.v[i], *label = m - 1;

	return i > 0 && str_starts(m->name, STR("twitter:data")) &&
	       str_starts(label->name, STR("twitter:label")) &&
	       phrase_is(label->value, r->lex, LEX_by);
}

/* The rank of metadata that names an author; 0: it does not. */
static unsigned author_rank(const struct html_reader *r, size_t i)
{
	const struct lex_entry *e =
		lexicon_find(lexicon_markup(), r->page.metas.v[i].name);

	if (e && (e->lists & MARKUP_BIT(MARKUP_meta_author)))
		return e->value;
	return is_labelled(r, i) ? LABELLED_RANK : 0;
}

/* All values of the best-ranked metadata that name somebody. */
static bool from_meta(struct html_reader *r, enum html_names form)
{
	for (unsigned rank = 1; rank <= 3; rank++) {
		for (size_t i = 0; i < r->page.metas.n; i++)
			if (author_rank(r, i) == rank)
				html_take_author(
					r, r->page.metas.v[i].value, form);
		if (r->doc.byline.n)
			return true;
	}
	return false;
}

/*
 * JSON-LD and links may name the first author only. When metadata names all
 * that are found and more behind them, it has the byline.
 */
static void complete_from_meta(struct html_reader *r)
{
	struct str found[HTML_LD_MAX_AUTHORS];
	size_t n = 0;
	bool all = true;

	for (; n < r->doc.byline.n && n < HTML_LD_MAX_AUTHORS; n++)
		found[n] = r->doc.byline.v[n];
	r->doc.byline.n = 0;
	from_meta(r, FORM_DECLARED);
	for (size_t i = 0; i < n; i++)
		all = all && html_has_author(r, found[i]);
	if (all && r->doc.byline.n > n &&
		str_eq_nocase(r->doc.byline.v[0], found[0]))
		return;
	r->doc.byline.n = 0;
	for (size_t i = 0; i < n; i++)
		doc_add_byline(&r->doc, found[i]);
}

/*
 * True when e is in what is for readers' comments or related articles. What
 * holds the article or its title as well is none of these, whatever its name;
 * an author's own mark may stand in an <aside>.
 */
static bool is_aside(const struct html_reader *r, const struct html_element *e)
{
	const struct html_page *page = &r->page;
	const struct html_element *c = &page->elements.v[r->pick.container];
	bool marked = e->lists & (MARKUP_BIT(MARKUP_author_property) |
					 MARKUP_BIT(MARKUP_byline));

	for (int up = 0; up < 12 && e != page->elements.v; up++) {
		if ((e->block <= c->block && e->block_end >= c->block_end) ||
			(e->block <= r->title_block &&
				e->block_end > r->title_block))
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
static bool take_line(struct html_reader *r, const struct html_element *e,
	enum html_names form)
{
	struct str rest = html_element_text(&r->page, e), line;

	while (str_split(&rest, '\n', &line)) {
		/* A sentence about somebody. */
		if (line.n > MAX_NAMES ||
			(line.n > HTML_MAX_NAME / 2 && html_is_sentence(line)))
			continue;
		if (html_take_author(r, unglued(r, line), form) ||
			html_take_author(r, from_by(r, line), form))
			return true;
	}
	return false;
}

static bool may_name(const struct html_reader *r, size_t i, struct zone z)
{
	const struct html_element *e = &r->page.elements.v[i];

	return e->block + 1 >= z.first && e->block <= z.end &&
	       e->text_end > e->text &&
	       e->text_end - e->text <= HTML_MAX_BYLINE && !is_aside(r, e);
}

/* An author behind the first must look like one: his office stands there as
 * well, or "Herald staff". */
static bool take_next(struct html_reader *r, const struct html_element *e)
{
	struct str line = html_element_text(&r->page, e), rest = line, word;
	bool many = false;

	while (phrase_word(&rest, &word))
		many = phrase_is(word, r->lex, LEX_collective);
	return !many && lead_is_name_line(line, r->lex) &&
	       html_take_author(r, line, FORM_NAMES);
}

/*
 * The first element of the zone that has one of the lists and names somebody,
 * and those that follow within a line's length.
 */
static bool from_elements(struct html_reader *r, uint64_t lists, struct zone z,
	enum html_names form)
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

/* The next piece of a line up to a bar, dot or dash; false at its end. */
static bool next_part(struct str *rest, struct str *part)
{
	static const struct str marks[] = { { "|", 1 }, { "·", 2 }, { "•", 3 },
		{ " - ", 3 }, { " – ", 5 }, { " — ", 5 } };
	size_t end = rest->n, mark = 0;

	if (rest->n == 0)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t at = str_find(*rest, marks[i], 0);

		if (at == STR_NPOS || at >= end)
			continue;
		end = at;
		mark = marks[i].n;
	}
	*part = str_trim(str_slice(*rest, 0, end));
	*rest = str_slice(*rest, end + mark, rest->n);
	return true;
}

/* "May 2, 2019 by A. Writer": a line with a date that goes on; "2.5.2019 - A.
 * Writer", "A. Writer | Editor | May 2, 2019": near the title a part of it that
 * is a name. */
static bool take_dated(struct html_reader *r, struct str line, bool near)
{
	struct str rest = line, part;
	struct date d;
	struct range span;

	if (!date_find(line, 0, r->lex, &d, &span) || !d.day || !d.year)
		return false;
	if (html_take_author(r, from_by(r, line), FORM_BYLINE))
		return true;
	while (near && next_part(&rest, &part))
		if (lead_is_name_line(part, r->lex) &&
			html_take_author(r, part, FORM_SHOWN))
			return true;
	return false;
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
	       lead_is_name_line(name, r->lex) &&
	       html_take_author(r, name, FORM_NAMES);
}

/* "By X Y" on a line of its own. */
static bool from_text(struct html_reader *r, struct zone z, bool near)
{
	for (uint32_t i = z.first; i < z.end && i < r->page.blocks.n; i++) {
		const struct html_block *b = &r->page.blocks.v[i];
		struct str text = html_block_text(&r->page, b);

		if (b->chars < HTML_MAX_BYLINE &&
			!html_signs_quote(&r->page, b) &&
			(html_take_author(r, text, FORM_BYLINE) ||
				html_take_author(
					r, unglued(r, text), FORM_NAMES) ||
				take_labelled(r, i) ||
				(b->chars < MAX_DATED &&
					take_dated(r, text, near))))
			return true;
	}
	return false;
}

/* A name on a line of its own that ends the article. */
static bool from_signature(struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	uint32_t i = c->block_end;

	for (int lines = 0; i > c->block && lines < SIGNATURE_LINES; lines++) {
		const struct html_block *b = &r->page.blocks.v[--i];
		struct str line = html_block_text(&r->page, b);
		struct str rest = line, first;

		phrase_word(&rest, &first);
		if (!(b->state & (IN_HEADING | IN_LIST | IN_CAPTION)) &&
			!html_signs_quote(&r->page, b) &&
			html_is_given_name(r, first) &&
			lead_is_name_line(line, r->lex) &&
			html_take_author(r, line, FORM_SHOWN))
			return true;
	}
	return false;
}

/* "By rivergirl on 2 May": who says so without a person's name, on a line of
 * its own below the title. */
static bool from_line_below(struct html_reader *r, struct zone z)
{
	uint32_t i = r->title_block == HTML_NONE ? z.end : r->title_block + 1;

	for (; i < z.end && i < r->page.blocks.n; i++) {
		struct str line =
			html_block_text(&r->page, &r->page.blocks.v[i]);
		size_t by = phrase_prefix(line, r->lex, LEX_by, NULL);
		struct str name = lead_before_date(str_slice(line, by, line.n));

		if (by && by < line.n && strchr(" :", line.p[by]) &&
			line.n < MAX_NAMES &&
			phrase_count(name) <= MAX_BY_WORDS &&
			!html_is_sentence(line) &&
			html_take_author(r, name, FORM_WHOLE))
			return true;
	}
	return false;
}

void html_read_authors(struct html_reader *r)
{
	const uint64_t marks = MARKUP_BIT(MARKUP_author_path) |
			       MARKUP_BIT(MARKUP_author_property) |
			       MARKUP_BIT(MARKUP_author);
	const uint64_t classes = MARKUP_BIT(MARKUP_byline);
	struct zone near = zone_near_title(r), article = zone_of_article(r);

	(void)(from_ld(r, FORM_DECLARED) ||
		from_elements(r, marks, near, FORM_SHOWN) ||
		from_meta(r, FORM_DECLARED) ||
		from_elements(r, classes, near, FORM_SHOWN) ||
		from_text(r, near, true) ||
		from_elements(r, marks, article, FORM_SHOWN) ||
		from_elements(r, classes, article, FORM_SHOWN) ||
		from_text(r, article, false) || from_signature(r) ||
		from_ld(r, FORM_WHOLE) ||
		from_elements(r, marks, near, FORM_WHOLE) ||
		from_meta(r, FORM_WHOLE) || from_line_below(r, near) ||
		from_elements(r, marks, whole_page(r), FORM_SHOWN));
	if (r->doc.byline.n)
		complete_from_meta(r);
}
