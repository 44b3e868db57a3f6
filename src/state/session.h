/* What the parts of the state share: statements, and transactions that fall
 * back on memory. */
#ifndef STATE_SESSION_H
#define STATE_SESSION_H

#include "dateline/state/state.h"

#include "database.h"

struct state {
	struct database db;
	char *archive; /* its root */
};

/* What a transaction is to do. */
struct wish {
	enum state_result (*run)(
		struct state *s, const struct wish *w, struct err *e);
	bool makes; /* it is worth a file where there is none yet */
	const struct state_sink *sink; /* of undo and redo */
	const struct state_change *changes; /* of set: n */
	const struct state_marking *markings; /* n */
	const struct state_move *moves; /* n */
	size_t n;
	struct str place;
	const struct typed_line *typed;
};

/* Does all of the wish or nothing: in the file, which is made when there is
 * none; else in memory. */
enum state_result session_fulfil(
	struct state *s, const struct wish *w, struct err *e);

#define THIS_ARCHIVE "(SELECT id FROM archive WHERE root = ?1)"
#define IN_ARCHIVE " WHERE archive = " THIS_ARCHIVE

/* A statement whose first parameter is the archive's root; NULL when it
 * fails. The functions below take NULL and give that failure. */
sqlite3_stmt *session_prepare(struct state *s, const char *sql);
/* Runs a statement that gives no rows; `again` makes it ready for another
 * run. */
bool session_run(struct state *s, sqlite3_stmt *st, struct err *e);
bool session_again(struct state *s, sqlite3_stmt *st, struct err *e);
/* Runs it once and frees it. */
bool session_finish(struct state *s, sqlite3_stmt *st, struct err *e);
void session_bind(sqlite3_stmt *st, int at, struct str text);
struct str session_column(sqlite3_stmt *st, int at);

/* Before anything of an archive is kept: what belongs to it has its id, and
 * what was undone cannot be done again. */
bool session_begin_step(struct state *s, struct err *e);
/* Makes the change just inserted the first of its step. */
bool session_first_of_step(struct state *s, sqlite3_int64 *step, struct err *e);

/* Of a change of marks that is undone (on: false) or done again. */
bool marks_turn(
	struct state *s, const struct state_change *c, bool on, struct err *e);

#endif
