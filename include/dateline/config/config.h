/*
 * The user's configuration as a whole: options, key bindings, searches, theme.
 * Read once at the start; errors name file, section and key and leave the
 * default.
 */
#ifndef DATELINE_CONFIG_CONFIG_H
#define DATELINE_CONFIG_CONFIG_H

#include "dateline/config/options.h"
#include "dateline/config/theme.h"
#include "dateline/text/hyphenate.h"

/* A binding as written: [bind] or [bind.VIEW], `keys = command`. */
struct binding {
	struct str view; /* "" for all views */
	struct str keys;
	struct str command; /* with its argument; empty: unbind */
	struct str place; /* "config.ini:7: [bind.index] x", for errors */
};

/* A search as written: [searches] or [highlight], `name = query`. */
struct saved_search {
	struct str name; /* clean, for the screen */
	struct str query;
	struct str place; /* "config.ini:9: [searches] x", for errors */
};

/* An option that was set by name: config_set(). */
struct setting {
	struct str name, value;
};

struct config {
	struct arena arena; /* owns the strings */
	struct options options;
	struct theme theme;
	VEC_OF(struct binding) bindings;
	VEC_OF(struct saved_search) searches;
	VEC_OF(struct saved_search) highlights;
	/* Patterns that the system has, each read when a text in its language
	 * is first hyphenated. */
	struct hyphen_shelf *hyphens;
	VEC_OF(struct str) errors; /* clean, for the screen and stderr */
	VEC_OF(struct setting) settings; /* in their order */
	VEC_OF(struct str) themes; /* names to choose from: config_themes() */
	struct str file; /* the path read last, whether it was there or not */
};

/* The defaults: built-in theme "dark", no bindings. */
void config_init(struct config *c);
/*
 * Reads a file over what is there. A missing file is an error only when it was
 * asked for by name. Problems are added to c->errors, at most 20 of a file and
 * then their number; false when the file could not be used at all: it is no
 * regular file, others may write to it, or it cannot be read.
 */
bool config_read(struct config *c, const char *path, bool must_exist);
/*
 * Appends the path of `name` in $XDG_CONFIG_HOME/dateline (XDG Base Directory
 * Specification 0.8: an unset, empty or relative value means ~/.config). False
 * when there is no home either.
 */
bool config_path(struct buf *out, const char *name);
/* Sets one option: "section.name" = value. "ui.theme" loads the theme. */
bool config_set(
	struct config *c, struct str name, struct str value, struct err *e);
/* Finds the themes there are: the built-in ones, and the user's by name. */
void config_themes(struct config *c);
/* The text of config.ini.example. */
void config_example(struct buf *out);
void config_release(struct config *c);

#endif
