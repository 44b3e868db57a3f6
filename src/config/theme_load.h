/* From a theme's name to the theme. */
#ifndef CONFIG_THEME_LOAD_H
#define CONFIG_THEME_LOAD_H

#include "dateline/config/theme.h"

/*
 * Reads the theme `name` into the empty *t: $XDG_CONFIG_HOME/dateline/themes/
 * NAME.ini where there is one, else the built-in one. Mistakes in the file are
 * appended to *mistakes, a line each; when there is no such theme, or its file
 * must not be used, false and *e.
 */
bool theme_load(struct theme *t, struct str name, struct arena *a,
	struct buf *mistakes, struct err *e);

#endif
