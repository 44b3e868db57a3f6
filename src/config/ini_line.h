/* One line of an INI file, checked. */
#ifndef DATELINE_SRC_CONFIG_INI_LINE_H
#define DATELINE_SRC_CONFIG_INI_LINE_H

#include "dateline/base/str.h"

enum ini_line_kind {
	INI_LINE_EMPTY, /* or a comment */
	INI_LINE_SECTION, /* key: its name */
	INI_LINE_VALUE,
	INI_LINE_BAD /* problem says why, and what to write */
};

struct ini_line {
	enum ini_line_kind kind;
	struct str key;
	struct str value; /* raw: with its quotes, and a comment behind it */
	const char *problem;
};

struct ini_line ini_line_read(struct str raw);

#endif
