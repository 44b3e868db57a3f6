#include "dateline/store/load.h"

#include "dateline/base/file.h"
#include "dateline/input/input.h"
#include "dateline/text/sanitize.h"

#include <fcntl.h>
#include <unistd.h>

struct work {
	struct store *store;
	struct analyser *analyser;
	struct analysis analysis;
	struct arena arena;
};

static void add_article(void *ctx, struct doc *d)
{
	struct work *w = ctx;

	analyse(w->analyser, d, &w->arena, &w->analysis);
	store_add(w->store, d, &w->analysis);
	arena_clear(&w->arena);
}

static void add_skip(void *ctx, struct str where, struct str why)
{
	struct work *w = ctx;

	store_add_skip(w->store, where, why);
}

struct store *store_load(const char *const *paths, size_t n, unsigned threads,
	struct err *e)
{
	struct work w = { .store = store_new(), .analyser = analyser_new() };
	const struct input_sink sink = { &w, add_article, add_skip };

	(void)threads;
	for (size_t i = 0; i < n; i++) {
		struct arena names = { 0 };
		struct buf bytes = { 0 };
		struct stat st;
		struct str name =
			text_clean_path(&names, str_from_c(paths[i]));
		int fd = file_open(AT_FDCWD, paths[i], true, &st, e);

		if (fd < 0)
			return NULL;
		if (file_read(fd, INPUT_MAX_FILE, &bytes, e)) {
			const struct input in = { name, name, buf_str(&bytes),
				0 };
			input_read(&in, &w.arena, &sink);
		}
		close(fd);
		buf_release(&bytes);
		arena_release(&names);
	}
	analyser_free(w.analyser);
	analysis_release(&w.analysis);
	arena_release(&w.arena);
	store_finish(w.store);
	return w.store;
}
