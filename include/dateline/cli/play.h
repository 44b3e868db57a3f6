/*
 * The reader played without a terminal: keys in, the screen as text out. For
 * tests of what the screens show.
 */
#ifndef DATELINE_CLI_PLAY_H
#define DATELINE_CLI_PLAY_H

#include "dateline/cli/cli.h"
#include "dateline/config/config.h"

struct play {
	struct config *config;
	const char *const *paths;
	size_t n_paths;
	struct str keys; /* sequences apart by spaces: "j j Enter /talks" */
	int rows, cols;
	int32_t today; /* days since 1970 */
	const char *greeting; /* said until the first key; or NULL */
};

/*
 * Loads the archive wholly, plays the keys until they end or one of them
 * quits, and prints the screen, a line a row, on stdout.
 */
enum cli_status cli_play(const struct play *p);
/* Reads "80x24", columns by rows, each 1 to 1000. */
bool play_size(struct str s, int *rows, int *cols);

#endif
