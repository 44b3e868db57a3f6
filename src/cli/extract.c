#include "command.h"
#include "print_json.h"

#include "dateline/base/file.h"
#include "dateline/input/source.h"
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

static void extract_file(struct extract *x, const char *path)
{
	struct arena names = { 0 };
	struct str name = text_clean_path(&names, str_from_c(path));
	struct stat st;
	struct err e;
	int fd = file_open(AT_FDCWD, path, true, &st, &e);

	if (fd >= 0) {
		read_fd(x, name, fd);
		close(fd);
	} else {
		note_skip(x, name, str_from_c(e.msg));
	}
	arena_release(&names);
}

enum cli_status command_extract(const struct request *r)
{
	struct extract x = { .analyser = analyser_new() };

	for (size_t i = 0; i < r->n_paths; i++) {
		if (strcmp(r->paths[i], "-") == 0)
			read_fd(&x, STR("-"), STDIN_FILENO);
		else
			extract_file(&x, r->paths[i]);
	}
	analyser_free(x.analyser);
	analysis_release(&x.analysis);
	arena_release(&x.arena);
	return x.found && !x.skipped ? CLI_OK : CLI_NOTHING;
}
