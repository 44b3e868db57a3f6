#include "dateline/cli/tour.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

/* Seen from the folder of the program. */
static const char *const places[] = { "../share/dateline/samples",
	"../samples/archive" };

/* The folder the running program lies in, with its last slash. */
static struct str program_folder(char *path, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", path, size);

	while (n > 0 && path[n - 1] != '/')
		n--;
	return str_of(path, n > 0 ? (size_t)n : 0);
}

bool tour_path(struct buf *out)
{
	char path[PATH_MAX];
	struct str folder = program_folder(path, sizeof path);
	size_t start = out->n;
	struct stat st;

	for (size_t i = 0; folder.n && i < sizeof places / sizeof *places;
		i++) {
		buf_add(out, folder);
		buf_add(out, str_from_c(places[i]));
		if (stat(out->p + start, &st) == 0 && S_ISDIR(st.st_mode))
			return true;
		out->n = start;
	}
	return false;
}
