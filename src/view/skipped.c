/* The files that could not be read, each with the reason. */
#include "list_view.h"

static void skipped_prepare(struct app *app, struct view *v, int cols)
{
	const struct store *s = app->store;

	if (!rows_view_begin(app, v, cols))
		return;
	for (size_t i = 0; i < s->skips.n; i++) {
		struct row row = row_of(ROW_TEXT), why = row_of(ROW_NOTE);

		row.main = store_str(s, s->skips.v[i].where);
		rows_add(&v->rows, &row);
		why.indent = 4;
		why.style = STYLE_error;
		rows_add_wrapped(
			&v->rows, &why, store_str(s, s->skips.v[i].why));
	}
	rows_view_end(app, v);
}

static void skipped_where(struct app *app, struct view *v, struct buf *out)
{
	(void)v;
	say_many(out, app->store->skips.n, "file");
	buf_add(out, STR(" could not be read"));
}

const struct view_ops skipped_ops = {
	.in = IN_SKIPPED,
	.pane = PANE_CONTENT,
	.prepare = skipped_prepare,
	.draw = list_view_draw,
	.run = list_view_run,
	.where = skipped_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
