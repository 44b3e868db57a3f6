/* What articles are marked with, a row each; and the place of the reader. */
#include "session.h"

static unsigned flag_of(enum state_kind kind)
{
	switch (kind) {
	case STATE_READ:
		return STATE_FLAG_READ;
	case STATE_STARRED:
		return STATE_FLAG_STARRED;
	case STATE_LATER:
		return STATE_FLAG_LATER;
	default:
		return 0;
	}
}

/* A mark being put on articles, or taken off them, one by one. */
struct marker {
	struct state *s;
	sqlite3_stmt *article, *tag;
};

/* Statements of which ?2 is the article's id, ?3 its content. */
static struct marker marker_of(
	struct state *s, enum state_kind kind, struct str tag, bool on)
{
	struct marker m = { .s = s };
	unsigned flag = flag_of(kind);

	m.article = session_prepare(s,
		"INSERT INTO article (archive, id, content, flags)"
		" SELECT " THIS_ARCHIVE ", ?2, ?3, ?5 WHERE true"
		" ON CONFLICT (archive, id) DO UPDATE"
		" SET content = ?3, flags = flags & ~?4 | ?5");
	sqlite3_bind_int64(m.article, 4, flag);
	sqlite3_bind_int64(m.article, 5, on ? flag : 0);
	if (kind != STATE_TAG)
		return m;
	m.tag = session_prepare(s,
		on ? "INSERT OR IGNORE INTO tag (archive, id, name)"
		     " SELECT " THIS_ARCHIVE ", ?2, ?3"
		   : "DELETE FROM tag" IN_ARCHIVE " AND id = ?2 AND name = ?3");
	session_bind(m.tag, 3, tag);
	return m;
}

static bool mark_article(struct marker *m, enum state_kind kind,
	const struct state_article *a, struct err *e)
{
	session_bind(m->article, 2, a->id);
	sqlite3_bind_int64(m->article, 3, a->content);
	if (!session_again(m->s, m->article, e))
		return false;
	if (kind != STATE_TAG)
		return true;
	session_bind(m->tag, 2, a->id);
	return session_again(m->s, m->tag, e);
}

static void marker_release(struct marker *m)
{
	sqlite3_finalize(m->article);
	sqlite3_finalize(m->tag);
}

static bool mark_all(
	struct state *s, const struct state_marking *m, struct err *e)
{
	struct marker marker = marker_of(s, m->kind, m->tag, m->on);
	bool good = true;

	for (size_t i = 0; i < m->n && good; i++)
		good = mark_article(&marker, m->kind, &m->articles[i], e);
	marker_release(&marker);
	return good;
}

/* All articles in one row; the first row is the step's. */
static bool log_marking(struct state *s, const struct state_marking *m,
	sqlite3_int64 *step, struct err *e)
{
	struct buf ids = { 0 };
	sqlite3_stmt *st;
	bool good;

	for (size_t i = 0; i < m->n; i++) {
		if (i)
			buf_add_c(&ids, '\n');
		buf_add(&ids, m->articles[i].id);
	}
	st = session_prepare(s,
		"INSERT INTO change (archive, step, kind, key, before, after,"
		" time, articles) SELECT " THIS_ARCHIVE ", ?8, ?2, ?3, ?4, ?5,"
		" ?6, ?7");
	session_bind(st, 2, str_from_c(state_kind_names[m->kind]));
	session_bind(st, 3, m->kind == STATE_TAG ? m->tag : STR(""));
	session_bind(st, 4, str_from_c(m->on ? state_no : state_yes));
	session_bind(st, 5, str_from_c(m->on ? state_yes : state_no));
	sqlite3_bind_int64(st, 6, (sqlite3_int64)time(NULL));
	session_bind(st, 7, buf_str(&ids));
	sqlite3_bind_int64(st, 8, *step);
	good = session_finish(s, st, e) &&
	       (*step || session_first_of_step(s, step, e));
	buf_release(&ids);
	return good;
}

static enum state_result run_mark(
	struct state *s, const struct wish *w, struct err *e)
{
	sqlite3_int64 step = 0;

	for (size_t i = 0; i < w->n; i++) {
		const struct state_marking *m = &w->markings[i];

		if (!m->silent && ((step == 0 && !session_begin_step(s, e)) ||
					  !log_marking(s, m, &step, e)))
			return STATE_FAILED;
		if (!mark_all(s, m, e))
			return STATE_FAILED;
	}
	return STATE_KEPT;
}

enum state_result state_mark(
	struct state *s, const struct state_marking *m, size_t n, struct err *e)
{
	const struct wish w = {
		.run = run_mark, .makes = n > 0, .markings = m, .n = n
	};

	return session_fulfil(s, &w, e);
}

/* Of those articles that still have their ids: of one that has another by now,
 * nothing is known here. */
bool marks_turn(
	struct state *s, const struct state_change *c, bool on, struct err *e)
{
	bool set = str_eq(c->after, str_from_c(state_yes)) == on, good = true;
	struct marker m = { .s = s };
	struct str rest = c->articles, id;

	if (c->kind == STATE_TAG)
		m = marker_of(s, c->kind, c->key, set);
	sqlite3_finalize(m.article);
	m.article = session_prepare(s,
		"UPDATE article SET flags = flags & ~?3 | ?4" IN_ARCHIVE
		" AND id = ?2");
	sqlite3_bind_int64(m.article, 3, flag_of(c->kind));
	sqlite3_bind_int64(m.article, 4, set ? flag_of(c->kind) : 0);
	while (good && str_split(&rest, '\n', &id)) {
		session_bind(m.article, 2, id);
		good = session_again(s, m.article, e);
		if (!good || c->kind != STATE_TAG ||
			sqlite3_changes(s->db.sql) == 0)
			continue;
		session_bind(m.tag, 2, id);
		good = session_again(s, m.tag, e);
	}
	marker_release(&m);
	return good;
}

static bool give_articles(
	struct state *s, const struct state_marks_sink *sink, struct err *e)
{
	sqlite3_stmt *st = session_prepare(s,
		"SELECT id, content, flags FROM article" IN_ARCHIVE
		" ORDER BY id");
	int result = SQLITE_ERROR;

	while (st && (result = sqlite3_step(st)) == SQLITE_ROW) {
		const struct state_article a = { session_column(st, 0),
			sqlite3_column_int64(st, 1) };

		sink->article(
			sink->ctx, &a, (unsigned)sqlite3_column_int(st, 2));
	}
	sqlite3_finalize(st);
	return result == SQLITE_DONE || database_complain(&s->db, e);
}

static bool give_tags(
	struct state *s, const struct state_marks_sink *sink, struct err *e)
{
	sqlite3_stmt *st = session_prepare(
		s, "SELECT name, id FROM tag" IN_ARCHIVE " ORDER BY name, id");
	int result = SQLITE_ERROR;

	while (st && (result = sqlite3_step(st)) == SQLITE_ROW)
		sink->tag(sink->ctx, session_column(st, 0),
			session_column(st, 1));
	sqlite3_finalize(st);
	return result == SQLITE_DONE || database_complain(&s->db, e);
}

bool state_marks(
	struct state *s, const struct state_marks_sink *sink, struct err *e)
{
	e->msg[0] = '\0';
	return give_articles(s, sink, e) && give_tags(s, sink, e);
}

/* What the new id was marked with meanwhile stays. */
static const char *const move_steps[] = {
	"INSERT INTO article (archive, id, content, flags)"
	" SELECT archive, ?3, content, flags FROM article" IN_ARCHIVE
	" AND id = ?2"
	" ON CONFLICT (archive, id) DO UPDATE"
	" SET flags = flags | excluded.flags",
	"DELETE FROM article" IN_ARCHIVE " AND id = ?2 AND ?3 <> ?2",
	"UPDATE OR REPLACE tag SET id = ?3" IN_ARCHIVE " AND id = ?2",
};

static enum state_result run_move(
	struct state *s, const struct wish *w, struct err *e)
{
	bool good = true;

	for (size_t k = 0; k < sizeof move_steps / sizeof *move_steps; k++) {
		sqlite3_stmt *st = session_prepare(s, move_steps[k]);

		for (size_t i = 0; i < w->n && good; i++) {
			session_bind(st, 2, w->moves[i].from);
			session_bind(st, 3, w->moves[i].to);
			good = session_again(s, st, e);
		}
		sqlite3_finalize(st);
	}
	return good ? STATE_KEPT : STATE_FAILED;
}

enum state_result state_move(struct state *s, const struct state_move *moves,
	size_t n, struct err *e)
{
	const struct wish w = {
		.run = run_move, .makes = true, .moves = moves, .n = n
	};

	return session_fulfil(s, &w, e);
}

static enum state_result run_keep_place(
	struct state *s, const struct wish *w, struct err *e)
{
	sqlite3_stmt *st = session_prepare(
		s, w->place.p ? "INSERT OR REPLACE INTO place (archive, place)"
				" SELECT " THIS_ARCHIVE ", ?2"
			      : "DELETE FROM place" IN_ARCHIVE);

	if (w->place.p)
		session_bind(st, 2, w->place);
	return session_finish(s, st, e) ? STATE_KEPT : STATE_FAILED;
}

enum state_result state_keep_place(
	struct state *s, struct str place, struct err *e)
{
	const struct wish w = {
		.run = run_keep_place, .makes = place.p != NULL, .place = place
	};

	return session_fulfil(s, &w, e);
}

bool state_place(struct state *s, struct buf *out, struct err *e)
{
	sqlite3_stmt *st =
		session_prepare(s, "SELECT place FROM place" IN_ARCHIVE);
	int result = st ? sqlite3_step(st) : SQLITE_ERROR;

	e->msg[0] = '\0';
	if (result == SQLITE_ROW)
		buf_add(out, session_column(st, 0));
	if (result != SQLITE_ROW && result != SQLITE_DONE)
		database_complain(&s->db, e);
	sqlite3_finalize(st);
	return e->msg[0] == '\0';
}
