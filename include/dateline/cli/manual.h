/*
 * What can be written on the command line, as tables: --help, the manual pages
 * and the shells' completions are made from them.
 */
#ifndef DATELINE_CLI_MANUAL_H
#define DATELINE_CLI_MANUAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct manual_option {
	const char *name;
	const char *value; /* what stands for it in help; NULL: takes none */
	const char *does;
	bool common; /* every command takes it */
};

struct manual_command {
	const char *name, *args, *does;
};

/* The i-th option of the program; false past the end. */
bool manual_option_at(size_t i, struct manual_option *out);
/* The i-th command; false past the end. */
bool manual_command_at(size_t i, struct manual_command *out);
/* The i-th option of a command, in the order of its help; false past the end.
 */
bool manual_command_option_at(
	size_t command, size_t i, struct manual_option *out);

/* Prints --help: all of it is to be seen at once on a terminal of 80x24. */
void manual_print_help(FILE *f);

#endif
