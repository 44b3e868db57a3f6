/*
 * The configuration while the program runs: what the reader sets and reads
 * again. The one of the start stays as long as the program, because what it
 * opened goes by it; each one read anew stays, too, for screens hold slices of
 * it, and it is small.
 */
#ifndef DATELINE_CONFIG_LIVE_H
#define DATELINE_CONFIG_LIVE_H

#include "dateline/config/config.h"

struct config_live {
	struct config *now;
	struct config *first; /* the caller's: given to config_live_open() */
	struct str file; /* that of the start; empty: none was looked for */
	size_t given; /* settings of the first: by command line, environment */
	VEC_OF(struct config *) read; /* those read again */
};

void config_live_open(struct config_live *live, struct config *first);
/*
 * Sets an option of live->now, by its whole name, and says so in *told; false
 * and *e where the value is none, or the restricted mode takes it: all is as it
 * was then.
 */
bool config_live_set(struct config_live *live, struct str name,
	struct str value, struct buf *told, struct err *e);
/*
 * Reads a configuration. An empty path: the file of the start, over the
 * defaults, as the start did; what the command line set stays. Else that file
 * over what there is. Mistakes are in live->now->errors. False and *e: it
 * could not be used, or the restricted mode of the start does not allow it
 * (permissions.h), and all is as it was. What that mode takes away no file
 * gives back.
 */
bool config_live_read(struct config_live *live, struct str path,
	struct buf *told, struct err *e);
void config_live_close(struct config_live *live);

#endif
