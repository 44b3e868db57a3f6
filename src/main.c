#include "dateline/base/message.h"
#include "dateline/cli/call.h"
#include "dateline/cli/cli.h"
#include "dateline/cli/installed.h"
#include "dateline/cli/play.h"
#include "dateline/term/reader.h"
#include "dateline/text/sanitize.h"

#include <unistd.h>

static int run_play(struct call *c, const char *const *paths, size_t n)
{
	const struct play play = { &c->config, paths, n, c->keys, c->rows,
		c->cols, c->today, c->greeting };

	return (int)cli_play(&play);
}

static int run_screen(struct call *c, const char *const *paths, size_t n)
{
	const struct reader_request request = { &c->config, paths, n, c->today,
		c->greeting };

	return reader_run(&request);
}

/* The reader: played, on the terminal, or printed as a list. */
static int run_reader(struct call *c, const char *const *paths, size_t n)
{
	if (c->keys.p)
		return run_play(c, paths, n);
	if (reader_is_possible())
		return run_screen(c, paths, n);
	return (int)cli_list(paths, n, &c->config.options);
}

/* Without a path: the archive of the configuration, else the tour. */
static int run_archive(struct call *c)
{
	struct buf tour = { 0 };
	const char *path = c->archive;
	int status = CLI_USAGE;

	if (!path && tour_path(&tour)) {
		path = tour.p;
		c->greeting = TOUR_GREETING;
	}
	if (path)
		status = run_reader(c, &path, 1);
	else
		fputs(_("dateline: no archive: name a folder, or set "
			"archive.path in the configuration\n"),
			stderr);
	buf_release(&tour);
	return status;
}

/* NULL: the language of the environment. */
static void begin_messages(const char *language)
{
	struct buf folder = { 0 };

	if (catalogue_path(&folder))
		message_begin(language, folder.p);
	buf_release(&folder);
}

/* A command with a slip in it would be a file that is not there. */
static bool is_slip(const char *word)
{
	const char *meant = access(word, F_OK) ? cli_near_command(word) : NULL;

	if (meant)
		safe_printf(stderr,
			_("dateline: %s: no such file, and no command; did you "
			  "mean %s?\n"),
			word, meant);
	return meant != NULL;
}

int main(int argc, char **argv)
{
	struct call c;
	enum call_kind kind;
	int status;

	begin_messages(NULL);
	kind = call_parse(&c, argc, argv);
	status = kind == CALL_WRONG ? CLI_USAGE : CLI_OK;
	if (c.config.options.language.n)
		begin_messages(c.config.options.language.p);

	for (size_t i = 0; i < c.config.errors.n; i++)
		safe_printf(stderr, "dateline: %.*s\n",
			STR_ARG(c.config.errors.v[i]));
	if (kind == CALL_RUN && c.n_rest && cli_is_command(c.rest[0]))
		status = (int)cli_run(c.n_rest, c.rest, &c.config.options);
	else if (kind == CALL_RUN && c.n_rest && is_slip(c.rest[0]))
		status = CLI_UNREADABLE;
	else if (kind == CALL_RUN && c.n_rest)
		status = run_reader(
			&c, (const char *const *)c.rest, (size_t)c.n_rest);
	else if (kind == CALL_RUN)
		status = run_archive(&c);
	call_release(&c);
	return status;
}
