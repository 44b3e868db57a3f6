/*
 * The mouse: the wheel scrolls the pane it is over, a click goes there and
 * selects, another one on what is selected opens it, so that no clock is
 * needed to know a double click. The wheel opens and marks nothing, and leaves
 * the selection where it is in sight.
 */
#include "article.h"
#include "list_view.h"

/* Lines of a step of the wheel, as in xterm's own scrolling and in less. */
#define WHEEL_LINES 3

static bool pane_at(
	const struct app *app, const struct mouse *m, enum pane *pane)
{
	const struct layout *l = &app->layout;

	if (l->too_small || m->row < l->body_row ||
		m->row >= l->body_row + l->body_rows)
		return false;
	for (int i = 0; i < PANE_COUNT; i++) {
		const struct pane_place *p = &l->pane[i];

		*pane = (enum pane)i;
		if (p->shown && m->col >= p->col && m->col < p->col + p->cols)
			return true;
	}
	return false;
}

static void wheel(struct app *app, struct view *v, int64_t lines)
{
	if (v->ops->count)
		list_view_scroll(app, v, lines);
	else
		article_scroll(app, v, lines);
}

static void open_selected(struct app *app)
{
	app_run(app, &(const struct call){ .id = COMMAND_OPEN });
}

static void click_article(struct app *app, struct view *v, int row)
{
	uint32_t quote = article_quote_at(app, v, row);

	if (quote != QUOTE_NONE && quote == v->quote)
		open_selected(app);
	else if (quote != QUOTE_NONE)
		article_go_quote(app, v, quote);
}

/* A note is the row that it stands under. */
static bool clicked_row(
	const struct app *app, const struct view *v, int at, uint32_t *row)
{
	*row = v->list.top + (uint32_t)at;
	if (*row >= v->ops->count(app, v))
		return false;
	while (*row > 0 && *row < v->rows.list.n &&
		v->rows.list.v[*row].kind == ROW_NOTE)
		--*row;
	return !v->ops->still || !v->ops->still(app, v, *row);
}

static void click_list(struct app *app, struct view *v, int at, bool was_here)
{
	uint32_t row;

	if (!clicked_row(app, v, at, &row))
		return;
	if (was_here && row == v->list.cursor)
		open_selected(app);
	else
		list_view_go(app, v, row);
}

static void click(struct app *app, enum pane pane, int row)
{
	bool was_here = app->focus == pane;
	struct view *v;

	if (!was_here && !app_enter_pane(app, pane))
		return;
	v = app_focused(app);
	v->ops->prepare(app, v, app_area(app, v->ops->pane).cols);
	if (v->ops->count)
		click_list(app, v, row, was_here);
	else
		click_article(app, v, row);
}

void app_mouse(struct app *app, const struct mouse *m)
{
	enum pane pane;
	struct view *v;

	if (app->paste || app->prompt.id != COMMAND_NONE ||
		!pane_at(app, m, &pane))
		return;
	v = app_pane_view(app, pane);
	if (!v)
		return;
	buf_clear(&app->message.text);
	app->typed.n = 0;
	app->count = 0;
	v->ops->prepare(app, v, app_area(app, pane).cols);
	if (m->act == MOUSE_CLICK)
		click(app, pane, m->row - app->layout.body_row);
	else
		wheel(app, v,
			m->act == MOUSE_WHEEL_UP ? -WHEEL_LINES : WHEEL_LINES);
}
