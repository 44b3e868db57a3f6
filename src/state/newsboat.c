#include "dateline/state/newsboat.h"

#include "dateline/base/buf.h"
#include "dateline/base/message.h"

#include "database.h"

#include <errno.h>
#include <sys/stat.h>

/* Longer values make the file no cache of newsboat's. */
#define VALUE_BYTES (64 << 20)
/* Steps of SQLite's machine: a row takes some twenty, and 40 bytes at least. */
#define STEPS_AT_ONCE 100000
#define STEPS_A_BYTE 4

struct budget {
	int64_t left; /* in times of STEPS_AT_ONCE */
};

static int spend(void *ctx)
{
	struct budget *b = ctx;

	return b->left-- <= 0;
}

static void restrict_schema(sqlite3 *sql)
{
	static const int settings[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	};

	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		sqlite3_db_config(sql, settings[i][0], settings[i][1], NULL);
	sqlite3_limit(sql, SQLITE_LIMIT_LENGTH, VALUE_BYTES);
	sqlite3_exec(sql, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
}

static sqlite3 *open_cache(const char *path)
{
	struct buf uri = { 0 };
	sqlite3 *sql = NULL;

	database_uri(&uri, path);
	if (sqlite3_open_v2(uri.p, &sql,
		    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI |
			    SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK) {
		sqlite3_close(sql);
		sql = NULL;
	}
	buf_release(&uri);
	if (sql)
		restrict_schema(sql);
	return sql;
}

/* A plain table, and no other thing of its name; none of its columns is
 * computed. */
static bool has_table(sqlite3 *sql)
{
	sqlite3_stmt *st = NULL;
	const char *made;
	bool good;

	sqlite3_prepare_v2(sql,
		"SELECT sql FROM sqlite_master"
		" WHERE type = 'table' AND name = 'rss_item' AND NOT EXISTS"
		" (SELECT 1 FROM pragma_table_xinfo('rss_item')"
		"  WHERE hidden <> 0)",
		-1, &st, NULL);
	good = st && sqlite3_step(st) == SQLITE_ROW;
	made = good ? (const char *)sqlite3_column_text(st, 0) : NULL;
	good = made &&
	       str_starts_nocase(str_from_c(made), STR("CREATE TABLE "));
	sqlite3_finalize(st);
	return good;
}

static struct str column(sqlite3_stmt *st, int at)
{
	const char *text = sqlite3_column_blob(st, at);

	return str_of(text ? text : "", (size_t)sqlite3_column_bytes(st, at));
}

static bool give_items(sqlite3 *sql,
	void (*take)(void *ctx, const struct newsboat_item *item), void *ctx)
{
	sqlite3_stmt *st = NULL;
	int result = SQLITE_ERROR;

	sqlite3_prepare_v2(
		sql, "SELECT url, unread, flags FROM rss_item", -1, &st, NULL);
	while (st && (result = sqlite3_step(st)) == SQLITE_ROW) {
		const struct newsboat_item item = { column(st, 0),
			column(st, 2), sqlite3_column_int(st, 1) == 0 };

		take(ctx, &item);
	}
	sqlite3_finalize(st);
	return result == SQLITE_DONE;
}

bool newsboat_read(const char *path,
	void (*take)(void *ctx, const struct newsboat_item *item), void *ctx,
	struct err *e)
{
	struct budget budget = { 0 };
	struct stat st;
	sqlite3 *sql;
	bool good;

	if (stat(path, &st) < 0)
		return err_set(e, "%s: %s", path, strerrordesc_np(errno));
	if (!S_ISREG(st.st_mode))
		return err_set(e, _("%s: not a file"), path);
	sql = open_cache(path);
	if (!sql)
		return err_set(e, _("%s: cannot be opened"), path);
	budget.left = 10 + st.st_size / STEPS_AT_ONCE * STEPS_A_BYTE;
	sqlite3_progress_handler(sql, STEPS_AT_ONCE, spend, &budget);
	good = has_table(sql) && give_items(sql, take, ctx);
	if (!good)
		err_set(e, _("%s: not a cache of newsboat's (%s)"), path,
			sqlite3_errcode(sql) == SQLITE_OK
				? _("it has no such table")
				: sqlite3_errmsg(sql));
	sqlite3_close(sql);
	return good;
}
