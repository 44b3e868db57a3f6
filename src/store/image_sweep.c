#include "image_path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENDING ".image"

/* Whether none of the paths is there that the name begins with. A disk that is
 * not mounted costs its image. */
static bool is_lost(struct str archive)
{
	struct str path;
	struct stat st;
	bool any = false;

	while (!any && str_split(&archive, '\n', &path) && path.n) {
		struct buf name = { 0 };

		buf_add(&name, path);
		any = stat(name.p, &st) == 0 ||
		      (errno != ENOENT && errno != ENOTDIR);
		buf_release(&name);
	}
	return !any;
}

/* The name in an image of any version of the format whose first fields are
 * today's; empty: it is none of ours. */
static void read_name(int folder, const char *name, struct buf *out)
{
	int fd = openat(
		folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct image_header h;

	if (fd < 0)
		return;
	if (pread(fd, &h, sizeof h, 0) == (ssize_t)sizeof h &&
		h.magic == IMAGE_MAGIC && h.name < IMAGE_NAME_MAX &&
		h.checksum == image_header_checksum(&h)) {
		char *at = buf_reserve(out, h.name);

		if (pread(fd, at, h.name, (off_t)sizeof h) == (ssize_t)h.name)
			out->n = h.name;
		if (image_checksum(out->p, out->n) != h.archive)
			out->n = 0;
	}
	close(fd);
}

static void remove_lost(int folder, const char *name)
{
	struct buf archive = { 0 };

	read_name(folder, name, &archive);
	if (archive.n && is_lost(buf_str(&archive))) {
		struct buf lock = { 0 };

		buf_add_f(&lock, "%s.lock", name);
		unlinkat(folder, name, 0);
		unlinkat(folder, lock.p, 0);
		buf_release(&lock);
	}
	buf_release(&archive);
}

void image_sweep(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str own = str_from_c(slash ? slash + 1 : path);
	struct buf folder = { 0 };
	struct dirent *entry;
	DIR *dir;

	image_folder(&folder, path);
	dir = opendir(folder.p);
	buf_release(&folder);
	if (!dir)
		return;
	// NOLINTNEXTLINE(concurrency-mt-unsafe): a stream of our own
	while ((entry = readdir(dir))) {
		struct str name = str_from_c(entry->d_name);
		struct str rest = str_slice(name, own.n, name.n);

		if (str_starts(name, own) && str_starts(rest, STR(".tmp")))
			unlinkat(dirfd(dir), entry->d_name, 0);
		else if (str_ends(name, STR(ENDING)) && !str_eq(name, own))
			remove_lost(dirfd(dir), entry->d_name);
	}
	closedir(dir);
}
