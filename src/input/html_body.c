/* The blocks of the article: what of the container stays, and as what kind. */
#include "input/html_body.h"
#include "input/lead.h"

#define LEAD_LINKS 30
#define LEAD_MAX 1000
#define NEAR_TITLE 3 /* blocks */
#define MIN_BODY 200 /* characters; below, other sources are asked */
#define LONG_CAPTION 400 /* characters; a longer one is the story's text */
#define CREDIT_CHARS 250 /* a line with a picture's credit is shorter */
#define LONG_NOTE 500 /* characters; a longer one is the story's text */

/* True when one of the block's nearest parents in the container has a class of
 * the list. */
static bool has_class(
	const struct html_body *b, uint32_t block, enum markup_list list)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[block].element;

	for (int up = 0; up < 4 && e > 0; up++) {
		if (page->elements.v[e].lists & MARKUP_BIT(list))
			return true;
		if (e == b->r->pick.container)
			return false;
		e = page->elements.v[e].parent;
	}
	return false;
}

/* True when the block stands just below the title, in its page header. */
static bool is_below_title(const struct html_body *b, uint32_t i)
{
	uint32_t title = b->r->title_block;

	return title != HTML_NONE && i > title && i - title <= NEAR_TITLE &&
	       b->r->pick.dead[title] && !has_class(b, i, MARKUP_boiler) &&
	       !has_class(b, i, MARKUP_byline);
}

/* A line that says whose picture it is. */
static bool is_credit(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	struct str text = html_body_text(b, i);

	return (block->chars <= CREDIT_CHARS &&
		       str_find(text, STR("\xC2\xA9"), 0) != STR_NPOS) ||
	       (block->chars < LEAD_MAX && lead_is_caption(text, b->r->lex));
}

static bool is_lead(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	bool marked = has_class(b, i, MARKUP_standfirst);

	if (block->chars < LEAD_MIN || block->chars > LEAD_MAX ||
		html_is_linked(block, LEAD_LINKS) ||
		(block->state & (IN_CAPTION | IN_LIST)) || is_credit(b, i))
		return false;
	return marked || ((!b->r->pick.dead[i] || is_below_title(b, i)) &&
				 html_is_sentence(html_body_text(b, i)));
}

/* The caption of a picture that the page sets above the container. */
static bool is_lead_caption(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return (block->state & IN_CAPTION) && !b->r->pick.dead[i] &&
	       block->chars <= LEAD_MAX && !html_is_linked_away(block);
}

/* Adds a block of the page with its links. */
static bool put_block(struct html_body *b, uint32_t i, enum block_kind kind)
{
	struct str text = html_body_text(b, i);
	bool lines = b->r->page.blocks.v[i].state & IN_PRE;

	if (!(lines ? doc_add_lines(&b->r->doc, kind, text)
		    : doc_add(&b->r->doc, kind, text)))
		return false;
	html_add_links(b, i);
	return true;
}

/* Leads and captions between the title and the container. */
static void add_leads(struct html_body *b)
{
	uint32_t i = b->r->title_block;

	if (i == HTML_NONE || i >= b->first)
		return;
	for (i++; i < b->first; i++)
		if (is_lead_caption(b, i))
			put_block(b, i, BLOCK_CAPTION);
		else if (is_lead(b, i) && put_block(b, i, BLOCK_STANDFIRST))
			b->chars += b->r->page.blocks.v[i].chars;
}

/* A caption that tells the story, whoever took the picture. */
static bool is_gallery_text(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return (block->state & b->outside & IN_CAPTION) &&
	       block->chars >= SHORT_CHARS;
}

static enum block_kind kind_of(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	unsigned state = block->state & ~b->outside;
	struct str text = html_body_text(b, i);

	if ((state & IN_CAPTION) && block->chars < LONG_CAPTION)
		return BLOCK_CAPTION;
	if ((state & IN_HEADING) || html_is_entry_time(b, i))
		return BLOCK_HEADING;
	if (!is_gallery_text(b, i) && is_credit(b, i))
		return BLOCK_CAPTION;
	if (block->chars < 500 && has_class(b, i, MARKUP_standfirst))
		return BLOCK_STANDFIRST;
	if ((state & IN_QUOTE) && !html_signs_quote(&b->r->page, block))
		return BLOCK_QUOTE;
	if (state & IN_LIST)
		return BLOCK_LIST;
	if (lead_is_note(text, b->r->lex) ||
		(block->chars < LONG_NOTE && has_class(b, i, MARKUP_note)))
		return BLOCK_NOTE;
	return BLOCK_PARAGRAPH;
}

/* The text of a cell that stays, its blocks in a line. */
static void add_cell(
	struct html_body *b, const struct html_element *cell, struct buf *line)
{
	for (uint32_t i = cell->block; i < cell->block_end && i < b->end; i++) {
		if (b->drop[i])
			continue;
		buf_add_c(line, ' ');
		buf_add(line, html_body_text(b, i));
		b->chars += b->r->page.blocks.v[i].chars;
	}
}

/* The cells of a row in a line; empty ones too, for they keep the columns,
 * unless all but one are. */
static struct str join_cells(
	struct html_body *b, uint32_t row, struct buf *line)
{
	const struct html_element *v = b->r->page.elements.v;
	size_t n = b->r->page.elements.n, cells = 0, filled = 0, from = 0,
	       end = 0;

	for (size_t e = (size_t)row + 1; e < n && v[e].parent >= row; e++) {
		size_t start;

		if (v[e].parent != row)
			continue;
		buf_add(line, cells++ ? STR(" |") : STR(""));
		start = line->n;
		add_cell(b, &v[e], line);
		if (line->n == start)
			continue;
		end = line->n;
		from = filled++ ? 0 : start;
	}
	return str_slice(buf_str(line), from, end);
}

/* Adds a row of data as one block; gives the block behind it, or `i` when
 * there is none. */
static uint32_t add_row(struct html_body *b, uint32_t i)
{
	uint32_t row = html_data_row(b, i), end;
	struct buf line = { 0 };

	if (row == HTML_NONE)
		return i;
	doc_add(&b->r->doc, BLOCK_TABLE, join_cells(b, row, &line));
	buf_release(&line);
	end = b->r->page.elements.v[row].block_end;
	return end < b->end ? end : b->end;
}

static void add_block(struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	enum block_kind kind = kind_of(b, i);

	if (put_block(b, i, kind) && kind != BLOCK_CAPTION)
		b->chars += block->chars;
}

static void add_container(struct html_body *b)
{
	for (uint32_t i = b->first; i < b->end;) {
		uint32_t next = b->drop[i] ? i + 1 : add_row(b, i);

		if (next == i)
			add_block(b, next++);
		i = next;
	}
}

static void start_again(struct html_reader *r)
{
	buf_clear(&r->doc.text);
	r->doc.blocks.n = r->doc.links.n = 0;
}

/* The body that JSON-LD gives, a paragraph a line. */
static void add_ld_body(struct html_reader *r)
{
	struct str rest = r->ld.body, line;

	start_again(r);
	while (str_split(&rest, '\n', &line))
		doc_add(&r->doc, BLOCK_PARAGRAPH, line);
}

static bool is_long_paragraph(const struct html_body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return !b->r->pick.dead[i] && (block->state & IN_PARAGRAPH) &&
	       block->chars >= SHORT_CHARS &&
	       !html_is_linked(block, LEAD_LINKS);
}

/* All long paragraphs of the page that are no boilerplate, if they are more
 * than what was added. */
static void add_paragraphs(struct html_body *b)
{
	uint32_t chars = 0;

	for (uint32_t i = 0; i < b->r->page.blocks.n; i++)
		if (is_long_paragraph(b, i))
			chars += b->r->page.blocks.v[i].chars;
	if (chars <= b->chars)
		return;
	start_again(b->r);
	for (uint32_t i = 0; i < b->r->page.blocks.n; i++)
		if (is_long_paragraph(b, i))
			put_block(b, i, BLOCK_PARAGRAPH);
}

static void set_outside(struct html_body *b)
{
	const struct html_page *page = &b->r->page;
	uint32_t quoted = 0, captions = 0, all = 0;

	b->outside = b->container->state;
	for (uint32_t i = b->first; i < b->end; i++) {
		const struct html_block *block = &page->blocks.v[i];

		if (b->drop[i])
			continue;
		all += block->chars;
		quoted += block->state & IN_QUOTE ? block->chars : 0;
		captions += block->state & IN_CAPTION ? block->chars : 0;
	}
	/* Old pages indent with <blockquote>. */
	if (quoted > all / 10 * 6)
		b->outside |= IN_QUOTE;
	/* A gallery tells its story in its captions. */
	if (captions > all / 10 * 6)
		b->outside |= IN_CAPTION;
}

void html_read_body(struct html_reader *r)
{
	struct html_body b = { .r = r };

	b.container = &r->page.elements.v[r->pick.container];
	b.first = b.container->block;
	b.end = b.container->block_end;
	b.drop = arena_alloc(r->arena, r->page.blocks.n + 1);
	memset(b.drop, 0, r->page.blocks.n + 1);
	b.rows = arena_alloc(r->arena, r->page.elements.n);
	memset(b.rows, 0, r->page.elements.n);
	html_trim(&b);
	set_outside(&b);
	add_leads(&b);
	add_container(&b);
	if (b.chars >= MIN_BODY)
		return;
	if (r->ld.body.n > b.chars + MIN_BODY)
		add_ld_body(r);
	else
		add_paragraphs(&b);
}
