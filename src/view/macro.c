/* Lines of commands, run one by one. */
#include "mistyped.h"

/* A count beyond this is a slip. */
#define TIMES_MAX 1000

static void run_one(struct app *app, struct str one, uint32_t count)
{
	struct arena arena = { 0 };
	struct str name;
	struct call call = script_read(one, &arena, &name);

	if (call.count == 0)
		call.count = count;
	if (call.id == COMMAND_NONE)
		say_no_command(app, name);
	else if (!(commands[call.id].in & app_focused(app)->ops->in))
		say_elsewhere(app, call.id);
	else
		app_run(app, &call);
	arena_release(&arena);
}

void macro_end(struct app *app)
{
	buf_clear(&app->script.line);
}

static void run_next(struct app *app)
{
	struct script *s = &app->script;
	struct str rest = str_slice(buf_str(&s->line), s->at, s->line.n), one;
	struct buf copy = { 0 };

	if (!script_next(&rest, &one)) {
		s->at = 0;
		if (--s->times == 0)
			macro_end(app);
		return;
	}
	s->at = s->line.n - rest.n;
	/* It may begin a line of its own. */
	buf_add(&copy, one);
	run_one(app, buf_str(&copy), 0);
	buf_release(&copy);
}

void macro_go_on(struct app *app)
{
	/* Whoever answers a wish may be the one who refuses. */
	while (!app->refused && app->script.line.n && app->effects.n == 0 &&
		app->prompt.id == COMMAND_NONE && !app->filtering.waiting)
		run_next(app);
	if (app->refused)
		macro_end(app);
}

void macro_begin(struct app *app, struct str line, uint32_t times)
{
	struct script *s = &app->script;
	struct buf copy = { 0 };

	app->refused = false;
	macro_end(app);
	if (!script_is_macro(line)) {
		/* A count is the command's own. */
		buf_add(&copy, line);
		if (str_trim(line).n)
			run_one(app, buf_str(&copy), times > 1 ? times : 0);
		buf_release(&copy);
		return;
	}
	buf_add(&s->line, line);
	s->at = 0;
	s->times = times < TIMES_MAX ? times : TIMES_MAX;
	macro_go_on(app);
}
