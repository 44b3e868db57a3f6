/* The names of all themes. */
#include "dateline/config/config.h"

#include "dateline/text/sanitize.h"

#include <dirent.h>
#include <stdlib.h>

#define SUFFIX ".ini"
/* A folder of more is none of themes. */
#define THEMES_MAX 200

static void add(struct config *c, struct str name)
{
	for (size_t i = 0; i < c->themes.n; i++)
		if (str_eq(c->themes.v[i], name))
			return;
	*vec_push(&c->themes) = arena_dup(&c->arena, name);
}

static void add_file(struct config *c, const char *file)
{
	struct str name = str_from_c(file);
	struct arena scratch = { 0 };
	struct str clean = text_clean(&scratch, name, SANITIZE_LINE);

	/* A name that is not clean could not be typed. */
	if (str_ends(name, STR(SUFFIX)) && name.p[0] != '.' &&
		str_eq(clean, name))
		add(c, str_slice(name, 0, name.n - strlen(SUFFIX)));
	arena_release(&scratch);
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

void config_themes(struct config *c)
{
	struct buf path = { 0 };
	const char *builtin;
	struct dirent *entry;
	DIR *folder = config_path(&path, "themes") ? opendir(path.p) : NULL;
	size_t own;

	c->themes.n = 0;
	for (size_t i = 0; (builtin = theme_builtin_name(i)) != NULL; i++)
		add(c, str_from_c(builtin));
	own = c->themes.n;
	// NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this function's
	while (folder && (entry = readdir(folder)) && c->themes.n < THEMES_MAX)
		add_file(c, entry->d_name);
	if (folder)
		closedir(folder);
	if (c->themes.n > own)
		qsort(c->themes.v + own, c->themes.n - own, sizeof *c->themes.v,
			by_name);
	buf_release(&path);
}
