/*
 * The date of publication. Dates of change and of capture are never taken for
 * it. Order of the places by their precision: see doc/saved-pages.md.
 */
#include "input/html_date.h"

#include <stdlib.h>

#define MAX_DATE_LINE 60 /* characters of a date in metadata */
#define MAX_DATE_TEXT 240 /* bytes of an element that is a date */
#define OPENING 2 /* blocks of the article that may open with its date */
#define NEAR_TITLE 12 /* blocks */
#define ABOVE_TITLE 4 /* blocks that may hold an element's date */
#define UNDER_TITLE 2 /* blocks that are of the title, whatever their name */
#define NEAR_END 3 /* blocks behind the article's last */

static bool is_same_day(const struct date *a, const struct date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

static int32_t days_between(const struct date *from, const struct date *to)
{
	return date_days(to->year, to->month, to->day) -
	       date_days(from->year, from->month, from->day);
}

static bool accept(
	struct html_reader *r, const struct date *d, enum date_basis basis)
{
	if (d->year < HTML_FIRST_YEAR || d->precision < DATE_YEAR)
		return false;
	r->doc.doc.date = *d;
	html_date_settle(r, &r->doc.doc.date);
	r->doc.doc.date_basis = (uint8_t)basis;
	return true;
}

/* A machine's date, or one that a few words stand around; as precise as `least`
 * or better. */
static bool take(
	struct html_reader *r, struct str value, enum date_precision least)
{
	struct date d;
	struct range span;

	value = str_trim(value);
	if (value.n == 0 || value.n > MAX_DATE_LINE)
		return false;
	if (!date_parse(value, r->lex, &d) &&
		!(date_find(value, 0, r->lex, &d, &span) && d.day))
		return false;
	return d.precision >= least && accept(r, &d, BASIS_METADATA);
}

/* The entry of a metadata name, or of what stands behind the prefix of its
 * vocabulary: "prism.publicationDate", "w-published-date". */
static const struct lex_entry *find_name(
	const struct lexicon *markup, struct str name)
{
	const struct lex_entry *e = lexicon_find(markup, name);

	for (size_t i = 0; !e && i + 1 < name.n; i++)
		if (strchr(".:-_", name.p[i]))
			return lexicon_find(
				markup, str_slice(name, i + 1, name.n));
	return e;
}

static bool from_meta(
	struct html_reader *r, unsigned rank, enum date_precision least)
{
	const struct lexicon *markup = lexicon_markup();

	for (size_t i = 0; i < r->page.metas.n; i++) {
		const struct html_meta *m = &r->page.metas.v[i];
		const struct lex_entry *e = find_name(markup, m->name);

		if (e && (e->lists & MARKUP_BIT(MARKUP_meta_published)) &&
			e->value == rank && take(r, m->value, least))
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

/* Blocks from the title down to a block; 0 where it is the title or above. */
static size_t below_title(const struct html_reader *r, size_t block)
{
	return r->title_block != HTML_NONE && block > r->title_block
		       ? block - r->title_block
		       : 0;
}

/* What holds the article as well is no aside, whatever its name; nor is what
 * stands right below the title. */
static bool is_aside(const struct html_reader *r, uint32_t e)
{
	const struct html_page *page = &r->page;
	const struct html_element *c = &page->elements.v[r->pick.container];
	size_t below =
		below_title(r, html_block_at(page, page->elements.v[e].text));

	if (below > 0 && below <= UNDER_TITLE)
		return false;
	for (int up = 0; up < 16 && e; up++, e = page->elements.v[e].parent) {
		const struct html_element *at = &page->elements.v[e];

		if (at->block <= c->block && at->block_end >= c->block_end)
			return false;
		if ((at->lists & HTML_NOT_ARTICLE) || at->tag == TAG_aside)
			return true;
	}
	return false;
}

/* Between the title's neighbours and those of the article's end. */
static bool is_near(const struct html_reader *r, uint32_t e)
{
	const struct html_page *page = &r->page;
	const struct html_element *c = &page->elements.v[r->pick.container];
	size_t title = r->title_block == HTML_NONE ? c->block : r->title_block;
	size_t block = html_block_at(page, page->elements.v[e].text);

	return block + ABOVE_TITLE >= title && block < c->block_end + NEAR_END;
}

/* What is asked of an element that gives a date. */
enum role {
	PUBLISHED, /* a name that says it is of publication */
	STATED, /* nothing that says it is of a change */
	CHANGED /* nothing */
};

/* The element's names and its place suit. */
static bool may_date(
	const struct html_reader *r, uint32_t e, enum role role, bool near)
{
	uint64_t lists = lists_around(&r->page, e);

	if ((role != CHANGED && (lists & MARKUP_BIT(MARKUP_modified))) ||
		(role == PUBLISHED && !(lists & MARKUP_BIT(MARKUP_date))))
		return false;
	return is_near(r, e) == near && !is_aside(r, e);
}

/* Where the text of a <time> shows another day than its value, the text counts:
 * templates that fill in the moment of rendering are common. */
static void show_other_day(struct html_reader *r, const struct date *shown)
{
	if (abs(days_between(&r->doc.doc.date, shown)) > 1)
		r->doc.doc.date = *shown;
}

static bool from_time(struct html_reader *r, enum role role, bool near)
{
	for (size_t i = 0; i < r->page.times.n; i++) {
		const struct html_time *t = &r->page.times.v[i];
		struct date shown;
		enum html_date_label label;
		bool shows;

		if (!may_date(r, t->element, role, near))
			continue;
		shows = html_date_in_element(r, t->element, &shown, &label);
		if ((role != CHANGED && label == LABEL_UPDATED) ||
			!take(r, t->value, DATE_DAY))
			continue;
		if (shows && shown.day) {
			html_date_settle(r, &shown);
			show_other_day(r, &shown);
		}
		return true;
	}
	return false;
}

/* The day of the address; a field of no certain meaning that names the same
 * day counts as well, and may know the hour. */
static bool from_address(struct html_reader *r)
{
	struct date d;

	if (!r->doc.doc.url.n || !date_from_url(r->doc.doc.url, &d))
		return false;
	if (from_meta(r, 3, DATE_DAY) && is_same_day(&d, &r->doc.doc.date))
		return true;
	return accept(r, &d, BASIS_ADDRESS);
}

static bool from_class(struct html_reader *r, enum role role, bool near)
{
	for (uint32_t i = 0; i < r->page.elements.n; i++) {
		const struct html_element *e = &r->page.elements.v[i];
		struct date d;
		enum html_date_label label;

		if (!(e->lists & (MARKUP_BIT(MARKUP_date) |
					 MARKUP_BIT(MARKUP_modified))) ||
			e->text_end <= e->text ||
			e->text_end - e->text > MAX_DATE_TEXT ||
			!may_date(r, i, role, near))
			continue;
		if (html_date_in_element(r, i, &d, &label) &&
			(role == CHANGED || label != LABEL_UPDATED) &&
			accept(r, &d, BASIS_METADATA))
			return true;
	}
	return false;
}

/* The first date in the blocks [from, to) that is worded so. */
static bool from_text(struct html_reader *r, size_t from, size_t to,
	enum html_wording wording)
{
	struct date d;

	return html_date_in_blocks(r, from, to, wording, &d) &&
	       accept(r, &d, BASIS_TEXT);
}

/* The day of a change that the metadata name. */
static bool is_change(const struct html_reader *r, const struct date *day)
{
	const struct lexicon *markup = lexicon_markup();
	struct date d;

	if (date_parse(r->ld.modified, r->lex, &d) && is_same_day(&d, day))
		return true;
	for (size_t i = 0; i < r->page.metas.n; i++) {
		const struct html_meta *m = &r->page.metas.v[i];
		const struct lex_entry *e = lexicon_find(markup, m->name);

		if (e && (e->lists & MARKUP_BIT(MARKUP_modified)) &&
			date_parse(m->value, r->lex, &d) &&
			is_same_day(&d, day))
			return true;
	}
	return false;
}

/* The first date around the title that is worded so. */
static bool near_title(
	const struct html_reader *r, enum html_wording wording, struct date *d)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	size_t title = r->title_block == HTML_NONE ? c->block : r->title_block;
	size_t below = title + (r->title_block != HTML_NONE);
	size_t above = title > ABOVE_TITLE ? title - ABOVE_TITLE : 0;

	return html_date_in_blocks(r, below, title + NEAR_TITLE, wording, d) ||
	       html_date_in_blocks(r, above, title, wording, d);
}

/* True where a date is the one given, also with day and month exchanged. */
static bool may_be(struct date shown, const struct date *d)
{
	if (is_same_day(&shown, d))
		return true;
	date_swap(&shown);
	return is_same_day(&shown, d);
}

/* A moment told in UTC, or without a zone, may be on the day before or after
 * the one that the page shows in its address or around its title: that of its
 * place. */
static void to_local_day(struct html_reader *r)
{
	static const enum html_wording wordings[] = { AS_BARE_LINE, AS_ANY,
		AS_UPDATED };
	const struct date *d = &r->doc.doc.date;
	struct date shown;

	if (d->zone != 0 && d->precision != DATE_DAY)
		return;
	if (r->doc.doc.url.n && date_from_url(r->doc.doc.url, &shown)) {
		if (d->zone == 0 && abs(days_between(d, &shown)) == 1)
			accept(r, &shown, BASIS_ADDRESS);
		return;
	}
	for (size_t i = 0; i < sizeof wordings / sizeof wordings[0]; i++) {
		if (!near_title(r, wordings[i], &shown))
			continue;
		html_date_settle(r, &shown);
		if (abs(days_between(d, &shown)) == 1)
			accept(r, &shown, BASIS_TEXT);
		return;
	}
}

/* Templates fill in the day of the last change: an earlier one that the page
 * shows as a line counts, unless the address or the metadata contradict. */
static void to_earlier_day(struct html_reader *r, struct date *shown)
{
	struct date *d = &r->doc.doc.date, day;

	if ((r->doc.doc.url.n && date_from_url(r->doc.doc.url, &day) &&
		    is_same_day(&day, d)) ||
		is_change(r, shown))
		return;
	html_date_settle(r, shown);
	if (days_between(d, shown) < -1)
		accept(r, shown, BASIS_TEXT);
}

/* An address keeps the day it was made on; a template's field may tell that of
 * a later change. */
static void to_address_day(struct html_reader *r)
{
	struct date *d = &r->doc.doc.date, day;

	if (d->precision >= DATE_DAY && r->doc.doc.url.n &&
		date_from_url(r->doc.doc.url, &day) &&
		days_between(d, &day) < -1)
		accept(r, &day, BASIS_ADDRESS);
}

/* Holds a date that the page does not show against those it does. */
static void compare(struct html_reader *r)
{
	struct date shown;
	bool shows = near_title(r, AS_BARE_LINE, &shown);

	if (shows && may_be(shown, &r->doc.doc.date))
		return;
	to_local_day(r);
	if (shows)
		to_earlier_day(r, &shown);
	to_address_day(r);
}

/* What the page's markup says, as precise as `least`. */
static bool from_markup(struct html_reader *r, enum date_precision least)
{
	return from_meta(r, 1, least) || take(r, r->ld.published, least) ||
	       from_time(r, PUBLISHED, true) || from_meta(r, 2, least) ||
	       from_address(r) || from_time(r, STATED, true) ||
	       from_class(r, STATED, true) || from_meta(r, 3, least) ||
	       take(r, r->ld.created, least);
}

/* A description may quote the line that is left out of the page. */
static bool from_description(struct html_reader *r)
{
	struct date d;

	for (size_t i = 0; i < r->page.metas.n; i++)
		if (html_date_behind_word(r, r->page.metas.v[i].value, &d) &&
			accept(r, &d, BASIS_METADATA))
			return true;
	return false;
}

static bool from_month(struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	size_t title = r->title_block == HTML_NONE ? c->block : r->title_block;
	struct date d;

	return html_month_in_blocks(r,
		       title > ABOVE_TITLE ? title - ABOVE_TITLE : 0,
		       title + NEAR_TITLE, &d) &&
	       accept(r, &d, BASIS_TEXT);
}

/* Lines around the title and in the article, by what they say. */
static bool from_any_text(struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	size_t title = r->title_block == HTML_NONE ? c->block : r->title_block;
	size_t above = title > NEAR_TITLE ? title - NEAR_TITLE : 0;
	size_t below = title + NEAR_TITLE;

	return from_text(r, above, below, AS_PUBLISHED) ||
	       from_text(r, c->block, c->block_end, AS_PUBLISHED) ||
	       from_text(r, title, below, AS_LINE) ||
	       from_text(r, above, title, AS_LINE) ||
	       from_time(r, CHANGED, true) || from_class(r, CHANGED, true) ||
	       from_text(r, above, below, AS_UPDATED) ||
	       from_text(r, c->block, c->block_end, AS_LINE) ||
	       from_text(r, c->block, c->block + OPENING, AS_OPENING) ||
	       from_text(r, title, below, AS_ANY) ||
	       from_time(r, STATED, false) || from_class(r, STATED, false) ||
	       from_text(r, title, r->page.blocks.n, AS_ANY) ||
	       from_text(r, 0, title, AS_ANY) ||
	       from_text(r, above, r->page.blocks.n, AS_UPDATED);
}

void html_read_date(struct html_reader *r)
{
	(void)(from_markup(r, DATE_DAY) || from_any_text(r) ||
		from_description(r) || from_markup(r, DATE_MONTH) ||
		from_month(r) || from_markup(r, DATE_YEAR));
	if (r->doc.doc.date.precision >= DATE_DAY &&
		r->doc.doc.date_basis != BASIS_TEXT)
		compare(r);
}
