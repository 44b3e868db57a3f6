#include "list_view.h"
static void round_prepare(struct app *app, struct view *v, int cols)
{
	if (!rows_view_begin(app, v, cols))
		return;
	rows_view_end(app, v);
}
static void round_where(struct app *app, struct view *v, struct buf *out)
{
	buf_add(out, STR("Round: "));
	buf_add(out, round_title(app->store, &app->store->rounds.v[v->subject]));
}
const struct view_ops round_ops = {
	.in = IN_ROUND,
	.pane = PANE_CONTENT,
	.prepare = round_prepare,
	.draw = list_view_draw,
	.run = list_view_run,
	.where = round_where,
	.status = list_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
