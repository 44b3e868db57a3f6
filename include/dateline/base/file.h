/*
 * Files that strangers may have made: only regular files are read, whole, to a
 * limit known before. A name that leads to a pipe, device or folder is refused
 * with the reason and the remedy, never waited for.
 */
#ifndef DATELINE_BASE_FILE_H
#define DATELINE_BASE_FILE_H

#include "dateline/base/err.h"

#include <sys/stat.h>

/*
 * Opens the regular file `name` (below the folder `dir`, or AT_FDCWD) for
 * reading. Symbolic links are followed only when `follow` is set. Gives the
 * descriptor and *st; -1 with the reason in *e (which does not repeat the
 * name).
 */
int file_open(
	int dir, const char *name, bool follow, struct stat *st, struct err *e);

/*
 * The same for a path of several folders below `dir`: not one of them may be a
 * symbolic link, so the file is where its path says.
 */
int file_open_below(int dir, const char *path, struct stat *st, struct err *e);
/* Opens the folder at `path` below `dir` ("" is `dir` itself) in this way. */
int file_folder_below(int dir, const char *path, struct err *e);

/*
 * Appends all bytes of `fd` to *out. More than `max` of them are an error:
 * the file may grow while it is read.
 */
bool file_read(int fd, size_t max, struct buf *out, struct err *e);

/* Writes all of it, however often that is interrupted; false: errno says why.
 */
bool file_write(int fd, struct str bytes);
/* A file in memory that has these bytes, to be read from its start; -1 when the
 * system has none. `name` is for /proc only. */
int file_of_memory(const char *name, struct str bytes);

/* A text for what a file is that is no regular file: "a pipe". */
const char *file_kind(mode_t mode);

#endif
