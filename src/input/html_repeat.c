/* What the article's container says twice: whole blocks, and pull quotes, whose
 * words stand in the text. */
#include "input/html_body.h"

#define MAX_PULLS 32 /* each looks through the whole text */
#define PULL_MIN 20 /* bytes of a pull quote's key */
#define PULL_MAX 400 /* characters of one */
#define PULL_BLOCKS 4 /* of one, with whose words they are */
#define SIGNED_CHARS 80 /* characters of that */

void html_drop_repeats(struct html_body *b)
{
	size_t size = 16;
	uint64_t *seen;

	while (size < 2 * (size_t)(b->end - b->first))
		size *= 2;
	seen = arena_alloc(b->r->arena, size * sizeof *seen);
	memset(seen, 0, size * sizeof *seen);
	for (uint32_t i = b->first; i < b->end; i++) {
		uint64_t hash;
		size_t at;

		if (b->drop[i] || b->r->page.blocks.v[i].chars < LEAD_MIN)
			continue;
		hash = str_hash(html_body_text(b, i)) | 1;
		at = (size_t)(hash >> 8) & (size - 1);
		while (seen[at] && seen[at] != hash)
			at = (at + 1) & (size - 1);
		b->drop[i] = seen[at] == hash;
		seen[at] = hash;
	}
}

/* The innermost <blockquote> that a block is in, with the <figure> around it;
 * or HTML_NONE. */
static uint32_t quote_of(const struct html_body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	for (int up = 0; up < 8 && e > b->r->pick.container; up++) {
		uint32_t parent = page->elements.v[e].parent;

		if (page->elements.v[e].tag == TAG_blockquote)
			return page->elements.v[parent].tag == TAG_figure
				       ? parent
				       : e;
		e = parent;
	}
	return HTML_NONE;
}

static bool is_pull(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return !b->drop[i] &&
	       (block->state & ~b->container->state & IN_QUOTE) &&
	       block->chars <= PULL_MAX;
}

/* The keys of the blocks that are no quotes, a line each. */
static void add_keys(const struct html_body *b, struct buf *text)
{
	for (uint32_t i = b->first; i < b->end; i++) {
		if (b->drop[i] || (b->r->page.blocks.v[i].state &
					  (IN_QUOTE | IN_HEADING | IN_CAPTION)))
			continue;
		buf_add_c(text, '\n');
		html_key(text, html_body_text(b, i));
	}
}

/* Drops a quote with the lines of its <blockquote> that say whose it is. */
static void drop_quote(struct html_body *b, uint32_t i)
{
	uint32_t quote = quote_of(b, i);
	const struct html_element *e;

	b->drop[i] = true;
	if (quote == HTML_NONE)
		return;
	e = &b->r->page.elements.v[quote];
	if (e->block_end - e->block > PULL_BLOCKS)
		return;
	while (++i < e->block_end && i < b->end &&
		b->r->page.blocks.v[i].chars <= SIGNED_CHARS)
		b->drop[i] = true;
}

void html_drop_pull_quotes(struct html_body *b)
{
	struct buf text = { 0 }, key = { 0 };
	unsigned pulls = 0;

	for (uint32_t i = b->first; i < b->end && pulls < MAX_PULLS; i++) {
		if (!is_pull(b, i))
			continue;
		if (pulls++ == 0)
			add_keys(b, &text);
		buf_clear(&key);
		html_key(&key, html_body_text(b, i));
		if (key.n >= PULL_MIN &&
			str_find(buf_str(&text), buf_str(&key), 0) != STR_NPOS)
			drop_quote(b, i);
	}
	buf_release(&text);
	buf_release(&key);
}
