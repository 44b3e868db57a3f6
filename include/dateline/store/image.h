/*
 * The image: the store's arrays as a file, so that the next start maps it
 * instead of reading the archive. A cache: whatever is wrong with it, it is
 * made anew. Readers share its pages; what one of them changes is its own.
 *
 * The file: a page with the header and the archive's name, then each array from
 * a page's start on. Numbers are those of the machine; another kind of machine
 * refuses it. doc/image.md says what is trusted of it, and why.
 */
#ifndef DATELINE_STORE_IMAGE_H
#define DATELINE_STORE_IMAGE_H

#include "dateline/base/err.h"
#include "dateline/store/store.h"

#include <sys/types.h>

/* What an image has to be of. */
struct image_of {
	struct str archive; /* see image_archive() */
	uint64_t program; /* changes with everything that makes a store */
};

/* What this program makes of an archive has this number; another program, or
 * the same with other word lists, has another. */
uint64_t image_program(void);
/* Appends an archive's name: what its paths lead to (state_archive()), and how
 * they were given, because articles are shown with that. */
void image_archive(struct buf *out, const char *const *paths, size_t n);

enum image_result {
	IMAGE_USED,
	IMAGE_NONE, /* there is no file */
	IMAGE_REFUSED /* *e says why */
};

/*
 * Writes the finished store, which is as it was found (no corrections), to
 * `path`, its folder made if need be: to a temporary file beside it, synced,
 * then renamed, so that readers see the old or the new one. `mode` are the
 * file's permissions. False with the reason when it cannot be written; nothing
 * is left behind then.
 */
bool image_save(const struct store *s, const struct image_of *of,
	const char *path, mode_t mode, struct err *e);

/*
 * Maps an image. It is refused unless it is a regular file of the user's or
 * root's that nobody else can write, whole, of this archive and program, with
 * the right checksums, and every reference in it leads to where it may. What
 * lists show is looked at before it returns, the rest by image_wait(): until
 * that has said that all is good, only what lists show may be touched
 * (sections.c: HEAD), and nothing changed.
 */
enum image_result image_open(struct store **s, const struct image_of *of,
	const char *path, struct err *e);
/* Begins to look at the rest, in threads; image_wait() does where nobody did.
 */
void image_check(struct store *s);
/* Waits for the end of that. False, and *e says why: the store may only be
 * freed. True at once for a store that did not come from an image. */
bool image_wait(struct store *s, struct err *e);

/* An archive and its images. */
struct image_request {
	const char *const *paths;
	size_t n;
	unsigned threads; /* that read files: as in struct load_request */
	/* Where the image for all users of the machine is looked for, or
	 * written; NULL: in the user's cache only. */
	const char *shared;
	bool anew; /* images that are there are not used */
	bool unsearched; /* as in struct load_request, where files are read */
};

/*
 * Opens the archive's image: of the shared one and the user's own the one that
 * was written last, since the user's own is only written when the other was not
 * current; when that is refused, the other. When both are *e says why the last
 * one was.
 */
enum image_result image_find(
	struct store **s, const struct image_request *r, struct err *e);
/* Whether reading the archive now would give the very same store. */
bool image_is_current(const struct store *s, const struct image_request *r);
/*
 * The archive's store: of an image that is current, else by reading. NULL and
 * *e when the archive cannot be opened.
 */
struct store *image_load(const struct image_request *r, struct err *e);

struct image_array {
	const char *name;
	uint64_t bytes;
};

/* What image_build() did. */
struct image_report {
	struct buf path;
	struct err refused; /* why the one that was there was not used */
	bool was_current; /* there was nothing to do */
	uint32_t articles, files, skips;
	double seconds; /* of CPU, of all threads */
	uint64_t bytes; /* of the file */
	uint64_t text; /* of the articles' texts in it, in bytes */
	VEC_OF(struct image_array) arrays; /* what it is made of */
};

/*
 * Brings the archive's image up to date: r->shared, when set, else the user's
 * own. Another process at the same is waited for. IMAGE_NONE: the archive
 * cannot be opened; IMAGE_REFUSED: the image cannot be written. Release the
 * report in any case.
 */
enum image_result image_build(const struct image_request *r,
	struct image_report *report, struct err *e);
void image_report_release(struct image_report *report);
/*
 * Keeps a store as the user's image of the archive. IMAGE_NONE: another process
 * is just making one; IMAGE_REFUSED with the reason when it cannot be written.
 */
enum image_result image_keep(
	const struct store *s, const struct image_request *r, struct err *e);

#endif
