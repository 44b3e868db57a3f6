/* The lines around the panes: where one is, position, messages, prompt. */
#include "say.h"
#include "state.h"

#include "dateline/text/width.h"

void app_say_progress(struct app *app, struct buf *out)
{
	const struct load_progress *p = &app->progress;

	if (p->linking) {
		buf_add(out, STR("finding what belongs together"));
		return;
	}
	buf_add(out, STR("reading "));
	say_count(out, p->files_done);
	buf_add_c(out, '/');
	say_count(out, p->files_all);
	buf_add_f(out, "%s  %s stops", p->walking ? " or more" : "",
		app_key_for(app, COMMAND_STOP));
}

/* The screen that leaving the shown one leads to. */
static struct view *parent(const struct app *app, const struct view *v)
{
	const struct history *h = &app->history;

	for (size_t i = h->at; i-- > 0;)
		if (h->views.v[i].view->level < v->level)
			return h->views.v[i].view;
	return NULL;
}

static int panes_shown(const struct app *app)
{
	int n = 0;

	for (int i = 0; i < PANE_COUNT; i++)
		n += app->layout.pane[i].shown;
	return n;
}

static void draw_where(struct app *app, struct view *v, const struct area *line)
{
	struct buf where = { 0 };
	struct view *from = panes_shown(app) == 1 && app->focus == PANE_CONTENT
				    ? parent(app, v)
				    : NULL;
	struct pen p = pen_at(line, 0, 0);

	if (from) {
		from->ops->where(app, from, &where);
		buf_add(&where, STR(" > "));
	}
	v->ops->where(app, v, &where);
	pen_field(&p, STYLE_header, buf_str(&where), pen_room(&p));
	buf_release(&where);
}

/* The commands worth a hint, the last ones dropped last. */
static const enum command_id *hints_of(unsigned in)
{
	static const enum command_id lists[] = { COMMAND_OPEN, COMMAND_LEAVE,
		COMMAND_HELP, COMMAND_NONE };
	static const enum command_id index[] = { COMMAND_OPEN, COMMAND_GROUP,
		COMMAND_ROUND, COMMAND_SEARCH, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id article[] = { COMMAND_RELATED,
		COMMAND_ROUND, COMMAND_NEXT_QUOTE, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id plain[] = { COMMAND_LEAVE, COMMAND_NONE };

	if (in == IN_INDEX)
		return index;
	if (in == IN_ARTICLE)
		return article;
	return in == IN_HELP || in == IN_SKIPPED ? plain : lists;
}

static void say_hint(
	const struct app *app, unsigned in, enum command_id id, struct buf *out)
{
	buf_add(out, out->n ? STR("  ") : STR(""));
	keymap_key_of(&app->keymap, in, id, out);
	buf_add_f(out, " %s", commands[id].name);
}

/* As many hints as fit. */
static void say_hints(const struct app *app, int room, struct buf *out)
{
	unsigned in = app_focused(app)->ops->in;
	const enum command_id *first = hints_of(in);

	for (; *first != COMMAND_NONE; first++) {
		buf_clear(out);
		for (const enum command_id *id = first; *id; id++)
			say_hint(app, in, *id, out);
		if (text_width(buf_str(out)) <= room)
			return;
	}
	buf_clear(out);
}

/* What is half typed, the loading under way, or hints. */
static void say_right(struct app *app, int room, struct buf *out)
{
	if (app->typed.n || app->count) {
		if (app->count)
			buf_add_f(out, "%u", (unsigned)app->count);
		keys_format(&app->typed, out);
	} else if (app->loading && app->store->articles.n) {
		app_say_progress(app, out);
	} else if (app->config->options.hints) {
		say_hints(app, room, out);
	}
}

static void draw_status(struct app *app, struct pen *p)
{
	struct buf left = { 0 }, right = { 0 };
	struct view *v = app_focused(app);
	int room;

	v->ops->status(app, v, &left);
	room = pen_room(p) - text_width(buf_str(&left)) - 3;
	say_right(app, room, &right);
	pen_right(p, STYLE_dim, buf_str(&right));
	pen_field(p, STYLE_status, buf_str(&left), pen_room(p));
	buf_release(&left);
	buf_release(&right);
}

static void draw_last_line(struct app *app, const struct area *line)
{
	struct pen p = pen_at(line, 0, 0);

	if (app->prompt.id != COMMAND_NONE) {
		line->screen->cursor_col = prompt_draw(&app->prompt, &p);
		line->screen->cursor_row = line->row;
		line->screen->cursor_visible = true;
	} else if (app->message.text.n) {
		pen_space(&p, 1);
		pen_field(&p,
			app->message.is_error ? STYLE_error : STYLE_message,
			buf_str(&app->message.text), pen_room(&p));
	} else if (!app->zen) {
		pen_space(&p, 1);
		draw_status(app, &p);
	}
}

static void draw_divider(const struct app *app, struct screen *s, int col)
{
	struct area all = { s, 0, 0, s->rows, s->cols };

	for (int row = 0; row <= app->layout.body_rows; row++) {
		struct pen p = pen_at(&all, row, col);

		pen_glyph(&p, STYLE_dim, GLYPH_VERTICAL);
	}
}

void app_draw_chrome(struct app *app, struct screen *s)
{
	struct area last = { s, s->rows - 1, 0, 1, s->cols };

	for (int i = 0; i < PANE_COUNT; i++) {
		const struct pane_place *place = &app->layout.pane[i];
		struct area line = { s, 0, place->col, 1, place->cols };
		struct view *v = app_pane_view(app, (enum pane)i);

		if (!place->shown)
			continue;
		if (place->col > 0)
			draw_divider(app, s, place->col - 1);
		if (v && app->layout.body_row > 0)
			draw_where(app, v, &line);
	}
	draw_last_line(app, &last);
}

static void draw_pane(struct app *app, struct screen *s, enum pane pane)
{
	struct area area = app_area(app, pane);
	struct view *v = app_pane_view(app, pane);

	area.screen = s;
	if (!v)
		return;
	v->ops->prepare(app, v, area.cols);
	v->ops->draw(app, v, &area);
}

void app_draw(struct app *app, struct screen *s)
{
	struct area all = { s, 0, 0, s->rows, s->cols };
	struct pen p = pen_at(&all, 0, 0);

	screen_clear(s);
	if (s->rows < 1 || s->cols < 1 || s->rows != app->rows ||
		s->cols != app->cols)
		return;
	s->ascii = s->ascii || app->config->options.ascii;
	app->ascii = s->ascii;
	if (app->layout.too_small) {
		pen_put(&p, STYLE_error, STR("too small"));
		return;
	}
	for (int i = 0; i < PANE_COUNT; i++)
		if (app->layout.pane[i].shown)
			draw_pane(app, s, (enum pane)i);
	app_draw_chrome(app, s);
}
