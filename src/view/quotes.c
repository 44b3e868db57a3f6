/*
 * All quotes of the archive, the latest first, each utterance once. There may
 * be half a million: a row is made when it is drawn, and only what is unfolded
 * below one is kept as text. The rows are those of the utterances, with the
 * uses of the unfolded one behind it.
 */
#include "quotes.h"

#include "article.h"
#include "list_view.h"
#include "quote_line.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/width.h"

/* Fewer columns than these: no outlets; short dates; none, and numbers for
 * sources. */
#define OUTLET_COLS_MIN 100
#define WIDE_COLS 72
#define DATE_COLS_MIN 46
#define SPEAKER_COLS 18
#define SPEAKER_COLS_NARROW 12
#define OUTLET_COLS 20

/* What a row is. */
struct place {
	uint32_t utterance; /* in the index; STORE_NONE: neither */
	uint32_t use; /* row of the uses; STORE_NONE: it is the utterance */
};

static bool is_there(const struct app *app)
{
	return app->quotes != NULL;
}

static uint32_t n_shown(const struct app *app, const struct view *v)
{
	return (uint32_t)(v->filter.n ? v->quotes.shown.n
				      : app->quotes->all.list.n);
}

static uint32_t n_uses(const struct view *v)
{
	return (uint32_t)v->quotes.uses.list.n;
}

/* The place of the unfolded utterance among those shown. */
static uint32_t unfolded(const struct view *v)
{
	return v->unfolded == FOLD_NONE ? STORE_NONE : (uint32_t)v->unfolded;
}

/* The place of a row's utterance among those shown, and the row of its uses. */
static uint32_t place_of(const struct view *v, uint32_t row, uint32_t *use)
{
	uint32_t open = unfolded(v);

	*use = STORE_NONE;
	if (open == STORE_NONE || row <= open)
		return row;
	if (row - open <= n_uses(v)) {
		*use = row - open - 1;
		return open;
	}
	return row - n_uses(v);
}

static struct place at(
	const struct app *app, const struct view *v, uint32_t row)
{
	struct place p = { STORE_NONE, STORE_NONE };
	uint32_t nth;

	if (!is_there(app))
		return p;
	nth = place_of(v, row, &p.use);
	if (nth < n_shown(app, v))
		p.utterance = v->filter.n ? v->quotes.shown.v[nth] : nth;
	return p;
}

static const struct utterance *utterance_at(
	const struct app *app, const struct view *v, uint32_t row)
{
	struct place p = at(app, v, row);

	return p.utterance == STORE_NONE
		       ? NULL
		       : &app->quotes->all.list.v[p.utterance];
}

/* One use of an utterance. */
static const struct people_said *said_at(
	const struct app *app, const struct utterance *u, uint32_t i)
{
	return &app->quotes->all.said.v[u->said.first + i];
}

static const struct store_quote *quote_of(
	const struct app *app, const struct people_said *said)
{
	return &app->store->quotes.v[said->quote];
}

static const struct article *article_of(
	const struct app *app, const struct people_said *said)
{
	return &app->store->articles.v[said->article];
}

static struct str speaker_of(
	const struct app *app, const struct people_said *said)
{
	uint32_t person = quote_of(app, said)->person;

	return person == STORE_NONE
		       ? MSG("nobody named")
		       : people_identity(app->quotes->people, person)->name;
}

/* The uses of the unfolded one. */

static uint8_t speaker_cols(int cols)
{
	return cols < WIDE_COLS ? SPEAKER_COLS_NARROW : SPEAKER_COLS;
}

/* What the first one has in other words, or that they are the same. */
static void add_words(struct rows *rows, struct row *row, struct str words,
	struct str first, bool is_first)
{
	row->parts = rows_own_words(rows, words, first);
	if (is_first || row->parts.n) {
		rows_add_wrapped(rows, row, words);
		return;
	}
	row->main = str_eq(words, first) ? MSG("in the same words")
					 : MSG("in some of these words");
	row->style = STYLE_dim;
	rows_add(rows, row);
}

static void add_use(struct app *app, struct rows *rows,
	const struct people_said *said, struct str first, bool is_first)
{
	const struct article *a = article_of(app, said);
	const struct store_quote *q = quote_of(app, said);
	struct row row = row_of(ROW_TEXT);
	struct buf b = { 0 };

	row.article = said->article;
	row.quote = said->quote - a->quotes.first;
	row.indent = 2;
	row.left = store_source(app->store, a);
	row.left_cols = speaker_cols(rows->cols);
	row.style = q->kind == QUOTE_REPORTED ? STYLE_reported : STYLE_quote;
	if (is_first)
		buf_add(&b, MSG("first "));
	say_date(&b, a, rows->cols < WIDE_COLS ? SAY_SHORT : SAY_DAY);
	row.right = rows->cols < DATE_COLS_MIN ? STR_NONE : buf_str(&b);
	if (row.right.n)
		row.right = rows_keep(rows, &b);
	buf_clear(&b);
	say_quoted(app, a, q, &b);
	add_words(rows, &row, rows_keep(rows, &b), first, is_first);
	buf_release(&b);
}

static void make_uses(struct app *app, struct view *v, int cols)
{
	const struct utterance *u;
	struct rows *rows = &v->quotes.uses;
	struct str first;
	struct buf b = { 0 };

	rows_clear(rows);
	rows->cols = cols;
	if (unfolded(v) >= n_shown(app, v))
		v->unfolded = FOLD_NONE;
	u = v->unfolded == FOLD_NONE ? NULL : utterance_at(app, v, unfolded(v));
	for (uint32_t i = 0; u && i < u->said.n; i++) {
		const struct people_said *said = said_at(app, u, i);

		if (i == 0) {
			say_quoted(app, article_of(app, said),
				quote_of(app, said), &b);
			first = rows_keep(rows, &b);
		}
		add_use(app, rows, said, first, i == 0);
	}
	buf_release(&b);
}

/* What is shown. */

static bool answers(
	const struct app *app, const struct query *q, const struct utterance *u)
{
	for (uint32_t i = 0; i < u->said.n; i++)
		if (query_answers_quote(
			    q, app->quotes->people, said_at(app, u, i)))
			return true;
	return false;
}

/* Those that answer the filter. */
static void find_shown(const struct app *app, struct view *v)
{
	struct query_error error;
	struct query q;

	v->quotes.shown.n = 0;
	if (v->filter.n == 0)
		return;
	query_parse(&q, buf_str(&v->filter), &error);
	q.marks = app_marks(app);
	for (uint32_t i = 0; i < app->quotes->all.list.n; i++)
		if (answers(app, &q, &app->quotes->all.list.v[i]))
			*vec_push(&v->quotes.shown) = i;
	query_release(&q);
}

/* The cursor waits with the screen for the quotes to come. */
static void await_quotes(struct view *v)
{
	if (!v->waits)
		v->awaited = v->list.cursor;
	v->waits = true;
	v->rows.cols = 0;
}

static void quotes_prepare(struct app *app, struct view *v, int cols)
{
	bool renewed = v->rows.store != app->serial || v->waits;

	if (!is_there(app)) {
		await_quotes(v);
		return;
	}
	if (v->rows.cols == cols && !renewed)
		return;
	if (v->rows.cols == 0 || renewed)
		find_shown(app, v);
	if (v->waits)
		v->list.cursor = v->awaited;
	/* Other quotes stand there now. */
	if (v->rows.store && v->rows.store != app->serial)
		v->unfolded = FOLD_NONE;
	v->waits = false;
	v->rows.cols = cols;
	v->rows.store = app->serial;
	v->rows.serial++;
	make_uses(app, v, cols);
}

static uint32_t quotes_count(const struct app *app, const struct view *v)
{
	uint32_t n = is_there(app) ? n_shown(app, v) + n_uses(v) : 0;

	return n ? n : 1; /* a row says why */
}

static bool quotes_still(
	const struct app *app, const struct view *v, uint32_t row)
{
	struct place p = at(app, v, row);

	return p.use != STORE_NONE &&
	       row_is_still(&v->quotes.uses.list.v[p.use]);
}

static uint32_t quotes_article(
	const struct app *app, const struct view *v, uint32_t row)
{
	const struct utterance *u = utterance_at(app, v, row);
	struct place p = at(app, v, row);

	if (!u)
		return STORE_NONE;
	return p.use == STORE_NONE ? said_at(app, u, 0)->article
				   : v->quotes.uses.list.v[p.use].article;
}

uint32_t quotes_person(const struct app *app, const struct view *v)
{
	const struct utterance *u = utterance_at(app, v, v->list.cursor);
	uint32_t person =
		u ? quote_of(app, said_at(app, u, 0))->person : STORE_NONE;

	return person == STORE_NONE ? STORE_NONE
				    : app->quotes->people->of[person];
}

/* Drawing. */

/* "3 sources ≠", "2 articles" of one source; where there is room, the outlet of
 * what only one has. */
static void say_sources(const struct app *app, const struct utterance *u,
	int cols, struct buf *out)
{
	bool named = cols >= DATE_COLS_MIN;

	if (u->sources > 1 && named)
		say_many(out, u->sources, "%s source", "%s sources");
	else if (u->sources > 1)
		say_count(out, u->sources);
	else if (cols >= OUTLET_COLS_MIN)
		say_cut(out,
			store_source(app->store,
				article_of(app, said_at(app, u, 0))),
			OUTLET_COLS, app->ascii);
	else if (u->said.n > 1 && named)
		say_many(out, u->said.n, "%s article", "%s articles");
	if (u->reworded) {
		buf_add(out, named ? STR(" ") : STR(""));
		buf_add(out, glyph_str(GLYPH_UNEQUAL, app->ascii));
	}
	while (cols >= OUTLET_COLS_MIN &&
		text_width(buf_str(out)) < OUTLET_COLS)
		buf_add_c(out, ' ');
}

static void draw_found(
	const struct app *app, struct str text, enum style style, struct pen *p)
{
	struct pen start = *p;

	pen_field(p, style, text,
		text_width(text) < pen_room(p) ? text_width(text)
					       : pen_room(p));
	start.end = p->col;
	draw_hits(app, &start, text);
}

static void draw_utterance(
	struct app *app, int cols, const struct utterance *u, struct pen *p)
{
	const struct people_said *said = said_at(app, u, 0);
	const struct article *a = article_of(app, said);
	const struct store_quote *q = quote_of(app, said);
	struct buf b = { 0 };
	struct pen field;

	say_sources(app, u, cols, &b);
	pen_right(p, STYLE_dim, buf_str(&b));
	buf_clear(&b);
	if (cols >= DATE_COLS_MIN) {
		say_date(&b, a, cols < WIDE_COLS ? SAY_SHORT : SAY_DAY);
		pen_field(p,
			a->date_basis == BASIS_ESTIMATED ? STYLE_estimate
							 : STYLE_date,
			buf_str(&b), cols < WIDE_COLS ? 11 : 12);
		pen_space(p, 1);
	}
	field = *p;
	field.end = p->col + speaker_cols(cols);
	draw_found(app, speaker_of(app, said),
		q->person == STORE_NONE ? STYLE_dim : STYLE_speaker, &field);
	p->col = field.col;
	pen_space(p, field.end + 1 - field.col);
	buf_clear(&b);
	say_quoted(app, a, q, &b);
	draw_found(app, buf_str(&b),
		q->kind == QUOTE_REPORTED ? STYLE_reported : STYLE_quote, p);
	buf_release(&b);
}

static void draw_use(
	struct app *app, struct view *v, uint32_t use, struct pen *p)
{
	const struct row *r = &v->quotes.uses.list.v[use];
	struct pen start = *p;

	row_draw(r, p);
	start.col += row_main_col(r);
	start.end = p->end;
	rows_draw_parts(&v->quotes.uses, r->parts, r->main, &start);
	draw_hits(app, &start, r->main);
}

static void draw_none(struct app *app, const struct view *v, struct pen *p)
{
	struct buf why = { 0 };

	if (app->loading)
		buf_add(&why, MSG("the archive is still being read"));
	else if (!is_there(app))
		buf_add_f(&why, _("joining the quotes%.*s"),
			STR_ARG(glyph_str(GLYPH_ELLIPSIS, app->ascii)));
	else if (v->filter.n)
		buf_add_f(&why, _("no quote answers this; %s shows all"),
			app_key_for(app, COMMAND_CLEAR_FILTER));
	else
		buf_add(&why, MSG("nobody is quoted here"));
	pen_put(p, STYLE_text, buf_str(&why));
	buf_release(&why);
}

static void quotes_draw_row(
	struct app *app, struct view *v, uint32_t row, struct pen *p)
{
	struct place place = at(app, v, row);
	const struct utterance *u = utterance_at(app, v, row);

	if (place.use != STORE_NONE)
		draw_use(app, v, place.use, p);
	else if (u)
		draw_utterance(app, v->rows.cols, u, p);
	else
		draw_none(app, v, p);
}

/* Commands. */

static void open_use(struct app *app, uint32_t article, uint32_t quote)
{
	struct view *opened = app_open_article(app, article);

	article_go_quote(app, opened, quote);
}

static void fold(struct app *app, struct view *v)
{
	uint32_t ignored, nth = place_of(v, v->list.cursor, &ignored);
	bool closes = unfolded(v) == nth;
	int cols = v->rows.cols;

	v->unfolded = closes ? FOLD_NONE : (int32_t)nth;
	make_uses(app, v, cols);
	v->rows.serial++;
	/* All of it in sight, as far as there is room. */
	list_view_go(app, v, (int64_t)nth + n_uses(v));
	list_view_go(app, v, nth);
}

static void open_row(struct app *app, struct view *v)
{
	const struct utterance *u = utterance_at(app, v, v->list.cursor);
	struct place p = at(app, v, v->list.cursor);
	const struct people_said *said;

	if (!u) {
		app_say(app, _("nothing to open here"));
	} else if (p.use != STORE_NONE) {
		open_use(app, v->quotes.uses.list.v[p.use].article,
			v->quotes.uses.list.v[p.use].quote);
	} else if (u->said.n > 1) {
		fold(app, v);
	} else {
		said = said_at(app, u, 0);
		open_use(app, said->article,
			said->quote - article_of(app, said)->quotes.first);
	}
}

static bool quotes_run(struct app *app, struct view *v, const struct call *call)
{
	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	open_row(app, v);
	return true;
}

static void quotes_filter(struct app *app, struct view *v, struct str text)
{
	struct query_error error;
	struct buf wrong = { 0 };

	text = str_trim(text);
	if (!query_check(text, &error)) {
		say_query_error(&wrong, text, &error);
		app_complain(app, "%.*s", STR_ARG(buf_str(&wrong)));
		buf_release(&wrong);
		return;
	}
	buf_clear(&v->filter);
	buf_add(&v->filter, text);
	v->list = (struct list){ 0 };
	v->unfolded = FOLD_NONE;
	v->rows.cols = 0;
}

void quotes_open(struct app *app, const struct call *call)
{
	(void)call;
	if (app_focused(app)->ops == &quotes_ops) {
		app_say(app, _("these are all quotes"));
		return;
	}
	app_open(app, &quotes_ops, STORE_NONE);
	quotes_wish(app);
}

void quotes_wish(struct app *app)
{
	bool waits = false;

	for (size_t i = 0; i < app->history.views.n; i++)
		waits = waits ||
			app->history.views.v[i].view->ops == &quotes_ops;
	if (waits && !app->quotes && app->people && app->people->store)
		app_wish(app, EFFECT_QUOTES);
}

void quotes_take(struct app *app, const struct quote_index *quotes)
{
	app->quotes = quotes;
	app->serial++;
}

/* The screen. */

static bool quotes_matches(
	const struct app *app, const struct view *v, uint32_t row)
{
	struct str needle = buf_str(&app->search.folded);
	const struct utterance *u = utterance_at(app, v, row);
	struct place p = at(app, v, row);
	const struct people_said *said;
	struct range hit;

	if (!u)
		return false;
	if (p.use != STORE_NONE)
		return text_find_folded(
			v->quotes.uses.list.v[p.use].main, needle, 0, &hit);
	said = said_at(app, u, 0);
	return text_find_folded(speaker_of(app, said), needle, 0, &hit) ||
	       text_find_folded(str_range(store_str(app->store,
						  article_of(app, said)->text),
					quote_of(app, said)->span),
		       needle, 0, &hit);
}

static void quotes_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	buf_add(out, MSG("Quotes"));
	if (v->filter.n == 0)
		return;
	buf_add(out, STR(" > "));
	say_typed(out, buf_str(&v->filter));
}

static void quotes_status(struct app *app, struct view *v, struct buf *out)
{
	uint32_t n = is_there(app) ? n_shown(app, v) : 0, ignored;

	say_count(out, n ? place_of(v, v->list.cursor, &ignored) + 1 : 0);
	buf_add_c(out, '/');
	say_count(out, n);
	if (n)
		list_view_say_hits(app, v, out);
}

const struct view_ops quotes_ops = {
	.in = IN_QUOTES,
	.pane = PANE_CONTENT,
	.whole = true,
	.prepare = quotes_prepare,
	.draw = list_view_draw,
	.run = quotes_run,
	.where = quotes_where,
	.status = quotes_status,
	.seek = list_view_seek,
	.filter = quotes_filter,
	.count = quotes_count,
	.still = quotes_still,
	.matches = quotes_matches,
	.draw_row = quotes_draw_row,
	.article = quotes_article,
};
