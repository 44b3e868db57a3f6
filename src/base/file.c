#include "dateline/base/file.h"

#include "dateline/base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

/* What one read() may bring. */
#define CHUNK ((size_t)1 << 16)
#define FOLDER_FLAGS (O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

const char *file_kind(mode_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFDIR:
		return N_("a folder");
	case S_IFIFO:
		return N_("a pipe");
	case S_IFSOCK:
		return N_("a socket");
	case S_IFLNK:
		return N_("a symbolic link");
	case S_IFREG:
		return N_("a file");
	default:
		return N_("a device");
	}
}

static void why_not_open(struct err *e, int error)
{
	if (error == ELOOP)
		err_set(e, N_("is a symbolic link; give the file itself"));
	else if (error == ENXIO)
		err_set(e, N_("is a socket or a pipe; only files are read"));
	else
		err_set(e, "cannot be opened: %s", strerrordesc_np(error));
}

int file_open(
	int dir, const char *name, bool follow, struct stat *st, struct err *e)
{
	/* O_NONBLOCK: opening a pipe without a writer must not wait. */
	int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
	int fd = openat(dir, name, follow ? flags : flags | O_NOFOLLOW);

	if (fd < 0) {
		why_not_open(e, errno);
		return -1;
	}
	if (fstat(fd, st) == 0 && S_ISREG(st->st_mode))
		return fd;
	err_set(e, "is %s; only files are read", file_kind(st->st_mode));
	close(fd);
	return -1;
}

/*
 * The folder that holds the last part of `path`; *last gets where that part
 * starts. Every folder is opened in the one before it, so none can be swapped
 * for a link while the path is looked up.
 */
static int open_parent(int dir, const char *path, size_t *last, struct err *e)
{
	int at = dup(dir);
	struct buf name = { 0 };

	*last = 0;
	for (size_t i = 0; at >= 0 && path[i]; i++) {
		int next;

		if (path[i] != '/')
			continue;
		buf_clear(&name);
		buf_add(&name, str_of(path + *last, i - *last));
		next = openat(at, name.p, FOLDER_FLAGS);
		close(at);
		at = next;
		*last = i + 1;
	}
	if (at < 0)
		why_not_open(e, errno);
	buf_release(&name);
	return at;
}

int file_open_below(int dir, const char *path, struct stat *st, struct err *e)
{
	size_t last;
	int parent = open_parent(dir, path, &last, e), fd;

	if (parent < 0)
		return -1;
	fd = file_open(parent, path + last, false, st, e);
	close(parent);
	return fd;
}

int file_folder_below(int dir, const char *path, struct err *e)
{
	size_t last;
	int parent = open_parent(dir, path, &last, e), fd;

	if (parent < 0)
		return -1;
	fd = openat(parent, path[last] ? path + last : ".",
		O_RDONLY | FOLDER_FLAGS);
	if (fd < 0)
		why_not_open(e, errno);
	close(parent);
	return fd;
}

bool file_write(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t done = write(fd, bytes.p, bytes.n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes = str_slice(bytes, (size_t)done, bytes.n);
	}
	return true;
}

int file_of_memory(const char *name, struct str bytes)
{
	int fd = memfd_create(name, MFD_CLOEXEC);

	if (fd >= 0 && file_write(fd, bytes) && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

bool file_read(int fd, size_t max, struct buf *out, struct err *e)
{
	size_t start = out->n;

	for (;;) {
		ssize_t n = read(fd, buf_reserve(out, CHUNK), CHUNK);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(e, "cannot be read: %s",
				strerrordesc_np(errno));
		if (n == 0)
			return true;
		out->n += (size_t)n;
		if (out->n - start > max)
			return err_set(e, "is larger than %zu MB; split it",
				max >> 20);
	}
}
