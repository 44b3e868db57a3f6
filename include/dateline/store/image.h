/*
 * The image: the store's arrays as a file, so that the next start maps it
 * instead of reading the archive. A cache: whatever is wrong with it, it is
 * made anew. Readers share its pages; what one of them changes is its own.
 *
 * The file: a page with the header, then each array from a page's start on.
 * Numbers are those of the machine; another kind of machine refuses it.
 */
#ifndef DATELINE_STORE_IMAGE_H
#define DATELINE_STORE_IMAGE_H

#include "dateline/base/err.h"
#include "dateline/store/store.h"

/* What an image has to be of. */
struct image_of {
	struct str archive; /* as state_archive() names it */
	uint64_t program; /* changes with everything that makes a store */
};

/* What this program makes of an archive has this number; another program, or
 * the same with other word lists, has another. */
uint64_t image_program(void);
/* Appends the path of an archive's image in the user's cache. False when there
 * is no home. */
bool image_path(struct buf *out, struct str archive);

enum image_result {
	IMAGE_USED,
	IMAGE_NONE, /* there is no file */
	IMAGE_REFUSED /* *e says why; it is to be made anew */
};

/*
 * Writes the finished store, which is as it was found (no corrections), to
 * `path`, its folder made if need be: to a temporary file beside it, synced,
 * then renamed, so that readers see the old or the new one. False with the
 * reason when it cannot be written; nothing is left behind then.
 */
bool image_save(const struct store *s, const struct image_of *of,
	const char *path, struct err *e);

/*
 * Maps an image. It is refused unless it is a regular file of the user's or
 * root's that nobody else can write, whole, of this archive and program, with
 * the right checksums, and every reference in it leads to where it may. Only
 * the characters have no checksum: damage there shows as other letters.
 */
enum image_result image_open(struct store **s, const struct image_of *of,
	const char *path, struct err *e);

#endif
