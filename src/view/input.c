/* From keys to calls of commands: counts, sequences, the prompt. */
#include "filter.h"
#include "search.h"

/* A count beyond this is a slip. */
#define COUNT_MAX 1000000

static struct call call_of(enum command_id id, uint32_t count)
{
	return (struct call){ id, count, STR_NONE };
}

/* The only command whose name starts so; COMMAND_NONE when there are none or
 * several. */
static enum command_id abbreviated(struct str name)
{
	enum command_id found = COMMAND_NONE;

	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		if (!str_starts(str_from_c(commands[i].name), name))
			continue;
		if (found)
			return COMMAND_NONE;
		found = (enum command_id)i;
	}
	return found;
}

/* A line typed after ":". */
static void run_line(struct app *app, struct str line)
{
	struct str rest = str_trim(line), name = STR_NONE;
	struct call call = { 0 };

	if (!str_split(&rest, ' ', &name))
		return;
	if (str_to_u32(name, &call.count)) {
		call.id = COMMAND_LAST;
	} else {
		call.id = command_find(name);
		call.argument = rest.n ? str_trim(rest) : STR_NONE;
	}
	if (call.id == COMMAND_NONE)
		call.id = abbreviated(name);
	if (call.id == COMMAND_NONE)
		app_complain(app,
			"no command %.*s; Tab goes through them, :help lists them",
			STR_ARG(name));
	else if (!(commands[call.id].in & app_focused(app)->ops->in))
		app_complain(app, "%s does nothing in this screen",
			commands[call.id].name);
	else
		app_run(app, &call);
}

static void prompt_done(struct app *app)
{
	struct call call = { app->prompt.id, 0, STR_NONE };
	struct buf line = { 0 };

	if (app->prompt.yes_no) {
		prompt_close(&app->prompt);
		write_answered(app);
		return;
	}
	buf_add(&line, buf_str(&app->prompt.text));
	prompt_close(&app->prompt);
	call.argument = buf_str(&line);
	if (call.id == COMMAND_COMMAND)
		run_line(app, call.argument);
	else
		app_run(app, &call);
	buf_release(&line);
}

static void complain_unbound(struct app *app)
{
	struct buf typed = { 0 };

	keys_format(&app->typed, &typed);
	app_say(app, "%s is not bound here; %s shows the keys", typed.p,
		app_key_for(app, COMMAND_HELP));
	buf_release(&typed);
}

static void end_sequence(struct app *app)
{
	app->typed.n = 0;
	app->count = 0;
}

static bool take_digit(struct app *app, uint32_t key)
{
	if (app->typed.n || key < '0' || key > '9' ||
		(key == '0' && app->count == 0))
		return false;
	app->count = app->count * 10 + (key - '0');
	if (app->count > COUNT_MAX)
		app->count = COUNT_MAX;
	return true;
}

static void key_typed(struct app *app, uint32_t key)
{
	const struct bind *bind = NULL;
	struct call call;

	app->typed.key[app->typed.n++] = key;
	switch (keymap_find(
		&app->keymap, app_focused(app)->ops->in, &app->typed, &bind)) {
	case KEYMAP_PREFIX:
		return;
	case KEYMAP_FULL:
		call = call_of(bind->id, app->count);
		call.argument = bind->argument;
		end_sequence(app);
		app_run(app, &call);
		return;
	case KEYMAP_NONE:
	default:
		complain_unbound(app);
		end_sequence(app);
	}
}

static void prompt_typed(struct app *app, uint32_t key)
{
	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_DONE:
		prompt_done(app);
		break;
	case PROMPT_CANCELLED:
		search_cancelled(app);
		filter_cancelled(app);
		prompt_close(&app->prompt);
		break;
	case PROMPT_OPEN:
	default:
		search_typed(app);
		filter_typed(app);
	}
}

/*
 * What is pasted is text: it goes to the prompt, without what ends a line
 * there, and nowhere else. Esc, which terminals take out of it, ends it, should
 * its end not come.
 */
static void pasted(struct app *app, uint32_t key)
{
	if (key == KEYS_PASTE_END || key == KEYS_ESC)
		app->pasting = false;
	else if (app->prompt.id == COMMAND_NONE)
		app_say(app, "what is pasted is no command; %s takes text",
			app_key_for(app, COMMAND_SEARCH));
	else if (key == KEYS_ENTER || key == KEYS_TAB)
		prompt_typed(app, ' ');
	else if (key >= ' ' && key < KEYS_SPECIAL)
		prompt_typed(app, key);
}

void app_key(struct app *app, uint32_t key)
{
	if (key == KEYS_NONE)
		return;
	if (app->pasting) {
		pasted(app, key);
		return;
	}
	buf_clear(&app->message.text);
	if (key == KEYS_PASTE_BEGIN || key == KEYS_PASTE_END) {
		app->pasting = key == KEYS_PASTE_BEGIN;
	} else if (app->prompt.id != COMMAND_NONE) {
		app->look++; /* though what is typed be a move */
		prompt_typed(app, key);
	} else if (key == KEYS_ESC && (app->typed.n || app->count)) {
		end_sequence(app);
	} else if (!take_digit(app, key)) {
		key_typed(app, key);
	}
}
