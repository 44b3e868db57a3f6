/*
 * The keys as bound now: those of the screen it was opened from, its signs,
 * the keys of all screens, and what can be typed: options, searches, the other
 * commands. Enter does what the row says. The filter shows the rows, or the
 * sections by their headings, that have all of its words.
 */
#include "list_view.h"
#include "marks.h"
#include "query_offers.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

/* Columns for the keys of a command. */
#define KEYS_COLS 18
#define KEYS_COLS_NARROW 8

struct helper {
	struct app *app;
	struct view *v;
	struct str words; /* of the filter, folded */
	struct str title; /* of the section, not shown yet; STR_NONE: it is */
	struct str section; /* the same, to be searched */
	struct buf b; /* scratch */
};

static uint8_t left_cols(const struct view *v)
{
	return v->rows.cols < 50 ? KEYS_COLS_NARROW : KEYS_COLS;
}

static void begin_section(struct helper *h, struct str title)
{
	h->title = h->section = title;
}

static bool is_asked(
	const struct helper *h, const struct row *row, struct str text)
{
	const struct str places[] = { h->section, row->left, row->right, text };
	struct str rest = h->words, word;
	struct range hit;

	while (str_split(&rest, ' ', &word)) {
		bool found = word.n == 0;

		for (size_t i = 0; i < 4 && !found; i++)
			found = text_find_folded(places[i], word, 0, &hit);
		if (!found)
			return false;
	}
	return true;
}

/* A row, and its section's heading before the first. */
static void add_row(struct helper *h, struct row *row, struct str text)
{
	row->left_cols = left_cols(h->v);
	if (!is_asked(h, row, text))
		return;
	if (h->title.p)
		rows_add_heading(&h->v->rows, h->title);
	h->title = STR_NONE;
	rows_add_wrapped(&h->v->rows, row, text);
}

static bool is_of_screen(const struct helper *h, enum command_id id)
{
	return (commands[id].in & h->v->about) != 0;
}

static void add_command(struct helper *h, enum command_id id)
{
	struct row row = row_of(ROW_TEXT);
	struct buf in = { 0 };
	struct str does;

	keymap_keys_of(&h->app->keymap,
		is_of_screen(h, id) ? h->v->about : commands[id].in, id, &h->b);
	row.left = rows_keep(&h->v->rows, &h->b);
	buf_add_f(&h->b, ":%s", commands[id].name);
	row.right = rows_keep(&h->v->rows, &h->b);
	row.command = (uint32_t)id;
	buf_add(&h->b, str_from_c(message(commands[id].help)));
	if (!is_of_screen(h, id)) {
		view_names_say(commands[id].in, &in);
		buf_add_f(&h->b, _(" (in %s)"), in.p);
	}
	does = rows_keep(&h->v->rows, &h->b);
	add_row(h, &row, does);
	buf_release(&in);
}

enum which { OF_SCREEN, OF_ALL, OF_OTHERS };

static void add_commands(struct helper *h, enum which which)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_COUNT; i++) {
		enum command_id id = (enum command_id)i;
		enum which is = is_of_screen(h, id) ? OF_SCREEN : OF_OTHERS;

		if (commands[i].in == IN_ALL)
			is = OF_ALL;
		if (is == which)
			add_command(h, id);
	}
}

static void add_marks(struct helper *h)
{
	const struct mark_info *mark;

	for (size_t i = 0; (mark = mark_at(h->v->about, i)) != NULL; i++) {
		struct row row = row_of(ROW_TEXT);

		row.left = str_from_c(
			message(h->app->ascii && mark->ascii ? mark->ascii
							     : mark->sign));
		add_row(h, &row, str_from_c(message(mark->help)));
	}
}

/* Those that stand for more than a command alone. */
static void add_own_keys(struct helper *h)
{
	const struct keymap *m = &h->app->keymap;

	for (size_t i = 0; i < m->binds.n; i++) {
		const struct bind *b = &m->binds.v[i];
		struct row row = row_of(ROW_TEXT);

		if (!b->line.p || !keymap_is_live(m, h->v->about, b))
			continue;
		keys_format(&b->keys, &h->b);
		row.left = rows_keep(&h->v->rows, &h->b);
		row.quote = (uint32_t)i;
		add_row(h, &row, b->line);
	}
}

static void add_options(struct helper *h)
{
	const struct option_info *o;

	for (size_t i = 0; (o = option_at(i)) != NULL; i++) {
		struct row row = row_of(ROW_TEXT);
		struct str rest = str_from_c(message(o->help)), line, text;

		buf_add_f(&h->b, "%s.%s", o->section, o->name);
		row.left = rows_keep(&h->v->rows, &h->b);
		buf_add(&h->b, STR("= "));
		option_format(o, &h->app->config->options, &h->b);
		row.right = rows_keep(&h->v->rows, &h->b);
		while (str_split(&rest, '\n', &line))
			buf_add_f(&h->b, h->b.n ? " %.*s" : "%.*s",
				STR_ARG(line));
		if (!option_is_live(o))
			buf_add(&h->b, MSG(" (read at the start)"));
		text = rows_keep(&h->v->rows, &h->b);
		add_row(h, &row, text);
	}
}

static void add_query(struct helper *h)
{
	const struct query_help *q;

	for (size_t i = 0; (q = query_help_at(i)) != NULL; i++) {
		struct row row = row_of(ROW_TEXT);

		row.left = str_from_c(q->written);
		add_row(h, &row, str_from_c(message(q->finds)));
	}
}

struct use {
	const char *what, *does;
};

static void add_uses(struct helper *h, const struct use *uses, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct row row = row_of(ROW_TEXT);

		row.left = str_from_c(message(uses[i].what));
		add_row(h, &row, str_from_c(message(uses[i].does)));
	}
}

static void add_prompt(struct helper *h)
{
	static const struct use uses[] = {
		{ "Tab BackTab", N_("go through what may be meant; in its list "
				    "arrows do, too") },
		{ "Up Down ^P ^N",
			N_("the lines typed before that begin as this one") },
		{ "^A ^E Home End", N_("to the start, to the end") },
		{ "M-b M-f C-Left", N_("a word back; on: C-Right") },
		{ "^W M-d ^U ^K", N_("delete the word before, the one behind, "
				     "all before, all behind") },
		{ "^Y", N_("put back what was deleted last") },
		{ "a; b",
			N_("several commands; a ; that is meant itself is \\;") },
		{ "Esc ^C", N_("leave the prompt: nothing is done") },
	};

	add_uses(h, uses, sizeof uses / sizeof *uses);
}

/* Only of use where ui.mouse is set. */
static void add_mouse(struct helper *h)
{
	static const struct use uses[] = {
		{ N_("wheel"),
			N_("scrolls; nothing is opened or marked by it") },
		{ N_("click"),
			N_("selects a row or a quote; another one opens it") },
		{ N_("with Shift"),
			N_("text is selected, as the terminal does it") },
	};

	if (!h->app->config->options.mouse)
		return;
	begin_section(h, MSG("The mouse"));
	add_uses(h, uses, sizeof uses / sizeof *uses);
}

static void add_sections(struct helper *h)
{
	struct buf title = { 0 };

	buf_add_f(&title, _("In this screen (%s)"),
		message(view_name(h->v->about)));
	begin_section(h, rows_keep(&h->v->rows, &title));
	add_commands(h, OF_SCREEN);
	begin_section(h, MSG("What the signs mean"));
	add_marks(h);
	begin_section(h, MSG("Keys of yours"));
	add_own_keys(h);
	begin_section(h, MSG("In all screens"));
	add_commands(h, OF_ALL);
	begin_section(h, MSG("In a prompt (: / f), editing"));
	add_prompt(h);
	add_mouse(h);
	begin_section(h, MSG("Queries: what the filter takes"));
	add_query(h);
	begin_section(h, MSG("Options: set NAME=VALUE"));
	add_options(h);
	begin_section(h, MSG("In other screens"));
	add_commands(h, OF_OTHERS);
	buf_release(&title);
}

static void add_restrictions(struct app *app, struct view *v)
{
	struct row row = row_of(ROW_TEXT);
	struct buf b = { 0 };

	permissions_say_taken(app->config->options.allowed, &b);
	if (!b.n)
		return;
	rows_add_heading(&v->rows, MSG("Restricted mode: here you may not"));
	row.indent = 2;
	rows_add_wrapped(&v->rows, &row, rows_keep(&v->rows, &b));
	buf_release(&b);
}

static void help_prepare(struct app *app, struct view *v, int cols)
{
	struct arena arena = { 0 };
	struct row none = row_of(ROW_TEXT);
	struct helper h = { .app = app, .v = v };

	if (!rows_view_begin(app, v, cols))
		return;
	add_restrictions(app, v);
	h.words = text_fold_dup(&arena, buf_str(&v->filter));
	add_sections(&h);
	none.main = MSG("the help says nothing of that");
	none.indent = 1;
	if (v->rows.list.n == 0)
		rows_add(&v->rows, &none);
	rows_view_end(app, v);
	buf_release(&h.b);
	arena_release(&arena);
}

static void help_filter(struct app *app, struct view *v, struct str text)
{
	(void)app;
	buf_clear(&v->filter);
	buf_add(&v->filter, str_trim(text));
	v->rows.cols = 0;
	v->list = (struct list){ 0 };
}

/* Enter: the help is left first, for the command is one of the screen below. */
static void run_chosen(struct app *app, const struct row *row)
{
	const struct keymap *m = &app->keymap;
	struct call chosen = { .id = (enum command_id)row->command };
	struct buf line = { 0 };

	if (row->quote < m->binds.n)
		buf_add(&line, m->binds.v[row->quote].line);
	if (chosen.id || line.n)
		app_run(app, &(struct call){ .id = COMMAND_LEAVE });
	if (line.n)
		macro_begin(app, buf_str(&line), 1);
	else if (chosen.id)
		app_run(app, &chosen);
	buf_release(&line);
}

static bool help_run(struct app *app, struct view *v, const struct call *call)
{
	struct row row;

	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	if (v->list.cursor >= v->rows.list.n)
		return true;
	row = v->rows.list.v[v->list.cursor];
	run_chosen(app, &row);
	return true;
}

static void help_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	buf_add_f(out, _("Help: %s"), message(view_name(v->about)));
	if (v->filter.n)
		buf_add_f(out, " > \"%.*s\"", STR_ARG(buf_str(&v->filter)));
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
	.filter = help_filter,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
