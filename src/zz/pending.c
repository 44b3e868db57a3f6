/* Stands in for the configuration until its branch is merged; weak. */
#include "dateline/config/config.h"
#define WEAK __attribute__((weak))
WEAK void config_init(struct config *c)
{
	*c = (struct config){ 0 };
}
WEAK bool config_read(struct config *c, const char *path, bool must_exist)
{
	(void)c, (void)path;
	return !must_exist;
}
WEAK bool config_set(
	struct config *c, struct str name, struct str value, struct err *e)
{
	(void)c, (void)name, (void)value, (void)e;
	return true;
}
WEAK void config_release(struct config *c)
{
	arena_release(&c->arena);
}
