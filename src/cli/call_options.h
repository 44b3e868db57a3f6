/* The options of the program: one table for getopt, --help, the manual pages
 * and the completions. */
#ifndef DATELINE_SRC_CLI_CALL_OPTIONS_H
#define DATELINE_SRC_CLI_CALL_OPTIONS_H

#include <getopt.h>

/* X(letter, name, has_arg, what stands for the value, what it does) */
// clang-format off
#define CALL_OPTIONS(X) \
	X('f', "config", required_argument, "FILE", "configuration to read") \
	X('o', "set", required_argument, "NAME=VALUE", "set one option") \
	X('t', "theme", required_argument, "NAME", "the colours") \
	X('c', "color", required_argument, "WHEN", "auto, always, never") \
	X('j', "threads", required_argument, "N", "readers; 0: one a core") \
	X('n', "now", required_argument, "DATE", "the day called today") \
	X('k', "keys", required_argument, "KEYS", "play keys, print that") \
	X('s', "size", required_argument, "80x24", "columns and rows of it") \
	X('C', "no-cache", no_argument, NULL, "read all of it anew") \
	X('N', "no-state", no_argument, NULL, "keep nothing you do") \
	X('p', "print-config", no_argument, NULL, "its defaults") \
	X('h', "help", no_argument, NULL, "this help; -h") \
	X('V', "version", no_argument, NULL, "the version; -V")
// clang-format on

#endif
