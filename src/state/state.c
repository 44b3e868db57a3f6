#include "dateline/state/state.h"

#include "dateline/base/mem.h"

#include "session.h"

/* change.status */
enum status { DONE, UNDONE, DROPPED };

const char *const state_kind_names[STATE_KINDS] = {
	[STATE_PERSON] = "person",
	[STATE_ROUND] = "round",
	[STATE_READ] = "read",
	[STATE_STARRED] = "starred",
	[STATE_TAG] = "tag",
	[STATE_LATER] = "later",
	[STATE_NOTE] = "note",
};
const char state_yes[] = "yes", state_no[] = "no";

struct state *state_open(const char *path, struct str archive, struct err *e)
{
	struct state *s = mem_calloc(1, sizeof *s);

	s->archive = mem_alloc(archive.n + 1);
	if (archive.n)
		memcpy(s->archive, archive.p, archive.n);
	s->archive[archive.n] = '\0';
	database_open(&s->db, path, e);
	return s;
}

void state_close(struct state *s)
{
	if (!s)
		return;
	database_close(&s->db);
	free(s->archive);
	free(s);
}

#define CHANGES "SELECT kind, key, before, after, time, articles FROM change"

bool state_changed(struct state *s)
{
	return database_changed(&s->db);
}

static bool insert(struct state *s, const struct state_change *c,
	sqlite3_int64 *step, struct err *e)
{
	sqlite3_stmt *st = session_prepare(s,
		"INSERT INTO change (archive, step, kind, key, before, after,"
		" time) SELECT " THIS_ARCHIVE ", ?2, ?3, ?4,"
		" (SELECT after FROM change" IN_ARCHIVE
		"  AND kind = ?3 AND key = ?4 AND status = 0"
		"  ORDER BY id DESC LIMIT 1), ?5, ?6");

	sqlite3_bind_int64(st, 2, *step);
	session_bind(st, 3, str_from_c(state_kind_names[c->kind]));
	session_bind(st, 4, c->key);
	session_bind(st, 5, c->after);
	sqlite3_bind_int64(st, 6, (sqlite3_int64)time(NULL));
	if (!session_finish(s, st, e))
		return false;
	return *step || session_first_of_step(s, step, e);
}

static enum state_result run_set(
	struct state *s, const struct wish *w, struct err *e)
{
	sqlite3_int64 step = 0;

	if (!session_begin_step(s, e))
		return STATE_FAILED;
	for (size_t i = 0; i < w->n; i++)
		if (!insert(s, &w->changes[i], &step, e))
			return STATE_FAILED;
	return STATE_KEPT;
}

static enum state_kind kind_of(struct str name)
{
	int kind = 0;

	while (kind < STATE_KINDS &&
		!str_eq(name, str_from_c(state_kind_names[kind])))
		kind++;
	return (enum state_kind)kind;
}

/* Gives the changes that a statement finds to the sink, and turns those of
 * marks. Kinds of newer programs are passed over. */
struct giving {
	const struct state_sink *sink;
	bool turns, on;
};

static bool give_row(struct state *s, sqlite3_stmt *st, const struct giving *g,
	struct err *e)
{
	const struct state_change c = { kind_of(session_column(st, 0)),
		session_column(st, 1), session_column(st, 2),
		session_column(st, 3), sqlite3_column_int64(st, 4),
		session_column(st, 5) };

	if (c.kind == STATE_KINDS)
		return true;
	if (g->turns && c.articles.p && !marks_turn(s, &c, g->on, e))
		return false;
	if (g->sink)
		g->sink->take(g->sink->ctx, &c);
	return true;
}

static bool give_rows(struct state *s, sqlite3_stmt *st, const struct giving *g,
	struct err *e)
{
	int result = SQLITE_ERROR;

	while (st && (result = sqlite3_step(st)) == SQLITE_ROW)
		if (!give_row(s, st, g, e))
			break;
	if (result != SQLITE_DONE && result != SQLITE_ROW)
		database_complain(&s->db, e);
	sqlite3_finalize(st);
	return result == SQLITE_DONE;
}

/* Gives the step that `find` finds (0: there is none) another status. */
static enum state_result turn(struct state *s, const char *find, enum status to,
	const struct state_sink *sink, struct err *e)
{
	sqlite3_stmt *st = session_prepare(s, find);
	const struct giving g = { sink, true, to == DONE };
	sqlite3_int64 step;

	if (!st || sqlite3_step(st) != SQLITE_ROW) {
		session_finish(s, st, e);
		return STATE_FAILED;
	}
	step = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	if (step == 0)
		return STATE_NOTHING;
	st = session_prepare(
		s, "UPDATE change SET status = ?2" IN_ARCHIVE " AND step = ?3");
	sqlite3_bind_int(st, 2, (int)to);
	sqlite3_bind_int64(st, 3, step);
	if (!session_finish(s, st, e))
		return STATE_FAILED;
	st = session_prepare(
		s, CHANGES IN_ARCHIVE " AND step = ?2 ORDER BY id");
	sqlite3_bind_int64(st, 2, step);
	return give_rows(s, st, &g, e) ? STATE_KEPT : STATE_FAILED;
}

static enum state_result run_undo(
	struct state *s, const struct wish *w, struct err *e)
{
	return turn(s,
		"SELECT ifnull(max(step), 0) FROM change" IN_ARCHIVE
		" AND status = 0",
		UNDONE, w->sink, e);
}

static enum state_result run_redo(
	struct state *s, const struct wish *w, struct err *e)
{
	return turn(s,
		"SELECT ifnull(min(step), 0) FROM change" IN_ARCHIVE
		" AND status = 1",
		DONE, w->sink, e);
}

enum state_result state_set(
	struct state *s, const struct state_change *v, size_t n, struct err *e)
{
	const struct wish w = {
		.run = run_set, .makes = n > 0, .changes = v, .n = n
	};

	return session_fulfil(s, &w, e);
}

enum state_result state_undo(
	struct state *s, const struct state_sink *sink, struct err *e)
{
	const struct wish w = { .run = run_undo, .sink = sink };

	return session_fulfil(s, &w, e);
}

enum state_result state_redo(
	struct state *s, const struct state_sink *sink, struct err *e)
{
	const struct wish w = { .run = run_redo, .sink = sink };

	return session_fulfil(s, &w, e);
}

/* Gives what a query for changes of a kind (its second parameter) finds. */
static bool give_changes(struct state *s, sqlite3_stmt *st,
	enum state_kind kind, const struct state_sink *sink, struct err *e)
{
	const struct giving g = { .sink = sink };

	e->msg[0] = '\0';
	session_bind(st, 2, str_from_c(state_kind_names[kind]));
	return give_rows(s, st, &g, e);
}

bool state_values(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e)
{
	return give_changes(s,
		session_prepare(s, CHANGES
			" WHERE id IN (SELECT max(id) FROM change" IN_ARCHIVE
			"  AND kind = ?2 AND status = 0 GROUP BY key)"
			" AND after IS NOT NULL ORDER BY id"),
		kind, sink, e);
}

bool state_log(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e)
{
	return give_changes(s,
		session_prepare(s, CHANGES IN_ARCHIVE
			" AND kind = ?2 AND status = 0 ORDER BY id"),
		kind, sink, e);
}
