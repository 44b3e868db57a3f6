/*
 * The colours of the themes against their background: 4.5 : 1 for text and 3 :
 * 1 for furniture, as WCAG 2.1 has it (success criteria 1.4.3, 1.4.11). Of
 * ansi16 the terminal's owner has chosen the colours, mono has none.
 */
#include "dateline/config/theme.h"

#include "dateline/view/style.h"
#include "unit.h"

#include <math.h>

#define TEXT 4.5
#define FURNITURE 3.0

struct ground {
	const char *theme;
	uint32_t back, fore; /* the terminal's own colours */
};

static const struct ground grounds[] = {
	{ "dark", 0x000000, 0xE5E5E5 },
	{ "dark", 0x1C1C1C, 0xD0D0D0 },
	{ "contrast", 0x000000, 0xFFFFFF },
	{ "light", 0xFFFFFF, 0x000000 },
	{ "light", 0xFAFAFA, 0x262626 },
};

/* WCAG 2.1, "relative luminance". */
static double luminance(uint32_t rgb)
{
	static const double weight[] = { .2126, .7152, .0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double c = ((rgb >> (16 - 8 * i)) & 0xFF) / 255.0;

		c = c <= .03928 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
		sum += weight[i] * c;
	}
	return sum;
}

static double contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a), y = luminance(b);

	return x > y ? (x + .05) / (y + .05) : (y + .05) / (x + .05);
}

static uint32_t rgb_or(int color, uint32_t otherwise)
{
	return color == COLOR_NONE ? otherwise : color_rgb(color);
}

static double wanted(enum style style)
{
	switch (style) {
	case STYLE_dim:
	case STYLE_date:
	case STYLE_caption:
	case STYLE_note:
	case STYLE_bar:
		return FURNITURE;
	default:
		return TEXT;
	}
}

static void assert_contrast(const struct ground *g, const char *what,
	const char *on, double is, double want)
{
	if (is >= want)
		return;
	print_error("%s: %s on %s is %.2f : 1\n", g->theme, what, on, is);
	fail();
}

static void assert_style(
	const struct ground *g, const struct theme *t, enum style style)
{
	struct look look = theme_find(t, str_from_c(style_names[style])).look;

	assert_contrast(g, style_names[style], "the background",
		contrast(rgb_or(look.fg, g->fore), rgb_or(look.bg, g->back)),
		wanted(style));
}

/* What an article is made of stands on the colour of the current quote too. */
static void assert_current(
	const struct ground *g, const struct theme *t, enum style style)
{
	struct look current = theme_find(t, STR("current")).look;
	struct look look = theme_find(t, str_from_c(style_names[style])).look;
	int fg = current.fg == COLOR_NONE ? look.fg : current.fg;

	assert_contrast(g, style_names[style], "the current quote",
		contrast(rgb_or(fg, g->fore), rgb_or(current.bg, g->back)),
		wanted(style));
}

static void styles_are_legible(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
		struct theme t = { 0 };

		assert_true(theme_builtin(&t, str_from_c(grounds[i].theme)));
		for (int s = 0; s < STYLE_COUNT; s++)
			assert_style(&grounds[i], &t, (enum style)s);
		theme_release(&t);
	}
}

static void the_current_quote_is_legible(void **state)
{
	static const enum style of_articles[] = { STYLE_text, STYLE_title,
		STYLE_dim, STYLE_quote, STYLE_reported, STYLE_name,
		STYLE_speaker, STYLE_doubtful, STYLE_cue, STYLE_dateline,
		STYLE_heading, STYLE_standfirst, STYLE_caption, STYLE_note };

	(void)state;
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
		struct theme t = { 0 };

		assert_true(theme_builtin(&t, str_from_c(grounds[i].theme)));
		for (size_t s = 0; s < sizeof of_articles / sizeof *of_articles;
			s++)
			assert_current(&grounds[i], &t, of_articles[s]);
		theme_release(&t);
	}
}

static void hits_are_legible(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++) {
		struct theme t = { 0 };
		struct look hit;

		assert_true(theme_builtin(&t, str_from_c(grounds[i].theme)));
		hit = theme_find(&t, STR("hit")).look;
		/* Both, or what is below would show through. */
		assert_int_not_equal(hit.fg, COLOR_NONE);
		assert_int_not_equal(hit.bg, COLOR_NONE);
		assert_contrast(&grounds[i], "a hit", "its colour",
			contrast(color_rgb(hit.fg), color_rgb(hit.bg)), TEXT);
		theme_release(&t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(styles_are_legible),
		cmocka_unit_test(the_current_quote_is_legible),
		cmocka_unit_test(hits_are_legible),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
