#include "dateline/config/live.h"

#include "dateline/base/env.h"
#include "dateline/base/message.h"

#include <stdlib.h>

void config_live_open(struct config_live *live, struct config *first)
{
	*live = (struct config_live){ .now = first,
		.first = first,
		.file = first->file,
		.given = first->settings.n };
	config_themes(first);
}

static void say_setting(
	const struct config *c, const struct option_info *o, struct buf *told)
{
	buf_add_f(told, "%s.%s = ", o->section, o->name);
	option_format(o, &c->options, told);
}

static void name_option(const struct option_info *o, struct err *e)
{
	struct err why = *e;

	err_set(e, "%s.%s: %s", o->section, o->name, why.msg);
}

bool config_live_set(struct config_live *live, struct str name,
	struct str value, struct buf *told, struct err *e)
{
	const struct option_info *o = option_named(name);
	struct buf whole = { 0 };
	bool good;

	if (!o)
		return err_set(e, _("there is no option %.*s"), STR_ARG(name));
	if (!option_is_live(o))
		return err_set(e,
			_("%s.%s: only a start heeds it: config.ini, or --set"),
			o->section, o->name);
	buf_add_f(&whole, "%s.%s", o->section, o->name);
	good = config_set(live->now, buf_str(&whole), value, e);
	buf_release(&whole);
	if (good)
		say_setting(live->now, o, told);
	else
		name_option(o, e);
	return good;
}

static void release(struct config *c)
{
	config_release(c);
	free(c);
}

/* As the start did it; NULL and *e when the file could not be used. */
static struct config *read_again(const struct config_live *live, struct err *e)
{
	struct config *c = mem_alloc(sizeof *c);
	const struct config *first = live->first;
	struct err ignored;

	config_init(c);
	if (!config_read(c, arena_dup_c(&c->arena, live->file), true)) {
		err_set(e, "%.*s", STR_ARG(c->errors.v[0]));
		release(c);
		return NULL;
	}
	for (size_t i = 0; i < live->given; i++)
		config_set(c, first->settings.v[i].name,
			first->settings.v[i].value, &ignored);
	return c;
}

static void say_read(const struct config *c, struct str path, size_t before,
	struct buf *told)
{
	if (c->errors.n == before)
		buf_add_f(told, "read: %.*s", STR_ARG(path));
}

static bool source_first(
	struct config_live *live, struct buf *told, struct err *e)
{
	struct config *again;

	if (live->file.n == 0)
		return err_set(e, _("no configuration was looked for at the "
				    "start; :source FILE reads one"));
	again = read_again(live, e);
	if (!again)
		return false;
	config_themes(again);
	say_read(again, live->file, 0, told);
	*vec_push(&live->read) = again;
	live->now = again;
	return true;
}

static bool source_file(struct config_live *live, struct str path,
	struct buf *told, struct err *e)
{
	struct config *c = live->now;
	const char *home = env_get("HOME");
	struct buf whole = { 0 };
	size_t before = c->errors.n;
	bool good;

	if (str_starts(path, STR("~/")) && home) {
		buf_add(&whole, str_from_c(home));
		path = str_slice(path, 1, path.n);
	}
	buf_add(&whole, path);
	good = config_read(c, whole.p, true);
	if (good) {
		say_read(c, buf_str(&whole), before, told);
	} else {
		err_set(e, "%.*s",
			STR_ARG(c->errors.n > before ? c->errors.v[before]
						     : path));
		c->errors.n = before;
	}
	buf_release(&whole);
	return good;
}

bool config_live_read(struct config_live *live, struct str path,
	struct buf *told, struct err *e)
{
	if (env_get("DATELINE_SECURE"))
		return err_set(
			e, _("this session is a restricted one: it reads "
			     "no configuration"));
	return path.n ? source_file(live, path, told, e)
		      : source_first(live, told, e);
}

void config_live_close(struct config_live *live)
{
	for (size_t i = 0; i < live->read.n; i++)
		release(live->read.v[i]);
	vec_free(&live->read);
}
