/*
 * The title: the heading that stands for the article, else og:title, JSON-LD's
 * headline or <title> without the site's name. Never cut at a colon.
 */
#include "dateline/base/ascii.h"
#include "dateline/text/utf8.h"
#include "input/html_title_cut.h"
#include "input/phrase.h"

#define MAX_CLAIM 1000 /* bytes; longer titles are cut */
#define MIN_SHARED 4 /* bytes of a word that two titles share */
#define MIN_TITLE 15 /* bytes left of a bar that may be a title */
#define KICKED_PERCENT 50 /* of a heading: a title with a line above */
#define MAX_PIECES 4 /* of <title>, from its end, that are looked for */
#define MAX_TITLE 400 /* bytes of a heading that may be a title */

/* Text (in html_selection's units) above a heading that may be the title. */
#define NEAR_GAIN ((int64_t)1000 * 1000)

/* Where the page itself says its title, the most to the least certain. */
enum { CLAIM_OG, CLAIM_LD, CLAIM_PAGE, CLAIM_TWITTER, N_CLAIMS };

/* What it says there: clean lines, and those without the site's name. */
struct claims {
	struct str said[N_CLAIMS], cut[N_CLAIMS];
};

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

/* True when the page says the whole heading is its title. */
static bool is_claimed(
	struct html_reader *r, struct str heading, const struct claims *c)
{
	for (size_t i = 0; i < N_CLAIMS; i++)
		if (html_same(r, heading, c->said[i]) ||
			html_same(r, heading, c->cut[i]))
			return true;
	return false;
}

/* Without the colon or dash set for those who hear the page. */
static struct str without_marks(struct str s)
{
	while (s.n && strchr(" :|-", s.p[0]))
		s = str_slice(s, 1, s.n);
	while (s.n && strchr(" :|-", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* True for an element with text that sets a line apart in its heading. */
static bool is_set_apart(const struct html_element *e)
{
	return e->text_end > e->text &&
	       (e->tag == TAG_small || (e->lists & MARKUP_BIT(MARKUP_kicker)));
}

/*
 * A heading's text without a line above the title set inside it, and without
 * one below that the page does not count to its title.
 */
static struct str heading_text(
	struct html_reader *r, uint32_t block, const struct claims *c)
{
	const struct html_page *page = &r->page;
	const struct html_block *b = &page->blocks.v[block];
	uint32_t start = b->start, end = b->end;
	struct str text = buf_str(&page->text);

	for (uint32_t e = heading_of(page, b) + 1;
		e < page->elements.n && page->elements.v[e].text < end; e++) {
		const struct html_element *in = &page->elements.v[e];

		if (!is_set_apart(in))
			continue;
		if (in->text <= start + 1 && in->text_end < b->end)
			start = in->text_end;
		else if (in->text_end + 1 >= end && in->text > start + 1 &&
			 !is_claimed(r, str_slice(text, start, end), c))
			end = in->text;
	}
	text = str_trim(str_slice(text, start, end));
	return start == b->start && end == b->end ? text : without_marks(text);
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

/* How well one of the page's own titles confirms a heading: 0 … 12. */
static int confirmation(struct html_reader *r, struct str heading,
	struct str whole, struct str cut)
{
	unsigned share = share_of(r, heading, whole);

	if (share == 100 || (share && html_same(r, heading, cut)))
		return 12;
	/* The shorter piece is the site's name as often as the title. */
	if (share && html_is_piece(r, heading, whole))
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

/* How well any of them does. An h1 that goes on behind the claim is confirmed
 * by it as well. */
static int best_confirmation(struct html_reader *r, enum html_tag tag,
	struct str heading, const struct claims *c)
{
	int best = 0;

	for (size_t i = 0; i < N_CLAIMS; i++) {
		best = max(
			best, confirmation(r, heading, c->said[i], c->cut[i]));
		if (tag == TAG_h1)
			best = max(best,
				(int)share_of(r, c->cut[i], heading) / 15);
	}
	return best;
}

static int heading_score(
	struct html_reader *r, uint32_t block, const struct claims *c)
{
	const struct html_block *b = &r->page.blocks.v[block];
	enum html_tag tag = r->page.elements.v[heading_of(&r->page, b)].tag;
	struct str text;
	int score;

	if (b->end - b->start > MAX_TITLE || tag < TAG_h1 || tag > TAG_h4)
		return 0;
	text = heading_text(r, block, c);
	if (html_names_site(r, text))
		return 0;
	score = best_confirmation(r, tag, text, c);
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

/* What the page says is its title when the heading is it with a line above
 * glued to it. */
static struct str without_kicker(
	struct html_reader *r, struct str heading, const struct claims *c)
{
	if (html_same(r, heading, c->said[CLAIM_OG]) ||
		html_same(r, heading, c->said[CLAIM_LD]))
		return heading;
	for (size_t i = 0; i < N_CLAIMS; i++)
		if (c->cut[i].n && ends_in(r, heading, c->cut[i]))
			return c->cut[i];
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

	for (int n = 0; n < MAX_PIECES && whole.n; n++) {
		struct str piece = html_take_piece(&whole);

		if (piece.n >= MIN_TITLE && piece.n > best.n &&
			!html_names_site(r, piece) &&
			place_of(r, piece, true) != HTML_NONE)
			best = piece;
	}
	return best;
}

/* What the page says in one place of its title. */
static void claim(
	struct html_reader *r, struct claims *c, size_t place, struct str value)
{
	c->said[place] = utf8_cut(doc_clean(&r->doc, value), MAX_CLAIM);
	c->cut[place] = html_cut_site(r, c->said[place]);
}

static void read_claims(struct html_reader *r, struct claims *c)
{
	unsigned rank;

	claim(r, c, CLAIM_OG, html_meta_value(r, MARKUP_meta_title, 0, &rank));
	claim(r, c, CLAIM_LD, r->ld.headline);
	claim(r, c, CLAIM_PAGE, buf_str(&r->page.title));
	claim(r, c, CLAIM_TWITTER,
		html_meta_value(r, MARKUP_meta_title, 2, &rank));
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
		if (word.n >= MIN_SHARED &&
			str_find(buf_str(&r->key[1]), word, 0) != STR_NPOS)
			return true;
	return false;
}

/* True when nothing that the page calls its title speaks of the heading's
 * subject: "Contact us". */
static bool is_stray(
	struct html_reader *r, uint32_t block, const struct claims *c)
{
	struct str text = heading_text(r, block, c);

	if (phrase_count(c->cut[CLAIM_OG]) < 3)
		return false;
	for (size_t i = 0; i < N_CLAIMS; i++)
		if (shares_word(r, text, c->said[i]))
			return false;
	return true;
}

void html_read_title(struct html_reader *r)
{
	struct claims c;
	uint32_t at;
	struct str title;

	read_claims(r, &c);
	at = best_heading(r, &c);
	if (at != HTML_NONE && is_stray(r, at, &c))
		at = HTML_NONE;
	if (at != HTML_NONE)
		title = without_kicker(r, heading_text(r, at, &c), &c);
	else if (c.said[CLAIM_OG].n)
		title = c.cut[CLAIM_OG];
	else if (c.said[CLAIM_LD].n)
		title = c.said[CLAIM_LD];
	else
		title = standing_piece(r, c.said[CLAIM_PAGE]);
	if (title.n == 0)
		title = html_cut_any(r, c.said[CLAIM_PAGE]);
	r->title = cut_bar(doc_clean(&r->doc, title));
	r->title_block = at;
	if (at == HTML_NONE && r->title.n)
		r->title_block = place_of(r, r->title, false);
	r->doc.doc.title = r->title;
}
