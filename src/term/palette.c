#include "term/palette.h"

#include "dateline/base/env.h"

#include <curses.h>
#include <term.h>

/* A pair of default colours that is not pair 0; alloc_pair() gives others. */
#define BACK_PAIR 1

/* How colours are told to the terminal. */
enum depth { DEPTH_MONO, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_DIRECT };

struct painter {
	const struct config *config;
	enum depth depth;
	bool defaults; /* the terminal's own colours can be asked for */
	struct theme_entry selected, current, hit;
};

static bool colors_wanted(int color)
{
	if (color == COLOR_AUTO) /* see no-color.org */
		return !env_get("NO_COLOR");
	return color == COLOR_ALWAYS;
}

static enum depth color_depth(int color)
{
	if (!colors_wanted(color) || !has_colors() || start_color() == ERR)
		return DEPTH_MONO;
	if (tigetflag("RGB") > 0 || tigetnum("RGB") > 0)
		return DEPTH_DIRECT;
	if (COLORS >= 256)
		return DEPTH_256;
	return COLORS >= 16 ? DEPTH_16 : DEPTH_8;
}

/* The colour's number for init_extended_pair(). Direct-colour terminals take
 * numbers below 8 as the palette's, others as 0xRRGGBB (terminfo(5), RGB). */
static int color_number(const struct painter *p, int color)
{
	uint32_t rgb;

	if (color == COLOR_NONE)
		return -1;
	switch (p->depth) {
	case DEPTH_DIRECT:
		if (color < 8)
			return color;
		rgb = color_rgb(color);
		return rgb < 8 ? 0 : (int)rgb;
	case DEPTH_256:
		return color_nearest(color, 256);
	case DEPTH_16:
		return color_nearest(color, 16);
	case DEPTH_8:
	case DEPTH_MONO:
		break;
	}
	return color & 7;
}

/* The part of an entry that this depth of colour uses. */
static struct look entry_look(
	const struct painter *p, const struct theme_entry *e)
{
	if (p->depth == DEPTH_MONO)
		return (struct look){ COLOR_NONE, COLOR_NONE, e->mono };
	return p->depth >= DEPTH_256 ? e->look : e->plain;
}

/* A mark that makes a ground of its own is as legible as its theme made it:
 * what is bold or dim below would make another colour of its black. */
static void lay_over(struct look *under, struct look over)
{
	if ((over.fg != COLOR_NONE && over.bg != COLOR_NONE) ||
		(over.attributes & ATTR_REVERSE))
		under->attributes = 0;
	if (over.fg != COLOR_NONE)
		under->fg = over.fg;
	if (over.bg != COLOR_NONE)
		under->bg = over.bg;
	under->attributes |= over.attributes;
}

/* The current hit has the colours of a hit the other way round, and an
 * underline; where there are none, bold. Terminals that cannot underline in
 * colour (terminfo's ncv: linux) have the first, too. */
static void lay_current_hit(struct look *look, struct look hit)
{
	lay_over(look, hit);
	if (hit.bg != COLOR_NONE) {
		look->fg = hit.bg;
		look->bg = hit.fg;
	} else {
		look->attributes |= ATTR_BOLD;
	}
	look->attributes |= ATTR_UNDERLINE;
}

static unsigned curses_attributes(const struct painter *p, struct look look)
{
	static const struct {
		enum attribute ours;
		attr_t curses;
	} map[] = { { ATTR_BOLD, A_BOLD }, { ATTR_UNDERLINE, A_UNDERLINE },
		{ ATTR_REVERSE, A_REVERSE }, { ATTR_DIM, A_DIM },
		{ ATTR_ITALIC, A_ITALIC } };
	attr_t sum = 0;

	for (size_t i = 0; i < sizeof map / sizeof *map; i++) {
		if (look.attributes & map[i].ours)
			sum |= map[i].curses;
	}
	/* Eight colours have no bright ones; bold is how they are had. */
	if (p->depth == DEPTH_8 && look.fg > 7)
		sum |= A_BOLD;
	return sum;
}

static struct paint paint_look(const struct painter *p, struct look look)
{
	struct paint paint = { .attributes = curses_attributes(p, look) };
	int fg = color_number(p, look.fg), bg = color_number(p, look.bg);

	paint.solid = look.bg != COLOR_NONE ||
		      (look.attributes & (ATTR_UNDERLINE | ATTR_REVERSE));
	if (!p->defaults) {
		fg = fg < 0 ? COLOR_WHITE : fg;
		bg = bg < 0 ? COLOR_BLACK : bg;
	}
	if (look.fg != COLOR_NONE || look.bg != COLOR_NONE)
		paint.pair = alloc_pair(fg, bg);
	if (paint.pair < 0)
		paint.pair = 0;
	return paint;
}

static struct look style_look(
	const struct painter *p, enum style style, unsigned marks)
{
	struct theme_entry e =
		theme_find(&p->config->theme, str_from_c(style_names[style]));
	struct look look = entry_look(p, &e);

	if (marks & MARK_SELECTED) {
		lay_over(&look, entry_look(p, &p->selected));
		if (p->config->options.bar)
			look.attributes |= ATTR_REVERSE;
	}
	if ((marks & MARK_HIT) && (marks & MARK_CURRENT))
		lay_current_hit(&look, entry_look(p, &p->hit));
	else if (marks & MARK_HIT)
		lay_over(&look, entry_look(p, &p->hit));
	else if (marks & MARK_CURRENT)
		lay_over(&look, entry_look(p, &p->current));
	return look;
}

void palette_init(struct palette *palette, const struct config *c)
{
	struct painter p = { .config = c,
		.depth = color_depth(c->options.color),
		.selected = theme_find(&c->theme, STR("selected")),
		.current = theme_find(&c->theme, STR("current")),
		.hit = theme_find(&c->theme, STR("hit")) };

	p.defaults = p.depth != DEPTH_MONO && use_default_colors() == OK;
	palette->back = (struct paint){ 0 };
	if (p.defaults && init_extended_pair(BACK_PAIR, -1, -1) == OK)
		palette->back.pair = BACK_PAIR;
	for (int style = 0; style < STYLE_COUNT; style++) {
		for (unsigned marks = 0; marks < MARK_SETS; marks++) {
			struct look look =
				style_look(&p, (enum style)style, marks);

			palette->paints[style][marks] = paint_look(&p, look);
			look.attributes &= (uint8_t) ~(unsigned)ATTR_UNDERLINE;
			palette->fillers[style][marks] = paint_look(&p, look);
		}
	}
}
