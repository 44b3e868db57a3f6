/* Who wrote it, from the most to the least certain place of a page. */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"
#include "input/lead.h"

#define MAX_BYLINE 200 /* bytes of an element that is a byline */
#define MAX_NAME 80

static bool is_name(struct html_reader *r, struct str name)
{
	if (name.n < 2 || name.n > MAX_NAME ||
		str_find(name, STR("://"), 0) != STR_NPOS ||
		str_chr(name, '@', 0) != STR_NPOS)
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (ascii_is_digit(name.p[i]))
			return false;
	return !r->site.n || !html_same(r, name, r->site);
}

static bool has_name(const struct html_reader *r, struct str name)
{
	for (size_t i = 0; i < r->doc.byline.n; i++)
		if (str_eq_nocase(r->doc.byline.v[i], name))
			return true;
	return false;
}

/* Adds the names in a value; `read` is lead_byline's or lead_authors' way. */
static bool take(struct html_reader *r, struct str value, bool is_line)
{
	struct doc_builder names;
	struct str clean;

	doc_begin(&names, r->arena);
	clean = doc_clean(&names, value);
	if (clean.n && clean.n <= MAX_BYLINE &&
		!lead_byline(&names, clean, r->lex) && !is_line)
		lead_authors(&names, clean, r->lex);
	for (size_t i = 0; i < names.byline.n; i++)
		if (is_name(r, names.byline.v[i]) &&
			!has_name(r, names.byline.v[i]))
			doc_add_byline(&r->doc, names.byline.v[i]);
	doc_abort(&names);
	return r->doc.byline.n > 0;
}

static bool from_ld(struct html_reader *r)
{
	for (size_t i = 0; i < r->ld.n_authors; i++)
		take(r, r->ld.authors[i], false);
	return r->doc.byline.n > 0;
}

/* All values of the best-ranked metadata that name somebody. */
static bool from_meta(struct html_reader *r)
{
	const struct lexicon *any = lexicon_get(STR("any"));

	for (unsigned rank = 1; rank <= 3; rank++) {
		for (size_t i = 0; i < r->page.metas.n; i++) {
			const struct html_meta *m = &r->page.metas.v[i];
			const struct lex_entry *e =
				lexicon_find(any, m->name);

			if (e && (e->lists & LEX_BIT(LEX_meta_author)) &&
				e->value == rank &&
				r->doc.byline.n < HTML_LD_MAX_AUTHORS)
				take(r, m->value, false);
		}
		if (r->doc.byline.n)
			return true;
	}
	return false;
}

/* True when e or what holds it is for readers' comments or related articles. */
static bool is_aside(const struct html_page *page, const struct html_element *e)
{
	for (int up = 0; up < 12 && e != page->elements.v; up++) {
		if ((e->lists & LEX_BIT(LEX_boiler_strong)) ||
			e->tag == TAG_aside)
			return true;
		e = &page->elements.v[e->parent];
	}
	return false;
}

/* An element whose class says byline. */
static bool from_class(struct html_reader *r)
{
	for (size_t i = 0; i < r->page.elements.n; i++) {
		const struct html_element *e = &r->page.elements.v[i];
		struct str text;

		if (!(e->lists & LEX_BIT(LEX_byline_class)) ||
			e->text_end <= e->text ||
			e->text_end - e->text > MAX_BYLINE)
			continue;
		text = html_element_text(&r->page, e);
		if (text.n && !is_aside(&r->page, e) && take(r, text, false))
			return true;
	}
	return false;
}

/* "By X Y" on a line of its own between the title and the first paragraphs. */
static bool from_text(struct html_reader *r)
{
	size_t from = r->title_block == HTML_NONE ? 0 : r->title_block + 1;
	size_t long_blocks = 0;

	for (size_t i = from; i < r->page.blocks.n && long_blocks < 3; i++) {
		const struct html_block *b = &r->page.blocks.v[i];

		if (b->chars > MAX_BYLINE)
			long_blocks += !html_is_linked(b, 40);
		else if (take(r, html_block_text(&r->page, b), true))
			return true;
	}
	return false;
}

void html_read_authors(struct html_reader *r)
{
	(void)(from_ld(r) || from_meta(r) || from_class(r) || from_text(r));
}
