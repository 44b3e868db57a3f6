/*
 * The date of publication. Dates of change and of capture are never taken for
 * it. Order of the places by their precision: see doc/extraction.md.
 */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"

#define MAX_DATE_TEXT 200 /* bytes of an element that is a date */

/* News pages are younger than the Web; 1970-01-01 is a computer's zero. */
#define FIRST_YEAR 1990

static bool accept(struct html_reader *r, const struct date *d,
	enum date_basis basis)
{
	if (d->year < FIRST_YEAR || d->precision < DATE_YEAR)
		return false;
	r->doc.doc.date = *d;
	r->doc.doc.date_basis = (uint8_t)basis;
	return true;
}

static bool take(struct html_reader *r, struct str value)
{
	struct date d;

	return value.n && date_parse(str_trim(value), r->lex, &d) &&
		accept(r, &d, BASIS_METADATA);
}

static bool from_meta(struct html_reader *r, unsigned rank)
{
	const struct lexicon *any = lexicon_get(STR("any"));

	for (size_t i = 0; i < r->page.metas.n; i++) {
		const struct html_meta *m = &r->page.metas.v[i];
		const struct lex_entry *e = lexicon_find(any, m->name);

		if (e && (e->lists & LEX_BIT(LEX_meta_published)) &&
			e->value == rank && take(r, m->value))
			return true;
	}
	return false;
}

/* What the element and its parents say of the date it holds. */
static uint64_t lists_around(const struct html_page *page, uint32_t e)
{
	uint64_t lists = 0;

	for (int up = 0; up < 3 && e; up++, e = page->elements.v[e].parent)
		lists |= page->elements.v[e].lists;
	return lists;
}

static bool is_aside(const struct html_page *page, uint32_t e)
{
	for (int up = 0; up < 16 && e; up++, e = page->elements.v[e].parent)
		if ((page->elements.v[e].lists &
			    LEX_BIT(LEX_boiler_strong)) ||
			page->elements.v[e].tag == TAG_aside)
			return true;
	return false;
}

/* A <time>: `sure` wants one whose class says it is of publication. */
static bool from_time(struct html_reader *r, bool sure)
{
	for (size_t i = 0; i < r->page.times.n; i++) {
		const struct html_time *t = &r->page.times.v[i];
		uint64_t lists = lists_around(&r->page, t->element);

		if ((lists & LEX_BIT(LEX_modified_class)) ||
			(sure && !(lists & LEX_BIT(LEX_date_class))) ||
			is_aside(&r->page, t->element))
			continue;
		if (take(r, t->value))
			return true;
	}
	return false;
}

static bool from_address(struct html_reader *r)
{
	struct date d;

	return r->doc.doc.url.n && date_from_url(r->doc.doc.url, &d) &&
		accept(r, &d, BASIS_ADDRESS);
}

static bool from_class(struct html_reader *r)
{
	for (uint32_t i = 0; i < r->page.elements.n; i++) {
		const struct html_element *e = &r->page.elements.v[i];
		struct date d;
		struct range span;

		if (!(e->lists & LEX_BIT(LEX_date_class)) ||
			(e->lists & LEX_BIT(LEX_modified_class)) ||
			e->text_end <= e->text ||
			e->text_end - e->text > MAX_DATE_TEXT ||
			is_aside(&r->page, i))
			continue;
		if (date_find(html_element_text(&r->page, e), 0, r->lex, &d,
			    &span) &&
			accept(r, &d, BASIS_METADATA))
			return true;
	}
	return false;
}

/* The first full date in short blocks from the title on, else in any. */
static bool from_text(struct html_reader *r, size_t from, size_t limit)
{
	for (size_t i = from; i < r->page.blocks.n && i < limit; i++) {
		struct date d;
		struct range span;

		if (r->page.blocks.v[i].chars > MAX_DATE_TEXT)
			continue;
		if (date_find(html_block_text(&r->page, &r->page.blocks.v[i]),
			    0, r->lex, &d, &span) &&
			d.day && accept(r, &d, BASIS_TEXT))
			return true;
	}
	return false;
}

void html_read_date(struct html_reader *r)
{
	size_t title = r->title_block == HTML_NONE ? 0 : r->title_block;

	(void)(take(r, r->ld.published) || from_meta(r, 1) ||
		from_time(r, true) || from_meta(r, 2) || from_address(r) ||
		from_time(r, false) || from_class(r) || from_meta(r, 3) ||
		take(r, r->ld.created) || from_text(r, title, title + 12) ||
		from_text(r, 0, r->page.blocks.n));
}
