/*
 * The options: one table (options.c) makes the defaults, the parser of
 * config.ini and of --set, and config.ini.example.
 */
#ifndef DATELINE_CONFIG_OPTIONS_H
#define DATELINE_CONFIG_OPTIONS_H

#include "dateline/base/buf.h"
#include "dateline/base/err.h"
#include "dateline/base/mem.h"
#include "dateline/config/permissions.h"

enum option_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum option_group { GROUP_DAY, GROUP_SOURCE, GROUP_ROUND, GROUP_NONE };
enum option_copies { COPIES_JOINED, COPIES_APART };
enum option_ambiguous { AMBIGUOUS_NARROW, AMBIGUOUS_WIDE };

enum option_terminal { TERMINAL_AUTO, TERMINAL_ALWAYS, TERMINAL_NEVER };

/* By sections, not by size: there is one of it. */
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding)
struct options {
	unsigned allowed; /* enum permission; not for the file to say */
	/* [archive] */
	struct str path; /* folder opened when none is given */
	int threads; /* 0: one a core */
	bool state; /* keep what the reader does */
	bool cache; /* use and keep images (store/image.h) */
	bool place; /* start where the reader left */
	struct str shared; /* folder of images for all users */
	/* [ui] */
	struct str theme; /* a file's name in themes/, without .ini */
	int color; /* enum option_color */
	struct str language; /* of messages; empty: the environment's */
	int group; /* enum option_group: how the index starts */
	bool bar; /* reverse bar on the selected row */
	bool hints; /* the line of keys at the foot */
	bool ascii; /* no glyphs outside ASCII of our own */
	bool mouse; /* clicks and the wheel are ours, not the terminal's */
	bool hyperlinks; /* titles lead to their addresses (OSC 8) */
	int ambiguous; /* enum option_ambiguous: characters of that width */
	int panes; /* at most; 0: as wide as the screen allows */
	struct str browser; /* words, %u the address; empty: $BROWSER, else
			       xdg-open */
	int browser_terminal; /* enum option_terminal: it needs ours */
	struct str copy; /* "osc52", "none", or a program that is given the
			    text */
	/* [index] */
	struct str sort; /* the keys it is sorted by at the start */
	int copies; /* enum option_copies */
	struct str index_format; /* of its rows; empty: what fits */
	/* The same of other screens: [related], [round], … */
	struct str related_format, round_format, timeline_format, person_format;
	/* [article] */
	int width; /* columns of text */
	bool center; /* the column in the middle of the screen */
	bool justify; /* lines end at one column */
	bool hyphenate; /* words are parted at the ends of loose lines */
	bool links; /* the numbers of links stand in the text */
	bool footnotes; /* speakers are numbered, and listed at the end */
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

/* Whether our own marks and lines are to be ASCII. */
static inline bool options_ascii(const struct options *o)
{
	return o->ascii || o->ambiguous == AMBIGUOUS_WIDE;
}

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
/* Appends the value of its field, as config.ini writes it. */
void option_format(const struct option_info *o, const struct options *from,
	struct buf *out);
/* Whether it can change while the program runs: all but what says how the
 * archive is opened, and the language, of which tables hold messages. */
bool option_is_live(const struct option_info *o);
/* The option of a name as people write it: "ui.theme", or "theme" alone where
 * only one has that name; NULL: none such. */
const struct option_info *option_named(struct str name);
/* The one that was meant, where a name or what is behind its point is nearly
 * that of an option (text/distance.h); NULL: none is. */
const struct option_info *option_near(struct str name);
/* The i-th value to choose from, NULL past the end: of yes and no, and of those
 * that name their words. */
const char *option_value(
	const struct option_info *o, size_t i, struct buf *scratch);
/* All defaults, strings copied into the arena. */
void options_init(struct options *out, struct arena *a);
/*
 * Leaves what the restricted mode allows, a set of enum permission, of options
 * that were read or set. A program that the configuration names is the reader's
 * choice: what may be run in that mode is chosen by who set it up ($BROWSER).
 */
void options_restrict(struct options *o, unsigned allowed);
/* Whether options_restrict() takes an option's value away. */
bool option_is_taken(const struct option_info *o, unsigned allowed);

#endif
