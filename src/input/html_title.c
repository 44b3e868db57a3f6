/*
 * The title: the heading that <title>, og:title or JSON-LD confirms, else the
 * best of these without the site's name. A title is never cut at a colon.
 */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"

#define MAX_TITLE 400 /* bytes of a heading that may be a title */

/* What a site puts between its name and a title. */
static const struct str separators[] = {
	{ " | ", 3 }, { " - ", 3 }, { " – ", 5 }, { " — ", 5 }, { " :: ", 4 },
	{ " » ", 4 }, { " « ", 4 }, { " · ", 4 }, { " • ", 5 }, { " › ", 5 },
	{ " ‹ ", 5 }, { " / ", 3 }, { " ~ ", 3 }, { " // ", 4 }, { " |", 2 },
	{ "| ", 2 }, { " < ", 3 }, { " > ", 3 }, { " * ", 3 }, { " @ ", 3 },
};

/* The last separator in s: where it starts, and where it ends in *end. */
static size_t last_separator(struct str s, size_t *end)
{
	size_t best = STR_NPOS;

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t at = str_find(s, separators[i], 0);

		while (at != STR_NPOS) {
			if (at > 0 && (best == STR_NPOS || at > best)) {
				best = at;
				*end = at + separators[i].n;
			}
			at = str_find(s, separators[i], at + 1);
		}
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

/* The key of s without its spaces: "The Daily Star" as in thedailystar.example. */
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

/* True when piece is the site's name or its address. */
static bool names_site(struct html_reader *r, struct str piece)
{
	struct str key = squeezed(&r->key[0], piece), url;

	if (key.n < 2)
		return false;
	if (r->site.n) {
		struct str site = squeezed(&r->key[1], r->site);

		if (str_eq(key, site) ||
			(key.n >= 4 && site.n >= 4 &&
				(str_find(site, key, 0) != STR_NPOS ||
					str_find(key, site, 0) != STR_NPOS)))
			return true;
	}
	if (key.n < 4)
		return false;
	url = str_slice(r->doc.doc.url, 0, 80);
	url = squeezed(&r->key[1], url);
	return str_find(url, key, 0) < 24;
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

/* Without the site's name, or else without what follows the last bar. */
static struct str cut_any(struct html_reader *r, struct str title)
{
	struct str cut = cut_site(r, title);
	size_t at, end = 0;

	if (cut.n != title.n)
		return cut;
	at = last_separator(title, &end);
	/* A title is longer than a name. */
	if (at != STR_NPOS && at >= title.n - end)
		return str_trim(str_slice(title, 0, at));
	return title;
}

static enum html_tag heading_tag(
	const struct html_page *page, const struct html_block *b)
{
	uint32_t e = b->element;

	while (e && !(html_tag_traits(page->elements.v[e].tag) & TRAIT_HEADING))
		e = page->elements.v[e].parent;
	return page->elements.v[e].tag;
}

/* Is `key` all of `whole`, or all between its ends and a separator? */
static int confirmation(struct html_reader *r, struct str heading,
	struct str whole)
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
	if (str_eq(key, all))
		return 3;
	at = key.n > 8 ? str_find(all, key, 0) : STR_NPOS;
	if (at == STR_NPOS)
		return 0;
	if ((at == 0 || all.p[at - 1] == ' ') &&
		(at + key.n == all.n || all.p[at + key.n] == ' '))
		return at == 0 ? 2 : 1;
	return 0;
}

static int heading_score(struct html_reader *r, const struct html_block *b,
	struct str og)
{
	struct str text = html_block_text(&r->page, b);
	enum html_tag tag = heading_tag(&r->page, b);
	int score, other;

	if (text.n > MAX_TITLE || tag > TAG_h3 || tag < TAG_h1)
		return 0;
	score = confirmation(r, text, str_trim(buf_str(&r->page.title)));
	other = confirmation(r, text, og);
	score = other > score ? other : score;
	other = confirmation(r, text, r->ld.headline);
	score = other > score ? other : score;
	if (score == 0)
		return 0;
	return score * 4 + (tag == TAG_h1 ? 2 : tag == TAG_h2 ? 1 : 0);
}

/* The heading that the page's own titles confirm best, or HTML_NONE. */
static uint32_t confirmed_heading(struct html_reader *r, struct str og)
{
	uint32_t best = HTML_NONE;
	int best_score = 0;

	for (uint32_t i = 0; i < r->page.blocks.n; i++) {
		const struct html_block *b = &r->page.blocks.v[i];
		int score;

		if (!(b->state & IN_HEADING))
			continue;
		score = heading_score(r, b, og);
		if (score > best_score &&
			!names_site(r, html_block_text(&r->page, b))) {
			best = i;
			best_score = score;
		}
	}
	return best;
}

/* The only <h1> of the page that is not its site's name, or HTML_NONE. */
static uint32_t lone_h1(struct html_reader *r)
{
	uint32_t found = HTML_NONE;

	for (uint32_t i = 0; i < r->page.blocks.n; i++) {
		const struct html_block *b = &r->page.blocks.v[i];
		struct str text = html_block_text(&r->page, b);

		if (!(b->state & IN_HEADING) || text.n > MAX_TITLE ||
			heading_tag(&r->page, b) != TAG_h1 ||
			names_site(r, text))
			continue;
		if (found != HTML_NONE)
			return HTML_NONE;
		found = i;
	}
	return found;
}

/* A heading that says what `title` says, for telling where the title stands. */
static uint32_t place_of(struct html_reader *r, struct str title)
{
	for (uint32_t i = 0; i < r->page.blocks.n; i++)
		if (r->page.blocks.v[i].chars < MAX_TITLE &&
			html_same(r, title,
				html_block_text(
					&r->page, &r->page.blocks.v[i])))
			return i;
	return HTML_NONE;
}

void html_read_title(struct html_reader *r)
{
	unsigned rank;
	struct str og = html_meta_value(r, LEX_meta_title, 0, &rank), title;
	uint32_t at = confirmed_heading(r, og);

	if (at == HTML_NONE && !og.n && !r->ld.headline.n)
		at = lone_h1(r);
	if (at != HTML_NONE)
		title = html_block_text(&r->page, &r->page.blocks.v[at]);
	else if (og.n)
		title = cut_site(r, og);
	else if (r->ld.headline.n)
		title = r->ld.headline;
	else
		title = cut_any(r, str_trim(buf_str(&r->page.title)));
	r->title = doc_clean(&r->doc, title);
	r->title_block = at;
	if (at == HTML_NONE && r->title.n)
		r->title_block = place_of(r, r->title);
	r->doc.doc.title = r->title;
}
