/*
 * Sidecar metadata: archive.ini in an archive folder says what its files do
 * not. [defaults] fills in what a file leaves open; a section named like a
 * file (as it is spelled, case counts) corrects that file's own words. Keys:
 * title source date byline dateline url lang; names in `byline` are separated
 * by commas (or, in quotes, by semicolons). It is data: no key names a command
 * or a path.
 */
#ifndef DATELINE_INPUT_SIDECAR_H
#define DATELINE_INPUT_SIDECAR_H

#include "dateline/base/intern.h"
#include "dateline/config/ini.h"
#include "dateline/doc/doc.h"

#define SIDECAR_NAME "archive.ini"

struct sidecar {
	struct ini ini; /* ini.errors: what was left out and why */
	struct intern sections;
	VEC_OF(uint32_t) last; /* by section: its last entry + 1 */
	VEC_OF(uint32_t) before; /* by entry: the one before it there + 1 */
};

/* Reads a file's bytes into *s (which starts as {0}); `name` stands in
 * messages. What is wrong in them is in s->ini.errors. */
void sidecar_parse(struct sidecar *s, struct str name, struct str bytes);
/*
 * Sets the fields of *d that the sidecar knows for the file of this name (a
 * clean one, without folder). New strings go to the arena. A date set here
 * has BASIS_SIDECAR.
 */
void sidecar_apply(const struct sidecar *s, struct str file_name, struct doc *d,
	struct arena *arena);
void sidecar_release(struct sidecar *s);

#endif
