#include "command.h"
#include "print_json.h"

#include "dateline/base/file.h"
#include "dateline/input/input.h"
#include "dateline/text/sanitize.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* JSON lines come from stdin in pieces of about this many bytes. */
#define PIECE ((size_t)1 << 20)

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

static void read_bytes(struct extract *x, struct str name, struct str bytes,
	size_t line)
{
	const struct input_sink sink = { x, print_article, note_skip };
	const struct input in = { name, name, bytes, line };

	input_read(&in, &x->arena, &sink);
	arena_clear(&x->arena);
}

static void read_packed(struct extract *x, struct str name, struct str bytes)
{
	struct buf plain = { 0 };
	struct err e;

	if (!input_is_gzip(bytes))
		read_bytes(x, name, bytes, 0);
	else if (input_gunzip(bytes, &plain, &e))
		read_bytes(x, name, buf_str(&plain), 0);
	else
		note_skip(x, name, str_from_c(e.msg));
	buf_release(&plain);
}

static void extract_file(struct extract *x, const char *path)
{
	struct arena names = { 0 };
	struct str name = text_clean_path(&names, str_from_c(path));
	struct buf bytes = { 0 };
	struct stat st;
	struct err e;
	int fd = file_open(AT_FDCWD, path, true, &st, &e);

	if (fd >= 0 && file_read(fd, INPUT_MAX_FILE, &bytes, &e))
		read_packed(x, name, buf_str(&bytes));
	else
		note_skip(x, name, str_from_c(e.msg));
	if (fd >= 0)
		close(fd);
	buf_release(&bytes);
	arena_release(&names);
}

/* Reads until b holds `want` bytes; false at the end. */
static bool fill(struct buf *b, size_t want)
{
	while (b->n < want) {
		ssize_t n = read(STDIN_FILENO, buf_reserve(b, PIECE), PIECE);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		b->n += (size_t)n;
	}
	return true;
}

static size_t count_lines(struct str s)
{
	size_t n = 0;

	for (size_t i = str_chr(s, '\n', 0); i != STR_NPOS;
		i = str_chr(s, '\n', i + 1))
		n++;
	return n;
}

/* Reads the whole lines in b and leaves the rest of it. */
static size_t read_lines(struct extract *x, struct buf *b, size_t line)
{
	struct str all = buf_str(b), whole;
	size_t end = all.n;

	while (end > 0 && all.p[end - 1] != '\n')
		end--;
	if (end == 0)
		return 0;
	whole = str_slice(all, 0, end);
	read_bytes(x, STR("-"), whole, line);
	line = count_lines(whole);
	memmove(b->p, b->p + end, b->n - end);
	b->n -= end;
	return line;
}

/* JSON lines of any length in all; other formats as a file would be. */
static void extract_stdin(struct extract *x)
{
	struct buf b = { 0 };
	bool more = fill(&b, PIECE);
	size_t line = 0;

	if (!more || !input_is_lines(buf_str(&b))) {
		if (fill(&b, INPUT_MAX_FILE))
			note_skip(x, STR("-"), STR("is too large; give the "
						   "files by name"));
		else
			read_packed(x, STR("-"), buf_str(&b));
		buf_release(&b);
		return;
	}
	while (more) {
		line += read_lines(x, &b, line);
		more = b.n < INPUT_MAX_FILE && fill(&b, b.n + PIECE);
	}
	read_bytes(x, STR("-"), buf_str(&b), line);
	buf_release(&b);
}

enum cli_status command_extract(const struct request *r)
{
	struct extract x = { .analyser = analyser_new() };

	for (size_t i = 0; i < r->n_paths; i++) {
		if (strcmp(r->paths[i], "-") == 0)
			extract_stdin(&x);
		else
			extract_file(&x, r->paths[i]);
	}
	analyser_free(x.analyser);
	analysis_release(&x.analysis);
	arena_release(&x.arena);
	return x.found && !x.skipped ? CLI_OK : CLI_NOTHING;
}
