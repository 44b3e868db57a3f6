#include "dateline/state/state.h"

#include "dateline/base/env.h"
#include "dateline/base/mem.h"

bool state_path(struct buf *out)
{
	return env_xdg(out, "XDG_STATE_HOME", ".local/state", "state.db");
}

static int by_bytes(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

/* A path that leads nowhere is as good a name. */
static char *real_path(const char *path)
{
	char *real = realpath(path, NULL), *copy;

	if (real)
		return real;
	copy = mem_alloc(strlen(path) + 1);
	memcpy(copy, path, strlen(path) + 1);
	return copy;
}

void state_archive(struct buf *out, const char *const *paths, size_t n)
{
	char **real = mem_calloc(n + 1, sizeof *real);

	for (size_t i = 0; i < n; i++)
		real[i] = real_path(paths[i]);
	if (n)
		qsort(real, n, sizeof *real, by_bytes);
	for (size_t i = 0; i < n; i++) {
		if (i && strcmp(real[i], real[i - 1]) == 0)
			continue;
		if (i)
			buf_add_c(out, '\n');
		buf_add(out, str_from_c(real[i]));
	}
	for (size_t i = 0; i < n; i++)
		free(real[i]);
	free(real);
}
