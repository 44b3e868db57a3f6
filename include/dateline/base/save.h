/* Files the reader asks for: whole or not at all, and nothing lost. */
#ifndef DATELINE_BASE_SAVE_H
#define DATELINE_BASE_SAVE_H

#include "dateline/base/err.h"

enum save_result {
	SAVE_DONE,
	SAVE_EXISTS, /* there is a file of that name, and it stays */
	SAVE_FAILED /* the reason is in *e, without the name */
};

/*
 * Writes bytes into the file at `path`, by way of a temporary file in the same
 * folder, so that a full disk leaves nothing half written. A file that is there
 * is replaced only when `replace` is set, and only when it is a regular file,
 * whose permissions stay; a symbolic link is replaced itself, never what it
 * leads to.
 */
enum save_result file_save(
	const char *path, struct str bytes, bool replace, struct err *e);

#endif
