/* The sources, with how many articles each has; Enter shows one alone. */
#include "list_view.h"
#include "reading.h"

/* How many articles; how many of them are unread, once some are read. */
static void add_source(struct view *v, struct str name, size_t n, size_t read)
{
	struct row row = row_of(ROW_TEXT);
	struct buf count = { 0 };

	if (read) {
		say_count(&count, n - read);
		buf_add_c(&count, '/');
	}
	say_count(&count, n);
	row.main = name;
	row.right = rows_keep(&v->rows, &count);
	rows_add(&v->rows, &row);
	buf_release(&count);
}

/* How many articles of each source are read. */
static uint32_t *count_read(const struct app *app)
{
	uint32_t *read = mem_calloc(app->outlets.list.n + 1, sizeof *read);
	const struct store *s = app->store;

	for (size_t i = 0; i < s->by_time.n; i++)
		read[app->outlets.of.v[s->by_time.v[i]]] +=
			app_is_read(app, s->by_time.v[i]);
	return read;
}

static void sources_prepare(struct app *app, struct view *v, int cols)
{
	const struct marks *m = app_marks(app);
	uint32_t *read;

	if (m && v->marked != m->serial)
		v->rows.cols = 0;
	v->marked = m ? m->serial : 0;
	if (!rows_view_begin(app, v, cols))
		return;
	read = count_read(app);
	add_source(v, STR("All articles"), app->store->by_time.n,
		m ? m->read.n : 0);
	for (size_t i = 0; i < app->outlets.list.n; i++)
		add_source(v, app->outlets.list.v[i].name,
			app->outlets.list.v[i].articles, read[i]);
	free(read);
	rows_view_end(app, v);
}

static bool sources_run(
	struct app *app, struct view *v, const struct call *call)
{
	uint32_t row = v->list.cursor;

	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	app_set_outlet(
		app, row == 0 ? STR_NONE : app->outlets.list.v[row - 1].name);
	app_focus(app, PANE_LIST);
	return true;
}

static void sources_where(struct app *app, struct view *v, struct buf *out)
{
	(void)v;
	say_many(out, app->outlets.list.n, "source");
}

const struct view_ops sources_ops = {
	.in = IN_SOURCES,
	.pane = PANE_SOURCES,
	.prepare = sources_prepare,
	.draw = list_view_draw,
	.run = sources_run,
	.where = sources_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
