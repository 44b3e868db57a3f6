#include "session.h"

void session_bind(sqlite3_stmt *st, int at, struct str text)
{
	if (text.p)
		sqlite3_bind_text(
			st, at, text.p, (int)text.n, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(st, at);
}

struct str session_column(sqlite3_stmt *st, int at)
{
	/* As bytes, which SQLite does not copy to put a NUL behind them. */
	const char *text = sqlite3_column_blob(st, at);

	if (!text && sqlite3_column_type(st, at) != SQLITE_NULL)
		return STR("");
	return text ? str_of(text, (size_t)sqlite3_column_bytes(st, at))
		    : STR_NONE;
}

sqlite3_stmt *session_prepare(struct state *s, const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(s->db.sql, sql, -1, &st, NULL) != SQLITE_OK)
		return NULL;
	sqlite3_bind_text(st, 1, s->archive, -1, SQLITE_STATIC);
	return st;
}

bool session_run(struct state *s, sqlite3_stmt *st, struct err *e)
{
	return (st && sqlite3_step(st) == SQLITE_DONE) ||
	       database_complain(&s->db, e);
}

bool session_again(struct state *s, sqlite3_stmt *st, struct err *e)
{
	bool good = session_run(s, st, e);

	sqlite3_reset(st);
	return good;
}

bool session_finish(struct state *s, sqlite3_stmt *st, struct err *e)
{
	bool good = session_run(s, st, e);

	sqlite3_finalize(st);
	return good;
}

static bool name_archive(struct state *s, struct err *e)
{
	return session_finish(s,
		session_prepare(
			s, "INSERT OR IGNORE INTO archive (root) VALUES (?1)"),
		e);
}

bool session_begin_step(struct state *s, struct err *e)
{
	return session_finish(s,
		session_prepare(s, "UPDATE change SET status = 2" IN_ARCHIVE
				   " AND status = 1"),
		e);
}

bool session_first_of_step(struct state *s, sqlite3_int64 *step, struct err *e)
{
	sqlite3_stmt *st =
		session_prepare(s, "UPDATE change SET step = id WHERE id = ?2");

	*step = sqlite3_last_insert_rowid(s->db.sql);
	sqlite3_bind_int64(st, 2, *step);
	return session_finish(s, st, e);
}

static enum state_result transact(
	struct state *s, const struct wish *w, struct err *e)
{
	enum state_result result = STATE_FAILED;

	if (!database_run(&s->db, "BEGIN IMMEDIATE", e))
		return STATE_FAILED;
	if (!w->makes || name_archive(s, e))
		result = w->run(s, w, e);
	if (result != STATE_FAILED && database_run(&s->db, "COMMIT", e))
		return result;
	sqlite3_exec(s->db.sql, "ROLLBACK", NULL, NULL, NULL);
	return STATE_FAILED;
}

/* Whether the file is of no use any more, not just held by another session. */
static bool is_lost(const struct state *s)
{
	return s->db.kept && s->db.code != SQLITE_BUSY &&
	       s->db.code != SQLITE_LOCKED;
}

enum state_result session_fulfil(
	struct state *s, const struct wish *w, struct err *e)
{
	enum state_result result;
	struct err again;

	e->msg[0] = '\0';
	if (w->makes && !s->db.kept && s->db.path && !s->db.refused &&
		!database_create(&s->db, e)) {
		s->db.refused = true;
		result = transact(s, w, &again);
		return result == STATE_KEPT ? STATE_UNKEPT : result;
	}
	result = transact(s, w, e);
	if (result == STATE_FAILED && is_lost(s)) {
		database_leave_file(&s->db);
		result = transact(s, w, &again);
	}
	return result == STATE_KEPT && !s->db.kept ? STATE_UNKEPT : result;
}
