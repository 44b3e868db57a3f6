#include "changes.h"

/* The files of a store by path, and which of them were met again. */
struct known {
	const struct store *s;
	struct intern paths;
	uint32_t *file; /* by number in paths: in store.files */
	bool *met; /* by file */
};

static void known_init(struct known *k, const struct store *s)
{
	*k = (struct known){ .s = s };
	k->file = mem_alloc((s->files.n + 1) * sizeof *k->file);
	k->met = mem_calloc(s->files.n + 1, sizeof *k->met);
	for (uint32_t i = 0; i < s->files.n; i++)
		k->file[intern_add(
			&k->paths, store_str(s, s->files.v[i].path))] = i;
}

/* The same file as it was read, its path and stamp; marks it as met. */
static bool is_unchanged(struct known *k, const struct walk_file *f)
{
	uint32_t path = intern_find(&k->paths, f->path);
	uint32_t file = path == INTERN_NONE ? STORE_NONE : k->file[path];

	if (file == STORE_NONE || k->s->files.v[file].stamp != f->stamp ||
		k->met[file])
		return false;
	return k->met[file] = true;
}

static void known_release(struct known *k)
{
	intern_release(&k->paths);
	free(k->file);
	free(k->met);
}

void changes_find(struct changes *c, const struct walk *w,
	const struct store *known, bool stopped)
{
	static const struct store none;
	struct known k;

	*c = (struct changes){ 0 };
	known_init(&k, known ? known : &none);
	for (uint32_t i = 0; i < w->files.n; i++)
		if (!is_unchanged(&k, &w->files.v[i]))
			*vec_push(&c->read) = i;
	for (uint32_t i = 0; !stopped && i < k.s->files.n; i++)
		if (!k.met[i])
			*vec_push(&c->gone) = i;
	known_release(&k);
}

void changes_release(struct changes *c)
{
	vec_free(&c->read);
	vec_free(&c->gone);
}
