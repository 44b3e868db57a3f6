/* The blocks of the article: what of the container stays, and as what kind. */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"
#include "input/lead.h"

/* Per cent, or characters: doc/saved-pages.md. */
#define LIST_LINKS 55
#define BLOCK_LINKS 60
#define SHORT_LINKS 34
#define SHORT_CHARS 90
#define TAIL_PERCENT 30
#define LEAD_LINKS 30
#define LEAD_MIN 55
#define LEAD_MAX 1000
#define NEAR_TITLE 3 /* blocks */
#define MIN_BODY 200 /* characters; below, other sources are asked */
#define FACT_CHARS 120 /* a byline or date line is shorter */
#define ROW_CELL 200 /* a cell longer than this is layout, not data */

struct body {
	struct html_reader *r;
	const struct html_element *container;
	bool *drop; /* by block */
	uint32_t first, end; /* blocks of the container */
	unsigned outside; /* states that the container is itself in */
	uint32_t chars; /* of what was added */
};

static struct str text_of(const struct body *b, uint32_t i)
{
	return html_block_text(&b->r->page, &b->r->page.blocks.v[i]);
}

static void drop_range(struct body *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		b->drop[i] = true;
}

static bool is_list(enum html_tag tag)
{
	return tag == TAG_ul || tag == TAG_ol || tag == TAG_dl ||
	       tag == TAG_table || tag == TAG_dir || tag == TAG_menu;
}

/* Lists and tables that are mostly links. */
static void drop_link_lists(struct body *b)
{
	const struct html_selection *s = &b->r->pick;
	const struct html_page *page = &b->r->page;
	uint32_t upto = 0;

	for (uint32_t i = s->container + 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];
		uint64_t chars, links;

		if (e->block >= b->end)
			break;
		if (!is_list(e->tag) || e->block_end <= upto)
			continue;
		chars = s->chars[e->block_end] - s->chars[e->block];
		links = s->links[e->block_end] - s->links[e->block];
		if (links * 100 <= chars * LIST_LINKS)
			continue;
		upto = e->block_end < b->end ? e->block_end : b->end;
		drop_range(b, e->block, upto);
	}
}

static bool is_linked_away(const struct html_block *b)
{
	return html_is_linked(b, BLOCK_LINKS) ||
	       (b->chars < SHORT_CHARS && html_is_linked(b, SHORT_LINKS));
}

static void drop_blocks(struct body *b)
{
	for (uint32_t i = b->first; i < b->end; i++)
		if (b->r->pick.dead[i] ||
			is_linked_away(&b->r->page.blocks.v[i]))
			b->drop[i] = true;
}

static bool is_byline(const struct body *b, struct str text)
{
	struct doc_builder names;
	bool yes;

	doc_begin(&names, b->r->arena);
	yes = lead_byline(&names, text, b->r->lex);
	doc_abort(&names);
	return yes;
}

/* A line that is little more than a date. */
static bool is_date_line(const struct body *b, struct str text)
{
	struct date d;
	struct range span;

	return date_find(text, 0, b->r->lex, &d, &span) &&
	       (size_t)(span.end - span.start) * 5 >= text.n * 2;
}

/* Title, byline and date above the first paragraph. */
static void drop_top(struct body *b)
{
	uint32_t i = b->first;

	for (; i < b->end; i++) {
		const struct html_block *block = &b->r->page.blocks.v[i];
		struct str text = text_of(b, i);

		if (b->drop[i])
			continue;
		if (b->r->title.n && html_same(b->r, text, b->r->title)) {
			b->drop[i] = true;
			continue;
		}
		if (block->chars > FACT_CHARS && html_is_sentence(text))
			break;
		if (block->chars <= FACT_CHARS &&
			(is_byline(b, text) || is_date_line(b, text)))
			b->drop[i] = true;
	}
}

/* Everything from the heading of what follows the article on. */
static void drop_tail(struct body *b)
{
	uint32_t total = 0, before = 0;

	for (uint32_t i = b->first; i < b->end; i++)
		total += b->drop[i] ? 0 : b->r->page.blocks.v[i].chars;
	for (uint32_t i = b->first; i < b->end; i++) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		if (block->chars < SHORT_CHARS &&
			(uint64_t)(total - before) * 100 <=
				(uint64_t)total * TAIL_PERCENT &&
			lead_is_tail_heading(text_of(b, i), b->r->lex)) {
			drop_range(b, i, b->end);
			return;
		}
		before += block->chars;
	}
}

/* Headings of what was dropped, and those with nothing behind them. */
static void drop_empty_sections(struct body *b)
{
	bool holds = false, cut = true;

	for (uint32_t i = b->end; i-- > b->first;) {
		if (b->drop[i]) {
			cut = true;
			continue;
		}
		if (!(b->r->page.blocks.v[i].state & IN_HEADING)) {
			holds = true;
			continue;
		}
		b->drop[i] = !holds && cut;
		if (!b->drop[i])
			holds = cut = false;
	}
}

/* The second and later ones of equal blocks of some length. */
static void drop_repeats(struct body *b)
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
		hash = str_hash(text_of(b, i)) | 1;
		at = (size_t)(hash >> 8) & (size - 1);
		while (seen[at] && seen[at] != hash)
			at = (at + 1) & (size - 1);
		b->drop[i] = seen[at] == hash;
		seen[at] = hash;
	}
}

/* True when one of the nearest parents has a class of the list. */
static bool has_class(
	const struct body *b, uint32_t block, enum markup_list list)
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
static bool is_below_title(const struct body *b, uint32_t i)
{
	uint32_t title = b->r->title_block;

	return title != HTML_NONE && i > title && i - title <= NEAR_TITLE &&
	       b->r->pick.dead[title];
}

static bool is_lead(const struct body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	bool marked = has_class(b, i, MARKUP_standfirst);

	if (block->chars < LEAD_MIN || block->chars > LEAD_MAX ||
		html_is_linked(block, LEAD_LINKS) ||
		(block->state & (IN_CAPTION | IN_LIST)))
		return false;
	return marked || ((!b->r->pick.dead[i] || is_below_title(b, i)) &&
				 html_is_sentence(text_of(b, i)));
}

/* The caption of a picture that the page sets above the container. */
static bool is_lead_caption(const struct body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return (block->state & IN_CAPTION) && !b->r->pick.dead[i] &&
	       block->chars <= LEAD_MAX && !is_linked_away(block);
}

/* Leads and captions between the title and the container. */
static void add_leads(struct body *b)
{
	uint32_t i = b->r->title_block;

	if (i == HTML_NONE || i >= b->first)
		return;
	for (i++; i < b->first; i++)
		if (is_lead_caption(b, i))
			doc_add(&b->r->doc, BLOCK_CAPTION, text_of(b, i));
		else if (is_lead(b, i) &&
			 doc_add(&b->r->doc, BLOCK_STANDFIRST, text_of(b, i)))
			b->chars += b->r->page.blocks.v[i].chars;
}

static enum block_kind kind_of(const struct body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	unsigned state = block->state & ~b->outside;
	struct str text = text_of(b, i);

	if (state & IN_CAPTION)
		return BLOCK_CAPTION;
	if (state & IN_HEADING)
		return BLOCK_HEADING;
	if (block->chars < 500 && has_class(b, i, MARKUP_standfirst))
		return BLOCK_STANDFIRST;
	if (state & IN_QUOTE)
		return BLOCK_QUOTE;
	if (state & IN_LIST)
		return BLOCK_LIST;
	if (lead_is_note(text, b->r->lex))
		return BLOCK_NOTE;
	if (block->chars < LEAD_MAX && lead_is_caption(text, b->r->lex))
		return BLOCK_CAPTION;
	return BLOCK_PARAGRAPH;
}

/* The table row that a block is in, or HTML_NONE. */
static uint32_t row_of(const struct body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t e = page->blocks.v[i].element;

	if (!(page->blocks.v[i].state & ~b->outside & IN_TABLE))
		return HTML_NONE;
	for (int up = 0; up < 8 && e > 0; up++) {
		if (page->elements.v[e].tag == TAG_tr)
			return e;
		e = page->elements.v[e].parent;
	}
	return HTML_NONE;
}

/* Adds a row of data as one block; gives the block behind it, or `i` when
 * the row is layout. */
static uint32_t add_row(struct body *b, uint32_t i)
{
	const struct html_page *page = &b->r->page;
	uint32_t row = row_of(b, i), end;
	struct buf line = { 0 };

	if (row == HTML_NONE)
		return i;
	end = page->elements.v[row].block_end;
	end = end < b->end ? end : b->end;
	for (uint32_t k = i; k < end; k++)
		if (page->blocks.v[k].chars > ROW_CELL)
			return i;
	for (uint32_t k = i; k < end; k++) {
		if (b->drop[k])
			continue;
		buf_add(&line, line.n ? STR(" | ") : STR(""));
		buf_add(&line, text_of(b, k));
		b->chars += page->blocks.v[k].chars;
	}
	doc_add(&b->r->doc, BLOCK_TABLE, buf_str(&line));
	buf_release(&line);
	return end;
}

static void add_block(struct body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];
	enum block_kind kind = kind_of(b, i);
	bool added = block->state & IN_PRE
			     ? doc_add_lines(&b->r->doc, kind, text_of(b, i))
			     : doc_add(&b->r->doc, kind, text_of(b, i));

	if (added && kind != BLOCK_CAPTION)
		b->chars += block->chars;
}

static void add_container(struct body *b)
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
	r->doc.blocks.n = 0;
}

/* The body that JSON-LD gives, a paragraph a line. */
static void add_ld_body(struct html_reader *r)
{
	struct str rest = r->ld.body, line;

	start_again(r);
	while (str_split(&rest, '\n', &line))
		doc_add(&r->doc, BLOCK_PARAGRAPH, line);
}

static bool is_long_paragraph(const struct body *b, uint32_t i)
{
	const struct html_block *block = &b->r->page.blocks.v[i];

	return !b->r->pick.dead[i] && (block->state & IN_PARAGRAPH) &&
	       block->chars >= SHORT_CHARS &&
	       !html_is_linked(block, LEAD_LINKS);
}

/* All long paragraphs of the page that are no boilerplate, if they are more
 * than what was added. */
static void add_paragraphs(struct body *b)
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
			doc_add(&b->r->doc, BLOCK_PARAGRAPH, text_of(b, i));
}

static void set_outside(struct body *b)
{
	const struct html_page *page = &b->r->page;
	uint32_t quoted = 0, listed = 0, all = 0;

	b->outside = b->container->state;
	for (uint32_t i = b->first; i < b->end; i++) {
		const struct html_block *block = &page->blocks.v[i];

		if (b->drop[i])
			continue;
		all += block->chars;
		quoted += block->state & IN_QUOTE ? block->chars : 0;
		listed += block->state & IN_LIST ? block->chars : 0;
	}
	/* Old pages indent with <blockquote>. */
	if (quoted > all / 10 * 6)
		b->outside |= IN_QUOTE;
	(void)listed;
}

void html_read_body(struct html_reader *r)
{
	struct body b = { .r = r };

	b.container = &r->page.elements.v[r->pick.container];
	b.first = b.container->block;
	b.end = b.container->block_end;
	b.drop = arena_alloc(r->arena, r->page.blocks.n + 1);
	memset(b.drop, 0, r->page.blocks.n + 1);
	drop_link_lists(&b);
	drop_blocks(&b);
	drop_top(&b);
	drop_tail(&b);
	drop_repeats(&b);
	drop_empty_sections(&b);
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
