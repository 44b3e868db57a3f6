/*
 * INI files as strangers and tired people write them. Each line is checked
 * before iniparser sees it, so one bad line costs itself and a message, never
 * the file; section and key keep the case they are written in.
 *
 * A line is `key = value`, `[section]`, or a comment that starts with # or ;.
 * A comment may follow a value behind a space; a value that holds # or ;
 * stands in quotes, "…" or '…', in which nothing is escaped.
 */
#ifndef DATELINE_CONFIG_INI_H
#define DATELINE_CONFIG_INI_H

#include "dateline/base/err.h"
#include "dateline/base/mem.h"

#define INI_MAX_FILE ((size_t)1 << 20) /* bytes */
#define INI_MAX_LINE ((size_t)1000) /* bytes; iniparser stops at 1024 */
#define INI_MAX_ERRORS ((size_t)20) /* told; the rest are counted */

/* One value, in the order of the file. Strings are UTF-8 without controls. */
struct ini_entry {
	struct str section; /* "" before the first section */
	struct str key, value; /* value without its quotes; may be empty */
	unsigned line; /* from 1 */
};

struct ini {
	struct arena arena; /* owns the strings */
	struct str name; /* of the file, clean, for messages */
	VEC_OF(struct ini_entry) entries;
	/* Lines that were left out and why: "file:12: [ui] theme: …". */
	VEC_OF(struct str) errors;
};

/*
 * Reads the configuration file at `path` into *ini (which starts as {0}). False
 * with the reason in *e when it cannot be used at all: no regular file, too
 * large, another user's, or writable by others. Bad lines are in ini->errors.
 */
bool ini_load(struct ini *ini, const char *path, struct err *e);
/* The same from bytes in memory, whose they are does not matter; `name` stands
 * in messages. */
void ini_parse(struct ini *ini, struct str name, struct str bytes);
void ini_release(struct ini *ini);

/* The message for an entry that says too little or too much: "file:12: [ui]
 * theme: `problem`"; added to ini->errors. */
void ini_complain(
	struct ini *ini, const struct ini_entry *entry, const char *problem);

#endif
