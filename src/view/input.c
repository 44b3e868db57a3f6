/* From keys to calls of commands: counts, sequences, the prompt. */
#include "filter.h"
#include "mistyped.h"
#include "search.h"

#include "dateline/base/message.h"

/* A count beyond this is a slip. */
#define COUNT_MAX 1000000

static struct call call_of(enum command_id id, uint32_t count)
{
	return (struct call){ id, count, STR_NONE };
}

/* In the history of its prompt, in this session and later ones. */
static void keep_typed(struct app *app, enum command_id id, struct str line)
{
	const char *kind = commands[prompt_kind(id)].name;

	if (!typed_add(&app->prompt.typed[prompt_kind(id)], line))
		return;
	app_wish(app, EFFECT_TYPED);
	app->effects.v[app->effects.n - 1].typed =
		(struct typed_line){ str_from_c(kind),
			arena_dup(&app->wishes, line) };
}

void app_recall(struct app *app, const struct typed_line *line)
{
	enum command_id id = command_find(line->kind);

	if (id != COMMAND_NONE)
		typed_add(&app->prompt.typed[id], line->line);
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
	buf_add(&line, prompt_text(&app->prompt));
	keep_typed(app, call.id, buf_str(&line));
	prompt_close(&app->prompt);
	call.argument = buf_str(&line);
	if (call.id == COMMAND_COMMAND)
		macro_begin(app, call.argument, 1);
	else
		app_run(app, &call);
	buf_release(&line);
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

/* What begins keys of the reader's own does so before there are any. */
static bool is_own_prefix(const struct keys *typed)
{
	return typed->n == 1 && typed->key[0] == ',';
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
		end_sequence(app);
		if (bind->line.p)
			macro_begin(app, bind->line, call_times(&call));
		else
			app_run(app, &call);
		return;
	case KEYMAP_NONE:
	default:
		if (is_own_prefix(&app->typed))
			return;
		say_unbound(app, &app->typed);
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
		macro_end(app);
		break;
	case PROMPT_OPEN:
	default:
		search_typed(app);
		filter_typed(app);
	}
}

/* What was pasted is text, never keys: it goes into a prompt or nowhere. */
static bool take_paste(struct app *app, uint32_t key)
{
	bool typing = app->prompt.id != COMMAND_NONE;

	if (key == KEYS_PASTE_BEGIN) {
		end_sequence(app);
		app->pasting = true;
		return true;
	}
	if (!app->pasting)
		return false;
	/* Esc, which terminals take out of what is pasted, ends it too, should
	 * its end not come. */
	if (key == KEYS_PASTE_END || key == KEYS_ESC) {
		app->pasting = false;
		search_typed(app);
		filter_typed(app);
		if (!typing)
			app_refuse(app,
				_("pasted text is not taken for keys; %s takes it"),
				app_key_for(app, COMMAND_COMMAND));
	} else if (typing) {
		prompt_paste(&app->prompt, key);
	}
	return true;
}

void app_key(struct app *app, uint32_t key)
{
	if (key == KEYS_NONE)
		return;
	buf_clear(&app->message.text);
	if (take_paste(app, key) || key == KEYS_PASTE_END)
		return;
	if (app->prompt.id != COMMAND_NONE) {
		app->look++; /* though what is typed be a move */
		prompt_typed(app, key);
		return;
	}
	macro_end(app);
	if (key == KEYS_ESC && (app->typed.n || app->count))
		end_sequence(app);
	else if (!take_digit(app, key))
		key_typed(app, key);
}
