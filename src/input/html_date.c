/*
 * The date of publication. Dates of change and of capture are never taken for
 * it. Order of the places by their precision: see doc/saved-pages.md.
 */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"
#include "input/phrase.h"

#define MAX_DATE_LINE 60 /* characters of a line that is a date */
#define MAX_LABEL 40 /* bytes before a date that say what it is of */
#define NEAR_TITLE 12 /* blocks */
#define MAX_DATE_OPENING 480 /* bytes of a long block that are looked at */
#define MAX_DATE_TEXT 240 /* bytes of an element that is a date */

/* News pages are younger than the Web; 1970-01-01 is a computer's zero. */
#define FIRST_YEAR 1990

static bool accept(
	struct html_reader *r, const struct date *d, enum date_basis basis)
{
	if (d->year < FIRST_YEAR || d->precision < DATE_YEAR)
		return false;
	r->doc.doc.date = *d;
	r->doc.doc.date_basis = (uint8_t)basis;
	return true;
}

/* A machine's date, or one that a few words stand around. */
static bool take(struct html_reader *r, struct str value)
{
	struct date d;
	struct range span;

	value = str_trim(value);
	if (value.n == 0 || value.n > MAX_DATE_LINE)
		return false;
	if (!date_parse(value, r->lex, &d) &&
		!(date_find(value, 0, r->lex, &d, &span) && d.day))
		return false;
	return accept(r, &d, BASIS_METADATA);
}

static bool from_meta(struct html_reader *r, unsigned rank)
{
	const struct lexicon *markup = lexicon_markup();

	for (size_t i = 0; i < r->page.metas.n; i++) {
		const struct html_meta *m = &r->page.metas.v[i];
		const struct lex_entry *e = lexicon_find(markup, m->name);

		if (e && (e->lists & MARKUP_BIT(MARKUP_meta_published)) &&
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

/* What holds the article as well is no aside, whatever its name. */
static bool is_aside(const struct html_reader *r, uint32_t e)
{
	const struct html_page *page = &r->page;
	const struct html_element *c = &page->elements.v[r->pick.container];

	for (int up = 0; up < 16 && e; up++, e = page->elements.v[e].parent) {
		const struct html_element *at = &page->elements.v[e];

		if (at->block <= c->block && at->block_end >= c->block_end)
			return false;
		if ((at->lists & HTML_NOT_ARTICLE) || at->tag == TAG_aside)
			return true;
	}
	return false;
}

/* Where the text of a <time> shows another day than its value, the text counts:
 * templates that fill in the moment of rendering are common. */
static void show_other_day(struct html_reader *r, uint32_t e)
{
	struct date shown;
	struct range span;
	int32_t apart;

	if (!date_find(html_element_text(&r->page, &r->page.elements.v[e]), 0,
		    r->lex, &shown, &span) ||
		!shown.day || !shown.year)
		return;
	apart = date_days(shown.year, shown.month, shown.day) -
		date_days(r->doc.doc.date.year, r->doc.doc.date.month,
			r->doc.doc.date.day);
	if (apart < -1 || apart > 1)
		r->doc.doc.date = shown;
}

/* A <time>: `sure` wants one whose class says it is of publication. */
static bool from_time(struct html_reader *r, bool sure)
{
	for (size_t i = 0; i < r->page.times.n; i++) {
		const struct html_time *t = &r->page.times.v[i];
		uint64_t lists = lists_around(&r->page, t->element);

		if ((lists & MARKUP_BIT(MARKUP_modified)) ||
			(sure && !(lists & MARKUP_BIT(MARKUP_date))) ||
			is_aside(r, t->element))
			continue;
		if (take(r, t->value)) {
			show_other_day(r, t->element);
			return true;
		}
	}
	return false;
}

static bool is_same_day(const struct date *a, const struct date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

/* The day of the address; a field of no certain meaning that names the same
 * day counts as well, and may know the hour. */
static bool from_address(struct html_reader *r)
{
	struct date d;

	if (!r->doc.doc.url.n || !date_from_url(r->doc.doc.url, &d))
		return false;
	if (from_meta(r, 3) && is_same_day(&d, &r->doc.doc.date))
		return true;
	return accept(r, &d, BASIS_ADDRESS);
}

static bool from_class(struct html_reader *r)
{
	for (uint32_t i = 0; i < r->page.elements.n; i++) {
		const struct html_element *e = &r->page.elements.v[i];
		struct date d;
		struct range span;

		if (!(e->lists & MARKUP_BIT(MARKUP_date)) ||
			(e->lists & MARKUP_BIT(MARKUP_modified)) ||
			e->text_end <= e->text ||
			e->text_end - e->text > MAX_DATE_TEXT || is_aside(r, i))
			continue;
		if (date_find(html_element_text(&r->page, e), 0, r->lex, &d,
			    &span) &&
			accept(r, &d, BASIS_METADATA))
			return true;
	}
	return false;
}

/* How a block must say its date. */
enum wording {
	AS_PUBLISHED, /* behind a word for it: "… Posted on May 14, 2006 …" */
	AS_LINE, /* little else in it: "Published May 14, 2006, 9:58" */
	AS_ANY, /* a short block, or one that opens with the date */
	AS_UPDATED /* the same of a date of change */
};

static bool says_date(const struct html_block *b, const struct range *span,
	enum wording wording)
{
	uint32_t length = span->end - span->start;

	if (wording == AS_LINE)
		return b->chars <= MAX_DATE_LINE || length * 3 > b->chars;
	return b->chars <= MAX_DATE_TEXT || span->start < 3;
}

/* What the words before a date, back to `from`, say of it: LEX_BITs. */
static uint64_t words_before(
	const struct html_reader *r, struct str text, size_t from, size_t at)
{
	struct str rest, word;
	uint64_t lists = 0;

	if (at > from + MAX_LABEL)
		from = at - MAX_LABEL;
	rest = str_slice(text, from, at);
	while (phrase_word(&rest, &word)) {
		if (phrase_prefix(word, r->lex, LEX_published, NULL))
			lists = LEX_BIT(LEX_published);
		if (phrase_prefix(word, r->lex, LEX_updated, NULL))
			lists = LEX_BIT(LEX_updated);
	}
	return lists;
}

static bool fits(const struct html_block *b, const struct range *span,
	uint64_t words, enum wording wording)
{
	if (wording == AS_PUBLISHED)
		return (words & LEX_BIT(LEX_published)) &&
		       b->chars <= MAX_DATE_TEXT;
	if (words & LEX_BIT(LEX_updated))
		return wording == AS_UPDATED && says_date(b, span, AS_ANY);
	return says_date(b, span, wording);
}

/* The first full date of a block that is worded so. */
static bool date_of_block(
	struct html_reader *r, const struct html_block *b, enum wording wording)
{
	struct str text =
		str_slice(html_block_text(&r->page, b), 0, MAX_DATE_OPENING);
	struct range span;
	struct date d;

	for (size_t from = 0; date_find(text, from, r->lex, &d, &span);
		from = span.end) {
		uint64_t words = words_before(r, text, from, span.start);

		if (d.day && fits(b, &span, words, wording))
			return accept(r, &d, BASIS_TEXT);
		if (words == 0 && wording != AS_PUBLISHED)
			return false;
	}
	return false;
}

/* The first such date in the blocks [from, to). */
static bool from_text(
	struct html_reader *r, size_t from, size_t to, enum wording wording)
{
	for (size_t i = from; i < r->page.blocks.n && i < to; i++)
		if (date_of_block(r, &r->page.blocks.v[i], wording))
			return true;
	return false;
}

/* The day the page shows to its readers: in its address or near the title. */
static bool shown_day(struct html_reader *r, struct date *d)
{
	size_t title = r->title_block == HTML_NONE ? 0 : r->title_block;
	struct range span;

	if (r->doc.doc.url.n && date_from_url(r->doc.doc.url, d))
		return true;
	for (size_t i = title > 4 ? title - 4 : 0;
		i < r->page.blocks.n && i < title + 12; i++)
		if (r->page.blocks.v[i].chars <= MAX_DATE_TEXT &&
			date_find(
				html_block_text(&r->page, &r->page.blocks.v[i]),
				0, r->lex, d, &span) &&
			d->day && d->year)
			return true;
	return false;
}

/* A moment told in UTC may be on the day before or after the one that the
 * page shows: that of its place. */
static void to_shown_day(struct html_reader *r)
{
	struct date *d = &r->doc.doc.date, shown;
	int32_t apart;

	if (d->precision < DATE_MINUTE || d->zone != 0 || !shown_day(r, &shown))
		return;
	apart = date_days(d->year, d->month, d->day) -
		date_days(shown.year, shown.month, shown.day);
	if (apart == 1 || apart == -1)
		*d = shown;
}

/* An address keeps the day it was made on; a template's field may tell that of
 * a later change. */
static void to_address_day(struct html_reader *r)
{
	struct date *d = &r->doc.doc.date, day;

	if (d->precision >= DATE_DAY && r->doc.doc.url.n &&
		date_from_url(r->doc.doc.url, &day) &&
		date_days(day.year, day.month, day.day) + 1 <
			date_days(d->year, d->month, d->day))
		accept(r, &day, BASIS_ADDRESS);
}

static bool from_any_text(struct html_reader *r)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	size_t title = r->title_block == HTML_NONE ? c->block : r->title_block;
	size_t above = title > NEAR_TITLE ? title - NEAR_TITLE : 0;

	return from_text(r, above, title + NEAR_TITLE, AS_PUBLISHED) ||
	       from_text(r, c->block, c->block_end, AS_PUBLISHED) ||
	       from_text(r, title, title + NEAR_TITLE, AS_LINE) ||
	       from_text(r, above, title, AS_LINE) ||
	       from_text(r, c->block, c->block_end, AS_LINE) ||
	       from_text(r, title, title + NEAR_TITLE, AS_ANY) ||
	       from_text(r, title, r->page.blocks.n, AS_ANY) ||
	       from_text(r, 0, title, AS_ANY) ||
	       from_text(r, above, r->page.blocks.n, AS_UPDATED);
}

void html_read_date(struct html_reader *r)
{
	(void)(from_meta(r, 1) || take(r, r->ld.published) ||
		from_time(r, true) || from_meta(r, 2) || from_address(r) ||
		from_time(r, false) || from_class(r) || from_meta(r, 3) ||
		take(r, r->ld.created) || from_any_text(r));
	to_shown_day(r);
	to_address_day(r);
}
