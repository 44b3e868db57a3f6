/*
 * A storyline, an outlet or the whole index in time: a row a bucket that has
 * articles, with a bar, the rounds that begin or go on there, and the gaps
 * between. Enter opens the round, or lists what the bucket has below it.
 */
#include "timeline.h"

#include "list_view.h"
#include "scope.h"
#include "walk.h"

#include "dateline/base/message.h"
#include "dateline/text/width.h"

/* Below it, dates and bars are short. */
#define NARROW_COLS 60
#define BAR_COLS_MIN 4
#define BAR_COLS_MAX 20
/* The bucket of what has no place in time. */
#define UNPLACED INT32_MAX

struct builder {
	struct app *app;
	struct view *view;
	const struct store *store;
	struct timeline t;
	uint32_t *in_round; /* by round: articles in the bucket at hand */
	bool *begun; /* by round: it is in an earlier bucket */
	VEC_OF(uint32_t) rounds; /* of the bucket at hand */
	int bar_cols, count_cols;
	uint8_t label_cols;
	struct buf b; /* scratch */
};

static bool is_narrow(const struct builder *x)
{
	return x->view->rows.cols < NARROW_COLS;
}

static struct str keep(struct builder *x)
{
	return rows_keep(&x->view->rows, &x->b);
}

static uint32_t round_of(const struct builder *x, uint32_t article)
{
	return x->store->articles.v[article].round;
}

static bool is_round(const struct builder *x, uint32_t round)
{
	return x->store->rounds.v[round].articles.n > 1;
}

/* The articles it is about. */

static void take_round(const struct store *s, uint32_t round, struct scope *out)
{
	struct span in = s->rounds.v[round].articles;

	for (uint32_t i = 0; i < in.n; i++)
		*vec_push(&out->articles) = s->round_articles.v[in.first + i];
}

static void take_articles(
	const struct app *app, const struct view *v, struct scope *out)
{
	const struct store *s = app->store;
	struct span in;

	if (v->subject == STORE_NONE) {
		scope_articles(app, v, out);
		return;
	}
	in = s->storylines.v[v->subject].rounds;
	for (uint32_t i = 0; i < in.n; i++)
		take_round(s, s->storyline_rounds.v[in.first + i], out);
}

/* One bucket. */

/* The rounds of some articles, the one with the most of them first. */
static void find_rounds(struct builder *x, struct span articles)
{
	x->rounds.n = 0;
	for (uint32_t i = 0; i < articles.n; i++) {
		uint32_t round =
			round_of(x, x->t.articles.v[articles.first + i]);

		if (!is_round(x, round) || x->in_round[round]++ > 0)
			continue;
		*vec_push(&x->rounds) = round;
	}
	for (size_t i = 1; i < x->rounds.n; i++) {
		uint32_t first = x->rounds.v[0];

		if (x->in_round[x->rounds.v[i]] <= x->in_round[first])
			continue;
		x->rounds.v[0] = x->rounds.v[i];
		x->rounds.v[i] = first;
	}
}

static void forget_rounds(struct builder *x)
{
	for (size_t i = 0; i < x->rounds.n; i++) {
		x->in_round[x->rounds.v[i]] = 0;
		x->begun[x->rounds.v[i]] = true;
	}
}

static uint32_t alone_in(const struct builder *x, struct span articles)
{
	uint32_t n = articles.n;

	for (size_t i = 0; i < x->rounds.n; i++)
		n -= x->in_round[x->rounds.v[i]];
	return n;
}

/* A round begins here, or goes on. */
static void say_round_mark(struct builder *x, uint32_t round)
{
	bool begun = x->begun[round];

	buf_add(&x->b,
		glyph_str(begun ? GLYPH_DOT : GLYPH_MORE, x->app->ascii));
	buf_add_c(&x->b, ' ');
	buf_add(&x->b, round_title(x->store, &x->store->rounds.v[round]));
}

/* "▸ Seven gauges, one river (+2)", or the only article's title. */
static void say_content(struct builder *x, struct span articles)
{
	uint32_t more;

	if (articles.n == 1 && x->rounds.n == 0) {
		buf_add(&x->b, STR("  "));
		buf_add(&x->b,
			article_title(x->store,
				&x->store->articles
					 .v[x->t.articles.v[articles.first]]));
		return;
	}
	if (x->rounds.n == 0)
		return;
	more = (uint32_t)x->rounds.n - 1 + alone_in(x, articles);
	if (more)
		buf_add_f(&x->b, "+%u ", (unsigned)more);
	say_round_mark(x, x->rounds.v[0]);
}

static uint32_t bar_of(const struct builder *x, uint32_t n)
{
	uint32_t cols = (uint32_t)x->bar_cols;

	return (uint32_t)(((uint64_t)n * cols + x->t.most - 1) / x->t.most);
}

static void add_cells(struct builder *x, enum glyph g, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		buf_add(&x->b, glyph_str(g, x->app->ascii));
}

/* The bar, the count, what it is; estimated dates are the light end of it. */
static void say_main(struct builder *x, const struct time_bucket *b)
{
	uint32_t all = bar_of(x, b->articles.n);
	uint32_t sure = b->estimated == b->articles.n
				? 0
				: bar_of(x, b->articles.n - b->estimated);

	add_cells(x, GLYPH_FULL, sure);
	add_cells(x, GLYPH_SHADE, all - sure);
	buf_add_f(&x->b, "%*s %*u ", x->bar_cols - (int)all, "", x->count_cols,
		(unsigned)b->articles.n);
	say_content(x, b->articles);
}

/* The bar looks like one. */
static struct span bar_part(
	struct builder *x, struct str main, const struct time_bucket *b)
{
	struct rows *rows = &x->view->rows;
	struct span part = { (uint32_t)rows->parts.n, 1 };
	size_t n = 0;
	struct str shade = glyph_str(GLYPH_SHADE, x->app->ascii);

	while (n < main.n && main.p[n] != ' ')
		n++;
	*vec_push(&rows->parts) =
		(struct row_part){ str_slice(main, 0, n), STYLE_bar };
	if (!b->estimated)
		return part;
	*vec_push(&rows->parts) =
		(struct row_part){ str_slice(main, str_find(main, shade, 0), n),
			STYLE_estimate };
	part.n = 2;
	return part;
}

static void say_label(struct builder *x, int32_t day)
{
	switch ((enum time_step)x->view->step) {
	case STEP_YEAR:
		say_in_year(&x->b, day, SAY_YEAR);
		break;
	case STEP_MONTH:
		say_in_year(&x->b, day, SAY_MONTH);
		break;
	case STEP_WEEK:
		buf_add(&x->b, is_narrow(x) ? STR("") : MSG("wk "));
		say_in_year(&x->b, day, SAY_DAY_OF_MONTH);
		break;
	case STEP_DAY:
	case TIME_STEPS:
	default:
		say_in_year(&x->b, day,
			is_narrow(x) ? SAY_DAY_OF_MONTH : SAY_WEEKDAY);
	}
}

static struct str label(struct builder *x, int32_t day)
{
	say_label(x, day);
	return keep(x);
}

/* The columns of the widest one: a week in each month. */
static uint8_t label_cols(struct builder *x)
{
	int cols = 0;

	for (int month = 1; month <= 12; month++)
		for (int day = 20; day <= 26; day++) {
			int width;

			say_label(x, date_days(2001, month, day));
			width = text_width(buf_str(&x->b));
			cols = width > cols ? width : cols;
			buf_clear(&x->b);
		}
	return (uint8_t)cols;
}

/* What an unfolded bucket has: its rounds, then what is alone. */
static void add_content(struct builder *x, struct span articles)
{
	for (size_t i = 0; i < x->rounds.n; i++) {
		struct row row = row_of(ROW_TEXT);
		uint32_t round = x->rounds.v[i];
		uint32_t all = x->store->rounds.v[round].articles.n;

		row.indent = 4;
		say_round_mark(x, round);
		row.main = keep(x);
		if (x->in_round[round] < all) {
			say_count(&x->b, x->in_round[round]);
			say_many(&x->b, all, " of %s article",
				" of %s articles");
		} else {
			say_many(&x->b, all, "%s article", "%s articles");
		}
		row.right = keep(x);
		row.round = round;
		row.article =
			x->store->round_articles
				.v[x->store->rounds.v[round].articles.first];
		rows_add(&x->view->rows, &row);
	}
	for (uint32_t i = 0; i < articles.n; i++) {
		struct row row = row_of(ROW_ARTICLE);

		row.article = x->t.articles.v[articles.first + i];
		if (is_round(x, round_of(x, row.article)))
			continue;
		row.left = STR("");
		row.left_cols = 2;
		row.form = SAY_DAY;
		rows_add(&x->view->rows, &row);
	}
}

/* Enter opens the one thing there, or lists them. */
static void lead_to(struct builder *x, struct row *row, struct span articles)
{
	row->article = x->t.articles.v[articles.first];
	if (articles.n == 1 && x->rounds.n == 0)
		return;
	if (x->rounds.n)
		row->article = x->store->round_articles
				       .v[x->store->rounds.v[x->rounds.v[0]]
						       .articles.first];
	if (x->rounds.n == 1 && alone_in(x, articles) == 0)
		row->round = x->rounds.v[0];
	else
		row->folds = true;
}

static void add_bucket(struct builder *x, const struct time_bucket *b)
{
	struct row row = row_of(ROW_TEXT);

	find_rounds(x, b->articles);
	row.left = label(x, b->first);
	row.left_cols = x->label_cols;
	say_main(x, b);
	row.main = keep(x);
	row.parts = bar_part(x, row.main, b);
	if (!is_narrow(x)) {
		say_many(&x->b, b->outlets, "%s source", "%s sources");
		buf_add(&x->b, b->outlets == 1 ? STR(" ") : STR(""));
		row.right = keep(x);
	}
	row.fold = b->first;
	lead_to(x, &row, b->articles);
	rows_add(&x->view->rows, &row);
	if (row.folds && x->view->unfolded == row.fold)
		add_content(x, b->articles);
	forget_rounds(x);
}

/* Between the buckets. */

/* Long gaps are said in months or years. */
static void say_gap(const struct builder *x, uint32_t steps, struct buf *out)
{
	static const double days_of[TIME_STEPS] = { 1, 7, 30.44, 365.25 };
	static const struct {
		double least; /* days */
		enum time_step step;
	} units[] = { { 730, STEP_YEAR }, { 60, STEP_MONTH } };
	enum time_step step = (enum time_step)x->view->step;
	double days = steps * days_of[step];

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (days < units[i].least || step >= units[i].step)
			continue;
		step = units[i].step;
		steps = (uint32_t)(days / days_of[step] + .5);
		break;
	}
	switch (step) {
	case STEP_DAY:
		say_many(out, steps, "%s day without an article",
			"%s days without an article");
		break;
	case STEP_WEEK:
		say_many(out, steps, "%s week without an article",
			"%s weeks without an article");
		break;
	case STEP_MONTH:
		say_many(out, steps, "%s month without an article",
			"%s months without an article");
		break;
	case STEP_YEAR:
	case TIME_STEPS:
	default:
		say_many(out, steps, "%s year without an article",
			"%s years without an article");
	}
}

static void add_gap(struct builder *x, uint32_t steps)
{
	struct row row = row_of(ROW_NOTE);

	if (steps == 0)
		return;
	row.left_cols = x->label_cols;
	row.left = STR(":");
	row.style = STYLE_dim;
	say_gap(x, steps, &x->b);
	row.main = keep(x);
	rows_add(&x->view->rows, &row);
}

static int year_of(int32_t day)
{
	struct date d = { 0 };

	date_from_days(day, &d);
	return d.year;
}

static void add_year(struct builder *x, size_t at)
{
	const struct time_bucket *b = &x->t.buckets.v[at];

	if (x->view->step == STEP_YEAR ||
		(at > 0 && year_of(b->first) == year_of(b[-1].first)))
		return;
	say_in_year(&x->b, b->first, SAY_YEAR);
	rows_add_heading(&x->view->rows, keep(x));
}

static void say_unplaced(struct builder *x, uint32_t n)
{
	switch ((enum time_step)x->view->step) {
	case STEP_DAY:
		say_many(&x->b, n, "%s article of which the day is not known",
			"%s articles of which the day is not known");
		break;
	case STEP_WEEK:
		say_many(&x->b, n, "%s article of which the week is not known",
			"%s articles of which the week is not known");
		break;
	case STEP_MONTH:
		say_many(&x->b, n, "%s article of which the month is not known",
			"%s articles of which the month is not known");
		break;
	case STEP_YEAR:
	case TIME_STEPS:
	default:
		say_many(&x->b, n, "%s article of which the year is not known",
			"%s articles of which the year is not known");
	}
}

static void add_unplaced(struct builder *x)
{
	struct row row = row_of(ROW_TEXT);

	if (x->t.unplaced.n == 0)
		return;
	rows_add_heading(&x->view->rows, MSG("not in time"));
	find_rounds(x, x->t.unplaced);
	say_unplaced(x, x->t.unplaced.n);
	row.main = keep(x);
	row.fold = UNPLACED;
	row.folds = true;
	row.article = x->t.articles.v[x->t.unplaced.first];
	rows_add(&x->view->rows, &row);
	if (x->view->unfolded == UNPLACED)
		add_content(x, x->t.unplaced);
	forget_rounds(x);
}

/* How fine it is. */

/* Rows that a step takes, its gaps included. */
static size_t rows_needed(const struct timeline *t, enum time_step step)
{
	size_t n = t->buckets.n;

	for (size_t i = 0; i < t->buckets.n; i++)
		n += timeline_gap(t, i, step) > 0;
	return n;
}

/* The finest step that the screen shows whole, until the reader zooms. */
static void choose_step(struct builder *x, const struct scope *scope)
{
	size_t rows = (size_t)app_area(x->app, PANE_CONTENT).rows;
	struct timeline_of of = { x->store, &x->app->outlets, scope->articles.v,
		(uint32_t)scope->articles.n };

	if (x->view->zoomed) {
		timeline_make(&x->t, &of, (enum time_step)x->view->step);
		return;
	}
	for (int step = STEP_DAY; step < TIME_STEPS; step++) {
		timeline_make(&x->t, &of, (enum time_step)step);
		x->view->step = (uint8_t)step;
		if (rows_needed(&x->t, (enum time_step)step) <= rows)
			return;
	}
}

static void measure(struct builder *x)
{
	int cols = x->view->rows.cols / 5;
	uint32_t most = x->t.most;

	x->label_cols = label_cols(x);
	x->bar_cols = cols < BAR_COLS_MIN   ? BAR_COLS_MIN
		      : cols > BAR_COLS_MAX ? BAR_COLS_MAX
					    : cols;
	if (most < (uint32_t)x->bar_cols)
		x->bar_cols = most > 0 ? (int)most : 1;
	for (x->count_cols = 1; most >= 10; most /= 10)
		x->count_cols++;
}

static void add_rows(struct builder *x)
{
	enum time_step step = (enum time_step)x->view->step;

	for (size_t i = 0; i < x->t.buckets.n; i++) {
		add_gap(x, timeline_gap(&x->t, i, step));
		add_year(x, i);
		add_bucket(x, &x->t.buckets.v[i]);
	}
	add_unplaced(x);
	rows_add_none(&x->view->rows, MSG("no article here"));
}

/* To the bucket that a day is in, or the next one after it. */
static void go_day(struct app *app, struct view *v, int32_t day)
{
	size_t found = v->rows.list.n;

	for (size_t i = 0; i < v->rows.list.n; i++) {
		const struct row *row = &v->rows.list.v[i];

		if (row->fold == FOLD_NONE)
			continue;
		if (found == v->rows.list.n || row->fold <= day)
			found = i;
		if (row->fold >= day)
			break;
	}
	list_view_go(app, v, (int64_t)found);
}

static void timeline_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .view = v, .store = app->store };
	struct scope scope = { 0 };

	if (!rows_view_begin(app, v, cols))
		return;
	take_articles(app, v, &scope);
	choose_step(&x, &scope);
	measure(&x);
	x.in_round = mem_calloc(app->store->rounds.n + 1, sizeof *x.in_round);
	x.begun = mem_calloc(app->store->rounds.n + 1, sizeof *x.begun);
	add_rows(&x);
	rows_view_end(app, v);
	if (v->day != STORE_NO_DAY)
		go_day(app, v, step_first((enum time_step)v->step, v->day));
	v->day = STORE_NO_DAY;
	free(x.in_round);
	free(x.begun);
	vec_free(&x.rounds);
	scope_release(&scope);
	timeline_release(&x.t);
	buf_release(&x.b);
}

/* Commands. */

static void zoom(struct app *app, struct view *v, int64_t by)
{
	const struct rows *rows = &v->rows;
	uint32_t row = v->list.cursor;
	int64_t step = v->step + by;

	if (step < 0 || step >= TIME_STEPS) {
		app_refuse(app, step < 0 ? _("days are the finest")
					 : _("years are the coarsest"));
		return;
	}
	while (row > 0 && rows->list.v[row].fold == FOLD_NONE)
		row--;
	v->day = row < rows->list.n && rows->list.v[row].fold != UNPLACED
			 ? rows->list.v[row].fold
			 : STORE_NO_DAY;
	if (v->day == FOLD_NONE)
		v->day = STORE_NO_DAY;
	v->step = (uint8_t)step;
	v->zoomed = true;
	v->unfolded = FOLD_NONE;
	v->rows.cols = 0;
	app_say(app, "%s", message(step_says[step]));
}

static bool timeline_run(
	struct app *app, struct view *v, const struct call *call)
{
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	if (call->id == COMMAND_ZOOM_IN)
		zoom(app, v, -(int64_t)call_times(call));
	else if (call->id == COMMAND_ZOOM_OUT)
		zoom(app, v, call_times(call));
	else if (call->id == COMMAND_OPEN && row && row->round != STORE_NONE)
		app_open(app, &round_ops, row->round);
	else
		return fold_run(app, v, call);
	return true;
}

void timeline_open(struct app *app, const struct call *call)
{
	uint32_t round = app_round(app);
	const struct store *s = app->store;

	(void)call;
	if (round == STORE_NONE)
		app_refuse(app,
			_("no round here; %s shows all articles in time"),
			app_key_for(app, COMMAND_TIMELINE_ALL));
	else if (app_focused(app)->ops == &timeline_ops &&
		 app_focused(app)->subject == s->rounds.v[round].storyline)
		app_refuse(app, _("this is it already"));
	else
		app_open(app, &timeline_ops, s->rounds.v[round].storyline);
}

void timeline_open_all(struct app *app, const struct call *call)
{
	(void)call;
	scope_open(app, &timeline_ops);
}

static void timeline_where(struct app *app, struct view *v, struct buf *out)
{
	const struct store *s = app->store;

	buf_add(out, MSG("Timeline: "));
	if (v->subject != STORE_NONE) {
		uint32_t n = s->storylines.v[v->subject].rounds.n;

		say_many(out, n, "%s round", "%s rounds");
		buf_add(out, STR(": "));
		buf_add(out, storyline_title(s, v->subject));
		return;
	}
	scope_say(v, out);
}

static void timeline_status(struct app *app, struct view *v, struct buf *out)
{
	rows_view_status(app, v, out);
	buf_add_f(out, "   %s", message(step_says[v->step]));
}

const struct view_ops timeline_ops = {
	.in = IN_TIMELINE,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = timeline_prepare,
	.draw = list_view_draw,
	.run = timeline_run,
	.where = timeline_where,
	.status = timeline_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
