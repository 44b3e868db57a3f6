#include "image_path.h"

#include "dateline/base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file being written. */
struct output {
	int fd;
	uint64_t at;
	struct err *e;
	const char *path;
	mode_t mode;
};

static bool fail(const struct output *out, const char *what)
{
	return err_set(
		out->e, "%s: %s: %s", out->path, what, strerrordesc_np(errno));
}

static bool put(struct output *out, const void *p, uint64_t n)
{
	const char *from = p;

	while (n) {
		ssize_t done = pwrite(out->fd, from, n, (off_t)out->at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return fail(out, _("cannot be written"));
		from += done;
		n -= (uint64_t)done;
		out->at += (uint64_t)done;
	}
	return true;
}

static void describe_arrays(struct image_header *h, const struct store *s)
{
	uint64_t at = image_border(sizeof *h);

	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		const struct section_array a = section_get(s, i);
		struct image_section *section = &h->sections[i];

		section->at = at;
		section->bytes = a.n * store_sections[i].element;
		section->checksum = image_checksum(a.v, section->bytes);
		at = image_border(at + section->bytes);
	}
	h->size = at;
	h->indexed = s->index.articles;
	h->indexed_added = s->added.articles;
	h->checksum = image_header_checksum(h);
}

static bool put_all(struct output *out, const struct image_header *h,
	const struct image_of *of, const struct store *s)
{
	if (!put(out, h, sizeof *h) || !put(out, of->archive.p, h->name))
		return false;
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		const struct section_array a = section_get(s, i);

		out->at = h->sections[i].at;
		if (!put(out, a.v, h->sections[i].bytes))
			return false;
	}
	if (ftruncate(out->fd, (off_t)h->size) < 0)
		return fail(out, _("cannot be written"));
	if (fchmod(out->fd, out->mode) < 0)
		return fail(out, _("cannot be written"));
	return fsync(out->fd) == 0 || fail(out, _("cannot be synced"));
}

/* The rename lasts once the folder is synced; not every file system can. */
static void sync_folder(const char *path)
{
	struct buf folder = { 0 };
	int fd;

	image_folder(&folder, path);
	fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	buf_release(&folder);
	if (fd < 0)
		return;
	(void)!fsync(fd);
	close(fd);
}

/* Writes the temporary file and puts it in the image's place. */
static bool replace(struct output *out, const char *temporary,
	const struct image_header *h, const struct image_of *of,
	const struct store *s)
{
	bool good = put_all(out, h, of, s);

	if (close(out->fd) < 0 && good)
		good = fail(out, _("cannot be written"));
	if (good && rename(temporary, out->path) < 0)
		good = fail(out, _("cannot be renamed"));
	if (good)
		sync_folder(out->path);
	else
		unlink(temporary);
	return good;
}

bool image_save(const struct store *s, const struct image_of *of,
	const char *path, mode_t mode, struct err *e)
{
	struct output out = { .e = e, .path = path, .mode = mode };
	struct image_header h = { 0 };
	struct buf temporary = { 0 };
	bool good;

	if (!image_make_folders(path, e))
		return false;
	image_describe(&h, of);
	describe_arrays(&h, s);
	buf_add_f(&temporary, "%s.tmpXXXXXX", path);
	out.fd = mkostemp(temporary.p, O_CLOEXEC);
	good = out.fd >= 0 ? replace(&out, temporary.p, &h, of, s)
			   : fail(&out, _("cannot be made"));
	buf_release(&temporary);
	return good;
}
