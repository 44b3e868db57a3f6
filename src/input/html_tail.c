/* What follows the article inside its container: from the heading of other
 * stories, of comments or about the author on. */
#include "input/html_body.h"
#include "input/lead.h"

#define TAIL_PERCENT 30
#define TAIL_LISTED 60 /* a tail of so much (%) in lists, */
#define TAIL_LINKS 15 /* and so much in links, may be any part, */
#define MAX_TAILS 16 /* each looks at all that follows */
#define WHOLE_CHARS 1000 /* behind so much text */
#define RESUME_CHARS 300 /* text with which an article goes on */
#define PROSE_LINKS 40 /* and at most so much (%) of it in links */
#define HEADING_DEPTH 8 /* elements between a heading and its text */
#define NO_RANK 7 /* of what is no heading: below h6 */

/* The h1 … h6 that block `i` stands in; 0, the root, where none is near. */
static uint32_t heading_of(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	if (!(page->blocks.v[i].state & IN_HEADING))
		return 0;
	for (int up = 0; up < HEADING_DEPTH && e > 0; up++) {
		if (html_tag_traits((enum html_tag)page->elements.v[e].tag) &
			TRAIT_HEADING)
			return e;
		e = page->elements.v[e].parent;
	}
	return 0;
}

/* 1 for h1 to 6 for h6, NO_RANK for what stands in no heading. */
static unsigned rank_of(const struct html_body *b, uint32_t i)
{
	switch (b->r->page.elements.v[heading_of(b, i)].tag) {
	case TAG_h1:
		return 1;
	case TAG_h2:
		return 2;
	case TAG_h3:
		return 3;
	case TAG_h4:
		return 4;
	case TAG_h5:
		return 5;
	case TAG_h6:
		return 6;
	default:
		return NO_RANK;
	}
}

static bool is_tail_heading(const struct html_body *b, uint32_t i)
{
	return b->r->page.blocks.v[i].chars < SHORT_CHARS &&
	       lead_is_tail_heading(html_body_text(b, i), b->r->lex);
}

/* True when prose stands between heading `i` and the next of its rank. */
static bool opens_prose(const struct html_body *b, uint32_t i, unsigned rank)
{
	uint32_t chars = 0;

	for (uint32_t k = i + 1; k < b->end && chars < RESUME_CHARS; k++) {
		const struct html_block *block = &b->r->page.blocks.v[k];

		if (rank_of(b, k) <= rank)
			break;
		if (!b->drop[k] && block->chars >= SHORT_CHARS &&
			!html_is_linked(block, PROSE_LINKS))
			chars += block->chars;
	}
	return chars >= RESUME_CHARS;
}

/* True when the parent of heading `k` holds text above block `i`, too. */
static bool is_beside(const struct html_body *b, uint32_t k, uint32_t i)
{
	const struct html_element *elements = b->r->page.elements.v;

	return elements[elements[heading_of(b, k)].parent].block < i;
}

/* Where the article goes on behind the tail heading `i`; b->end: nowhere. */
static uint32_t resumes_at(const struct html_body *b, uint32_t i)
{
	unsigned top = rank_of(b, i);

	for (uint32_t k = i + 1; k < b->end; k++) {
		unsigned rank = rank_of(b, k);

		if (rank > top || rank == NO_RANK || b->drop[k])
			continue;
		if (!is_tail_heading(b, k) && is_beside(b, k, i) &&
			opens_prose(b, k, rank))
			return k;
	}
	return b->end;
}

/*
 * How much of the text (%) may be cut from a tail heading at block `i` on: more
 * where a heading opens a list, as of other stories, below a whole article.
 */
static unsigned tail_share(struct html_body *b, uint32_t i, uint32_t before)
{
	const struct html_page *page = &b->r->page;
	uint64_t listed = 0, links = 0, all = 0;

	if (!(page->blocks.v[i].state & IN_HEADING) || before < WHOLE_CHARS)
		return TAIL_PERCENT;
	for (uint32_t k = i + 1; k < b->end; k++) {
		const struct html_block *block = &page->blocks.v[k];

		all += block->chars;
		links += block->link_chars;
		listed += block->state & IN_LIST ? block->chars : 0;
	}
	return listed * 100 > all * TAIL_LISTED &&
			       links * 100 > all * TAIL_LINKS
		       ? 100
		       : TAIL_PERCENT;
}

/* True when the article ends above block `i`, behind `before` of `total`
 * characters. */
static bool ends_at(
	struct html_body *b, uint32_t i, uint32_t before, uint32_t total)
{
	if (!is_tail_heading(b, i) || b->tails >= MAX_TAILS)
		return false;
	b->tails++;
	return resumes_at(b, i) == b->end &&
	       (uint64_t)(total - before) * 100 <=
		       (uint64_t)total * tail_share(b, i, before);
}

void html_drop_tail(struct html_body *b)
{
	uint32_t total = html_kept_chars(b), before = 0;

	for (uint32_t i = b->first; i < b->end; i++) {
		if (b->drop[i])
			continue;
		if (ends_at(b, i, before, total)) {
			html_drop_range(b, i, b->end);
			return;
		}
		before += b->r->page.blocks.v[i].chars;
	}
}
