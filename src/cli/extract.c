#include "command.h"
#include "print_json.h"

#include "dateline/base/file.h"
#include "dateline/input/source.h"
#include "dateline/store/walk.h"
#include "dateline/text/sanitize.h"

#include <fcntl.h>
#include <unistd.h>

struct extract {
	struct analyser *analyser;
	struct analysis analysis;
	struct arena arena; /* an article's */
	size_t found, skipped;
};

static void print_article(void *ctx, struct doc *d)
{
	struct extract *x = ctx;

	analyse(x->analyser, d, &x->arena, &x->analysis);
	json_print(json_whole(d, &x->analysis));
	arena_clear(&x->arena);
	x->found++;
}

static void note_skip(void *ctx, struct str where, struct str why)
{
	struct extract *x = ctx;

	command_complain(where, why);
	x->skipped++;
}

static void read_fd(struct extract *x, struct str name, int fd)
{
	const struct input_sink sink = { x, print_article, note_skip };
	const struct input in = { .id = name, .path = name };

	source_read(fd, NULL, &in, &x->arena, &sink);
}

/* Reads and closes fd; below zero it could not be opened, for reason *e. */
static void read_opened(
	struct extract *x, struct str name, int fd, const struct err *e)
{
	if (fd < 0) {
		note_skip(x, name, str_from_c(e->msg));
		return;
	}
	read_fd(x, name, fd);
	close(fd);
}

static void extract_file(struct extract *x, const char *path)
{
	struct arena names = { 0 };
	struct str name = text_clean_path(&names, str_from_c(path));
	struct stat st;
	struct err e;

	read_opened(x, name, file_open(AT_FDCWD, path, true, &st, &e), &e);
	arena_release(&names);
}

/* Every file of a folder, in the order in which an archive is read. */
static void extract_folder(struct extract *x, const char *path)
{
	const atomic_bool stop = false;
	struct walk w;
	struct err e;

	if (!walk_begin(&w, &path, 1, &e)) {
		safe_printf(stderr, "dateline: %s\n", e.msg);
		x->skipped++;
		return;
	}
	walk_run(&w, &stop);
	for (size_t i = 0; i < w.skips.n; i++)
		note_skip(x, w.skips.v[i].where, w.skips.v[i].why);
	for (size_t i = 0; i < w.files.n; i++) {
		const struct walk_file *file = &w.files.v[i];
		struct stat st;

		read_opened(x, file->path, walk_open(&w, file, &st, &e), &e);
	}
	walk_release(&w);
}

static void extract_path(struct extract *x, const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		read_fd(x, STR("-"), STDIN_FILENO);
	else if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		extract_folder(x, path);
	else
		extract_file(x, path);
}

enum cli_status command_extract(const struct request *r)
{
	struct extract x = { .analyser = analyser_new() };

	input_prepare();
	for (size_t i = 0; i < r->n_paths; i++)
		extract_path(&x, r->paths[i]);
	analyser_free(x.analyser);
	analysis_release(&x.analysis);
	arena_release(&x.arena);
	return x.found && !x.skipped ? CLI_OK : CLI_NOTHING;
}
