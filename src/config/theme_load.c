#include "config/theme_load.h"

#include "dateline/base/message.h"
#include "dateline/config/config.h"

#include <unistd.h>

/* Appends the path of the user's own file of this name; false when the name
 * would lead out of the folder, or there is no home. */
static bool own_path(struct str name, struct buf *path)
{
	struct buf file = { 0 };
	bool ok;

	if (!name.n || name.p[0] == '.' || str_chr(name, '/', 0) != STR_NPOS)
		return false;
	buf_add_f(&file, "themes/%.*s.ini", STR_ARG(name));
	ok = config_path(path, file.p);
	buf_release(&file);
	return ok;
}

static bool no_theme(struct str name, struct err *e)
{
	struct buf names = { 0 };
	const char *builtin;

	for (size_t i = 0; (builtin = theme_builtin_name(i)) != NULL; i++)
		buf_add_f(&names, "%s%s", i ? ", " : "", builtin);
	err_set(e,
		_("there is no theme \"%.*s\"; there are %s, and the files of "
		  "the folder themes beside config.ini"),
		STR_ARG(name), names.p);
	buf_release(&names);
	return false;
}

/* The file exists; the error names it, for the user asked for a theme only. */
static bool read_own(struct theme *t, const char *path, struct arena *a,
	struct buf *mistakes, struct err *e)
{
	struct err why;

	return theme_read(t, path, a, mistakes, &why) ||
	       err_set(e, "%s: %s", path, why.msg);
}

bool theme_load(struct theme *t, struct str name, struct arena *a,
	struct buf *mistakes, struct err *e)
{
	struct buf path = { 0 };
	bool ok;

	if (own_path(name, &path) && access(path.p, F_OK) == 0)
		ok = read_own(t, path.p, a, mistakes, e);
	else
		ok = theme_builtin(t, name) || no_theme(name, e);
	buf_release(&path);
	return ok;
}
