/* The lines around the panes: where one is, position, messages, prompt. */
#include "drawn.h"
#include "pending.h"
#include "say.h"
#include "state.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

/* "  9 s left", "  3 min left". */
static void say_left(const struct load_progress *p, struct buf *out)
{
	if (p->left > 120)
		buf_add_f(
			out, _("  %u min left"), (unsigned)(p->left + 59) / 60);
	else if (p->left)
		buf_add_f(out, _("  %u s left"), (unsigned)p->left);
}

/* "reading 41 %  12 400 articles  9 s left". */
static void say_reading(const struct app *app, struct buf *out)
{
	const struct load_progress *p = &app->progress.load;

	if (p->linking) {
		buf_add(out, MSG("finding what belongs together"));
		if (p->linked)
			buf_add_f(out, " %u %%", p->linked / 10);
		say_left(p, out);
	} else if (p->walking || p->bytes_all == 0) {
		buf_add(out, MSG("looking for files"));
	} else {
		buf_add_f(out, _("reading %u %%  "),
			(unsigned)(p->bytes_done * 100 / p->bytes_all));
		say_many(out, p->articles, "%s article", "%s articles");
		say_left(p, out);
	}
}

/* The work behind the screen, where somebody waits for it or it takes long. */
static void say_progress(const struct app *app, struct buf *out)
{
	const struct archive_progress *p = &app->progress;

	switch (p->work) {
	case ARCHIVE_READING:
		say_reading(app, out);
		break;
	case ARCHIVE_LOOKING:
		if (app->reloading || p->load.bytes_all)
			say_reading(app, out);
		break;
	case ARCHIVE_JOINING:
		buf_add(out, MSG("joining what is new"));
		break;
	case ARCHIVE_REPAIRING:
		buf_add(out, MSG("finding the rounds anew"));
		break;
	case ARCHIVE_SAVING:
		buf_add(out, MSG("keeping it for the next start"));
		break;
	case ARCHIVE_IDLE:
	default:
		break;
	}
}

/* "reading 41 %  12 400 articles  9 s left  ^C stops". */
static void say_work(struct app *app, struct buf *out)
{
	say_progress(app, out);
	if (out->n && app_can_stop(app))
		buf_add_f(out, _("  %s stops"), app_key_for(app, COMMAND_STOP));
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

int app_panes_shown(const struct app *app)
{
	int n = 0;

	for (int i = 0; i < PANE_COUNT; i++)
		n += app->layout.pane[i].shown;
	return n;
}

/* Fewer columns of the screen before say nothing. */
#define PARENT_COLS_MIN 12

/* The screen that leaving leads to has the room that the shown one leaves,
 * a quarter of the line at least. */
static void draw_parent(
	struct app *app, struct view *from, int own_cols, struct pen *p)
{
	struct buf where = { 0 };
	struct str arrow = STR(" > ");
	int room = pen_room(p) - own_cols - text_width(arrow), width;

	from->ops->where(app, from, &where);
	width = text_width(buf_str(&where));
	if (room < pen_room(p) / 4)
		room = pen_room(p) / 4;
	if (room >= width || room >= PARENT_COLS_MIN) {
		pen_field(p, STYLE_header, buf_str(&where),
			width < room ? width : room);
		pen_put(p, STYLE_header, arrow);
	}
	buf_release(&where);
}

static void draw_where(struct app *app, struct view *v, const struct area *line)
{
	struct buf where = { 0 };
	bool alone = app_panes_shown(app) == 1, focused = app_focused(app) == v;
	struct view *from =
		alone && app->focus == PANE_CONTENT ? parent(app, v) : NULL;
	struct pen p = pen_at(line, 0, 0);

	if (!alone && focused)
		pen_glyph(&p, STYLE_key, GLYPH_MORE);
	else if (!alone)
		pen_space(&p, 1);
	v->ops->where(app, v, &where);
	if (from)
		draw_parent(app, from, text_width(buf_str(&where)), &p);
	pen_field(&p, alone || focused ? STYLE_header : STYLE_dim,
		buf_str(&where), pen_room(&p));
	buf_release(&where);
}

#define HINTS_MAX 8

static bool has_rows(const struct app *app, const struct view *v)
{
	uint32_t n = v->ops->count ? v->ops->count(app, v) : 1;

	for (uint32_t i = 0; i < n; i++)
		if (!v->ops->still || !v->ops->still(app, v, i))
			return true;
	return false;
}

/* The commands worth a hint, the last ones dropped last. */
static const enum command_id *screen_hints(const struct app *app)
{
	static const enum command_id lists[] = { COMMAND_OPEN, COMMAND_LEAVE,
		COMMAND_HELP, COMMAND_NONE };
	static const enum command_id index[] = { COMMAND_OPEN, COMMAND_GROUP,
		COMMAND_ROUND, COMMAND_SEARCH, COMMAND_QUIT, COMMAND_HELP,
		COMMAND_NONE };
	static const enum command_id article[] = { COMMAND_RELATED,
		COMMAND_ROUND, COMMAND_PEOPLE, COMMAND_LEAVE,
		COMMAND_NEXT_QUOTE, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id person[] = { COMMAND_OPEN, COMMAND_ROUND,
		COMMAND_LEAVE, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id quotes[] = { COMMAND_OPEN, COMMAND_FILTER,
		COMMAND_PERSON, COMMAND_ROUND, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id timeline[] = { COMMAND_ZOOM_IN,
		COMMAND_ZOOM_OUT, COMMAND_OPEN, COMMAND_HELP, COMMAND_NONE };
	static const enum command_id diff[] = { COMMAND_PREVIOUS_DIFFERENCE,
		COMMAND_NEXT_DIFFERENCE, COMMAND_LEAVE, COMMAND_HELP,
		COMMAND_NONE };
	static const enum command_id round[] = { COMMAND_NEXT_ROUND,
		COMMAND_TIMELINE, COMMAND_DIFF, COMMAND_OPEN, COMMAND_HELP,
		COMMAND_NONE };
	static const enum command_id plain[] = { COMMAND_LEAVE, COMMAND_HELP,
		COMMAND_NONE };
	static const enum command_id help[] = { COMMAND_FILTER, COMMAND_SEARCH,
		COMMAND_LEAVE, COMMAND_NONE };
	static const enum command_id filtered[] = { COMMAND_CLEAR_FILTER,
		COMMAND_HELP, COMMAND_NONE };
	static const enum command_id empty[] = { COMMAND_SKIPPED, COMMAND_QUIT,
		COMMAND_HELP, COMMAND_NONE };
	static const struct {
		unsigned in;
		const enum command_id *ids;
	} hints[] = { { IN_INDEX, index }, { IN_ARTICLE, article },
		{ IN_PERSON, person }, { IN_ROUND, round },
		{ IN_QUOTES, quotes }, { IN_TIMELINE, timeline },
		{ IN_DIFF, diff }, { IN_HELP, help } };
	const struct view *v = app_focused(app);
	unsigned in = v->ops->in;

	if (in == IN_INDEX && app->order.articles == 0)
		return app->store->by_time.n ? filtered : empty;
	if (!has_rows(app, v))
		return v->filter.n ? filtered : plain;
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
		if (hints[i].in == in)
			return hints[i].ids;
	return in == IN_SKIPPED ? plain : lists;
}

/* With several panes, how to reach the others, too. */
static void hints_of(const struct app *app, enum command_id *out)
{
	const enum command_id *ids = screen_hints(app);

	if (app_panes_shown(app) > 1)
		*out++ = COMMAND_NEXT_PANE;
	while (*ids != COMMAND_NONE)
		*out++ = *ids++;
	*out = COMMAND_NONE;
}

static void say_hint(
	const struct app *app, unsigned in, enum command_id id, struct buf *out)
{
	buf_add(out, out->n ? STR("  ") : STR(""));
	keymap_key_of(&app->keymap, in, id, out);
	buf_add_c(out, ' ');
	buf_add(out, str_from_c(message(commands[id].name)));
}

/* As many hints as fit. */
static void say_hints(const struct app *app, int room, struct buf *out)
{
	unsigned in = app_focused(app)->ops->in;
	enum command_id ids[HINTS_MAX];

	hints_of(app, ids);
	for (const enum command_id *first = ids; *first; first++) {
		buf_clear(out);
		for (const enum command_id *id = first; *id; id++)
			say_hint(app, in, *id, out);
		if (text_width(buf_str(out)) <= room)
			return;
	}
	buf_clear(out);
}

/* What is half typed, or the loading under way. */
static void say_urgent(struct app *app, struct buf *out)
{
	if (app->typed.n || app->count) {
		if (app->count)
			buf_add_f(out, "%u", (unsigned)app->count);
		keys_format(&app->typed, out);
	} else {
		say_work(app, out);
	}
}

#define PART_SPACE "   "

/* Leaves out the last parts of a status, as many as it takes to fit; the first
 * one stays. */
static struct str fit_parts(struct str parts, int room)
{
	size_t n = parts.n;

	while (n > 0 && text_width(str_slice(parts, 0, n)) > room) {
		do
			n--;
		while (n > 0 && !str_starts(str_slice(parts, n, parts.n),
					STR(PART_SPACE)));
	}
	if (n > 0)
		return str_slice(parts, 0, n);
	n = str_find(parts, STR(PART_SPACE), 0);
	return str_slice(parts, 0, n == STR_NPOS ? parts.n : n);
}

/* The keys typed at the end of the line; before them what may follow. */
static void draw_pending(struct app *app, struct pen *p)
{
	struct buf typed = { 0 }, may_follow = { 0 };

	say_urgent(app, &typed);
	pen_right(p, STYLE_dim, buf_str(&typed));
	pending_say(app, pen_room(p) - 2, &may_follow);
	pen_field(p, STYLE_dim, buf_str(&may_follow), pen_room(p));
	buf_release(&may_follow);
	buf_release(&typed);
}

/* The position has the room that the shortest hint leaves, the other hints
 * what is left then. */
static void draw_status(struct app *app, struct pen *p)
{
	struct buf left = { 0 }, right = { 0 };
	struct view *v = app_focused(app);
	int gap = text_width(STR(PART_SPACE));
	bool hints;
	struct str parts;

	v->ops->status(app, v, &left);
	say_urgent(app, &right);
	hints = right.n == 0 && app->config->options.hints;
	if (hints)
		say_hint(app, v->ops->in, COMMAND_HELP, &right);
	parts = fit_parts(buf_str(&left),
		pen_room(p) - gap - text_width(buf_str(&right)));
	if (hints)
		say_hints(app, pen_room(p) - gap - text_width(parts), &right);
	pen_right(p, STYLE_dim, buf_str(&right));
	pen_field(p, STYLE_status, parts, pen_room(p));
	buf_release(&left);
	buf_release(&right);
}

static void draw_offers(const struct app *app, const struct area *line)
{
	struct area above = *line;

	above.row = 0;
	above.rows = line->row;
	prompt_draw_offers(&app->prompt, &above);
}

/* How to undo what the message says was done. */
static void draw_undo(struct app *app, struct pen *p)
{
	struct buf hint = { 0 };

	if (!app->message.can_undo)
		return;
	say_hint(app, app_focused(app)->ops->in, COMMAND_UNDO, &hint);
	pen_right(p, STYLE_dim, buf_str(&hint));
	buf_release(&hint);
}

/* So many rows at most for a message, and no more than half of the screen. */
#define MESSAGE_ROWS 4

static size_t at_most(size_t n, size_t most)
{
	return n < most ? n : most;
}

/* What went wrong or why a key does nothing, and what to do then, is never cut:
 * it has rows above the last one, too. What stood there is drawn anew after it.
 * Where the last row of it begins. */
static size_t draw_above(struct app *app, const struct area *line,
	enum style style, struct lines *lines)
{
	struct str text = buf_str(&app->message.text);
	struct area above = *line;
	size_t n;

	above.row = 0;
	above.rows = line->row;
	text_wrap(text, (struct range){ 0, (uint32_t)text.n }, line->cols - 1,
		lines);
	n = at_most(
		lines->list.n, at_most((size_t)line->row / 2, MESSAGE_ROWS));
	for (size_t i = 0; i + 1 < n; i++) {
		struct pen p = pen_at(&above, line->row - (int)(n - 1 - i), 0);

		pen_space(&p, 1);
		pen_field(&p, style, str_range(text, lines->list.v[i]),
			pen_room(&p));
	}
	if (n < 2)
		return 0;
	line->screen->look = 0;
	return lines->list.v[n - 1].start;
}

static void draw_message(
	struct app *app, const struct area *line, struct pen *p)
{
	struct str text = buf_str(&app->message.text);
	enum style style = app->message.is_error ? STYLE_error : STYLE_message;
	struct lines lines = { 0 };
	size_t from = 0;

	if (app->message.in_full)
		from = draw_above(app, line, style, &lines);
	pen_space(p, 1);
	draw_undo(app, p);
	pen_field(p, style, str_slice(text, from, text.n), pen_room(p));
	lines_release(&lines);
}

static void draw_last_line(struct app *app, const struct area *line)
{
	struct pen p = pen_at(line, 0, 0);

	if (app->prompt.id != COMMAND_NONE) {
		draw_offers(app, line);
		line->screen->cursor_col = prompt_draw(&app->prompt, &p);
		line->screen->cursor_row = line->row;
		line->screen->cursor_visible = true;
	} else if (app->message.text.n) {
		draw_message(app, line, &p);
	} else if (!app->zen) {
		pen_space(&p, 1);
		if (app->typed.n && app->config->options.hints)
			draw_pending(app, &p);
		else
			draw_status(app, &p);
	}
}

static void draw_divider(const struct app *app, struct screen *s, int col)
{
	struct area all = { s, 0, 0, s->rows, s->cols, NULL };

	for (int row = 0; row <= app->layout.body_rows; row++) {
		struct pen p = pen_at(&all, row, col);

		pen_glyph(&p, STYLE_dim, GLYPH_VERTICAL);
	}
}

/* The lines around the panes. */
static void draw_chrome(struct app *app, struct screen *s)
{
	struct area last = { s, s->rows - 1, 0, 1, s->cols, NULL };

	for (int i = 0; i < PANE_COUNT; i++) {
		const struct pane_place *place = &app->layout.pane[i];
		struct area line = { s, 0, place->col, 1, place->cols, NULL };
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

/* What stands on a part of the screen, where that is what is to be drawn. */
static void begin_pane(
	const struct app *app, const struct view *v, const struct area *area)
{
	struct drawn *d = area->drawn;
	bool focused = app_focused(app) == v;

	if (!v || !v->ops->keeps || d->of != v || d->subject != v->subject ||
		d->focused != focused || d->row != area->row ||
		d->col != area->col || d->height != area->rows ||
		d->cols != area->cols)
		drawn_clear(area);
	*d = (struct drawn){ v, v ? v->subject : STORE_NONE, area->row,
		area->col, area->rows, area->cols, focused, d->top, d->rows };
}

static void draw_pane(struct app *app, struct screen *s, enum pane pane)
{
	struct area area = app_area(app, pane);
	struct view *v = app_pane_view(app, pane);

	area.screen = s;
	area.drawn = &s->parts[pane];
	begin_pane(app, v, &area);
	if (!v)
		return;
	v->ops->prepare(app, v, area.cols);
	v->ops->draw(app, v, &area);
}

/* The lines around the panes are drawn each time. */
static void begin_screen(struct app *app, struct screen *s)
{
	struct area line = { s, 0, 0, 1, s->cols, NULL };

	s->scrolled_by = 0;
	s->anew = false;
	if (s->look != app->look)
		screen_clear(s);
	s->look = app->look;
	if (app->layout.body_row > 0)
		drawn_clear(&line);
	line.row = s->rows - 1;
	drawn_clear(&line);
	s->cursor_row = s->cursor_col = 0;
	s->cursor_visible = false;
}

void app_draw(struct app *app, struct screen *s)
{
	struct area all = { s, 0, 0, s->rows, s->cols, NULL };
	struct pen p = pen_at(&all, 0, 0);
	bool fits = s->rows > 0 && s->cols > 0 && s->rows == app->rows &&
		    s->cols == app->cols;
	bool only_ascii = s->ascii;

	s->links.n = 0;
	if (!fits || app->layout.too_small) {
		screen_clear(s);
		if (fits)
			pen_put(&p, STYLE_error, MSG("too small"));
		return;
	}
	/* What the terminal cannot show no option shows. */
	s->ascii = only_ascii || options_ascii(&app->config->options);
	app->ascii = s->ascii;
	begin_screen(app, s);
	for (int i = 0; i < PANE_COUNT; i++)
		if (app->layout.pane[i].shown)
			draw_pane(app, s, (enum pane)i);
	draw_chrome(app, s);
	s->ascii = only_ascii;
}
