#include "changes.h"

void changes_begin(struct changes *c, const struct store *known)
{
	*c = (struct changes){ 0 };
	for (uint32_t i = 0; known && i < known->files.n; i++) {
		const struct store_file *f = &known->files.v[i];
		uint32_t path =
			intern_add(&c->paths, store_str(known, f->path));

		if (path == c->latest.n)
			*vec_push(&c->latest) = i;
		c->latest.v[path] = i;
		*vec_push(&c->stamps) = f->stamp;
	}
}

/* The file as it was read, by its path and stamp; STORE_NONE: it is new. */
static uint32_t find_unchanged(
	const struct changes *c, const struct walk_file *f)
{
	uint32_t path = intern_find(&c->paths, f->path);

	if (path == INTERN_NONE || c->stamps.v[c->latest.v[path]] != f->stamp)
		return STORE_NONE;
	return c->latest.v[path];
}

void changes_find(struct changes *c, const struct walk *w, bool stopped)
{
	bool *met = mem_calloc(c->stamps.n, sizeof *met);

	for (uint32_t i = 0; i < w->files.n; i++) {
		uint32_t file = find_unchanged(c, &w->files.v[i]);

		if (file == STORE_NONE || met[file])
			*vec_push(&c->read) = i;
		else
			met[file] = true;
	}
	for (uint32_t i = 0; !stopped && i < c->stamps.n; i++)
		if (!met[i] && c->stamps.v[i])
			*vec_push(&c->gone) = i;
	free(met);
}

void changes_release(struct changes *c)
{
	vec_free(&c->read);
	vec_free(&c->gone);
	vec_free(&c->latest);
	vec_free(&c->stamps);
	intern_release(&c->paths);
}
