#include "dateline/config/config.h"

bool config_path(struct buf *out, const char *name)
{
	const char *base = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (base && *base == '/')
		buf_add_f(out, "%s/dateline/%s", base, name);
	else if (home && *home)
		buf_add_f(out, "%s/.config/dateline/%s", home, name);
	else
		return false;
	return true;
}
