/* The options of the program: one table for getopt, --help, the manual pages
 * and the completions. */
#ifndef DATELINE_SRC_CLI_CALL_OPTIONS_H
#define DATELINE_SRC_CLI_CALL_OPTIONS_H

#include "dateline/base/message.h"

#include <getopt.h>

/* X(letter, name, has_arg, what stands for the value, what it does) */
// clang-format off
#define CALL_OPTIONS(X) \
	X('f', "config", required_argument, "FILE", N_("configuration to read")) \
	X('o', "set", required_argument, "NAME=VALUE", N_("set one option")) \
	X('t', "theme", required_argument, "NAME", N_("the colours")) \
	X('c', "color", required_argument, "WHEN", N_("auto, always, never")) \
	X('j', "threads", required_argument, "N", N_("readers; 0: one a core")) \
	X('n', "now", required_argument, "DATE", N_("the day called today")) \
	X('k', "keys", required_argument, "KEYS", N_("play keys, print that")) \
	X('s', "size", required_argument, "80x24", N_("columns and rows of it")) \
	X('C', "no-cache", no_argument, NULL, N_("read all of it anew")) \
	X('N', "no-state", no_argument, NULL, N_("keep nothing you do")) \
	X('p', "print-config", no_argument, NULL, N_("its defaults")) \
	X('r', "restricted", no_argument, NULL, N_("no shell, no files")) \
	X('h', "help", no_argument, NULL, N_("this help; -h")) \
	X('V', "version", no_argument, NULL, N_("and what is allowed"))
// clang-format on

#endif
