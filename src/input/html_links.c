/*
 * What leads away from the article inside its container: lists of links and
 * linked blocks, but for those that are part of the text around them.
 */
#include "input/html_body.h"
#include "input/lead.h"

#define LIST_LINKS 55
#define PARAGRAPH_UP 4 /* elements between a block and its paragraph */

struct links {
	struct html_body *b;
	bool *gone; /* by block: dropped for other reasons */
	uint32_t *list_end; /* by the first block of a list of links; or 0 */
	uint32_t *data; /* link characters of data cells, before each block */
};

static bool is_list(enum html_tag tag)
{
	return tag == TAG_ul || tag == TAG_ol || tag == TAG_dl ||
	       tag == TAG_table || tag == TAG_dir || tag == TAG_menu;
}

/* What rows of data have in links, before each block. */
static void sum_data_links(struct links *l)
{
	const struct html_body *b = l->b;

	l->data[b->first] = 0;
	for (uint32_t i = b->first; i < b->end; i++) {
		bool label = !b->r->pick.dead[i] && html_is_data_cell(b, i);

		l->data[i + 1] = l->data[i];
		if (label)
			l->data[i + 1] += b->r->page.blocks.v[i].link_chars;
	}
}

/* Links in a row of data are its labels. */
static bool is_link_list(const struct links *l, const struct html_element *e)
{
	const struct html_selection *s = &l->b->r->pick;
	uint64_t chars = s->chars[e->block_end] - s->chars[e->block];
	uint64_t links = s->links[e->block_end] - s->links[e->block] -
			 (l->data[e->block_end] - l->data[e->block]);

	return is_list((enum html_tag)e->tag) &&
	       links * 100 > chars * LIST_LINKS;
}

/* The outermost lists and tables that are mostly links. */
static void find_lists(struct links *l)
{
	const struct html_page *page = &l->b->r->page;
	uint32_t i = l->b->r->pick.container + 1, upto = 0;

	for (; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];

		if (e->block >= l->b->end)
			break;
		if (e->block_end <= upto || !is_link_list(l, e))
			continue;
		upto = e->block_end < l->b->end ? e->block_end : l->b->end;
		l->list_end[e->block] = upto;
	}
}

static bool is_kept(const struct html_body *b, uint32_t i)
{
	return i >= b->first && i < b->end && !b->drop[i];
}

/* The paragraph that a block is, as an element, or HTML_NONE. */
static uint32_t paragraph_of(const struct html_page *page, uint32_t i)
{
	uint32_t e = page->blocks.v[i].element;

	for (int up = 0; up < PARAGRAPH_UP && e; up++) {
		if (page->elements.v[e].tag == TAG_p)
			return e;
		e = page->elements.v[e].parent;
	}
	return HTML_NONE;
}

/* A paragraph of prose with few links, in the element `parent`. */
static bool is_plain_sibling(
	const struct html_body *b, uint32_t i, uint32_t parent)
{
	const struct html_page *page = &b->r->page;
	uint32_t p = paragraph_of(page, i);

	return p != HTML_NONE && page->elements.v[p].parent == parent &&
	       page->blocks.v[i].chars >= SHORT_CHARS &&
	       !html_is_linked(&page->blocks.v[i], SHORT_LINKS) &&
	       html_is_sentence(html_body_text(b, i));
}

/* A whole sentence between two paragraphs of the text, all a link. */
static bool is_linked_text(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t p = paragraph_of(page, i), parent;

	if (p == HTML_NONE || i == b->first || i + 1 >= b->end ||
		page->blocks.v[i].chars < SHORT_CHARS ||
		!str_ends(html_body_text(b, i), STR(".")))
		return false;
	parent = page->elements.v[p].parent;
	return is_plain_sibling(b, i - 1, parent) &&
	       is_plain_sibling(b, i + 1, parent);
}

/* True when block i, linked as it is, belongs to the text around it: the
 * heading of a paragraph, an item of a list. */
static bool is_in_text(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	bool above = i > 0 && is_kept(b, i - 1), below = is_kept(b, i + 1);

	if (block->state & IN_HEADING)
		return below && block[1].chars >= SHORT_CHARS &&
		       !(block[1].state & IN_HEADING);
	if (!(block->state & IN_LIST))
		return false;
	return (above && below) ||
	       ((above || below) && !html_is_linked(block, BLOCK_LINKS));
}

static void drop_blocks(struct links *l)
{
	struct html_body *b = l->b;
	bool *keep = arena_alloc(b->r->arena, b->r->page.blocks.n + 1);

	for (uint32_t i = b->first; i < b->end; i++)
		b->drop[i] |=
			html_is_linked_away(&b->r->page.blocks.v[i]) &&
			!is_linked_text(b, i) && !html_is_data_cell(b, i) &&
			!html_signs_quote(&b->r->page, &b->r->page.blocks.v[i]);
	for (uint32_t i = b->first, upto = 0; i < b->end; i++) {
		upto = l->list_end[i] ? l->list_end[i] : upto;
		keep[i] = b->drop[i] && !l->gone[i] && i >= upto &&
			  is_in_text(b, i);
	}
	for (uint32_t i = b->first; i < b->end; i++)
		b->drop[i] &= !keep[i];
}

/* True when the text above a list announces it and more text follows. */
static bool is_announced(const struct html_body *b, uint32_t from, uint32_t to)
{
	struct str line;

	if (from == 0 || !is_kept(b, from - 1) || !is_kept(b, to))
		return false;
	line = html_body_text(b, from - 1);
	return str_ends(line, STR(":")) &&
	       !lead_is_tail_heading(line, b->r->lex);
}

static void keep_announced(struct links *l)
{
	struct html_body *b = l->b;

	for (uint32_t i = b->first; i < b->end; i++)
		if (l->list_end[i] && is_announced(b, i, l->list_end[i]))
			memcpy(b->drop + i, l->gone + i, l->list_end[i] - i);
}

void html_drop_links(struct html_body *b)
{
	size_t n = b->r->page.blocks.n + 1;
	struct links l = { b, arena_alloc(b->r->arena, n),
		arena_alloc(b->r->arena, n * sizeof *l.list_end),
		arena_alloc(b->r->arena, n * sizeof *l.data) };

	memset(l.list_end, 0, n * sizeof *l.list_end);
	for (uint32_t i = b->first; i < b->end; i++)
		b->drop[i] |= b->r->pick.dead[i];
	memcpy(l.gone, b->drop, n);
	sum_data_links(&l);
	find_lists(&l);
	for (uint32_t i = b->first; i < b->end; i++)
		if (l.list_end[i])
			html_drop_range(b, i, l.list_end[i]);
	drop_blocks(&l);
	keep_announced(&l);
}
