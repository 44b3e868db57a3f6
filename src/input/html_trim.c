/* What stands in the container and is not the article's text: lists of links,
 * lines above and below it, repeats. */
#include "input/html_body.h"
#include "input/lead.h"
#include "input/phrase.h"

#define LIST_LINKS 55
#define TAIL_PERCENT 30
#define TAIL_LISTED 60 /* a tail of so much (%) in lists, */
#define TAIL_LINKS 15 /* and so much in links, may be any part, */
#define MAX_TAILS 16 /* each looks at all that follows */
#define WHOLE_CHARS 1000 /* behind so much text */
#define TEASER_FROM 5 /* teasers start behind this part of the text, */
#define TEASER_PERCENT 20 /* and are at most this part of it */
#define TEASERS_PERCENT 60 /* all together at most this part */
#define CARD_BLOCKS 4 /* a linked heading and lines below it */
#define PROMO_CHARS 320 /* what asks the reader for something is shorter */
#define PROMO_PERCENT 25 /* the last part of the text, where it stands */
#define PARAGRAPH_UP 4 /* elements between a block and its paragraph */
#define OFFER_PERCENT 60 /* the same, when nothing else follows */
#define FACT_CHARS 120 /* a byline or date line is shorter */

static void drop_range(struct html_body *b, uint32_t from, uint32_t to)
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
static void drop_link_lists(struct html_body *b)
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

/* A heading that is a link, and lines below it: no text of the article's. */
static bool is_card(const struct html_body *b, const struct html_element *e)
{
	const struct html_block *block = &b->r->page.blocks.v[e->block];

	if (e->block >= e->block_end || (e->state & IN_HEADING) ||
		e->block_end - e->block > CARD_BLOCKS ||
		!(block->state & IN_HEADING) ||
		!html_is_linked(block, BLOCK_LINKS))
		return false;
	for (uint32_t i = e->block + 1; i < e->block_end; i++)
		if (b->r->page.blocks.v[i].chars > SHORT_CHARS ||
			html_is_sentence(html_body_text(b, i)))
			return false;
	return true;
}

/* A pointer to another article: small, with a link, behind the article's
 * start. */
static bool is_teaser(const struct html_body *b, const struct html_element *e)
{
	const struct html_selection *s = &b->r->pick;
	uint64_t total = s->chars[b->end] - s->chars[b->first];
	uint64_t before = s->chars[e->block] - s->chars[b->first];
	uint64_t chars = s->chars[e->block_end] - s->chars[e->block];

	return ((e->lists & MARKUP_BIT(MARKUP_teaser)) || is_card(b, e)) &&
	       s->links[e->block_end] > s->links[e->block] &&
	       before * 100 >= total * TEASER_FROM &&
	       chars * 100 <= total * TEASER_PERCENT;
}

/* What is teasers for the most part is a page of them: they stay. */
static void drop_teasers(struct html_body *b)
{
	const struct html_selection *s = &b->r->pick;
	const struct html_page *page = &b->r->page;
	bool *teaser = arena_alloc(b->r->arena, page->blocks.n + 1);
	uint32_t upto = 0;
	uint64_t chars = 0;

	memset(teaser, 0, page->blocks.n + 1);
	for (uint32_t i = s->container + 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];

		if (e->block >= b->end)
			break;
		if (e->block_end <= upto || e->block_end > b->end ||
			!is_teaser(b, e))
			continue;
		upto = e->block_end;
		chars += s->chars[upto] - s->chars[e->block];
		memset(teaser + e->block, true, upto - e->block);
	}
	if (chars * 100 > (uint64_t)(s->chars[b->end] - s->chars[b->first]) *
				  TEASERS_PERCENT)
		return;
	for (uint32_t i = b->first; i < b->end; i++)
		b->drop[i] |= teaser[i];
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

static void drop_blocks(struct html_body *b)
{
	for (uint32_t i = b->first; i < b->end; i++)
		if (b->r->pick.dead[i] ||
			(html_is_linked_away(&b->r->page.blocks.v[i]) &&
				!is_linked_text(b, i) &&
				!html_is_data_cell(b, i)))
			b->drop[i] = true;
}

static bool is_byline(const struct html_body *b, struct str text)
{
	struct doc_builder names;
	bool yes;

	doc_begin(&names, b->r->arena);
	yes = lead_byline(&names, text, b->r->lex);
	doc_abort(&names);
	return yes;
}

/* A line that is little more than dates. */
static bool is_date_line(const struct html_body *b, struct str text)
{
	struct date d;
	struct range span = { 0 };
	size_t said = 0;

	while (date_find(text, span.end, b->r->lex, &d, &span))
		said += span.end - span.start;
	return said && said * 5 >= text.n * 2;
}

/* Title, byline and date above the first paragraph. */
static void drop_top(struct html_body *b)
{
	uint32_t i = b->first;

	for (; i < b->end; i++) {
		const struct html_block *block = &b->r->page.blocks.v[i];
		struct str text = html_body_text(b, i);

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

/* True when a block between these speaks of cookies. */
static bool asks_consent(const struct html_body *b, uint32_t from, uint32_t to)
{
	struct str rest, word;

	for (uint32_t i = from; i < to; i++)
		for (rest = html_body_text(b, i); phrase_word(&rest, &word);)
			if (phrase_prefix(word, b->r->lex, LEX_consent, NULL))
				return true;
	return false;
}

/* True when these blocks hold text: then the title may stand further up. */
static bool has_text(const struct html_body *b, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (!b->drop[i] && b->r->page.blocks.v[i].chars >= LEAD_MIN)
			return true;
	return false;
}

/* The lines over the title, and whatever stands there when a page asks for
 * consent before it is read. Captions stay: the first picture's is often
 * there. */
static void drop_above_title(struct html_body *b)
{
	uint32_t title = b->r->title_block;

	if (title == HTML_NONE || title >= b->end ||
		(has_text(b, b->first, title) &&
			!asks_consent(b, b->first, title)))
		return;
	for (uint32_t i = b->first; i < title; i++)
		if (!(b->r->page.blocks.v[i].state & IN_CAPTION))
			b->drop[i] = true;
}

static uint32_t kept_chars(const struct html_body *b)
{
	uint32_t total = 0;

	for (uint32_t i = b->first; i < b->end; i++)
		total += b->drop[i] ? 0 : b->r->page.blocks.v[i].chars;
	return total;
}

/*
 * How much of the text (%) may be cut from a tail heading at block `i` on: more
 * where a heading opens a list, as of other stories, below a whole article.
 */
static unsigned tail_share(struct html_body *b, uint32_t i, uint32_t before)
{
	const struct html_page *page = &b->r->page;
	uint64_t listed = 0, links = 0, all = 0;

	if (!(page->blocks.v[i].state & IN_HEADING) || before < WHOLE_CHARS ||
		++b->tails > MAX_TAILS)
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

/* Everything from the heading of what follows the article on. */
static void drop_tail(struct html_body *b)
{
	uint32_t total = kept_chars(b), before = 0;

	for (uint32_t i = b->first; i < b->end; i++) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		if (block->chars < SHORT_CHARS &&
			lead_is_tail_heading(html_body_text(b, i), b->r->lex) &&
			(uint64_t)(total - before) * 100 <=
				(uint64_t)total * tail_share(b, i, before)) {
			drop_range(b, i, b->end);
			return;
		}
		before += block->chars;
	}
}

static bool has_promo(const struct html_body *b, struct str text)
{
	struct str rest = text, word;

	while (phrase_word(&rest, &word)) {
		struct str from =
			str_slice(text, (size_t)(word.p - text.p), text.n);

		if (phrase_prefix(from, b->r->lex, LEX_promo, NULL))
			return true;
	}
	return false;
}

/* Short blocks near the end that ask to subscribe, follow, write or share.
 * Those the text ends with may be more of it: a page may show a lead and an
 * offer. */
static void drop_promos(struct html_body *b)
{
	uint64_t total = kept_chars(b), behind = 0;
	bool last = true;

	for (uint32_t i = b->end; i-- > b->first;) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		behind += block->chars;
		if (behind * 100 >
			total * (last ? OFFER_PERCENT : PROMO_PERCENT))
			return;
		b->drop[i] = block->chars <= PROMO_CHARS &&
			     has_promo(b, html_body_text(b, i));
		last = last && b->drop[i];
	}
}

/* Headings of what was dropped, and those with nothing behind them. */
static void drop_empty_sections(struct html_body *b)
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

void html_trim(struct html_body *b)
{
	drop_link_lists(b);
	drop_teasers(b);
	drop_blocks(b);
	drop_above_title(b);
	drop_top(b);
	drop_tail(b);
	drop_promos(b);
	html_drop_repeats(b);
	html_drop_pull_quotes(b);
	html_find_entries(b);
	drop_empty_sections(b);
}
