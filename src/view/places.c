/*
 * The places of the archive: those of datelines with how many articles and when
 * the first and the last, then those that are quoted, as governments are. Enter
 * shows the articles from a place in the index, or all that one said.
 */
#include "places.h"

#include "article_places.h"
#include "list_view.h"

#include "dateline/base/message.h"
#include "dateline/text/bar.h"
#include "dateline/text/fold.h"
#include "dateline/text/width.h"

/* Below it, only how many. */
#define DAYS_COLS_MIN 60
#define DAYS_COLS 26
#define NAME_COLS 22
#define NAME_COLS_NARROW 16

struct builder {
	struct app *app;
	struct view *view;
	struct rows *rows;
	struct arena arena;
	struct str folded; /* the filter */
	int count_cols;
	struct buf b; /* scratch */
};

static bool is_wanted(const struct builder *x, struct str name)
{
	struct range hit;

	return x->folded.n == 0 || text_find_folded(name, x->folded, 0, &hit);
}

static uint8_t name_cols(const struct builder *x)
{
	return x->rows->cols < DAYS_COLS_MIN ? NAME_COLS_NARROW : NAME_COLS;
}

/* "   5  13 Mar – 2 Nov 2018     ████", the bar as a part. */
static void say_place(struct builder *x, struct row *row,
	const struct statistic *s, uint32_t most)
{
	struct buf line = { 0 };
	size_t bar;

	say_count(&x->b, s->articles);
	buf_add_f(&line, "%*s%.*s", x->count_cols - text_width(buf_str(&x->b)),
		"", STR_ARG(buf_str(&x->b)));
	buf_clear(&x->b);
	if (x->rows->cols >= DAYS_COLS_MIN) {
		buf_add(&line, STR("  "));
		if (s->first != STORE_NO_DAY)
			say_days(&x->b, s->first, s->last, x->app->ascii);
		buf_add_f(&line, "%.*s%*s", STR_ARG(buf_str(&x->b)),
			DAYS_COLS - text_width(buf_str(&x->b)), "");
		buf_clear(&x->b);
	}
	buf_add(&line, STR("  "));
	bar = line.n;
	text_bar(&line, s->articles, most,
		x->rows->cols - name_cols(x) - 3 - text_width(buf_str(&line)),
		x->app->ascii);
	row->main = rows_keep(x->rows, &line);
	row->parts = (struct span){ (uint32_t)x->rows->parts.n, 1 };
	*vec_push(&x->rows->parts) =
		(struct row_part){ str_slice(row->main, bar, row->main.n),
			STYLE_bar };
	buf_release(&line);
}

static void add_datelines(struct builder *x)
{
	const struct statistic_list *by =
		&x->view->statistics.by[STATISTIC_PLACE];
	uint32_t most = by->list.n ? by->list.v[0].articles : 0;

	say_count(&x->b, most);
	x->count_cols = text_width(buf_str(&x->b));
	buf_clear(&x->b);
	for (size_t i = 0; i < by->list.n; i++) {
		const struct statistic *s = &by->list.v[i];
		struct row row = row_of(ROW_TEXT);

		if (!is_wanted(x, s->name))
			continue;
		if (x->rows->list.n == 0)
			rows_add_heading(x->rows, MSG("articles from"));
		row.left = s->name;
		row.left_cols = name_cols(x);
		row.query = s->query;
		say_place(x, &row, s, most);
		rows_add(x->rows, &row);
	}
}

/* Places that are quoted: their governments. */
static void add_speaking(struct builder *x)
{
	const struct people *people = x->app->people;
	bool any = false;

	for (uint32_t i = 0; people && i < people->list.n; i++) {
		const struct identity *it = &people->list.v[i];
		struct row row = row_of(ROW_TEXT);

		if (it->kind != PERSON_PLACE || it->said.n == 0 ||
			!is_wanted(x, it->name))
			continue;
		if (!any)
			rows_add_heading(x->rows,
				MSG("quoted, as their governments are"));
		any = true;
		row.person = i;
		row.left = it->name;
		row.left_cols = name_cols(x);
		say_many(&x->b, it->said.n, "%s quote", "%s quotes");
		say_many(&x->b, it->articles.n, " in %s article",
			" in %s articles");
		row.main = rows_keep(x->rows, &x->b);
		rows_add(x->rows, &row);
	}
}

/* Counted anew for another store. */
static void count(struct app *app, struct view *v)
{
	const struct store *s = app->store;

	if (v->statistics_of == app->serial)
		return;
	v->statistics_of = app->serial;
	statistics_release(&v->statistics);
	statistics_make(&v->statistics, s, NULL, s->by_time.v, s->by_time.n);
}

static void places_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .view = v, .rows = &v->rows };

	if (!rows_view_begin(app, v, cols))
		return;
	count(app, v);
	x.folded = text_fold_dup(&x.arena, buf_str(&v->filter));
	add_datelines(&x);
	add_speaking(&x);
	rows_add_none(&v->rows,
		app->loading  ? MSG("the archive is still being read")
		: v->filter.n ? MSG("no place is named so")
			      : MSG("no article says where it is from"));
	rows_view_end(app, v);
	arena_release(&x.arena);
	buf_release(&x.b);
}

static bool places_run(struct app *app, struct view *v, const struct call *call)
{
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	if (call->id != COMMAND_OPEN || !row)
		return list_view_run(app, v, call);
	if (row->person != STORE_NONE) {
		app_open(app, &person_ops, row->person);
		return true;
	}
	return article_places_open(app, row) || list_view_run(app, v, call);
}

static void places_filter(struct app *app, struct view *v, struct str text)
{
	(void)app;
	buf_clear(&v->filter);
	buf_add(&v->filter, str_trim(text));
	v->list = (struct list){ 0 };
	v->rows.cols = 0;
}

void places_open(struct app *app, const struct call *call)
{
	(void)call;
	if (app_focused(app)->ops == &places_ops)
		app_refuse(app, _("these are all places"));
	else
		app_open(app, &places_ops, STORE_NONE);
}

static void places_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	buf_add(out, MSG("Places"));
	if (v->filter.n == 0)
		return;
	buf_add(out, STR(" > "));
	say_typed(out, buf_str(&v->filter));
}

const struct view_ops places_ops = {
	.in = IN_PLACES,
	.pane = PANE_CONTENT,
	.prepare = places_prepare,
	.draw = list_view_draw,
	.run = places_run,
	.where = places_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.filter = places_filter,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
