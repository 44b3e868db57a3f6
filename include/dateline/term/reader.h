/* The interactive reader: loads in the background, shows, answers keys. */
#ifndef DATELINE_TERM_READER_H
#define DATELINE_TERM_READER_H

#include "dateline/config/config.h"

struct reader_request {
	struct config *config; /* the session may change it */
	const char *const *paths; /* of the archive, n_paths of them */
	size_t n_paths;
	int32_t today; /* days since 1970, for "today" in lists */
	const char *greeting; /* said until the first key; or NULL */
};

/* True when stdout is a terminal and keys can be had, from stdin or the
 * controlling terminal; else the caller prints the list instead. */
bool reader_is_possible(void);
/*
 * Reads until the user quits or the terminal is gone. Gives the exit status: 0,
 * or 3 when the archive cannot be opened (said on stderr). Dies by SIGTERM,
 * SIGHUP and SIGQUIT after giving the terminal back. A terminal that cannot
 * place its cursor is served line by line.
 */
int reader_run(const struct reader_request *r);

#endif
