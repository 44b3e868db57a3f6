#include "dateline/config/config.h"

#include "dateline/base/env.h"

bool config_path(struct buf *out, const char *name)
{
	return env_xdg(out, "XDG_CONFIG_HOME", ".config", name);
}
