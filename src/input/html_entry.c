/* A live blog: entries, each under the time it was made at. */
#include "dateline/base/ascii.h"
#include "input/html_body.h"

#define MIN_ENTRIES 3
#define TIME_CHARS 40 /* characters of an entry's time */
#define TIME_UP 2 /* elements between a block and what says it is a time */

static bool is_time_element(const struct html_element *e)
{
	return e->tag == TAG_time ||
	       (e->lists &
		       (MARKUP_BIT(MARKUP_date) | MARKUP_BIT(MARKUP_modified)));
}

static bool is_digit_at(struct str s, size_t i)
{
	return i < s.n && ascii_is_digit(s.p[i]);
}

/* "17:20", "5.20 pm": two digits behind a colon or full stop. */
static bool says_hour(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if ((s.p[i] == ':' || s.p[i] == '.') && is_digit_at(s, i - 1) &&
			is_digit_at(s, i + 1) && is_digit_at(s, i + 2) &&
			!is_digit_at(s, i + 3))
			return true;
	return false;
}

/* A marked time with an entry below it. */
static bool opens_entry(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	if (i + 1 >= b->end || b->drop[i + 1] ||
		page->blocks.v[i].chars > TIME_CHARS ||
		!says_hour(html_body_text(b, i)))
		return false;
	for (int up = 0; up <= TIME_UP && e > b->r->pick.container; up++) {
		if (is_time_element(&page->elements.v[e]))
			return true;
		e = page->elements.v[e].parent;
	}
	return false;
}

void html_find_entries(struct html_body *b)
{
	unsigned n = 0;

	for (uint32_t i = b->first; i < b->end; i++)
		n += opens_entry(b, i);
	if (n < MIN_ENTRIES)
		return;
	b->live = true;
	for (uint32_t i = b->first; i < b->end; i++)
		if (opens_entry(b, i))
			b->drop[i] = false;
}

bool html_is_entry_time(const struct html_body *b, uint32_t i)
{
	return b->live && opens_entry(b, i);
}
