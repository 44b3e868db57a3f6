/* The lines typed into prompts: a table that is not any archive's. */
#include "session.h"

#define TEXT_OF(x) #x
#define NUMBER(x) TEXT_OF(x)

/* The id grows with each use, for a row that is there already is replaced. */
static enum state_result run_keep(
	struct state *s, const struct wish *w, struct err *e)
{
	sqlite3_stmt *st = session_prepare(
		s, "INSERT OR REPLACE INTO typed (kind, line) VALUES (?2, ?3)");

	session_bind(st, 2, w->typed->kind);
	session_bind(st, 3, w->typed->line);
	if (!session_finish(s, st, e))
		return STATE_FAILED;
	st = session_prepare(s,
		"DELETE FROM typed WHERE kind = ?2 AND id <= "
		"(SELECT id FROM typed WHERE kind = ?2"
		" ORDER BY id DESC LIMIT 1 OFFSET " NUMBER(STATE_TYPED) ")");
	session_bind(st, 2, w->typed->kind);
	return session_finish(s, st, e) ? STATE_KEPT : STATE_FAILED;
}

enum state_result state_keep_typed(
	struct state *s, const struct typed_line *line, struct err *e)
{
	const struct wish w = { .run = run_keep, .makes = true, .typed = line };

	return session_fulfil(s, &w, e);
}

bool state_typed(
	struct state *s, const struct state_typed_sink *sink, struct err *e)
{
	sqlite3_stmt *st =
		session_prepare(s, "SELECT kind, line FROM typed ORDER BY id");
	int result = SQLITE_ERROR;

	e->msg[0] = '\0';
	while (st && (result = sqlite3_step(st)) == SQLITE_ROW) {
		const struct typed_line line = { session_column(st, 0),
			session_column(st, 1) };

		sink->take(sink->ctx, &line);
	}
	if (result != SQLITE_DONE)
		database_complain(&s->db, e);
	sqlite3_finalize(st);
	return result == SQLITE_DONE;
}
