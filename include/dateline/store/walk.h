/*
 * Finding the files of an archive. Symbolic links, pipes and devices below a
 * folder are never followed or opened: they are listed as skipped. A folder
 * reached twice (a bind mount, a hard link) is walked once.
 *
 * Left out without a word, because they are no articles and every saved page
 * brings dozens: hidden files (".…"), backups ("…~"), style sheets, scripts,
 * pictures, fonts, sound and video by their endings, and the folder
 * "NAME_files" that a browser saves beside NAME.html.
 */
#ifndef DATELINE_STORE_WALK_H
#define DATELINE_STORE_WALK_H

#include "dateline/base/err.h"
#include "dateline/base/intern.h"

#include <stdatomic.h>
#include <sys/stat.h>

#define WALK_NONE UINT32_MAX

struct walk_file {
	struct str id; /* clean path inside its archive */
	struct str path; /* clean path, with the archive's as it was given */
	const char *name; /* raw path below the root */
	uint64_t size; /* bytes when it was found */
	/* Changes when the file or its sidecar does: from their sizes, times
	 * of change and numbers. */
	uint64_t stamp;
	uint32_t root; /* in walk.roots */
	uint32_t sidecar; /* its folder's in walk.sidecars, or WALK_NONE */
};

/* A folder or file of the archive as the user named it. */
struct walk_root {
	const char *given;
	int fd; /* of a folder; -1 for a file */
};

struct walk_skip {
	struct str where, why;
};

struct walk {
	struct arena arena;
	VEC_OF(struct walk_root) roots;
	VEC_OF(struct walk_file) files; /* folders by name, files by name */
	VEC_OF(struct walk_file) sidecars; /* archive.ini of folders */
	VEC_OF(struct walk_skip) skips;
	struct intern seen; /* device and number of the folders walked */
};

/* Takes the archive's folders and files (there symbolic links are followed:
 * the user named them). False when one cannot be opened. */
bool walk_begin(
	struct walk *w, const char *const *paths, size_t n, struct err *e);
/* Finds the files; ends early when *stop becomes true. */
void walk_run(struct walk *w, const atomic_bool *stop);
/* Opens a file that was found; -1 with the reason in *e. Thread-safe. */
int walk_open(const struct walk *w, const struct walk_file *file,
	struct stat *st, struct err *e);
void walk_release(struct walk *w);

#endif
