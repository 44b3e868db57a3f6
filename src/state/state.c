#include "dateline/state/state.h"

#include "dateline/base/mem.h"

#include "database.h"

/* change.status */
enum status { DONE, UNDONE, DROPPED };

const char *const state_kind_names[STATE_KINDS] = {
	[STATE_PERSON] = "person",
	[STATE_ROUND] = "round",
};

struct state {
	struct database db;
	char *archive; /* its root */
};

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

static void bind_text(sqlite3_stmt *st, int at, struct str text)
{
	if (text.p)
		sqlite3_bind_text(
			st, at, text.p, (int)text.n, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(st, at);
}

static struct str column(sqlite3_stmt *st, int at)
{
	const char *text = (const char *)sqlite3_column_text(st, at);

	return text ? str_of(text, (size_t)sqlite3_column_bytes(st, at))
		    : STR_NONE;
}

/* A statement whose first parameter is the archive's root. */
static sqlite3_stmt *prepare(struct state *s, const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(s->db.sql, sql, -1, &st, NULL) != SQLITE_OK)
		return NULL;
	sqlite3_bind_text(st, 1, s->archive, -1, SQLITE_STATIC);
	return st;
}

/* Runs a prepared statement that gives no rows, and frees it. */
static bool finish(struct state *s, sqlite3_stmt *st, struct err *e)
{
	bool good = st && sqlite3_step(st) == SQLITE_DONE;

	if (!good)
		database_complain(&s->db, e);
	sqlite3_finalize(st);
	return good;
}

#define THIS_ARCHIVE "(SELECT id FROM archive WHERE root = ?1)"
#define IN_ARCHIVE " WHERE archive = " THIS_ARCHIVE
#define CHANGES "SELECT kind, key, before, after, time FROM change"

static bool insert(struct state *s, const struct state_change *c,
	sqlite3_int64 *step, struct err *e)
{
	sqlite3_stmt *st = prepare(s,
		"INSERT INTO change (archive, step, kind, key, before, after,"
		" time) SELECT " THIS_ARCHIVE ", ?2, ?3, ?4,"
		" (SELECT after FROM change" IN_ARCHIVE
		"  AND kind = ?3 AND key = ?4 AND status = 0"
		"  ORDER BY id DESC LIMIT 1), ?5, ?6");

	sqlite3_bind_int64(st, 2, *step);
	bind_text(st, 3, str_from_c(state_kind_names[c->kind]));
	bind_text(st, 4, c->key);
	bind_text(st, 5, c->after);
	sqlite3_bind_int64(st, 6, (sqlite3_int64)time(NULL));
	if (!finish(s, st, e))
		return false;
	if (*step)
		return true;
	*step = sqlite3_last_insert_rowid(s->db.sql);
	st = prepare(s, "UPDATE change SET step = id WHERE id = ?2");
	sqlite3_bind_int64(st, 2, *step);
	return finish(s, st, e);
}

/* What a transaction is to do. */
struct wish {
	enum state_result (*run)(
		struct state *s, const struct wish *w, struct err *e);
	const struct state_sink *sink; /* of undo and redo */
	const struct state_change *changes; /* of set: n */
	size_t n;
};

static enum state_result run_set(
	struct state *s, const struct wish *w, struct err *e)
{
	sqlite3_int64 step = 0;

	if (!finish(s,
		    prepare(s,
			    "INSERT OR IGNORE INTO archive (root) VALUES (?1)"),
		    e) ||
		!finish(s,
			prepare(s, "UPDATE change SET status = 2" IN_ARCHIVE
				   " AND status = 1"),
			e))
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

/* Gives the rows (kind, key, before, after, time) to the sink. Kinds of newer
 * programs are passed over. */
static bool give_rows(struct state *s, sqlite3_stmt *st,
	const struct state_sink *sink, struct err *e)
{
	int result = SQLITE_ERROR;

	while (st && (result = sqlite3_step(st)) == SQLITE_ROW) {
		const struct state_change c = { kind_of(column(st, 0)),
			column(st, 1), column(st, 2), column(st, 3),
			sqlite3_column_int64(st, 4) };

		if (sink && c.kind < STATE_KINDS)
			sink->take(sink->ctx, &c);
	}
	if (result != SQLITE_DONE)
		database_complain(&s->db, e);
	sqlite3_finalize(st);
	return result == SQLITE_DONE;
}

/* Gives the step that `find` finds (0: there is none) another status. */
static enum state_result turn(struct state *s, const char *find, enum status to,
	const struct state_sink *sink, struct err *e)
{
	sqlite3_stmt *st = prepare(s, find);
	sqlite3_int64 step;

	if (!st || sqlite3_step(st) != SQLITE_ROW) {
		finish(s, st, e);
		return STATE_FAILED;
	}
	step = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	if (step == 0)
		return STATE_NOTHING;
	st = prepare(
		s, "UPDATE change SET status = ?2" IN_ARCHIVE " AND step = ?3");
	sqlite3_bind_int(st, 2, (int)to);
	sqlite3_bind_int64(st, 3, step);
	if (!finish(s, st, e))
		return STATE_FAILED;
	st = prepare(s, CHANGES IN_ARCHIVE " AND step = ?2 ORDER BY id");
	sqlite3_bind_int64(st, 2, step);
	return give_rows(s, st, sink, e) ? STATE_KEPT : STATE_FAILED;
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

/* All of the wish or nothing. */
static enum state_result transact(
	struct state *s, const struct wish *w, struct err *e)
{
	enum state_result result;

	if (!database_run(&s->db, "BEGIN IMMEDIATE", e))
		return STATE_FAILED;
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

/* In the file, which is made now when there is none; else in memory. */
static enum state_result fulfil(
	struct state *s, const struct wish *w, struct err *e)
{
	enum state_result result;
	struct err again;

	e->msg[0] = '\0';
	if (w->n && !s->db.kept && s->db.path && !s->db.refused &&
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

enum state_result state_set(
	struct state *s, const struct state_change *v, size_t n, struct err *e)
{
	const struct wish w = { .run = run_set, .changes = v, .n = n };

	return fulfil(s, &w, e);
}

enum state_result state_undo(
	struct state *s, const struct state_sink *sink, struct err *e)
{
	const struct wish w = { .run = run_undo, .sink = sink };

	return fulfil(s, &w, e);
}

enum state_result state_redo(
	struct state *s, const struct state_sink *sink, struct err *e)
{
	const struct wish w = { .run = run_redo, .sink = sink };

	return fulfil(s, &w, e);
}

/* Gives what a query for changes of a kind (its second parameter) finds. */
static bool give_changes(struct state *s, sqlite3_stmt *st,
	enum state_kind kind, const struct state_sink *sink, struct err *e)
{
	e->msg[0] = '\0';
	bind_text(st, 2, str_from_c(state_kind_names[kind]));
	return give_rows(s, st, sink, e);
}

bool state_values(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e)
{
	return give_changes(s,
		prepare(s, CHANGES
			" WHERE id IN (SELECT max(id) FROM change" IN_ARCHIVE
			"  AND kind = ?2 AND status = 0 GROUP BY key)"
			" AND after IS NOT NULL ORDER BY id"),
		kind, sink, e);
}

bool state_log(struct state *s, enum state_kind kind,
	const struct state_sink *sink, struct err *e)
{
	return give_changes(s,
		prepare(s, CHANGES IN_ARCHIVE
			" AND kind = ?2 AND status = 0 ORDER BY id"),
		kind, sink, e);
}
