#include "dateline/config/theme.h"

#include "dateline/base/ascii.h"

/* The names of ISO 6429's eight colours, then their bright forms. */
static const char *const names[16] = { "black", "red", "green", "yellow",
	"blue", "magenta", "cyan", "white", "brightblack", "brightred",
	"brightgreen", "brightyellow", "brightblue", "brightmagenta",
	"brightcyan", "brightwhite" };

/* xterm's defaults (XTerm-col.ad), which 256-colour palettes start from. */
static const uint32_t first16[16] = { 0x000000, 0xCD0000, 0x00CD00, 0xCDCD00,
	0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
	0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF };

static bool parse_hex(struct str s, int *out)
{
	uint64_t rgb;

	if (s.n != 6 || !str_to_hex(s, &rgb))
		return false;
	*out = COLOR_RGB | (int)rgb;
	return true;
}

bool color_parse(struct str s, int *out)
{
	uint32_t n;

	s = str_trim(s);
	if (str_starts(s, STR("#")))
		return parse_hex(str_slice(s, 1, s.n), out);
	if (str_starts_nocase(s, STR("rgb:")))
		return parse_hex(str_slice(s, 4, s.n), out);
	if (str_eq_nocase(s, STR("default"))) {
		*out = COLOR_NONE;
		return true;
	}
	if (str_to_u32(s, &n) && n < 256) {
		*out = (int)n;
		return true;
	}
	for (int i = 0; i < 16; i++) {
		if (str_eq_nocase(s, str_from_c(names[i]))) {
			*out = i;
			return true;
		}
	}
	return false;
}

/* The cube of 6x6x6 and the greys of xterm's 256colres.h. */
static uint32_t palette_rgb(int index)
{
	uint32_t rgb = 0;
	int cube = index - 16;

	if (index < 16)
		return first16[index];
	if (index >= 232)
		return 0x010101u * (uint32_t)(8 + 10 * (index - 232));
	for (int power = 36; power > 0; power /= 6) {
		int level = cube / power % 6;

		rgb = rgb << 8 | (uint32_t)(level ? 55 + 40 * level : 0);
	}
	return rgb;
}

uint32_t color_rgb(int color)
{
	if (color & COLOR_RGB)
		return (uint32_t)color & 0xFFFFFF;
	return palette_rgb(color & 0xFF);
}

/* Squared distance, weighted as the eye is: CompuPhase's "low-cost
 * approximation" of colour distance (T. Riemersma). */
static uint32_t distance(uint32_t a, uint32_t b)
{
	int ar = (int)(a >> 16), br = (int)(b >> 16), mean = (ar + br) / 2;
	int r = ar - br;
	int g = (int)(a >> 8 & 0xFF) - (int)(b >> 8 & 0xFF);
	int bl = (int)(a & 0xFF) - (int)(b & 0xFF);

	return (uint32_t)((((512 + mean) * r * r) >> 8) + 4 * g * g +
			  (((767 - mean) * bl * bl) >> 8));
}

int color_nearest(int color, int n)
{
	uint32_t rgb, least = UINT32_MAX;
	int best = 0;

	if (color < n)
		return color;
	rgb = color_rgb(color);
	for (int i = n > 16 ? 16 : 0; i < n; i++) {
		uint32_t d = distance(rgb, palette_rgb(i));

		if (d < least) {
			least = d;
			best = i;
		}
	}
	return best;
}
