/*
 * The options: one table (options.c) makes the defaults, the parser of
 * config.ini and of --set, and config.ini.example.
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
	bool state; /* keep what the reader does */
	bool cache; /* use and keep images (store/image.h) */
	struct str shared; /* folder of images for all users */
	bool place; /* start where the reader left */
	/* [ui] */
	struct str theme; /* a file's name in themes/, without .ini */
	int color; /* enum option_color */
	struct str language; /* of messages; empty: the environment's */
	int group; /* enum option_group: how the index starts */
	bool bar; /* reverse bar on the selected row */
	bool hints; /* the line of keys at the foot */
	bool ascii; /* no glyphs outside ASCII of our own */
	int panes; /* at most; 0: as wide as the screen allows */
	/* [article] */
	int width; /* columns of text */
	bool center; /* the column in the middle of the screen */
};

enum option_type {
	OPTION_TEXT, /* struct str: one clean line */
	OPTION_PATH, /* struct str: a leading ~/ becomes the home folder */
	OPTION_NUMBER, /* int, min to max, decimal digits only */
	OPTION_BOOL, /* bool: yes no, on off, true false */
	OPTION_CHOICE /* int: the place of the word in choices */
};

struct option_info {
	const char *section, *name;
	enum option_type type;
	size_t offset; /* in struct options */
	const char *initial; /* the default, as config.ini writes it */
	int min, max; /* of numbers */
	const char *choices; /* words with a space between, or NULL */
	const char *help;
};

/* The i-th option, in the order of the example file; NULL past the end. */
const struct option_info *option_at(size_t i);
/* Names are compared without case, as INI files have them; NULL: none such. */
const struct option_info *option_find(struct str section, struct str name);
/* True when an option's section has this name. */
bool option_is_section(struct str section);
/*
 * Reads a value as written into its field of *out; strings are copied into the
 * arena. On false *out is as it was and *e says what is expected.
 */
bool option_parse(const struct option_info *o, struct str value,
	struct options *out, struct arena *a, struct err *e);
/* All defaults, strings copied into the arena. */
void options_init(struct options *out, struct arena *a);

#endif
