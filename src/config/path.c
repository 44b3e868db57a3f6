#include "dateline/config/config.h"

#include "dateline/base/env.h"

bool config_path(struct buf *out, const char *name)
{
	const char *base = env_get("XDG_CONFIG_HOME");
	const char *home = env_get("HOME");

	if (base && *base == '/')
		buf_add_f(out, "%s/dateline/%s", base, name);
	else if (home)
		buf_add_f(out, "%s/.config/dateline/%s", home, name);
	else
		return false;
	return true;
}
