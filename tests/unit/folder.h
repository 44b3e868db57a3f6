/* A temporary folder with files in it, for tests of what reads files. */
#ifndef DATELINE_TESTS_FOLDER_H
#define DATELINE_TESTS_FOLDER_H

#include "dateline/base/buf.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
	char path[32];
};

static inline void folder_make(struct folder *f)
{
	snprintf(f->path, sizeof f->path, "/tmp/dateline-XXXXXX");
	assert_non_null(mkdtemp(f->path));
}

/* The path of `name` in it; freed by the caller. */
static inline char *folder_path(const struct folder *f, const char *name)
{
	struct buf b = { 0 };

	buf_add_f(&b, "%s/%s", f->path, name);
	return b.p;
}

static inline void folder_add_folder(const struct folder *f, const char *name)
{
	char *path = folder_path(f, name);

	assert_int_equal(mkdir(path, 0700), 0);
	free(path);
}

static inline void folder_add(
	const struct folder *f, const char *name, struct str bytes)
{
	char *path = folder_path(f, name);
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
	/* Whatever the umask: configuration must not be others' to write. */
	assert_int_equal(fchmod(fileno(file), 0600), 0);
	assert_int_equal(fclose(file), 0);
	free(path);
}

static inline int folder_remove_one(
	const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static inline void folder_remove(const struct folder *f)
{
	nftw(f->path, folder_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
