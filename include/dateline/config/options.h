/*
 * The options: one table makes the parser of config.ini, config.ini.example,
 * and the manual's list.
 */
#ifndef DATELINE_CONFIG_OPTIONS_H
#define DATELINE_CONFIG_OPTIONS_H

#include "dateline/base/err.h"
#include "dateline/base/mem.h"

enum option_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum option_group { GROUP_DAY, GROUP_SOURCE, GROUP_ROUND };

struct options {
	/* [archive] */
	struct str path; /* folder opened when none is given */
	int threads; /* 0: one a core */
	/* [ui] */
	struct str theme; /* a name in themes/, or a path */
	int color; /* enum option_color */
	int group; /* enum option_group: how the index starts */
	bool bar; /* reverse bar on the selected row */
	bool hints; /* the line of keys at the foot */
	bool ascii; /* no glyphs outside ASCII of our own */
	int panes; /* at most; 0: as wide as the screen allows */
	/* [article] */
	int width; /* columns of text */
	bool center; /* the column in the middle of the screen */
};

#endif
