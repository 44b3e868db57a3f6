/*
 * The title: the heading that stands for the article, else og:title, JSON-LD's
 * headline or <title> without the site's name. Never cut at a colon.
 */
#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/html_reader.h"
#include "input/phrase.h"

#define MAX_CLAIM 1000 /* bytes; longer titles are cut */
#define MIN_LABEL 4 /* letters of a host's name that a site's name holds */
#define MIN_TITLE 15 /* bytes left of a bar that may be a title */
#define KICKED_PERCENT 50 /* of a heading: a title with a line above */
#define MAX_PIECES 4 /* of <title>, from its end, that are looked for */
#define MAX_TITLE 400 /* bytes of a heading that may be a title */

/* Text (in html_selection's units) above a heading that may be the title. */
#define NEAR_GAIN ((int64_t)1000 * 1000)

/* What a site puts between its name and a title. */
// clang-format off
static const struct str separators[] = {
	{ " | ", 3 }, { " - ", 3 }, { " – ", 5 }, { " — ", 5 }, { " :: ", 4 },
	{ " » ", 4 }, { " « ", 4 }, { " · ", 4 }, { " • ", 5 }, { " › ", 5 },
	{ " ‹ ", 5 }, { " / ", 3 }, { " ~ ", 3 }, { " // ", 4 }, { " |", 2 },
	{ "| ", 2 }, { " < ", 3 }, { " > ", 3 }, { " * ", 3 }, { " @ ", 3 },
};
// clang-format on

/* What the page itself calls its title; clean lines. */
struct claims {
	struct str page, og, ld;
};

/* The last place of `needle` in s behind its start, or STR_NPOS. */
static size_t find_last(struct str s, struct str needle)
{
	size_t last = STR_NPOS;

	for (size_t at = str_find(s, needle, 1); at != STR_NPOS;
		at = str_find(s, needle, at + 1))
		last = at;
	return last;
}

/* The last separator in s: where it starts, and where it ends in *end. */
static size_t last_separator(struct str s, size_t *end)
{
	size_t best = STR_NPOS;

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t at = find_last(s, separators[i]);

		if (at == STR_NPOS || (best != STR_NPOS && at <= best))
			continue;
		best = at;
		*end = at + separators[i].n;
	}
	return best;
}

static size_t first_separator(struct str s, size_t *end)
{
	size_t best = STR_NPOS;

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t at = str_find(s, separators[i], 0);

		if (at == STR_NPOS || at == 0 || at >= best)
			continue;
		best = at;
		*end = at + separators[i].n;
	}
	return best;
}

/* The key of s without its spaces: "The Daily Star" as in
 * thedailystar.example. */
static struct str squeezed(struct buf *b, struct str s)
{
	size_t to = 0;

	buf_clear(b);
	html_key(b, s);
	for (size_t i = 0; i < b->n; i++)
		if (b->p[i] != ' ')
			b->p[to++] = b->p[i];
	b->n = to;
	return buf_str(b);
}

/* True when piece is the site's name, holds it, or is part of its host. */
static bool names_site(struct html_reader *r, struct str piece)
{
	struct str key = squeezed(&r->key[0], piece), other;

	if (key.n < 2)
		return true;
	if (r->site.n) {
		other = squeezed(&r->key[1], r->site);
		if (str_eq(key, other) ||
			(other.n >= 4 && str_find(key, other, 0) != STR_NPOS &&
				key.n < other.n * 2))
			return true;
		if (key.n >= 4 && key.n * 2 > other.n &&
			str_find(other, key, 0) != STR_NPOS)
			return true;
	}
	other = squeezed(&r->key[1], html_host(r->doc.doc.url));
	return key.n >= 4 && str_find(other, key, 0) != STR_NPOS;
}

/* True when piece says the longest label of the host: "The Daily Star" does of
 * www.dailystar.example. */
static bool says_host(struct html_reader *r, struct str piece)
{
	struct str rest = html_host(r->doc.doc.url), label, longest = STR_NONE;
	struct str key = squeezed(&r->key[0], piece);

	while (str_split(&rest, '.', &label))
		if (label.n > longest.n && rest.n)
			longest = label;
	longest = squeezed(&r->key[1], longest);
	return longest.n >= MIN_LABEL && key.n < longest.n * 2 &&
	       str_find(key, longest, 0) != STR_NPOS;
}

struct str html_site_in_title(struct html_reader *r)
{
	struct str title = buf_str(&r->page.title), piece;
	size_t end = 0, at = last_separator(title, &end);

	if (at == STR_NPOS)
		return STR_NONE;
	piece = str_trim(str_slice(title, end, title.n));
	if (says_host(r, piece))
		return piece;
	at = first_separator(title, &end);
	piece = at == STR_NPOS ? STR_NONE : str_trim(str_slice(title, 0, at));
	return says_host(r, piece) ? piece : STR_NONE;
}

/* Without the site's name at either end. */
static struct str cut_site(struct html_reader *r, struct str title)
{
	size_t at, end = 0;

	while ((at = last_separator(title, &end)) != STR_NPOS &&
		names_site(r, str_slice(title, end, title.n)))
		title = str_trim(str_slice(title, 0, at));
	at = first_separator(title, &end);
	if (at != STR_NPOS && names_site(r, str_slice(title, 0, at)))
		title = str_trim(str_slice(title, end, title.n));
	return title;
}

/* Without the site's name, or else without a last piece that is short. */
static struct str cut_any(struct html_reader *r, struct str title)
{
	struct str cut = cut_site(r, title);
	size_t at, end = 0;

	if (cut.n != title.n)
		return cut;
	at = last_separator(title, &end);
	if (at != STR_NPOS && at >= title.n - end)
		return str_trim(str_slice(title, 0, at));
	return title;
}

/* The element of the heading that a block is in. */
static uint32_t heading_of(
	const struct html_page *page, const struct html_block *b)
{
	uint32_t e = b->element;

	for (int up = 0; up < 16 && e; up++, e = page->elements.v[e].parent)
		if (html_tag_traits(page->elements.v[e].tag) & TRAIT_HEADING)
			return e;
	return 0;
}

/* A heading's text without a line above the title set inside it. */
static struct str heading_text(struct html_reader *r, uint32_t block)
{
	const struct html_page *page = &r->page;
	const struct html_block *b = &page->blocks.v[block];
	uint32_t start = b->start, h = heading_of(page, b);

	for (uint32_t e = h + 1;
		e < page->elements.n && page->elements.v[e].text < b->end;
		e++) {
		const struct html_element *in = &page->elements.v[e];

		if (in->text <= start + 1 && in->text_end < b->end &&
			in->text_end > start &&
			(in->lists & MARKUP_BIT(MARKUP_kicker)))
			start = in->text_end;
	}
	return str_trim(str_slice(buf_str(&page->text), start, b->end));
}

/* Per cent of `whole` that the heading is, if it is one of its pieces. */
static unsigned share_of(
	struct html_reader *r, struct str heading, struct str whole)
{
	struct str key, all;
	size_t at;

	if (whole.n == 0)
		return 0;
	buf_clear(&r->key[0]);
	buf_clear(&r->key[1]);
	html_key(&r->key[0], heading);
	html_key(&r->key[1], whole);
	key = buf_str(&r->key[0]);
	all = buf_str(&r->key[1]);
	at = key.n > 3 ? str_find(all, key, 0) : STR_NPOS;
	if (at == STR_NPOS || (at > 0 && all.p[at - 1] != ' ') ||
		(at + key.n < all.n && all.p[at + key.n] != ' '))
		return 0;
	return (unsigned)(key.n * 100 / all.n);
}

/* The same for a piece of `whole` between two separators. */
static bool is_piece(
	struct html_reader *r, struct str heading, struct str whole)
{
	size_t at, end = 0;

	while ((at = last_separator(whole, &end)) != STR_NPOS) {
		if (html_same(r, heading, str_slice(whole, end, whole.n)))
			return true;
		whole = str_trim(str_slice(whole, 0, at));
	}
	return whole.n && html_same(r, heading, whole);
}

/* How well one of the page's own titles confirms a heading: 0 … 12. */
static int confirmation(
	struct html_reader *r, struct str heading, struct str whole)
{
	unsigned share = share_of(r, heading, whole);
	bool piece = share && is_piece(r, heading, whole);

	if (share == 100)
		return 12;
	/* The shorter piece is the site's name as often as the title. */
	if (piece)
		return (share >= 50 ? 6 : 2) + (int)share / 20;
	return share >= 40 ? (int)share / 25 : 0;
}

static int max(int a, int b)
{
	return a > b ? a : b;
}

/* True between the page's top and the first paragraphs of the container. */
static bool is_near(const struct html_reader *r, uint32_t block)
{
	const struct html_element *c = &r->page.elements.v[r->pick.container];
	int64_t before = r->pick.gain[block] - r->pick.gain[c->block];

	return block < c->block_end && before < NEAR_GAIN;
}

static int heading_score(
	struct html_reader *r, uint32_t block, const struct claims *c)
{
	const struct html_block *b = &r->page.blocks.v[block];
	enum html_tag tag = r->page.elements.v[heading_of(&r->page, b)].tag;
	struct str text = heading_text(r, block);
	int score;

	if (b->end - b->start > MAX_TITLE || tag < TAG_h1 || tag > TAG_h4 ||
		names_site(r, text))
		return 0;
	score = max(confirmation(r, text, c->og),
		max(confirmation(r, text, c->page),
			confirmation(r, text, c->ld)));
	if (tag != TAG_h1 && score == 0)
		return 0;
	if (html_is_linked(b, 60))
		score -= 6;
	if (is_near(r, block))
		score += 2;
	return score + (tag == TAG_h1 ? 5 : tag == TAG_h2 ? 1 : 0);
}

/* The block of the heading that stands for the article, or HTML_NONE. */
static uint32_t best_heading(struct html_reader *r, const struct claims *c)
{
	uint32_t start = r->page.elements.v[r->pick.container].block;
	uint32_t best = HTML_NONE;
	int best_score = 0;

	for (uint32_t i = 0; i < r->page.blocks.n; i++) {
		int score;

		if (!(r->page.blocks.v[i].state & IN_HEADING))
			continue;
		score = heading_score(r, i, c);
		/* Of equals the one nearer to the text. */
		if (score > best_score ||
			(score && score == best_score && i <= start)) {
			best = i;
			best_score = score;
		}
	}
	return best;
}

/* True when the heading is more than the claim, and ends in it. */
static bool ends_in(struct html_reader *r, struct str heading, struct str claim)
{
	struct str key, all;

	buf_clear(&r->key[0]);
	buf_clear(&r->key[1]);
	html_key(&r->key[0], claim);
	html_key(&r->key[1], heading);
	key = buf_str(&r->key[0]);
	all = buf_str(&r->key[1]);
	/* A number at the start is no line above. */
	return key.n < all.n && !ascii_is_digit(all.p[0]) &&
	       key.n * 100 > all.n * KICKED_PERCENT && str_ends(all, key) &&
	       all.p[all.n - key.n - 1] == ' ';
}

/* og:title or JSON-LD's headline when the heading is it with a line above glued
 * to it. */
static struct str without_kicker(
	struct html_reader *r, struct str heading, const struct claims *c)
{
	struct str tries[] = { cut_site(r, c->og), c->ld };

	if (html_same(r, heading, c->og) || html_same(r, heading, c->ld))
		return heading;
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
		if (tries[i].n && ends_in(r, heading, tries[i]))
			return tries[i];
	return heading;
}

/* Without what follows a bar: a section, the site. Titles have none. */
static struct str cut_bar(struct str title)
{
	size_t at = str_find(title, STR(" | "), 0);
	struct str left = str_trim(str_slice(title, 0, at));

	if (at == STR_NPOS || left.n < MIN_TITLE ||
		str_chr(left, ' ', 0) == STR_NPOS)
		return title;
	return left;
}

/* Where the title stands when no heading does: a block, or with `opening` the
 * first line of one. */
static uint32_t place_of(struct html_reader *r, struct str title, bool opening)
{
	for (uint32_t i = 0; i < r->page.blocks.n; i++) {
		const struct html_block *b = &r->page.blocks.v[i];
		struct str text = html_block_text(&r->page, b);

		if (opening)
			text = str_slice(text, 0, str_chr(text, '\n', 0));
		if (b->chars < MAX_TITLE && html_same(r, title, text))
			return i;
	}
	return HTML_NONE;
}

/* The longest piece of <title> that opens a block: the title of a page without
 * headings; or STR_NONE. */
static struct str standing_piece(struct html_reader *r, struct str whole)
{
	struct str best = STR_NONE;
	size_t at = 0, end = 0;

	for (int n = 0; n < MAX_PIECES && at != STR_NPOS; n++) {
		struct str piece;

		at = last_separator(whole, &end);
		piece = at == STR_NPOS
				? whole
				: str_trim(str_slice(whole, end, whole.n));
		if (piece.n >= MIN_TITLE && piece.n > best.n &&
			!names_site(r, piece) &&
			place_of(r, piece, true) != HTML_NONE)
			best = piece;
		whole = str_trim(str_slice(whole, 0, at));
	}
	return best;
}

/* What the page says in one place of its title, as a clean line. */
static struct str claim(struct html_reader *r, struct str value)
{
	return utf8_cut(doc_clean(&r->doc, value), MAX_CLAIM);
}

/* True when a word of some length is in both. */
static bool shares_word(struct html_reader *r, struct str a, struct str b)
{
	struct str rest, word;

	buf_clear(&r->key[0]);
	buf_clear(&r->key[1]);
	html_key(&r->key[0], a);
	html_key(&r->key[1], b);
	rest = buf_str(&r->key[0]);
	while (str_split(&rest, ' ', &word))
		if (word.n >= MIN_LABEL &&
			str_find(buf_str(&r->key[1]), word, 0) != STR_NPOS)
			return true;
	return false;
}

/* True when nothing that the page calls its title speaks of the heading's
 * subject: "Contact us". */
static bool is_stray(
	struct html_reader *r, uint32_t block, const struct claims *c)
{
	struct str text = heading_text(r, block);

	return phrase_count(cut_site(r, c->og)) >= 3 &&
	       !shares_word(r, text, c->og) && !shares_word(r, text, c->ld) &&
	       !shares_word(r, text, c->page);
}

void html_read_title(struct html_reader *r)
{
	unsigned rank;
	struct claims c = {
		.page = claim(r, buf_str(&r->page.title)),
		.og = claim(r, html_meta_value(r, MARKUP_meta_title, 0, &rank)),
		.ld = claim(r, r->ld.headline),
	};
	uint32_t at = best_heading(r, &c);
	struct str title;

	if (at != HTML_NONE && is_stray(r, at, &c))
		at = HTML_NONE;
	if (at != HTML_NONE)
		title = without_kicker(r, heading_text(r, at), &c);
	else if (c.og.n)
		title = cut_site(r, c.og);
	else if (c.ld.n)
		title = c.ld;
	else
		title = standing_piece(r, c.page);
	if (title.n == 0)
		title = cut_any(r, c.page);
	r->title = cut_bar(doc_clean(&r->doc, title));
	r->title_block = at;
	if (at == HTML_NONE && r->title.n)
		r->title_block = place_of(r, r->title, false);
	r->doc.doc.title = r->title;
}
