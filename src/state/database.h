/* The file of the state: opening, its schema, its permissions. */
#ifndef STATE_DATABASE_H
#define STATE_DATABASE_H

#include "dateline/base/err.h"

#include <sqlite3.h>

struct database {
	sqlite3 *sql; /* never NULL while open */
	char *path; /* NULL: keep nothing */
	bool kept; /* sql is the file, not memory */
	bool refused; /* the file cannot be used; it is not tried again */
	int version; /* PRAGMA data_version, as seen last */
	int code; /* SQLite's, of what went wrong last */
};

/*
 * Opens the file where it is, else memory. False when there is one that cannot
 * be used, with the reason; memory is open then too.
 */
bool database_open(struct database *d, const char *path, struct err *e);
void database_close(struct database *d);
/* Opens the file in place of memory; makes it where it is not there yet. False
 * with the reason. */
bool database_create(struct database *d, struct err *e);
/* Whether others changed the file since this was asked last; where it is new,
 * it is opened in place of memory. */
bool database_changed(struct database *d);
/* Goes on in memory, with what can be read of the file. */
void database_leave_file(struct database *d);

/* Appends the URI of a file that nobody changes meanwhile: no lock is taken, no
 * file is made beside it. */
void database_uri(struct buf *out, const char *path);
/* Runs statements that give no rows; false with the reason. */
bool database_run(struct database *d, const char *sql, struct err *e);
/* Fills *e with what SQLite says went wrong last. Always false. */
bool database_complain(struct database *d, struct err *e);

#endif
