#include "dateline/base/env.h"

#include <stdlib.h>

const char *env_get(const char *name)
{
	const char *value = getenv(name); // NOLINT(concurrency-mt-unsafe)

	return value && *value ? value : NULL;
}

bool env_xdg(struct buf *out, const char *variable, const char *otherwise,
	const char *name)
{
	const char *base = env_get(variable);
	const char *home = env_get("HOME");

	if (base && *base == '/')
		buf_add_f(out, "%s/dateline/%s", base, name);
	else if (home)
		buf_add_f(out, "%s/%s/dateline/%s", home, otherwise, name);
	else
		return false;
	return true;
}
