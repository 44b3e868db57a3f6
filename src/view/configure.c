#include "configure.h"

#include "article_row.h"
#include "list_view.h"
#include "saved.h"
#include "script.h"
#include "sorting.h"

#include "dateline/base/message.h"

struct event effect_configure(
	const struct effect *effect, struct config_live *live, struct buf *told)
{
	struct event e = { .kind = EVENT_CONFIGURED };
	const struct setting *s = &effect->setting;
	struct err err;
	bool good;

	buf_clear(told);
	good = s->name.n ? config_live_set(live, s->name, s->value, told, &err)
			 : config_live_read(live, s->value, told, &err);
	if (!good)
		buf_add(told, str_from_c(err.msg));
	e.configured = (struct configured){ live->now, buf_str(told), !good };
	return e;
}

static void wish(struct app *app, struct str name, struct str value)
{
	app_wish(app, EFFECT_CONFIGURE);
	app->effects.v[app->effects.n - 1].setting =
		(struct setting){ arena_dup(&app->wishes, name),
			arena_dup(&app->wishes, value) };
}

/* "; did you mean width?", or how they are seen. */
static void say_near_option(struct str name, struct buf *out)
{
	const struct option_info *near = option_near(name);

	if (near)
		buf_add_f(out, _("; did you mean %s?"), near->name);
	else
		buf_add(out, MSG("; :set shows them"));
}

/* The option of a name; NULL, and the reader is told. */
static const struct option_info *find_option(struct app *app, struct str name)
{
	const struct option_info *o = option_named(name);
	struct buf near = { 0 };

	if (o)
		return o;
	say_near_option(name, &near);
	app_complain(
		app, _("there is no option %.*s%s"), STR_ARG(name), near.p);
	buf_release(&near);
	return NULL;
}

static void say_option(struct app *app, const struct option_info *o)
{
	struct buf value = { 0 };

	option_format(o, &app->config->options, &value);
	app_say(app, "%s.%s = %.*s", o->section, o->name,
		STR_ARG(buf_str(&value)));
	buf_release(&value);
}

static void turn(struct app *app, const struct option_info *o, struct str name)
{
	struct buf value = { 0 };

	if (o->type != OPTION_BOOL) {
		app_complain(app, _("%s.%s is not yes or no: :set %s=VALUE"),
			o->section, o->name, o->name);
		return;
	}
	option_format(o, &app->config->options, &value);
	wish(app, name,
		str_eq(buf_str(&value), STR("yes")) ? STR("no") : STR("yes"));
	buf_release(&value);
}

void set_run(struct app *app, const struct call *call)
{
	struct str value = str_trim(call->argument), name = STR("");
	const struct option_info *o;
	bool turns;

	if (value.n == 0) {
		app_run(app, &(struct call){ .id = COMMAND_HELP,
				     .argument = STR("options") });
		return;
	}
	if (str_chr(value, '=', 0) != STR_NPOS) {
		str_split(&value, '=', &name);
		name = str_trim(name);
		if (find_option(app, name))
			wish(app, name, str_trim(value));
		return;
	}
	turns = str_ends(value, STR("!"));
	name = str_trim(str_slice(value, 0, value.n - turns));
	o = find_option(app, name);
	if (o && turns)
		turn(app, o, name);
	else if (o)
		say_option(app, o);
}

void theme_run(struct app *app, const struct call *call)
{
	struct str name = str_trim(call->argument);

	if (name.n)
		wish(app, STR("ui.theme"), name);
	else
		say_option(app, option_named(STR("ui.theme")));
}

void source_run(struct app *app, const struct call *call)
{
	wish(app, STR(""), str_trim(call->argument));
}

/* Keys. */

void configure_keys(struct app *app)
{
	keymap_release(&app->keymap);
	keymap_init(&app->keymap, app->config);
	for (size_t i = 0; i < app->bound.n; i++)
		keymap_add(&app->keymap, &app->bound.v[i]);
	app->serial++; /* help shows them */
}

static void say_bound(struct app *app, struct str written)
{
	const struct bind *b = NULL;
	struct keys keys;

	if (!keys_parse(written, &keys) ||
		keymap_find(&app->keymap, app_focused(app)->ops->in, &keys,
			&b) != KEYMAP_FULL)
		app_say(app, _("%.*s is not bound here"), STR_ARG(written));
	else if (b->line.p)
		app_say(app, _("%.*s is %.*s"), STR_ARG(written),
			STR_ARG(b->line));
	else
		app_say(app, _("%.*s is %s"), STR_ARG(written),
			commands[b->id].name);
}

/* Keeps what was bound, and says so; what is wrong with it is said alone. */
static void bind_keys(struct app *app, struct str keys, struct str line)
{
	struct binding b = { .view = STR(""),
		.keys = arena_dup(&app->session, keys),
		.command = arena_dup(&app->session, line),
		.place = STR("bind") };

	if (!keymap_add(&app->keymap, &b)) {
		struct str why = app->keymap.errors.v[app->keymap.errors.n - 1];

		app->keymap.errors.n--;
		app_complain(app, "%.*s", STR_ARG(why));
		return;
	}
	*vec_push(&app->bound) = b;
	app->serial++;
	if (line.n)
		say_bound(app, keys);
	else
		app_say(app, _("%.*s does nothing any more"), STR_ARG(keys));
}

void bind_run(struct app *app, const struct call *call)
{
	struct str line = str_trim(call->argument), keys = STR("");

	if (!str_split(&line, ' ', &keys))
		app_complain(app, ":%s %s", commands[call->id].name,
			commands[call->id].argument);
	else if (call->id == COMMAND_UNBIND)
		bind_keys(app, keys, STR(""));
	else if (str_trim(line).n)
		bind_keys(app, keys, str_trim(line));
	else
		say_bound(app, keys);
}

/* What changed is as a start would have it; what the reader changed by other
 * commands stays. */
static void take_options(
	struct app *app, const struct options *was, const struct options *now)
{
	if (was->width != now->width)
		app->columns = now->width;
	if (was->panes != now->panes)
		app->panes = now->panes;
	if (was->group != now->group)
		app->group = (enum option_group)now->group;
	if (was->copies != now->copies)
		app->joined = now->copies == COPIES_JOINED;
	if (was->group != now->group || was->copies != now->copies ||
		!str_eq(was->sort, now->sort))
		app_reorder(app);
	app->paper.lines.n = 0; /* laid out anew */
	app_relayout(app);
}

/* What is read of the configuration once, with what is wrong in it. */
static void read_anew(struct app *app, const struct options *was)
{
	const struct sort sort = app->sort;
	size_t before = app->mistakes.list.n;

	mistakes_release(&app->mistakes);
	mistakes_find(&app->mistakes, app->config, &app->keymap);
	row_forms_read(app);
	sorting_read(app);
	if (str_eq(was->sort, app->options.sort))
		app->sort = sort;
	highlights_release(&app->highlights);
	highlights_init(&app->highlights, app->config);
	if (app->mistakes.list.n <= before)
		return;
	buf_clear(&app->message.text);
	mistakes_say(&app->mistakes, app_key_for(app, COMMAND_SKIPPED),
		&app->message.text);
	app->message.is_error = app->message.in_full = true;
}

void configure_take(struct app *app, const struct configured *c)
{
	const struct options was = app->options;

	if (c->failed) {
		app_complain(app, "%.*s", STR_ARG(c->told));
		return;
	}
	app_say(app, "%.*s", STR_ARG(c->told));
	app->config = c->config;
	app->options = c->config->options;
	configure_keys(app);
	read_anew(app, &was);
	take_options(app, &was, &app->options);
	saved_renew(app);
}

/* Completion. */

static void offer_values(const struct app *app, const struct option_info *o,
	struct str typed, struct prompt *p)
{
	struct buf scratch = { 0 };
	const char *value;

	if (str_eq(str_from_c(o->name), STR("theme")))
		offer_themes(app, typed, p);
	for (size_t i = 0; (value = option_value(o, i, &scratch)) != NULL; i++)
		if (str_starts(str_from_c(value), typed))
			prompt_offer(p, str_from_c(value));
	if (o->type == OPTION_NUMBER) {
		buf_clear(&scratch);
		option_format(o, &app->config->options, &scratch);
		if (str_starts(buf_str(&scratch), typed))
			prompt_offer(p, buf_str(&scratch));
	}
	buf_release(&scratch);
}

static void offer_option(const struct app *app, const struct option_info *o,
	struct str typed, struct prompt *p)
{
	struct buf name = { 0 }, help = { 0 };
	struct str does = str_from_c(message(o->help)), line = STR("");

	buf_add_f(&name, "%s.%s=", o->section, o->name);
	str_split(&does, '\n', &line);
	option_format(o, &app->config->options, &help);
	buf_add_f(&help, "  %.*s", STR_ARG(line));
	if (str_starts(buf_str(&name), typed) ||
		str_starts(str_from_c(o->name), typed))
		prompt_offer_help(p, buf_str(&name), buf_str(&help));
	buf_release(&name);
	buf_release(&help);
}

void offer_options(const struct app *app, struct str typed, struct prompt *p)
{
	size_t equals = str_chr(typed, '=', 0);
	const struct option_info *o;

	if (equals == STR_NPOS) {
		for (size_t i = 0; (o = option_at(i)) != NULL; i++)
			offer_option(app, o, typed, p);
		return;
	}
	o = option_named(str_trim(str_slice(typed, 0, equals)));
	if (!o)
		return;
	prompt_keep(p, typed, equals + 1);
	offer_values(app, o, str_slice(typed, equals + 1, typed.n), p);
}

void offer_themes(const struct app *app, struct str typed, struct prompt *p)
{
	for (size_t i = 0; i < app->config->themes.n; i++)
		if (str_starts(app->config->themes.v[i], typed))
			prompt_offer(p, app->config->themes.v[i]);
}

void offer_binding(const struct app *app, struct str typed, struct prompt *p)
{
	size_t at = str_chr(typed, ' ', 0);

	(void)app;
	if (at == STR_NPOS)
		return;
	at += 1 + script_last(str_slice(typed, at + 1, typed.n));
	prompt_keep(p, typed, at);
	typed = str_slice(typed, at, typed.n);
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if (str_starts(str_from_c(commands[i].name), typed))
			prompt_offer_help(p, str_from_c(commands[i].name),
				str_from_c(message(commands[i].help)));
}
