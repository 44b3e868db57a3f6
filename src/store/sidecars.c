#include "sidecars.h"

#include "dateline/base/file.h"

#include <unistd.h>

static bool read_one(struct sidecar *s, const struct walk *w,
	const struct walk_file *file, struct err *e)
{
	struct buf bytes = { 0 };
	struct stat st;
	int fd = walk_open(w, file, &st, e);
	bool good;

	if (fd < 0)
		return false;
	good = file_read(fd, INI_MAX_FILE, &bytes, e);
	if (good)
		sidecar_parse(s, file->path, buf_str(&bytes));
	close(fd);
	buf_release(&bytes);
	return good;
}

/* "FILE:12: [page] date: …" is told as what is wrong at "FILE:12". */
static void add_error(struct store *s, struct str path, struct str error)
{
	size_t end = str_find(error, STR(": "), path.n);

	if (str_starts(error, path) && end != STR_NPOS)
		store_add_skip(s, str_slice(error, 0, end),
			str_slice(error, end + 2, error.n));
	else
		store_add_skip(s, path, error);
}

void sidecars_load(struct sidecars *x, const struct walk *w, struct store *s)
{
	for (size_t i = 0; i < w->sidecars.n; i++) {
		const struct walk_file *file = &w->sidecars.v[i];
		struct sidecar *one = vec_push(&x->list);
		struct err e;

		*one = (struct sidecar){ 0 };
		if (!read_one(one, w, file, &e))
			store_add_skip(s, file->path, str_from_c(e.msg));
		for (size_t k = 0; k < one->ini.errors.n; k++)
			add_error(s, file->path, one->ini.errors.v[k]);
	}
}

void sidecars_apply(const struct sidecars *x, const struct walk_file *file,
	struct doc *d, struct arena *arena)
{
	struct str name = file->id;

	if (file->sidecar == WALK_NONE)
		return;
	for (size_t i = str_chr(name, '/', 0); i != STR_NPOS;
		i = str_chr(name, '/', 0))
		name = str_slice(name, i + 1, name.n);
	sidecar_apply(&x->list.v[file->sidecar], name, d, arena);
}

void sidecars_release(struct sidecars *x)
{
	for (size_t i = 0; i < x->list.n; i++)
		sidecar_release(&x->list.v[i]);
	vec_free(&x->list);
}
