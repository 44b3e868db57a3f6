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
#define NO_RANK 7 /* of what is no heading: below h6 */

void html_drop_range(struct html_body *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		b->drop[i] = true;
}

uint32_t html_kept_chars(const struct html_body *b)
{
	uint32_t total = 0;

	for (uint32_t i = b->first; i < b->end; i++)
		total += b->drop[i] ? 0 : b->r->page.blocks.v[i].chars;
	return total;
}

/* 1 for h1 to 6 for h6, NO_RANK for what stands in no heading. */
static unsigned rank_of(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	if (!(page->blocks.v[i].state & IN_HEADING))
		return NO_RANK;
	while (e > 0 &&
		!(html_tag_traits(page->elements.v[e].tag) & TRAIT_HEADING))
		e = page->elements.v[e].parent;
	switch (page->elements.v[e].tag) {
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
	default:
		return 6;
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
			!html_is_linked(block, 40))
			chars += block->chars;
	}
	return chars >= RESUME_CHARS;
}

/* True when the parent of heading `k` holds text above block `i`, too. */
static bool is_beside(const struct html_body *b, uint32_t k, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[k].element;

	while (e > 0 &&
		!(html_tag_traits(page->elements.v[e].tag) & TRAIT_HEADING))
		e = page->elements.v[e].parent;
	e = page->elements.v[e].parent;
	return page->elements.v[e].block < i;
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

void html_drop_tail(struct html_body *b)
{
	uint32_t total = html_kept_chars(b), before = 0;

	for (uint32_t i = b->first; i < b->end; i++) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		if (is_tail_heading(b, i) && b->tails < MAX_TAILS) {
			uint32_t end;

			b->tails++;
			end = resumes_at(b, i);
			if (end == b->end &&
				(uint64_t)(total - before) * 100 <=
					(uint64_t)total *
						tail_share(b, i, before)) {
				html_drop_range(b, i, b->end);
				return;
			}
		}
		before += block->chars;
	}
}
