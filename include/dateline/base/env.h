/* The environment. Nothing in the program changes it, so that any thread may
 * ask at any time. */
#ifndef DATELINE_BASE_ENV_H
#define DATELINE_BASE_ENV_H

/* The value of a variable that is set and not empty; else NULL. */
const char *env_get(const char *name);

#endif
