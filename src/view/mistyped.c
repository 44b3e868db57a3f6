#include "mistyped.h"

#include "script.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"

/* What keys do in other programs, where ours does it by another key. */
static const struct {
	const char *keys;
	enum command_id id;
	const char *program;
} key_habits[] = {
	{ "&", COMMAND_FILTER, "less" },
	{ "d", COMMAND_HALF_DOWN, "less" },
	{ "^E", COMMAND_DOWN, "less" },
	{ "^Y", COMMAND_UP, "less" },
	{ "A", COMMAND_READ_ALL, "newsboat" },
	{ "C", COMMAND_READ_ALL, "newsboat" },
	{ "c", COMMAND_SOURCES, "mutt" },
	{ "o", COMMAND_GROUP, "mutt" },
	{ "$", COMMAND_RELOAD, "mutt" },
	{ "B", COMMAND_BACK, "w3m" },
	{ "H", COMMAND_FIRST, "vi" },
	{ "V", COMMAND_SELECT, "vi" },
	{ "^V", COMMAND_SELECT, "vi" },
	{ "^G", COMMAND_HELP, "pine" },
};

/* What commands are called in other programs. */
static const struct {
	const char *name;
	enum command_id id;
} name_habits[] = {
	{ "limit", COMMAND_FILTER },
	{ "find", COMMAND_SEARCH },
	{ "grep", COMMAND_SEARCH },
	{ "goto", COMMAND_FIRST },
	{ "next", COMMAND_NEXT_ARTICLE },
	{ "prev", COMMAND_PREVIOUS_ARTICLE },
	{ "map", COMMAND_BIND },
	{ "unmap", COMMAND_UNBIND },
	{ "unset", COMMAND_SET },
	{ "colorscheme", COMMAND_THEME },
	{ "refresh", COMMAND_RELOAD },
	{ "catchup", COMMAND_READ_ALL },
	{ "feeds", COMMAND_SOURCES },
	{ "errors", COMMAND_SKIPPED },
	{ "problems", COMMAND_SKIPPED },
};

static bool is_here(const struct app *app, enum command_id id)
{
	return (commands[id].in & app_focused(app)->ops->in) != 0;
}

/* "; less's & is f (filter)". */
static bool say_habit(struct app *app, struct str typed, struct buf *out)
{
	for (size_t i = 0; i < sizeof key_habits / sizeof *key_habits; i++) {
		enum command_id id = key_habits[i].id;

		if (!str_eq(typed, str_from_c(key_habits[i].keys)) ||
			!is_here(app, id))
			continue;
		buf_add_f(out, _("; %s's %.*s is %s (%s)"),
			key_habits[i].program, STR_ARG(typed),
			app_key_for(app, id), commands[id].name);
		return true;
	}
	return false;
}

/* What the keys are in other screens; COMMAND_NONE: nothing. */
static enum command_id elsewhere(
	const struct app *app, const struct keys *typed)
{
	const struct keymap *m = &app->keymap;

	for (size_t i = m->binds.n; i-- > 0;) {
		const struct bind *b = &m->binds.v[i];

		if (b->keys.n != typed->n || b->id == COMMAND_NONE ||
			is_here(app, b->id) ||
			memcmp(b->keys.key, typed->key,
				typed->n * sizeof *typed->key) != 0)
			continue;
		return b->id;
	}
	return COMMAND_NONE;
}

/* The key with the other case of its letter. */
static bool say_other_case(
	struct app *app, const struct keys *typed, struct buf *out)
{
	const struct bind *bind = NULL;
	struct keys other = *typed;
	uint32_t key = typed->key[typed->n - 1];

	if (key >= 0x80 || !ascii_is_alpha((char)key))
		return false;
	other.key[other.n - 1] = key ^ 0x20;
	if (keymap_find(&app->keymap, app_focused(app)->ops->in, &other,
		    &bind) != KEYMAP_FULL)
		return false;
	buf_add(out, STR("; "));
	keys_format(&other, out);
	buf_add_f(out, _(" is %s"), commands[bind->id].name);
	return true;
}

void say_elsewhere(struct app *app, enum command_id id)
{
	struct buf where = { 0 };

	view_names_say(commands[id].in, &where);
	app_refuse(app, _("%s does nothing here: it is for %s"),
		commands[id].name, where.p);
	buf_release(&where);
}

void say_unbound(struct app *app, const struct keys *typed)
{
	enum command_id id = elsewhere(app, typed);
	struct buf name = { 0 }, why = { 0 };

	keys_format(typed, &name);
	if (id != COMMAND_NONE) {
		buf_add_f(&name, " (%s)", commands[id].name);
		view_names_say(commands[id].in, &why);
		app_refuse(app, _("%s does nothing here: it is for %s"), name.p,
			why.p);
	} else if (typed->key[0] == ',') {
		app_refuse(app,
			_("%s is not bound: , begins keys of yours, as "
			  ":bind ,x read; next-unread"),
			name.p);
	} else {
		if (!say_habit(app, buf_str(&name), &why))
			say_other_case(app, typed, &why);
		app_refuse(app,
			_("%s is not bound here%.*s; %s shows the keys"),
			name.p, STR_ARG(buf_str(&why)),
			app_key_for(app, COMMAND_HELP));
	}
	buf_release(&name);
	buf_release(&why);
}

void say_no_command(struct app *app, struct str name)
{
	struct buf near = { 0 };

	for (size_t i = 0; i < sizeof name_habits / sizeof *name_habits; i++)
		if (str_eq(name, str_from_c(name_habits[i].name)))
			buf_add_f(&near, _("; did you mean %s?"),
				commands[name_habits[i].id].name);
	if (near.n == 0)
		script_say_near(name, &near);
	if (near.n == 0)
		buf_add(&near, MSG("; Tab goes through them, :help lists "
				   "them"));
	app_complain(app, _("no command %.*s%s"), STR_ARG(name), near.p);
	buf_release(&near);
}
