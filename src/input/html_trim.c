/* What stands in the container and is not the article's text: lists of links,
 * lines above and below it, repeats. */
#include "input/html_body.h"
#include "input/lead.h"
#include "input/phrase.h"

#define TEASER_FROM 5 /* teasers start behind this part of the text, */
#define TEASER_PERCENT 20 /* are at most this part of it, */
#define TEASER_CHARS 800 /* and shorter than this */
#define TEASERS_PERCENT 60 /* all together at most this part */
#define PROMO_CHARS 320 /* what asks the reader for something is shorter */
#define PROMO_PERCENT 25 /* the last part of the text, where it stands */
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

/* A pointer to another article: small, with a link, behind the article's
 * start. */
static bool is_teaser(const struct html_body *b, const struct html_element *e)
{
	const struct html_selection *s = &b->r->pick;
	uint64_t total = s->chars[b->end] - s->chars[b->first];
	uint64_t before = s->chars[e->block] - s->chars[b->first];
	uint64_t chars = s->chars[e->block_end] - s->chars[e->block];

	return (e->lists & MARKUP_BIT(MARKUP_teaser)) &&
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

/* A line that is little more than a date. */
static bool is_date_line(const struct html_body *b, struct str text)
{
	struct date d;
	struct range span;

	return date_find(text, 0, b->r->lex, &d, &span) &&
	       (size_t)(span.end - span.start) * 5 >= text.n * 2;
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

/* Short blocks near the end that ask to subscribe, follow, write or share. */
static void drop_promos(struct html_body *b)
{
	uint64_t total = html_kept_chars(b), behind = 0;

	for (uint32_t i = b->end; i-- > b->first;) {
		const struct html_block *block = &b->r->page.blocks.v[i];

		if (b->drop[i])
			continue;
		behind += block->chars;
		if (behind * 100 > total * PROMO_PERCENT)
			return;
		if (block->chars <= PROMO_CHARS &&
			has_promo(b, html_body_text(b, i)))
			b->drop[i] = true;
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

/* The second and later ones of equal blocks of some length. */
static void drop_repeats(struct html_body *b)
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

void html_trim(struct html_body *b)
{
	drop_teasers(b);
	html_drop_links(b);
	drop_top(b);
	html_drop_tail(b);
	drop_promos(b);
	drop_repeats(b);
	drop_empty_sections(b);
}
