#include "image_check.h"
#include "verify.h"

#include "dateline/base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Address space behind each array for articles that are added, 20 000 of 3 KB.
 * It costs nothing before it is used; what outgrows it moves to the heap. */
#define ROOM ((uint64_t)64 << 20)

/* A file being opened. */
struct input {
	int fd;
	struct stat st;
	struct err *e;
	const char *path;
};

static bool refuse(const struct input *in, const char *why)
{
	return err_set(in->e, "%s: %s", in->path, why);
}

/* What SSH asks of the files that it obeys (sshd_config, StrictModes). */
static bool check_owner(struct input *in)
{
	if (fstat(in->fd, &in->st) < 0)
		return refuse(in, strerrordesc_np(errno));
	if (!S_ISREG(in->st.st_mode))
		return refuse(in, _("not a regular file"));
	if (in->st.st_uid != geteuid() && in->st.st_uid != 0)
		return refuse(in, _("belongs to another user"));
	if (in->st.st_mode & (S_IWGRP | S_IWOTH))
		return refuse(in, _("others can write to it"));
	return true;
}

static bool check_section(
	const struct image_header *h, size_t i, uint64_t expected)
{
	const struct image_section *s = &h->sections[i];

	return s->at == expected && s->bytes <= h->size - s->at &&
	       s->bytes % store_sections[i].element == 0;
}

static bool check_header(const struct input *in, const struct image_header *h,
	const struct image_of *of)
{
	struct image_header want = { 0 };
	uint64_t at = image_border(sizeof *h);

	image_describe(&want, of);
	if (h->magic != want.magic || h->layout != want.layout ||
		h->program != want.program)
		return refuse(in, _("of another version of dateline"));
	if (h->checksum != image_header_checksum(h))
		return refuse(in, _("damaged (its header)"));
	if (h->archive != want.archive)
		return refuse(in, _("of another archive"));
	if ((uint64_t)in->st.st_size != h->size)
		return refuse(in, _("cut off"));
	for (size_t i = 0; i < STORE_SECTIONS; i++) {
		if (at > h->size || !check_section(h, i, at))
			return refuse(in, _("damaged (its arrays)"));
		at = image_border(at + h->sections[i].bytes);
	}
	return true;
}

static bool read_header(const struct input *in, struct image_header *h)
{
	ssize_t n = pread(in->fd, h, sizeof *h, 0);

	return n == (ssize_t)sizeof *h ||
	       refuse(in, n < 0 ? strerrordesc_np(errno) : _("cut off"));
}

/* One array in an address range of its own, with room to grow. */
static bool map_section(const struct input *in, struct store *s, size_t i,
	const struct image_section *section)
{
	uint64_t bytes = image_border(section->bytes);
	size_t element = store_sections[i].element;
	struct section_array a = { .n = section->bytes / element,
		.mapped = bytes + ROOM };

	a.v = mmap(NULL, a.mapped, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (a.v == MAP_FAILED)
		return refuse(in, strerrordesc_np(errno));
	a.cap = a.mapped / element;
	section_set(s, i, &a);
	return bytes == 0 ||
	       mmap(a.v, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED,
		       in->fd, (off_t)section->at) != MAP_FAILED ||
	       refuse(in, strerrordesc_np(errno));
}

static bool check_bytes(const struct input *in, const struct store *s, size_t i,
	const struct image_header *h)
{
	char why[64];

	if (!store_sections[i].head || image_bytes_good(s, i, h))
		return true;
	snprintf(why, sizeof why, _("damaged (%s)"), store_sections[i].name);
	return refuse(in, why);
}

static bool map_all(
	const struct input *in, struct store *s, const struct image_header *h)
{
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		if (!map_section(in, s, i, &h->sections[i]))
			return false;
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		if (!check_bytes(in, s, i, h))
			return false;
	if (!verify_heads(s))
		return refuse(in, _("damaged (a reference)"));
	image_check_prepare(s, h, in->path);
	return true;
}

static bool open_file(
	struct input *in, struct store **s, const struct image_of *of)
{
	struct image_header h;

	if (!check_owner(in) || !read_header(in, &h) ||
		!check_header(in, &h, of))
		return false;
	*s = store_new();
	(*s)->index.articles = h.indexed;
	(*s)->added.articles = h.indexed_added;
	if (map_all(in, *s, &h))
		return true;
	store_free(*s);
	*s = NULL;
	return false;
}

enum image_result image_open(struct store **s, const struct image_of *of,
	const char *path, struct err *e)
{
	struct input in = { .e = e, .path = path };
	bool good;

	e->msg[0] = '\0';
	*s = NULL;
	in.fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (in.fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return IMAGE_NONE;
		refuse(&in, strerrordesc_np(errno));
		return IMAGE_REFUSED;
	}
	good = open_file(&in, s, of);
	close(in.fd);
	return good ? IMAGE_USED : IMAGE_REFUSED;
}
