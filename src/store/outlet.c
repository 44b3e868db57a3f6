#include "outlet.h"

#include "copy.h"

/* The id is the path inside the archive, unless its writer gave another. */
static struct str first_folder(const struct store *s, const struct article *a)
{
	struct str id = store_str(s, a->id), path = store_str(s, a->path);
	size_t slash;

	id = str_slice(id, 0, str_find(id, STR("#"), 0));
	slash = str_chr(id, '/', 0);
	if (slash == STR_NPOS || slash == 0 || !str_ends(path, id))
		return STR_NONE;
	return str_slice(id, 0, slash);
}

struct str store_source(const struct store *s, const struct article *a)
{
	struct str folder;

	if (a->outlet < s->outlets.n)
		return store_str(s, s->outlets.v[a->outlet]);
	if (a->source.n)
		return store_str(s, a->source);
	if (a->site.n)
		return store_str(s, a->site);
	folder = first_folder(s, a);
	return folder.n ? folder : STR("unknown");
}

void outlets_share(struct store *s)
{
	struct intern names = { 0 };

	s->outlets.n = 0;
	for (size_t i = 0; i < s->articles.n; i++) {
		struct article *a = &s->articles.v[i];
		struct str name = store_source(s, a);

		a->outlet = intern_add(&names, name);
		if (a->outlet == s->outlets.n) {
			/* not `name`: the characters move as they grow */
			struct sref once =
				store_put(s, names.strings[a->outlet]);

			*vec_push(&s->outlets) = once;
		}
	}
	intern_release(&names);
}
