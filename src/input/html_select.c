#include "input/html_select.h"

#include "dateline/base/ascii.h"

/* A block that is text; these figures: doc/saved-pages.md. */
#define LONG_CHARS 80
#define LONG_LINK_PERCENT 40
/* The parts of the page's long text (%) from which on an element that looks
 * like boilerplate is taken for the article all the same. */
#define SHARE_HIDDEN 80
#define SHARE_FOOTER 95
#define SHARE_TITLED 50 /* hidden, with the title: a script opens the page */
#define SHARE_STRONG 70
#define SHARE_BOILER 30
#define SHARE_SMALL 30 /* page header, form */
#define SHARE_FACT 20 /* byline, date */
#define TITLE_MIN 12 /* characters of a heading that <title> confirms */
#define PROSE_LINKS 20 /* link characters (%) below which text is no menu */

#define UNIT ((int64_t)1000) /* values are in thousandths of a character */
/* A container worth less than this may have been missed: what killed its
 * rivals is doubted, and a rival worth FAR_BETTER times as much is taken. */
#define DOUBTFUL ((int64_t)1000 * UNIT)
#define FAR_BETTER 3
#define POOR ((int64_t)300 * UNIT)

/*
 * An ancestor of the container is taken instead when it holds this much (%) of
 * the container's text (lists and code of many short lines between paragraphs
 * count against it), unless it is mostly links.
 */
#define WIDER_PERCENT 150
#define WIDER_LINKS 50

/* What is held against an element; each level believes less. */
enum doubt {
	DOUBT_NOTHING,
	DOUBT_CLASSES, /* words that are often innocent */
	DOUBT_ALL_CLASSES, /* all words: tags and roles are believed */
	DOUBT_LEVELS
};

static bool is_long(const struct html_block *b)
{
	return b->chars >= LONG_CHARS && !html_is_linked(b, LONG_LINK_PERCENT);
}

/* Characters before each block, whatever is boilerplate. */
struct sums {
	uint32_t *text, *chars, *links; /* long text; all text; that in links */
	uint32_t *titles; /* headings that <title> repeats */
};

/* A heading of some words that <title> has as well. */
static bool is_title(const struct html_page *page, const struct html_block *b)
{
	return (b->state & IN_HEADING) && b->chars >= TITLE_MIN &&
	       str_find(buf_str(&page->title), html_block_text(page, b), 0) !=
		       STR_NPOS;
}

static struct sums sum_text(const struct html_page *page, struct arena *arena)
{
	size_t n = page->blocks.n, size = (n + 1) * sizeof(uint32_t);
	struct sums sum = { arena_alloc(arena, size), arena_alloc(arena, size),
		arena_alloc(arena, size), arena_alloc(arena, size) };

	sum.text[0] = sum.chars[0] = sum.links[0] = sum.titles[0] = 0;
	for (size_t i = 0; i < n; i++) {
		const struct html_block *b = &page->blocks.v[i];

		sum.text[i + 1] = sum.text[i] + (is_long(b) ? b->chars : 0);
		sum.chars[i + 1] = sum.chars[i] + b->chars;
		sum.links[i + 1] = sum.links[i] + b->link_chars;
		sum.titles[i + 1] = sum.titles[i] + is_title(page, b);
	}
	return sum;
}

/* Paragraphs with few links: no menu or table of contents, by whatever name. */
static bool is_prose(const struct sums *sum, const struct html_element *e)
{
	uint64_t chars = sum->chars[e->block_end] - sum->chars[e->block];
	uint64_t links = sum->links[e->block_end] - sum->links[e->block];

	return sum->text[e->block_end] > sum->text[e->block] &&
	       links * 100 < chars * PROSE_LINKS;
}

/* A part of the text that is closed: questions and answers, steps. */
static bool is_disclosed(const struct html_page *page, const struct sums *sum,
	const struct html_element *e)
{
	const struct html_element *parent = &page->elements.v[e->parent];

	return ((e->lists | parent->lists) & MARKUP_BIT(MARKUP_disclosure)) &&
	       is_prose(sum, e);
}

static unsigned share_by_class(
	const struct html_element *e, const struct sums *sum, enum doubt doubt)
{
	if (e->lists & MARKUP_BIT(MARKUP_comments))
		return SHARE_STRONG;
	if (doubt < DOUBT_ALL_CLASSES &&
		(e->lists & MARKUP_BIT(MARKUP_boiler_strong)))
		return SHARE_STRONG;
	if (doubt >= DOUBT_CLASSES)
		return 0;
	if ((e->lists & MARKUP_BIT(MARKUP_boiler)) ||
		((e->lists & MARKUP_BIT(MARKUP_boiler_links)) &&
			!is_prose(sum, e)))
		return SHARE_BOILER;
	if (e->lists & (MARKUP_BIT(MARKUP_byline) | MARKUP_BIT(MARKUP_date) |
			       MARKUP_BIT(MARKUP_modified)))
		return SHARE_FACT;
	return 0;
}

/* True when the title stands in e and nowhere else. */
static bool has_title(const struct html_page *page, const struct sums *sum,
	const struct html_element *e)
{
	uint32_t mine = sum->titles[e->block_end] - sum->titles[e->block];

	return mine > 0 && mine == sum->titles[page->blocks.n];
}

/* The share (%) from which on e is kept, 0 when nothing is against it. */
static unsigned share_needed(const struct html_page *page,
	const struct html_element *e, const struct sums *sum, enum doubt doubt)
{
	if (is_disclosed(page, sum, e))
		return 0;
	if (e->hidden)
		return has_title(page, sum, e) ? SHARE_TITLED : SHARE_HIDDEN;
	switch (e->tag) {
	case TAG_nav:
	case TAG_aside:
	case TAG_menu:
		return SHARE_STRONG;
	case TAG_footer:
		return SHARE_FOOTER;
	case TAG_form:
		return SHARE_SMALL;
	case TAG_header:
		if (!(e->state & IN_ARTICLE))
			return SHARE_SMALL;
		break;
	default:
		break;
	}
	return share_by_class(e, sum, doubt);
}

/* Marks the blocks of boilerplate. An element inside one that is dead has
 * nothing left to mark, so `upto` skips it: linear. */
static void kill_boilerplate(const struct html_page *page,
	struct html_selection *s, const struct sums *sum, enum doubt doubt)
{
	uint64_t total = sum->text[page->blocks.n];
	uint32_t upto = 0;

	memset(s->dead, 0, page->blocks.n + 1);
	for (size_t i = 0; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];
		uint64_t mine = sum->text[e->block_end] - sum->text[e->block];
		unsigned need = share_needed(page, e, sum, doubt);

		if (!need || e->block_end <= upto ||
			mine * 100 >= total * need + (total == 0))
			continue;
		for (uint32_t k = e->block; k < e->block_end; k++)
			s->dead[k] = true;
		upto = e->block_end;
	}
}

bool html_is_sentence(struct str text)
{
	static const char *const ends[] = { ".", "!", "?", "…", "”", "\"", "»",
		"“", ":", "。", "’", ")" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(text, str_from_c(ends[i])))
			return true;
	return false;
}

/* What a block counts for or against being in the article. */
static int64_t block_value(
	const struct html_page *page, const struct html_block *b)
{
	int64_t n = b->chars, v;
	bool linked = html_is_linked(b, 50);

	if (b->state & IN_HEADING)
		return linked ? -4 * UNIT : 0;
	if (b->state & IN_CAPTION)
		return 0;
	if (linked)
		return -(n < 160 ? n : 160) * UNIT / 10 * 9;
	if (n < 28 ||
		(n < LONG_CHARS && !html_is_sentence(html_block_text(page, b))))
		return -6 * UNIT;
	v = n - 2 * (int64_t)b->link_chars;
	if (v > 700)
		v = 700;
	v *= UNIT;
	if (!(b->state & IN_PARAGRAPH))
		v = v * 85 / 100;
	if (b->commas >= 2)
		v = v * 115 / 100;
	return v;
}

static void sum_values(const struct html_page *page, struct html_selection *s)
{
	s->value[0] = s->gain[0] = 0;
	s->chars[0] = s->links[0] = 0;
	for (size_t i = 0; i < page->blocks.n; i++) {
		const struct html_block *b = &page->blocks.v[i];
		int64_t v = s->dead[i] ? 0 : block_value(page, b);

		s->value[i + 1] = s->value[i] + v;
		s->gain[i + 1] = s->gain[i] + (v > 0 ? v : 0);
		s->chars[i + 1] = s->chars[i] + (s->dead[i] ? 0 : b->chars);
		s->links[i + 1] =
			s->links[i] + (s->dead[i] ? 0 : b->link_chars);
	}
}

static int64_t value_of(
	const struct html_selection *s, const struct html_element *e)
{
	return s->value[e->block_end] - s->value[e->block];
}

static bool is_inside(
	const struct html_element *inner, const struct html_element *outer)
{
	return inner->block >= outer->block &&
	       inner->block_end <= outer->block_end;
}

/* The element with the largest sum, the deepest of those that tie. */
static uint32_t best_element(
	const struct html_page *page, const struct html_selection *s)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];
		const struct html_element *b = &page->elements.v[best];
		int64_t diff;

		if (e->block_end <= e->block)
			continue;
		diff = value_of(s, e) - value_of(s, b);
		if (diff > 0 || (diff == 0 && is_inside(e, b)))
			best = i;
	}
	return best;
}

static int64_t gain_of(
	const struct html_selection *s, const struct html_element *e)
{
	return s->gain[e->block_end] - s->gain[e->block];
}

static bool is_link_heavy(
	const struct html_selection *s, const struct html_element *e)
{
	uint64_t chars = s->chars[e->block_end] - s->chars[e->block];
	uint64_t links = s->links[e->block_end] - s->links[e->block];

	return links * 100 > chars * WIDER_LINKS;
}

static uint32_t widen(const struct html_page *page,
	const struct html_selection *s, uint32_t container)
{
	int64_t mine = gain_of(s, &page->elements.v[container]);
	uint32_t at = page->elements.v[container].parent;

	for (; at; at = page->elements.v[at].parent) {
		const struct html_element *e = &page->elements.v[at];

		if (gain_of(s, e) * 100 < mine * WIDER_PERCENT ||
			is_link_heavy(s, e))
			continue;
		container = at;
		mine = gain_of(s, e);
	}
	return container;
}

/* The heading that an <article> opens with, as an element; 0: none. */
static uint32_t heading_in(
	const struct html_page *page, const struct html_element *e)
{
	for (uint32_t i = e->block; i < e->block_end; i++)
		if (page->blocks.v[i].state & IN_HEADING)
			return page->blocks.v[i].element;
	return 0;
}

static enum html_tag heading_tag(
	const struct html_page *page, const struct html_element *e)
{
	uint32_t at = heading_in(page, e);

	while (at &&
		!(html_tag_traits(page->elements.v[at].tag) & TRAIT_HEADING))
		at = page->elements.v[at].parent;
	return page->elements.v[at].tag;
}

/*
 * A page that goes on with the next article when its end is reached: of several
 * <article>s in the container that open alike, the one whose heading is the
 * page's title.
 */
static uint32_t first_of_stream(const struct html_page *page,
	const struct html_selection *s, const struct sums *sum,
	uint32_t container)
{
	const struct html_element *c = &page->elements.v[container];
	uint32_t titled = 0, others = 0, upto = c->block;
	enum html_tag tag = TAG_OTHER;

	for (uint32_t i = container + 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];

		if (e->block >= c->block_end)
			break;
		if (e->tag != TAG_article || e->block < upto ||
			gain_of(s, e) < POOR)
			continue;
		upto = e->block_end;
		if (titled) {
			others += heading_tag(page, e) == tag;
		} else if (sum->titles[e->block_end] > sum->titles[e->block]) {
			titled = i;
			tag = heading_tag(page, e);
		}
	}
	return titled && others ? titled : container;
}

static unsigned hint_of(const struct html_element *e)
{
	if (e->hint)
		return e->hint;
	return e->tag == TAG_article ? 85 : 0;
}

/* A descendant that its page calls the body, if it holds enough of it. */
static uint32_t prefer_hinted(const struct html_page *page,
	const struct html_selection *s, uint32_t container)
{
	const struct html_element *c = &page->elements.v[container];
	int64_t total = gain_of(s, c), best_value = 0;
	uint32_t best = container;
	unsigned best_hint = 100;

	for (uint32_t i = container + 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];
		unsigned hint = hint_of(e);
		int64_t v;

		if (!hint || hint > best_hint || !is_inside(e, c))
			continue;
		v = gain_of(s, e);
		if (v * 100 < total * hint ||
			(hint == best_hint && v < best_value))
			continue;
		best = i;
		best_hint = hint;
		best_value = v;
	}
	return best;
}

/* Text of e that is no link and not dead. */
static uint32_t plain_chars(
	const struct html_selection *s, const struct html_element *e)
{
	return (s->chars[e->block_end] - s->chars[e->block]) -
	       (s->links[e->block_end] - s->links[e->block]);
}

/* For pages of short lines: the hinted element with the most text, if that is
 * more than the container has. */
static uint32_t most_text(const struct html_page *page,
	const struct html_selection *s, uint32_t container)
{
	uint32_t best = container;

	for (uint32_t i = 1; i < page->elements.n; i++) {
		const struct html_element *e = &page->elements.v[i];

		if (hint_of(e) &&
			plain_chars(s, e) >
				plain_chars(s, &page->elements.v[best]) * 2)
			best = i;
	}
	return best;
}

/* Chooses the container at one level of doubt; gives its value. */
static int64_t select_at(const struct html_page *page, struct html_selection *s,
	const struct sums *sum, enum doubt doubt)
{
	kill_boilerplate(page, s, sum, doubt);
	sum_values(page, s);
	s->container = best_element(page, s);
	return value_of(s, &page->elements.v[s->container]);
}

void html_select(const struct html_page *page, struct html_selection *s,
	struct arena *arena)
{
	size_t n = page->blocks.n;
	const struct sums sum = sum_text(page, arena);
	int best = DOUBT_NOTHING, level;
	int64_t value;

	s->dead = arena_alloc(arena, n + 1);
	s->value = arena_alloc(arena, (n + 1) * sizeof *s->value);
	s->gain = arena_alloc(arena, (n + 1) * sizeof *s->gain);
	s->chars = arena_alloc(arena, (n + 1) * sizeof *s->chars);
	s->links = arena_alloc(arena, (n + 1) * sizeof *s->links);
	value = select_at(page, s, &sum, DOUBT_NOTHING);
	for (level = best + 1; value < DOUBTFUL && level < DOUBT_LEVELS;
		level++) {
		int64_t rival = select_at(page, s, &sum, (enum doubt)level);

		if (rival > value * FAR_BETTER) {
			value = rival;
			best = level;
		}
	}
	if (best + 1 != level)
		select_at(page, s, &sum, (enum doubt)best);
	s->container = widen(page, s, s->container);
	if (gain_of(s, &page->elements.v[s->container]) < POOR)
		s->container = most_text(page, s, s->container);
	s->container = first_of_stream(page, s, &sum, s->container);
	s->container = prefer_hinted(page, s, s->container);
}
