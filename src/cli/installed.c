#include "dateline/cli/installed.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder the running program lies in, with its last slash. */
static struct str program_folder(char *path, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", path, size);

	while (n > 0 && path[n - 1] != '/')
		n--;
	return str_of(path, n > 0 ? (size_t)n : 0);
}

/* Appends the first of n places, seen from the folder of the program, that is a
 * folder. */
static bool find(struct buf *out, const char *const *places, size_t n)
{
	char path[PATH_MAX];
	struct str folder = program_folder(path, sizeof path);
	size_t start = out->n;
	struct stat st;

	for (size_t i = 0; folder.n && i < n; i++) {
		buf_add(out, folder);
		buf_add(out, str_from_c(places[i]));
		if (stat(out->p + start, &st) == 0 && S_ISDIR(st.st_mode))
			return true;
		out->n = start;
	}
	return false;
}

bool tour_path(struct buf *out)
{
	static const char *const places[] = { "../share/dateline/samples",
		"../samples/archive" };

	return find(out, places, 2);
}

bool catalogue_path(struct buf *out)
{
	static const char *const places[] = { "../share/locale", "locale",
		"../locale" };

	return find(out, places, 3);
}
