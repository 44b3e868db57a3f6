/* The searches that have a name and the sources, with how many articles
 * each has, and the tree below them; Enter shows one alone, or unfolds it. */
#include "sources.h"

#include "filter.h"
#include "list_view.h"
#include "reading.h"
#include "saved.h"

#include "dateline/base/message.h"

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
			rows_add_heading(&v->rows, MSG("Searches"));
		saved_say_count(app, i, &count);
		add_row(v, ENTRY(ENTRY_SEARCH, i), saved_at(app, i).name,
			&count);
	}
	if (v->rows.list.n > before)
		rows_add_heading(&v->rows, MSG("Sources"));
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
		       : ENTRY_ALL;
}

static bool is_kind(int32_t entry, enum entry_kind kind)
{
	return entry != ENTRY_ALL && entry_kind(entry) == kind;
}

/* Marks bring searches above the cursor's row, or take them away. */
static void stay(const struct app *app, struct view *v)
{
	int32_t entry = chosen(v);

	if (v->rows.store == app->serial &&
		(!is_kind(entry, ENTRY_SEARCH) ||
			saved_is_shown(app, entry_number(entry))))
		v->chosen = entry;
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
	add_articles(v, ENTRY_ALL, MSG("All articles"), app->store->by_time.n,
		m ? m->read.n : 0);
	add_searches(app, v);
	for (size_t i = 0; i < app->outlets.list.n; i++)
		add_articles(v, ENTRY(ENTRY_OUTLET, i),
			app->outlets.list.v[i].name,
			app->outlets.list.v[i].articles, read[i]);
	free(read);
	entries_add(app, v);
	rows_view_end(app, v);
}

struct str sources_outlet(const struct app *app)
{
	int32_t entry = chosen(app->sources);

	return is_kind(entry, ENTRY_OUTLET) &&
			       entry_number(entry) < app->outlets.list.n
		       ? app->outlets.list.v[entry_number(entry)].name
		       : STR_NONE;
}

bool sources_has(const struct app *app, uint32_t article)
{
	const struct article *a = &app->store->articles.v[article];
	const struct view *v = app->sources;
	int32_t entry = chosen(v);
	uint32_t number = entry_number(entry);

	if (entry == ENTRY_ALL)
		return true;
	switch (entry_kind(entry)) {
	case ENTRY_OUTLET:
		return app->outlets.of.v[article] == number;
	case ENTRY_YEAR:
		return (uint32_t)a->date.year == number;
	case ENTRY_MONTH:
		return (uint32_t)a->date.year == number / 12 &&
		       a->date.month == number % 12 + 1;
	case ENTRY_ROUND:
		return a->round == v->rows.list.v[v->list.cursor].round;
	default:
		return false;
	}
}

/* The rows are made anew, the cursor on an entry. */
static void renew(struct view *v, int32_t entry)
{
	v->chosen = entry;
	v->rows.cols = 0;
}

static void flip(struct app *app, struct view *v, int32_t entry)
{
	entry_flip(app, entry);
	renew(v, entry);
}

bool sources_close(struct app *app)
{
	struct view *v = app->sources;
	uint32_t row = v->list.cursor;
	int indent;

	if (row >= v->rows.list.n)
		return false;
	if (entry_folds(chosen(v)) && !entry_is_folded(app, chosen(v))) {
		flip(app, v, chosen(v));
		return true;
	}
	/* What it is in stands above, less far in. */
	indent = v->rows.list.v[row].indent;
	if (indent == 0)
		return false;
	while (row > 0 && v->rows.list.v[row].indent >= indent)
		row--;
	flip(app, v, v->rows.list.v[row].fold);
	return true;
}

static void show_days(struct app *app, int32_t entry)
{
	unsigned number = (unsigned)entry_number(entry);
	struct buf query = { 0 };

	if (entry_kind(entry) == ENTRY_YEAR)
		buf_add_f(&query, "date:%04u", number);
	else
		buf_add_f(
			&query, "date:%04u-%02u", number / 12, number % 12 + 1);
	filter_set(app, buf_str(&query));
	app_focus(app, PANE_LIST);
	buf_release(&query);
}

static void show_list(struct app *app, int32_t entry)
{
	if (is_kind(entry, ENTRY_SEARCH))
		filter_set(app, saved_at(app, entry_number(entry)).query);
	else
		app_set_outlet(app, sources_outlet(app));
	app_focus(app, PANE_LIST);
}

/* Unfolds what is folded, else shows it. */
static void open_entry(struct app *app, struct view *v)
{
	const struct row *row = &v->rows.list.v[v->list.cursor];
	int32_t entry = row->fold;

	if (entry_folds(entry) &&
		(is_kind(entry, ENTRY_LIST) || entry_is_folded(app, entry)))
		flip(app, v, entry);
	else if (row->round != STORE_NONE)
		app_open(app, &round_ops, row->round);
	else if (row->person != STORE_NONE)
		app_open(app, &person_ops, row->person);
	else if (is_kind(entry, ENTRY_SPEAKERS))
		app_open(app, &people_ops, STORE_NONE);
	else if (is_kind(entry, ENTRY_YEAR) || is_kind(entry, ENTRY_MONTH))
		show_days(app, entry);
	else
		show_list(app, entry);
}

static bool sources_run(
	struct app *app, struct view *v, const struct call *call)
{
	struct call go = { .id = COMMAND_FIRST, .count = call->count };

	if (call->id == COMMAND_FOLD) {
		if (entry_folds(chosen(v)))
			flip(app, v, chosen(v));
		else if (!sources_close(app))
			app_refuse(app, _("nothing folds here"));
		return true;
	}
	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	if (call->count)
		list_view_run(app, v, &go);
	if (v->list.cursor < v->rows.list.n)
		open_entry(app, v);
	return true;
}

static void sources_where(struct app *app, struct view *v, struct buf *out)
{
	(void)v;
	say_many(out, app->outlets.list.n, "%s source", "%s sources");
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
