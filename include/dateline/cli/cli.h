/*
 * The commands that need no screen: what they print is text, or with --json a
 * JSON object a line.
 */
#ifndef DATELINE_CLI_CLI_H
#define DATELINE_CLI_CLI_H

#include "dateline/config/options.h"

/* Exit statuses, as scripts see them. */
enum cli_status {
	CLI_OK,
	CLI_NOTHING, /* nothing found, or some input skipped */
	CLI_USAGE,
	CLI_UNREADABLE, /* the archive */
	CLI_UNKEPT /* done, but the reader's state could not be used */
};

/* True when `name` is one of the commands. */
bool cli_is_command(const char *name);
/* True when the command is a filter that reads no configuration. */
bool cli_is_pure(const char *name);
/*
 * Runs argv[0], one of the commands, with its arguments; `options` gives the
 * archive when no path is among them, and the number of threads. Gives the
 * exit status.
 */
enum cli_status cli_run(
	int argc, char *const *argv, const struct options *options);
/* What the reader does with no terminal: the list of the archive. */
enum cli_status cli_list(
	const char *const *paths, size_t n, const struct options *options);

#endif
