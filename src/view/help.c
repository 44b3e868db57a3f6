/* The keys as bound now: those of the screen it was opened from, its signs,
 * then the keys of all screens. Enter does what the row says. */
#include "list_view.h"
#include "marks.h"

/* Columns for the keys of a command. */
#define KEYS_COLS 18

static uint8_t left_cols(const struct view *v)
{
	return v->rows.cols < 50 ? 8 : KEYS_COLS;
}

static void add_command(struct app *app, struct view *v, enum command_id id)
{
	struct row row = row_of(ROW_TEXT);
	struct buf b = { 0 };

	keymap_keys_of(&app->keymap, v->about, id, &b);
	row.left = rows_keep(&v->rows, &b);
	row.left_cols = left_cols(v);
	buf_add_f(&b, ":%s", commands[id].name);
	row.right = rows_keep(&v->rows, &b);
	row.command = (uint32_t)id;
	rows_add_wrapped(&v->rows, &row, str_from_c(commands[id].help));
	buf_release(&b);
}

static void add_commands(struct app *app, struct view *v, bool everywhere)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if ((commands[i].in & v->about) &&
			(commands[i].in == IN_ALL) == everywhere)
			add_command(app, v, (enum command_id)i);
}

static void add_marks(struct app *app, struct view *v)
{
	const struct mark_info *mark;

	if (mark_at(v->about, 0))
		rows_add_heading(&v->rows, STR("What the signs mean"));
	for (size_t i = 0; (mark = mark_at(v->about, i)) != NULL; i++) {
		struct row row = row_of(ROW_TEXT);

		row.left = str_from_c(
			app->ascii && mark->ascii ? mark->ascii : mark->sign);
		row.left_cols = left_cols(v);
		rows_add_wrapped(&v->rows, &row, str_from_c(mark->help));
	}
}

/* Only of use where ui.mouse is set. */
static void add_mouse(struct view *v)
{
	static const struct {
		const char *what, *help;
	} uses[] = { { "wheel", "scrolls; nothing is opened or marked by it" },
		{ "click", "selects a row or a quote; another one opens it" },
		{ "with Shift", "text is selected, as the terminal does it" } };

	rows_add_heading(&v->rows, STR("The mouse"));
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
		struct row row = row_of(ROW_TEXT);

		row.left = str_from_c(uses[i].what);
		row.left_cols = left_cols(v);
		rows_add_wrapped(&v->rows, &row, str_from_c(uses[i].help));
	}
}

static bool has_own(unsigned about)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++)
		if ((commands[i].in & about) && commands[i].in != IN_ALL)
			return true;
	return false;
}

static void help_prepare(struct app *app, struct view *v, int cols)
{
	struct buf title = { 0 };

	if (!rows_view_begin(app, v, cols))
		return;
	buf_add_f(&title, "In this screen (%s)", view_name(v->about));
	if (has_own(v->about)) {
		rows_add_heading(&v->rows, rows_keep(&v->rows, &title));
		add_commands(app, v, false);
	}
	add_marks(app, v);
	rows_add_heading(&v->rows, STR("In all screens"));
	add_commands(app, v, true);
	if (app->config->options.mouse)
		add_mouse(v);
	rows_view_end(app, v);
	buf_release(&title);
}

static bool help_run(struct app *app, struct view *v, const struct call *call)
{
	struct call chosen = { 0 };

	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	if (v->list.cursor >= v->rows.list.n)
		return true;
	chosen.id = (enum command_id)v->rows.list.v[v->list.cursor].command;
	if (chosen.id == COMMAND_NONE)
		return true;
	/* The help is left first: the command is for the screen below. */
	app_run(app, &(struct call){ .id = COMMAND_LEAVE });
	app_run(app, &chosen);
	return true;
}

static void help_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	buf_add_f(out, "Help: %s", view_name(v->about));
}

const struct view_ops help_ops = {
	.in = IN_HELP,
	.pane = PANE_CONTENT,
	.prepare = help_prepare,
	.draw = list_view_draw,
	.run = help_run,
	.where = help_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
