/*
 * How much there is of what the index shows: by source, time, weekday, speaker
 * …, a row and a bar each. Enter shows the articles of a bar in the index.
 */
#include "statistics.h"

#include "list_view.h"
#include "scope.h"

#include "dateline/base/message.h"
#include "dateline/text/bar.h"
#include "dateline/text/width.h"

/* Columns of a name; from SHARE_COLS_MIN on there are shares, from WIDE_COLS on
 * words and days behind the bar. */
#define NAME_COLS_MIN 10
#define NAME_COLS_MAX 30
#define WIDE_COLS 100
#define SHARE_COLS_MIN 60
#define SHARE_COLS 6
#define WORDS_COLS 18
#define DAYS_COLS 26
/* Rows of a section before the rest is counted. */
#define ROWS_MIN 5
#define ROWS_MAX 25
/* As many of time at least: the months of a year. */
#define TIME_ROWS 12
/* Names what a row stands for in its `fold`: the kind, and which of them. */
#define KIND_BITS 24
#define REST ((1 << KIND_BITS) - 1)

struct builder {
	struct app *app;
	struct view *view;
	struct rows *rows;
	const struct statistics *x;
	uint32_t most_rows; /* of a section */
	int name_cols, count_cols;
	struct buf b; /* scratch */
};

static const char *const time_says[] = { N_("by day"), N_("by month"),
	N_("by year") };
static const enum statistic_kind time_kinds[] = { STATISTIC_DAY,
	STATISTIC_MONTH, STATISTIC_YEAR };
#define TIME_KINDS (sizeof time_kinds / sizeof *time_kinds)

/* What they are counted in. */
static uint32_t amount(const struct statistic *s, enum statistic_kind kind)
{
	return kind == STATISTIC_SPEAKER ? s->quotes : s->articles;
}

static int32_t fold_of(enum statistic_kind kind, uint32_t i)
{
	return (int32_t)((uint32_t)kind << KIND_BITS | i);
}

static struct str keep(struct builder *x)
{
	return rows_keep(x->rows, &x->b);
}

/* Names as they are said, not as they are asked for. */

static void say_capital(struct buf *out, struct str name)
{
	size_t first = out->n;

	buf_add(out, name);
	if (out->n > first && out->p[first] >= 'a' && out->p[first] <= 'z')
		out->p[first] = (char)(out->p[first] - 'a' + 'A');
}

static void say_length(struct buf *out, struct str name, bool ascii)
{
	size_t dots = str_find(name, STR(".."), 0);

	if (str_starts(name, STR("<")))
		buf_add_f(out, _("below %.*s words"),
			STR_ARG(str_slice(name, 1, name.n)));
	else if (dots == STR_NPOS)
		buf_add_f(out, _("from %.*s words"),
			STR_ARG(str_slice(name, 2, name.n)));
	else
		buf_add_f(out, _("%.*s%.*s%.*s words"),
			STR_ARG(str_slice(name, 0, dots)),
			STR_ARG(glyph_str(GLYPH_DASH, ascii)),
			STR_ARG(str_slice(name, dots + 2, name.n)));
}

static struct str say_name(
	struct builder *x, const struct statistic *s, enum statistic_kind kind)
{
	switch (kind) {
	case STATISTIC_DAY:
		say_day(&x->b, s->first, STORE_NO_DAY);
		break;
	case STATISTIC_MONTH:
		say_in_year(&x->b, s->first, SAY_MONTH);
		buf_add_f(&x->b, " %.*s", STR_ARG(str_slice(s->name, 0, 4)));
		break;
	case STATISTIC_WEEKDAY:
		say_capital(&x->b, s->name);
		break;
	case STATISTIC_LENGTH:
		say_length(&x->b, s->name, x->app->ascii);
		break;
	default:
		return s->name;
	}
	return keep(x);
}

/* One row. */

static struct str right_in(struct builder *x, struct str text, int columns)
{
	struct buf padded = { 0 };
	struct str kept;

	buf_add_f(&padded, "%*s", columns - text_width(text), "");
	buf_add(&padded, text);
	kept = rows_keep(x->rows, &padded);
	buf_release(&padded);
	return kept;
}

/* "41 200 words       13 Mar – 20 Nov 2025". */
static struct str say_more(struct builder *x, const struct statistic *s)
{
	struct str words, days;

	if (x->rows->cols < WIDE_COLS)
		return STR_NONE;
	say_many(&x->b, (size_t)s->words, "%s word", "%s words");
	words = right_in(x, keep(x), WORDS_COLS);
	if (s->first != STORE_NO_DAY)
		say_days(&x->b, s->first, s->last, x->app->ascii);
	days = right_in(x, keep(x), DAYS_COLS);
	buf_add_f(&x->b, "%.*s %.*s", STR_ARG(words), STR_ARG(days));
	return keep(x);
}

static int bar_cols(const struct builder *x)
{
	int cols = x->rows->cols - x->name_cols - x->count_cols - 4;

	if (x->rows->cols >= SHARE_COLS_MIN)
		cols -= SHARE_COLS;
	if (x->rows->cols >= WIDE_COLS)
		cols -= WORDS_COLS + DAYS_COLS + 2;
	return cols;
}

/* "  12  35 % ██████", its bar as a part. */
static void say_bar(struct builder *x, struct row *row, uint32_t n,
	uint32_t most, uint32_t all)
{
	size_t bar;

	say_count(&x->b, n);
	row->main = right_in(x, keep(x), x->count_cols);
	buf_add(&x->b, row->main);
	if (x->rows->cols >= SHARE_COLS_MIN)
		buf_add_f(&x->b, "%4u %%",
			(unsigned)(((uint64_t)n * 200 + all) / 2 / all));
	buf_add_c(&x->b, ' ');
	bar = x->b.n;
	text_bar(&x->b, n, most, bar_cols(x), x->app->ascii);
	row->main = keep(x);
	row->parts = (struct span){ (uint32_t)x->rows->parts.n, 1 };
	*vec_push(&x->rows->parts) =
		(struct row_part){ str_slice(row->main, bar, row->main.n),
			STYLE_bar };
}

static void add_bar(
	struct builder *x, enum statistic_kind kind, uint32_t i, uint32_t most)
{
	const struct statistic *s = &x->x->by[kind].list.v[i];
	struct row row = row_of(ROW_TEXT);

	row.left = say_name(x, s, kind);
	row.left_cols = (uint8_t)x->name_cols;
	row.fold = fold_of(kind, i);
	row.person = s->identity;
	say_bar(x, &row, amount(s, kind), most,
		amount(&x->x->all, kind) ? amount(&x->x->all, kind) : 1);
	row.right = say_more(x, s);
	rows_add(x->rows, &row);
}

/* One section. */

/* "… 14 more", or fewer again. */
static void add_rest(
	struct builder *x, enum statistic_kind kind, uint32_t shown, uint32_t n)
{
	struct row row = row_of(ROW_TEXT);

	row.fold = fold_of(kind, REST);
	row.folds = true;
	row.style = STYLE_dim;
	if (x->view->unfolded == row.fold)
		buf_add(&x->b, MSG("only the first"));
	else
		say_many(&x->b, n - shown, "and %s more", "and %s more");
	row.main = keep(x);
	rows_add(x->rows, &row);
}

static uint32_t most_rows(const struct builder *x, enum statistic_kind kind)
{
	bool time = kind == STATISTIC_DAY || kind == STATISTIC_MONTH ||
		    kind == STATISTIC_YEAR;

	return time && x->most_rows < TIME_ROWS ? TIME_ROWS : x->most_rows;
}

static void add_section(struct builder *x, enum statistic_kind kind)
{
	const struct statistic_list *by = &x->x->by[kind];
	uint32_t n = (uint32_t)by->list.n, shown = most_rows(x, kind), most = 0;

	/* One bar is no comparison. */
	if (n < 2)
		return;
	if (n <= shown + 1 || kind == STATISTIC_WEEKDAY)
		shown = n;
	for (uint32_t i = 0; i < n; i++)
		if (amount(&by->list.v[i], kind) > most)
			most = amount(&by->list.v[i], kind);
	rows_add_heading(x->rows, str_from_c(message(statistic_titles[kind])));
	for (uint32_t i = 0; i < shown; i++)
		add_bar(x, kind, i, most);
	if (shown == n)
		return;
	add_rest(x, kind, shown, n);
	for (uint32_t i = shown;
		i < n && x->view->unfolded == fold_of(kind, REST); i++)
		add_bar(x, kind, i, most);
}

/* The finest step of time that takes no more rows than a section has, until the
 * reader zooms. */
static enum statistic_kind time_kind(const struct builder *x)
{
	size_t at = 0;

	if (x->view->zoomed)
		return time_kinds[x->view->step];
	while (at + 1 < TIME_KINDS &&
		x->x->by[time_kinds[at]].list.n > most_rows(x, time_kinds[at]))
		at++;
	x->view->step = (uint8_t)at;
	return time_kinds[at];
}

/* The top. */

static void add_note(struct builder *x, enum style style)
{
	struct row note = row_of(ROW_NOTE);

	note.indent = 1;
	note.style = (uint8_t)style;
	rows_add_wrapped(x->rows, &note, keep(x));
}

static void add_totals(struct builder *x)
{
	const struct statistics *s = x->x;
	struct buf when = { 0 };

	say_many(&x->b, s->all.articles, "%s article", "%s articles");
	say_many(&x->b, s->by[STATISTIC_SOURCE].list.n, " of %s source",
		" of %s sources");
	buf_add(&x->b, STR(", "));
	say_many(&x->b, s->rounds, "%s round", "%s rounds");
	buf_add(&x->b, STR(", "));
	say_many(&x->b, s->all.quotes, "%s quote", "%s quotes");
	if (s->by[STATISTIC_SPEAKER].list.n)
		say_many(&x->b, s->by[STATISTIC_SPEAKER].list.n,
			" of %s speaker", " of %s speakers");
	buf_add(&x->b, STR(", "));
	say_many(&x->b, (size_t)s->all.words, "%s word", "%s words");
	if (s->all.first != STORE_NO_DAY) {
		buf_add(&x->b, STR(", "));
		say_days(&when, s->all.first, s->all.last, x->app->ascii);
		say_whole(&x->b, buf_str(&when));
	}
	buf_release(&when);
	add_note(x, STYLE_text);
	if (s->copies + s->undated == 0)
		return;
	if (s->copies)
		say_many(&x->b, s->copies,
			"%s article in the words of an earlier one",
			"%s articles in the words of an earlier one");
	buf_add(&x->b, s->copies && s->undated ? STR(", ") : STR(""));
	if (s->undated)
		say_many(&x->b, s->undated, "%s without a date",
			"%s without a date");
	add_note(x, STYLE_dim);
}

/* The screen. */

static void measure(struct builder *x)
{
	int cols = x->rows->cols / 4,
	    rows = app_area(x->app, PANE_CONTENT).rows;
	uint32_t most = x->x->all.quotes > x->x->all.articles
				? x->x->all.quotes
				: x->x->all.articles;

	x->name_cols = cols < NAME_COLS_MIN   ? NAME_COLS_MIN
		       : cols > NAME_COLS_MAX ? NAME_COLS_MAX
					      : cols;
	say_count(&x->b, most);
	x->count_cols = text_width(buf_str(&x->b));
	buf_clear(&x->b);
	/* Sources, time and speakers share what the others leave. */
	rows = (rows - 28) / 3;
	x->most_rows = rows < ROWS_MIN	 ? ROWS_MIN
		       : rows > ROWS_MAX ? ROWS_MAX
					 : (uint32_t)rows;
}

/* Counted anew for another store, other people or corrections. */
static void count(struct app *app, struct view *v)
{
	struct scope scope = { 0 };

	if (v->statistics_of == app->serial)
		return;
	v->statistics_of = app->serial;
	statistics_release(&v->statistics);
	scope_articles(app, v, &scope);
	statistics_make(&v->statistics, app->store, app->people,
		scope.articles.v, scope.articles.n);
	scope_release(&scope);
}

static void statistics_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .view = v, .rows = &v->rows };

	if (!rows_view_begin(app, v, cols))
		return;
	count(app, v);
	x.x = &v->statistics;
	measure(&x);
	add_totals(&x);
	add_section(&x, STATISTIC_SOURCE);
	add_section(&x, time_kind(&x));
	add_section(&x, STATISTIC_WEEKDAY);
	add_section(&x, STATISTIC_SPEAKER);
	add_section(&x, STATISTIC_PLACE);
	add_section(&x, STATISTIC_LENGTH);
	add_section(&x, STATISTIC_LANGUAGE);
	rows_view_end(app, v);
	buf_release(&x.b);
}

/* Commands. */

static const struct statistic *chosen(
	const struct view *v, enum statistic_kind *kind)
{
	int32_t what = v->list.cursor < v->rows.list.n
			       ? v->rows.list.v[v->list.cursor].fold
			       : FOLD_NONE;
	uint32_t i = (uint32_t)what & REST;

	if (what < 0 || i == REST)
		return NULL;
	*kind = (enum statistic_kind)(what >> KIND_BITS);
	return &v->statistics.by[*kind].list.v[i];
}

/* A source is shown as the sources' screen shows it, a speaker as a person:
 * their names may be parts of others. */
static void open_bar(struct app *app, struct view *v)
{
	enum statistic_kind kind = STATISTIC_SOURCE;
	const struct statistic *s = chosen(v, &kind);

	if (!s)
		return;
	if (kind == STATISTIC_SPEAKER) {
		app_open(app, &person_ops, s->identity);
		return;
	}
	if (kind == STATISTIC_SOURCE) {
		scope_narrow(app, v, STR(""));
		app_set_outlet(app, s->name);
		return;
	}
	scope_narrow(app, v, s->query);
}

static void zoom(struct app *app, struct view *v, int by)
{
	int step = v->step + by;

	if (step < 0 || step >= (int)TIME_KINDS) {
		app_refuse(app, step < 0 ? _("days are the finest")
					 : _("years are the coarsest"));
		return;
	}
	v->step = (uint8_t)step;
	v->zoomed = true;
	v->rows.cols = 0;
	app_say(app, "%s", message(time_says[step]));
}

static bool statistics_run(
	struct app *app, struct view *v, const struct call *call)
{
	enum statistic_kind kind;

	if (call->id == COMMAND_ZOOM_IN)
		zoom(app, v, -1);
	else if (call->id == COMMAND_ZOOM_OUT)
		zoom(app, v, 1);
	else if (call->id == COMMAND_OPEN && chosen(v, &kind))
		open_bar(app, v);
	else
		return fold_run(app, v, call);
	return true;
}

void statistics_open(struct app *app, const struct call *call)
{
	(void)call;
	if (app_focused(app)->ops == &statistics_ops)
		app_refuse(app, _("this is it already"));
	else
		scope_open(app, &statistics_ops);
}

static void statistics_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	buf_add(out, MSG("Statistics: "));
	scope_say(v, out);
}

const struct view_ops statistics_ops = {
	.in = IN_STATISTICS,
	.pane = PANE_CONTENT,
	.whole = true,
	.prepare = statistics_prepare,
	.draw = list_view_draw,
	.run = statistics_run,
	.where = statistics_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
