#include "database.h"

#include "dateline/base/mem.h"
#include "dateline/base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Marks the file as ours (PRAGMA application_id): "dtln". */
#define APPLICATION_ID 0x64746C6E
/* Others hold the lock for single rows only; a reader waits this long. */
#define BUSY_MS 2000

/* What leads from each version of the schema to the next. */
static const char *const steps[] = {
	"CREATE TABLE archive ("
	" id INTEGER PRIMARY KEY,"
	" root TEXT NOT NULL UNIQUE);"
	/* step: the id of the first change of those made together;
	 * status: 0 done, 1 undone, 2 undone for good. */
	"CREATE TABLE change ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" archive INTEGER NOT NULL REFERENCES archive,"
	" step INTEGER NOT NULL,"
	" status INTEGER NOT NULL DEFAULT 0,"
	" kind TEXT NOT NULL,"
	" key TEXT NOT NULL,"
	" before TEXT,"
	" after TEXT,"
	" time INTEGER NOT NULL);"
	"CREATE INDEX change_key ON change (archive, kind, key, status);"
	"CREATE INDEX change_step ON change (archive, status, step);",
	/* flags: enum state_flag; content: struct state_article's. */
	"CREATE TABLE article ("
	" archive INTEGER NOT NULL REFERENCES archive,"
	" id TEXT NOT NULL,"
	" content INTEGER NOT NULL,"
	" flags INTEGER NOT NULL,"
	" PRIMARY KEY (archive, id)) WITHOUT ROWID;"
	"CREATE TABLE tag ("
	" archive INTEGER NOT NULL REFERENCES archive,"
	" name TEXT NOT NULL,"
	" id TEXT NOT NULL,"
	" PRIMARY KEY (archive, name, id)) WITHOUT ROWID;"
	"CREATE TABLE place ("
	" archive INTEGER PRIMARY KEY REFERENCES archive,"
	" place TEXT NOT NULL);"
	"ALTER TABLE change ADD COLUMN articles TEXT;",
	/* Of all archives: who typed a command once types it in another. */
	"CREATE TABLE typed ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" kind TEXT NOT NULL,"
	" line TEXT NOT NULL,"
	" UNIQUE (kind, line));",
};
#define VERSION ((int)(sizeof steps / sizeof *steps))

bool database_complain(struct database *d, struct err *e)
{
	const char *path =
		d->path && d->kept ? d->path : _("the session's state");

	d->code = sqlite3_errcode(d->sql);
	switch (d->code) {
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return err_set(e,
			_("%s: the database is damaged; nothing is kept until "
			  "it is moved away or mended (sqlite3 FILE .recover)"),
			path);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(
			e, _("%s: held by another dateline; try again"), path);
	default:
		return err_set(e, "%s: %s", path, sqlite3_errmsg(d->sql));
	}
}

bool database_run(struct database *d, const char *sql, struct err *e)
{
	return sqlite3_exec(d->sql, sql, NULL, NULL, NULL) == SQLITE_OK ||
	       database_complain(d, e);
}

/* A pragma that is a number; false when it cannot be read. */
static bool number(struct database *d, const char *sql, int *out, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool good =
		sqlite3_prepare_v2(d->sql, sql, -1, &st, NULL) == SQLITE_OK &&
		sqlite3_step(st) == SQLITE_ROW;

	if (good)
		*out = sqlite3_column_int(st, 0);
	else
		database_complain(d, e);
	sqlite3_finalize(st);
	return good;
}

/* False when the file is not ours, or newer than this program. */
static bool check_version(struct database *d, int *version, struct err *e)
{
	int id, tables;

	if (!number(d, "PRAGMA application_id", &id, e) ||
		!number(d, "PRAGMA user_version", version, e) ||
		!number(d, "SELECT count(*) FROM sqlite_master", &tables, e))
		return false;
	if (tables && id != APPLICATION_ID)
		return err_set(e,
			_("%s: not a database of dateline's; move it "
			  "away"),
			d->path);
	if (*version > VERSION)
		return err_set(e,
			_("%s: written by a newer dateline (version %d, this "
			  "one knows %d); nothing is kept"),
			d->path, *version, VERSION);
	return true;
}

static bool upgrade(struct database *d, struct err *e)
{
	int version;

	if (!check_version(d, &version, e))
		return false;
	for (; version < VERSION; version++)
		if (!database_run(d, steps[version], e))
			return false;
	return true;
}

/* The version as of one moment: another session may be making the schema. */
static bool read_version(struct database *d, int *version, struct err *e)
{
	bool good = database_run(d, "BEGIN", e) && check_version(d, version, e);

	sqlite3_exec(d->sql, "ROLLBACK", NULL, NULL, NULL);
	return good;
}

/* Brings the schema to this version, in one transaction. */
static bool migrate(struct database *d, struct err *e)
{
	char mark[96];
	int version;

	if (!read_version(d, &version, e))
		return false;
	if (version == VERSION)
		return true;
	snprintf(mark, sizeof mark,
		"PRAGMA application_id = %d; PRAGMA user_version = %d",
		APPLICATION_ID, VERSION);
	if (!database_run(d, "BEGIN IMMEDIATE", e))
		return false;
	/* Another session may have done it meanwhile: it looks again. */
	if (upgrade(d, e) && database_run(d, mark, e) &&
		database_run(d, "COMMIT", e))
		return true;
	sqlite3_exec(d->sql, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

static void open_memory(struct database *d)
{
	struct err e;

	d->kept = false;
	if (sqlite3_open(":memory:", &d->sql) != SQLITE_OK)
		abort();
	migrate(d, &e);
}

/* What SSH asks of the files that it obeys (sshd_config, StrictModes). */
static bool check_owner(const char *path, const struct stat *st, struct err *e)
{
	if (!S_ISREG(st->st_mode))
		return err_set(
			e, _("%s: not a regular file; move it away"), path);
	if (st->st_uid != geteuid())
		return err_set(e, _("%s: belongs to another user"), path);
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return err_set(
			e, _("%s: others can write to it; chmod 600 it"), path);
	return true;
}

void database_uri(struct buf *out, const char *path)
{
	buf_add(out, STR("file:"));
	for (const char *c = path; *c; c++)
		buf_add_f(out, strchr("?#%", *c) ? "%%%02x" : "%c",
			(unsigned char)*c);
	buf_add(out, STR("?immutable=1"));
}

/* A place on a medium that cannot be written: nobody else changes it. */
static bool open_unchanging(struct database *d, struct err *e)
{
	struct buf uri = { 0 };
	bool good;

	database_uri(&uri, d->path);
	sqlite3_close(d->sql);
	good = sqlite3_open_v2(uri.p, &d->sql,
		       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
		       NULL) == SQLITE_OK;
	buf_release(&uri);
	return good || database_complain(d, e);
}

/* The file is there and may be used. */
static bool open_file(struct database *d, struct err *e)
{
	int version = 0;

	d->kept = true;
	if (sqlite3_open_v2(d->path, &d->sql,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW |
			    SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		return database_complain(d, e);
	sqlite3_busy_timeout(d->sql, BUSY_MS);
	if (sqlite3_db_readonly(d->sql, "main") == 1)
		return open_unchanging(d, e) && check_version(d, &version, e) &&
		       (version == VERSION ||
			       err_set(e, _("%s: cannot be written"), d->path));
	/* No session can change the mode while another one reads; the file
	 * keeps what one of them has set. */
	sqlite3_exec(d->sql, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	/* NORMAL: a crash of the program loses nothing, one of the system
	 * perhaps the last changes, and never the file; a key press does not
	 * wait for the disk (SQLite, PRAGMA synchronous). */
	return migrate(d, e) &&
	       database_run(d,
		       "PRAGMA synchronous = NORMAL;"
		       "PRAGMA foreign_keys = ON",
		       e) &&
	       number(d, "PRAGMA data_version", &d->version, e);
}

static bool open_checked(struct database *d, struct err *e)
{
	struct stat st;

	if (lstat(d->path, &st) < 0)
		return err_set(e, "%s: %s", d->path, strerrordesc_np(errno));
	if (!check_owner(d->path, &st, e))
		return false;
	if (open_file(d, e))
		return true;
	sqlite3_close(d->sql);
	d->sql = NULL;
	return false;
}

bool database_open(struct database *d, const char *path, struct err *e)
{
	struct stat st;

	*d = (struct database){ .version = -1 };
	e->msg[0] = '\0';
	if (path) {
		d->path = mem_alloc(strlen(path) + 1);
		memcpy(d->path, path, strlen(path) + 1);
		if (lstat(path, &st) == 0 ||
			(errno != ENOENT && errno != ENOTDIR)) {
			if (open_checked(d, e))
				return true;
			d->refused = true;
		}
	}
	open_memory(d);
	return !d->refused;
}

void database_close(struct database *d)
{
	sqlite3_close(d->sql);
	free(d->path);
	*d = (struct database){ 0 };
}

/* The folders of the path, each the user's alone when it is made here. */
static bool make_folders(char *path, struct err *e)
{
	for (char *slash = strchr(path + 1, '/'); slash;
		slash = strchr(slash + 1, '/')) {
		int failed;

		*slash = '\0';
		failed = mkdir(path, 0700) < 0 && errno != EEXIST;
		if (failed)
			err_set(e, "%s: %s", path, strerrordesc_np(errno));
		*slash = '/';
		if (failed)
			return false;
	}
	return true;
}

/* Takes what is in the file in place of what is in memory. */
static bool open_instead(struct database *d, struct err *e)
{
	sqlite3 *memory = d->sql;

	if (open_checked(d, e)) {
		sqlite3_close(memory);
		return true;
	}
	d->sql = memory;
	d->kept = false;
	return false;
}

bool database_changed(struct database *d)
{
	int version = d->version;
	struct stat st;
	struct err e;

	if (!d->kept)
		return d->path && !d->refused && lstat(d->path, &st) == 0 &&
		       open_instead(d, &e);
	return number(d, "PRAGMA data_version", &d->version, &e) &&
	       d->version != version;
}

bool database_create(struct database *d, struct err *e)
{
	int fd;

	if (!make_folders(d->path, e))
		return false;
	fd = open(d->path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		0600);
	if (fd < 0 && errno != EEXIST)
		return err_set(e, "%s: %s", d->path, strerrordesc_np(errno));
	if (fd >= 0)
		close(fd);
	return open_instead(d, e);
}

void database_leave_file(struct database *d)
{
	sqlite3 *file = d->sql;
	sqlite3_backup *copy;

	open_memory(d);
	d->refused = true;
	copy = sqlite3_backup_init(d->sql, "main", file, "main");
	if (!copy || sqlite3_backup_step(copy, -1) != SQLITE_DONE) {
		sqlite3_backup_finish(copy);
		sqlite3_close(d->sql);
		open_memory(d);
	} else {
		sqlite3_backup_finish(copy);
	}
	sqlite3_close(file);
}
