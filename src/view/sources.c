/* The searches that have a name and the sources, with how many articles
 * each has; Enter shows one alone. */
#include "sources.h"

#include "filter.h"
#include "list_view.h"
#include "reading.h"
#include "saved.h"

/* What a row stands for, in its `fold`: an outlet from 0 on, a search from -1
 * down, all articles. */
#define ALL_ARTICLES FOLD_NONE
#define SEARCH_ROW(i) (-1 - (int32_t)(i))

static void add_row(
	struct view *v, int32_t what, struct str name, struct buf *count)
{
	struct row row = row_of(ROW_TEXT);

	row.main = name;
	row.fold = what;
	row.right = rows_keep(&v->rows, count);
	rows_add(&v->rows, &row);
}

/* How many articles; how many of them are unread, once some are read. */
static void add_articles(
	struct view *v, int32_t what, struct str name, size_t n, size_t read)
{
	struct buf count = { 0 };

	if (read) {
		say_count(&count, n - read);
		buf_add_c(&count, '/');
	}
	say_count(&count, n);
	add_row(v, what, name, &count);
	buf_release(&count);
}

static void add_searches(const struct app *app, struct view *v)
{
	size_t before = v->rows.list.n;
	struct buf count = { 0 };

	for (size_t i = 0; i < saved_count(app); i++) {
		if (!saved_is_shown(app, i))
			continue;
		if (v->rows.list.n == before)
			rows_add_heading(&v->rows, STR("Searches"));
		saved_say_count(app, i, &count);
		add_row(v, SEARCH_ROW(i), saved_at(app, i).name, &count);
	}
	if (v->rows.list.n > before)
		rows_add_heading(&v->rows, STR("Sources"));
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

static int32_t chosen(const struct view *v)
{
	return v->list.cursor < v->rows.list.n
		       ? v->rows.list.v[v->list.cursor].fold
		       : ALL_ARTICLES;
}

/* Marks bring searches above the cursor's row, or take them away. */
static void stay(const struct app *app, struct view *v)
{
	int32_t what = chosen(v);

	if (v->rows.store == app->serial &&
		(what >= 0 || saved_is_shown(app, (size_t)(-1 - what))))
		v->chosen = what;
}

static void sources_prepare(struct app *app, struct view *v, int cols)
{
	const struct marks *m = app_marks(app);
	uint32_t *read;

	if (m && v->marked != m->serial) {
		stay(app, v);
		v->rows.cols = 0;
	}
	v->marked = m ? m->serial : 0;
	if (!rows_view_begin(app, v, cols))
		return;
	read = count_read(app);
	add_articles(v, ALL_ARTICLES, STR("All articles"),
		app->store->by_time.n, m ? m->read.n : 0);
	add_searches(app, v);
	for (size_t i = 0; i < app->outlets.list.n; i++)
		add_articles(v, (int32_t)i, app->outlets.list.v[i].name,
			app->outlets.list.v[i].articles, read[i]);
	free(read);
	rows_view_end(app, v);
}

struct str sources_outlet(const struct app *app)
{
	int32_t what = chosen(app->sources);

	return what >= 0 && (size_t)what < app->outlets.list.n
		       ? app->outlets.list.v[what].name
		       : STR_NONE;
}

bool sources_has(const struct app *app, uint32_t article)
{
	int32_t what = chosen(app->sources);

	return what == ALL_ARTICLES ||
	       (what >= 0 && app->outlets.of.v[article] == (uint32_t)what);
}

static bool sources_run(
	struct app *app, struct view *v, const struct call *call)
{
	int32_t what = chosen(v);

	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	if (what >= 0 || what == ALL_ARTICLES)
		app_set_outlet(app, sources_outlet(app));
	else
		filter_set(app, saved_at(app, (size_t)(-1 - what)).query);
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
	.keeps = true,
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
