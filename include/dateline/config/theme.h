/*
 * Themes: for each style (see view/style.h) two colours and attributes. Kept by
 * name here, because the names of styles belong to the view.
 *
 * A theme is an INI file, a section a style:
 *
 *     [quote]
 *     fg = 114          ; a colour's name, 0–255, or rgb:87d787
 *     bg = default      ; the terminal's own, as when it is left out
 *     attr = bold       ; bold underline reverse dim italic, or none
 *     fg16 = green      ; on terminals of 16 and 8 colours; when left out,
 *     bg16 = default    ; the nearest of the 16 to fg and bg, and attr
 *     attr16 = bold
 *     mono = bold       ; attributes where there is no colour; else attr
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
	struct look plain; /* for 16 and 8 colours: fg, bg at most 15 */
	uint8_t mono; /* attributes where there is no colour */
};

struct theme {
	struct str name;
	VEC_OF(struct theme_entry) entries;
};

/* The entry of a style; a neutral one when the theme does not name it. */
struct theme_entry theme_find(const struct theme *t, struct str style);

/*
 * Copies the built-in theme of this name into *t (its strings are constant);
 * false when there is none. The built-in ones are themes/ *.ini, turned into
 * constants when the program is built, so that it works uninstalled.
 */
bool theme_builtin(struct theme *t, struct str name);
/* The name of the i-th built-in theme; NULL past the end. */
const char *theme_builtin_name(size_t i);

/*
 * Reads the theme file `path` into the empty *t, strings into the arena.
 * Mistakes are appended to *mistakes, a line each, naming file, section and
 * key; what they spoil keeps the terminal's own look. False and *e when the
 * file is not usable: see ini_load().
 */
bool theme_read(struct theme *t, const char *path, struct arena *a,
	struct buf *mistakes, struct err *e);
/* The same from the bytes of the file, whoever may write to it. */
void theme_parse(struct theme *t, struct str path, struct str bytes,
	struct arena *a, struct buf *mistakes);
void theme_release(struct theme *t);

/* A colour as written; false when it is none. */
bool color_parse(struct str s, int *out);
/* The colour as 0xRRGGBB, palette colours as xterm has them. */
uint32_t color_rgb(int color);
/* The nearest of the first n (8, 16 or 256) palette colours; for 256, the
 * first 16 are left out, because users change them. */
int color_nearest(int color, int n);

#endif
