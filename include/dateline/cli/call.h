/* The program's command line: options before the command or the paths. */
#ifndef DATELINE_CLI_CALL_H
#define DATELINE_CLI_CALL_H

#include "dateline/config/config.h"

/* What the command line and the configuration ask for. */
struct call {
	struct config config;
	struct str keys; /* to play instead of a terminal's; STR_NONE: none */
	int rows, cols; /* of the screen they are played on */
	int32_t today; /* days since 1970 */
	bool restricted; /* --restricted */
	const char *archive; /* opened when no path is given; or NULL */
	const char *greeting; /* the first line said; or NULL */
	char *const *rest; /* command or paths; n_rest of them */
	int n_rest;
};

enum call_kind {
	CALL_RUN,
	CALL_DONE, /* --help, --version: printed, nothing is left to do */
	CALL_WRONG /* said on stderr: status 2 */
};

/*
 * Reads the options and the configuration file: the one of --config, else
 * $XDG_CONFIG_HOME/dateline/config.ini, else ~/.config/dateline/config.ini
 * where there is one. What is wrong in that file is left in config.errors and
 * costs only the option it stands at; what is wrong in an option is CALL_WRONG.
 * The environment's DATELINE_ARCHIVE comes before the file's archive.path.
 */
enum call_kind call_parse(struct call *c, int argc, char *const *argv);
void call_release(struct call *c);

#endif
