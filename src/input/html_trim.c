/* What stands in the container and is not the article's text: lists of links,
 * lines above and below it, repeats. */
#include "input/html_body.h"
#include "input/lead.h"
#include "input/phrase.h"

#define TEASER_FROM 5 /* teasers start behind this part of the text, */
#define TEASER_PERCENT 20 /* are at most this part of it, */
#define TEASER_CHARS 800 /* and shorter than this */
#define TEASERS_PERCENT 60 /* all together at most this part */
#define CARD_BLOCKS 4 /* a linked heading and lines below it */
#define PROMO_CHARS 320 /* what asks the reader for something is shorter */
#define PROMO_PERCENT 25 /* the last part of the text, where it stands */
#define OFFER_PERCENT 60 /* the same, when nothing else follows */
#define FACT_CHARS 120 /* a byline or date line is shorter */

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
	       before * 100 >= total * TEASER_FROM && chars <= TEASER_CHARS &&
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
			!html_signs_quote(&b->r->page, block) &&
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

/* True when a phrase of the list stands anywhere in a short block. */
static bool has_phrase(
	const struct html_body *b, uint32_t i, enum lexicon_list list)
{
	struct str text = html_body_text(b, i), rest = text, word;

	if (b->r->page.blocks.v[i].chars > PROMO_CHARS)
		return false;
	while (phrase_word(&rest, &word)) {
		struct str from =
			str_slice(text, (size_t)(word.p - text.p), text.n);

		if (phrase_prefix(from, b->r->lex, list, NULL))
			return true;
	}
	return false;
}

/* What the outlet earns when its links are followed, wherever it says so. */
static void drop_affiliate_notices(struct html_body *b)
{
	for (uint32_t i = b->first; i < b->end; i++)
		b->drop[i] |= !b->drop[i] && has_phrase(b, i, LEX_affiliate);
}

/* Short blocks near the end that ask to subscribe, follow, write or share.
 * Those the text ends with may be more of it: a page may show a lead and an
 * offer. */
static void drop_promos(struct html_body *b)
{
	uint64_t total = html_kept_chars(b), behind = 0;
	bool last = true;

	for (uint32_t i = b->end; i-- > b->first;) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		behind += block->chars;
		if (behind * 100 >
			total * (last ? OFFER_PERCENT : PROMO_PERCENT))
			return;
		b->drop[i] = has_phrase(b, i, LEX_promo);
		last = last && b->drop[i];
	}
}

/* Headings of what was dropped, and those with nothing behind them; an item
 * set as a heading is an item. */
static void drop_empty_sections(struct html_body *b)
{
	bool holds = false, cut = true;

	for (uint32_t i = b->end; i-- > b->first;) {
		if (b->drop[i]) {
			cut = true;
			continue;
		}
		if ((b->r->page.blocks.v[i].state & (IN_HEADING | IN_LIST)) !=
			IN_HEADING) {
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
	drop_teasers(b);
	html_drop_links(b);
	drop_above_title(b);
	drop_top(b);
	html_drop_tail(b);
	drop_affiliate_notices(b);
	drop_promos(b);
	html_drop_repeats(b);
	html_drop_pull_quotes(b);
	html_find_entries(b);
	drop_empty_sections(b);
}
