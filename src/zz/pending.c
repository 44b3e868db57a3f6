/* Stands in for what other branches bring, until they are merged; weak. */
#include "dateline/store/store.h"
#include "input/lead.h"
#include "input/readers.h"
#include "dateline/view/app.h"
#define WEAK __attribute__((weak))
struct app {
	int rows;
};
WEAK struct app *app_new(const struct config *config, int32_t today)
{
	(void)config, (void)today;
	return mem_calloc(1, sizeof(struct app));
}
WEAK void app_free(struct app *app)
{
	free(app);
}
WEAK bool app_update(struct app *app, const struct event *e)
{
	app->rows += (int)e->key;
	return false;
}
WEAK bool app_effect(struct app *app, struct effect *out)
{
	(void)app, (void)out;
	return false;
}
WEAK void app_draw(struct app *app, struct screen *s)
{
	(void)app, (void)s;
}
WEAK uint32_t key_parse(struct str *rest)
{
	rest->n = 0;
	return KEYS_NONE;
}
WEAK void screen_resize(struct screen *s, int rows, int cols)
{
	s->rows = rows;
	s->cols = cols;
}
WEAK void screen_release(struct screen *s)
{
	(void)s;
}
WEAK void screen_print(const struct screen *s, struct buf *out)
{
	(void)s, (void)out;
}
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
