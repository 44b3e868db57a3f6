/* The environment. Nothing changes it once there are threads (message.h), so
 * that any of them may ask at any time. */
#ifndef DATELINE_BASE_ENV_H
#define DATELINE_BASE_ENV_H

#include "dateline/base/buf.h"

/* The value of a variable that is set and not empty; else NULL. */
const char *env_get(const char *name);

/*
 * Appends the path of our file `name` in a folder of the XDG Base Directory
 * Specification 0.8: the one that `variable` names, or where that is unset,
 * empty or relative, `otherwise` below the home. False when there is no home
 * either.
 */
bool env_xdg(struct buf *out, const char *variable, const char *otherwise,
	const char *name);

#endif
