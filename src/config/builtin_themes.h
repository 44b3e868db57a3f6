/* The files of themes/ as constants; themes/mkthemes.c writes them. */
#ifndef CONFIG_BUILTIN_THEMES_H
#define CONFIG_BUILTIN_THEMES_H

#include "dateline/config/theme.h"

struct builtin_theme {
	const char *name;
	const struct theme_entry *entries;
	size_t count;
};

extern const struct builtin_theme builtin_themes[];
extern const size_t builtin_theme_count;

#endif
