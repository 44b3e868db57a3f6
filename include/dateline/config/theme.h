/*
 * Themes: for each style (see view/style.h) two colours and attributes. Kept by
 * name here, because the names of styles belong to the view.
 */
#ifndef DATELINE_CONFIG_THEME_H
#define DATELINE_CONFIG_THEME_H

#include "dateline/base/err.h"
#include "dateline/base/mem.h"

#define COLOR_NONE (-1) /* the terminal's own */
#define COLOR_RGB 0x1000000 /* or'ed to 0xRRGGBB; below it: palette 0–255 */

enum attribute {
	ATTR_BOLD = 1,
	ATTR_UNDERLINE = 2,
	ATTR_REVERSE = 4,
	ATTR_DIM = 8,
	ATTR_ITALIC = 16
};

struct look {
	int fg, bg; /* COLOR_NONE, 0–255, or COLOR_RGB | rgb */
	uint8_t attributes;
};

struct theme_entry {
	struct str style; /* "quote", "speaker" … or "selected", "hit",
			     "current" */
	struct look look; /* as the terminal has many colours */
	struct look plain; /* for 16 and 8 colours */
	uint8_t mono; /* attributes where there is no colour */
};

struct theme {
	struct str name;
	VEC_OF(struct theme_entry) entries;
};

/* The entry of a style; a neutral one when the theme does not name it. */
struct theme_entry theme_find(const struct theme *t, struct str style);

#endif
