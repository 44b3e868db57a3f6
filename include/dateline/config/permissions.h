/*
 * What the restricted mode takes away, one place for all of the program. It is
 * for readers who are let onto a machine only to read: DATELINE_SECURE (less
 * has LESSSECURE) or --restricted, which nothing inside takes back.
 */
#ifndef DATELINE_CONFIG_PERMISSIONS_H
#define DATELINE_CONFIG_PERMISSIONS_H

#include "dateline/base/buf.h"
#include "dateline/base/message.h"

/* X(id, name in DATELINE_SECURE_ALLOW, what it allows) */
// clang-format off
#define PERMISSIONS(X) \
	X(PIPE, "pipe", N_("pipe to a shell command")) \
	X(SAVE, "save", N_("write files")) \
	X(BROWSER, "browser", N_("run a browser")) \
	X(COPY, "copy", N_("copy to the clipboard")) \
	X(SOURCE, "source", N_("read other configuration")) \
	X(IMAGE, "image", N_("keep images of archives")) \
	X(STATE, "state", N_("keep what you do")) \
	X(SUSPEND, "suspend", N_("stop for the shell"))
// clang-format on

enum permission_bit {
#define X(id, name, what) PERMIT_BIT_##id,
	PERMISSIONS(X)
#undef X
		PERMIT_BITS
};

/* Or'ed to a set. */
enum permission {
#define X(id, name, what) PERMIT_##id = 1 << PERMIT_BIT_##id,
	PERMISSIONS(X)
#undef X
		PERMIT_NONE = 0,
	PERMIT_ALL = (1 << PERMIT_BITS) - 1
};

/*
 * What the restricted mode leaves, given the names, apart by commas, of what it
 * is not to take (DATELINE_SECURE_ALLOW; STR_NONE: all is taken). Names that
 * nothing has allow nothing.
 */
unsigned permissions_of(struct str exceptions);
/* Appends what a set does not allow: "pipe to a shell command, write files". */
void permissions_say_taken(unsigned allowed, struct buf *out);

#endif
