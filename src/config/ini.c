/*
 * INI files. iniparser 4.1 keeps all values in one table that is searched from
 * its start for each new key, folds the case of keys, and crashes when a key
 * is named like a section (CVE-2023-33461). So it is given the checked values
 * in small batches under names made here, k1, k2 …, and reads nothing else.
 */
#include "dateline/config/ini.h"

#include "config/ini_line.h"
#include "dateline/base/file.h"
#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"

#include <fcntl.h>
#include <iniparser/iniparser.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	BATCH = 256 /* values; a batch costs its square */
};

/* A file being read. */
struct reader {
	struct ini *ini;
	struct str section;
	bool skip; /* the section's header is bad */
	unsigned line;
	size_t batch; /* first entry of the open batch */
	struct buf text; /* the batch, for iniparser */
	size_t errors; /* all, those not kept too */
};

static void add_error(struct ini *ini, struct str message)
{
	*vec_push(&ini->errors) =
		text_clean(&ini->arena, message, SANITIZE_LINE);
}

void ini_complain(
	struct ini *ini, const struct ini_entry *e, const char *problem)
{
	struct buf b = { 0 };

	buf_add_f(&b, "%.*s:%u: ", STR_ARG(ini->name), e->line);
	if (e->section.n)
		buf_add_f(&b, "[%.*s] ", STR_ARG(e->section));
	if (e->key.n)
		buf_add_f(&b, "%.*s: ", STR_ARG(e->key));
	buf_add(&b, str_from_c(problem));
	add_error(ini, buf_str(&b));
	buf_release(&b);
}

static void report(struct reader *r, struct str key, const char *problem)
{
	struct ini_entry e = { r->section, key, STR_NONE, r->line };

	if (r->errors++ < INI_MAX_ERRORS)
		ini_complain(r->ini, &e, problem);
}

static void report_rest(struct reader *r)
{
	struct buf b = { 0 };

	if (r->errors <= INI_MAX_ERRORS)
		return;
	buf_add_f(&b, _("%.*s: %zu more lines were left out"),
		STR_ARG(r->ini->name), r->errors - INI_MAX_ERRORS);
	add_error(r->ini, buf_str(&b));
	buf_release(&b);
}

/* iniparser reads files by name only: one in memory, by its descriptor's. */
static dictionary *load_text(struct str text)
{
	int fd = memfd_create("ini", MFD_CLOEXEC);
	dictionary *d = NULL;
	char path[40];

	if (fd < 0)
		return NULL;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	if (write(fd, text.p, text.n) == (ssize_t)text.n)
		d = iniparser_load(path);
	close(fd);
	return d;
}

/* Values of the open batch, by iniparser. */
static void close_batch(struct reader *r)
{
	struct ini *ini = r->ini;
	dictionary *d;

	if (r->batch == ini->entries.n)
		return;
	d = load_text(buf_str(&r->text));
	if (!d)
		report(r, STR_NONE,
			_("the values before this line could not be "
			  "read: no memory file (is /proc there?)"));
	for (size_t i = r->batch; d && i < ini->entries.n; i++) {
		char key[32];

		snprintf(key, sizeof key, "b:k%zu", i - r->batch);
		ini->entries.v[i].value = arena_dup(&ini->arena,
			str_from_c(iniparser_getstring(d, key, "")));
	}
	if (d)
		iniparser_freedict(d);
	else
		ini->entries.n = r->batch;
	r->batch = ini->entries.n;
	buf_clear(&r->text);
}

static void add_value(struct reader *r, const struct ini_line *line)
{
	size_t i = r->ini->entries.n - r->batch;

	if (i == 0)
		buf_add(&r->text, STR("[b]\n"));
	buf_add_f(&r->text, "k%zu=", i);
	buf_add(&r->text, line->value);
	buf_add_c(&r->text, '\n');
	*vec_push(&r->ini->entries) = (struct ini_entry){ r->section,
		arena_dup(&r->ini->arena, line->key), STR_NONE, r->line };
	if (i + 1 == BATCH)
		close_batch(r);
}

static void take_line(struct reader *r, struct str raw)
{
	struct ini_line line = ini_line_read(raw);

	r->line++;
	if (line.kind == INI_LINE_BAD)
		report(r, line.key, line.problem);
	if (line.kind == INI_LINE_SECTION) {
		r->section = arena_dup(&r->ini->arena, line.key);
		r->skip = false;
	} else if (line.kind == INI_LINE_BAD && line.key.n &&
		   str_starts(str_trim(raw), STR("["))) {
		r->skip = true;
	} else if (line.kind == INI_LINE_VALUE && !r->skip) {
		add_value(r, &line);
	}
}

void ini_parse(struct ini *ini, struct str name, struct str bytes)
{
	struct reader r = { .ini = ini, .section = STR("") };
	struct str line;

	ini->name = text_clean_path(&ini->arena, name);
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_slice(bytes, 3, bytes.n);
	while (str_split(&bytes, '\n', &line))
		take_line(&r, line);
	close_batch(&r);
	report_rest(&r);
	buf_release(&r.text);
}

static bool is_trusted(const struct stat *st, struct err *e)
{
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return err_set(
			e, _("others may write it: chmod go-w it first"));
	if (st->st_uid != geteuid() && st->st_uid != 0)
		return err_set(e, _("it belongs to another user"));
	return true;
}

bool ini_load(struct ini *ini, const char *path, struct err *e)
{
	struct buf bytes = { 0 };
	struct stat st;
	int fd = file_open(AT_FDCWD, path, true, &st, e);
	bool ok = fd >= 0 && is_trusted(&st, e) &&
		  file_read(fd, INI_MAX_FILE, &bytes, e);

	if (fd >= 0)
		close(fd);
	if (ok)
		ini_parse(ini, str_from_c(path), buf_str(&bytes));
	buf_release(&bytes);
	return ok;
}

void ini_release(struct ini *ini)
{
	vec_free(&ini->entries);
	vec_free(&ini->errors);
	arena_release(&ini->arena);
}
