/* The options of the program where people write them: behind a command too. */
#ifndef DATELINE_SRC_CLI_HOIST_H
#define DATELINE_SRC_CLI_HOIST_H

#include "dateline/base/mem.h"

#include <getopt.h>

/*
 * Gives the arguments of argv (ended by NULL) with every long option of
 * `options` that stands behind argv[first], up to a "--", moved before it with
 * its value; those whose letter is in `stay` are left. The array lives in the
 * arena, the strings are argv's.
 */
char **hoist_options(char *const *argv, int first, const struct option *options,
	const char *stay, struct arena *arena);

#endif
