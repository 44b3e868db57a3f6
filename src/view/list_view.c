#include "list_view.h"

#include "article.h"
#include "article_row.h"
#include "drawn.h"
#include "reading.h"
#include "search.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/width.h"

struct bound {
	const struct app *app;
	const struct view *view;
};

static bool bound_still(const void *ctx, uint32_t row)
{
	const struct bound *b = ctx;

	return b->view->ops->still(b->app, b->view, row);
}

static struct list_rows bind_rows(const struct bound *b)
{
	struct list_rows rows = { .n = b->view->ops->count(b->app, b->view),
		.ctx = b };

	if (b->view->ops->still)
		rows.still = bound_still;
	return rows;
}

static int height_of(const struct app *app, const struct view *v)
{
	return app_area(app, v->ops->pane).rows - v->reserved;
}

void list_view_go(struct app *app, struct view *v, int64_t row)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);

	list_go(&v->list, &rows, row);
	list_show(&v->list, &rows, height_of(app, v));
}

void list_view_scroll(struct app *app, struct view *v, int64_t lines)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);

	list_scroll(&v->list, &rows, lines, height_of(app, v));
}

/* Without the bar, only the ">" is marked: a whole row in bold is sent again,
 * twice, at each move (measured at 80 columns: 234 bytes, against 33). */
static void mark_selected(const struct app *app, const struct area *area,
	const struct view *v, int row)
{
	struct screen *s = area->screen;
	bool focused = app_focused(app) == v;
	int marked = app->config->options.bar ? area->cols : 1;

	for (int i = 0; i < marked && focused; i++)
		screen_at(s, area->row + row, area->col + i)->marks |=
			MARK_SELECTED;
	if (focused) {
		s->cursor_row = area->row + row;
		s->cursor_col = area->col;
		s->cursor_visible = true;
	}
}

/* In a row of the area. The first column, which says whether it is selected, is
 * drawn each time; all of the row only when the bar on it comes or goes. */
static void draw_row(struct app *app, struct view *v,
	const struct list_rows *rows, const struct area *area, int at)
{
	uint32_t row = v->list.top + (uint32_t)at;
	struct pen p = pen_at(area, at, 0);
	bool selected = row == v->list.cursor &&
			!(rows->still && rows->still(rows->ctx, row));
	bool barred = selected && app->config->options.bar;
	bool stands = drawn_has(area, at, (row + 1) << 1 | barred);

	pen_put(&p, STYLE_text, selected ? STR(">") : STR(" "));
	if (!stands)
		v->ops->draw_row(app, v, row, &p);
	if (selected)
		mark_selected(app, area, v, at);
}

void list_view_draw(struct app *app, struct view *v, const struct area *area)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);
	int i;

	list_show(&v->list, &rows, area->rows);
	drawn_scroll(area, v->list.top);
	for (i = 0; i < area->rows && v->list.top + (uint32_t)i < rows.n; i++)
		draw_row(app, v, &rows, area, i);
	drawn_end(area, i);
}

/* An entry that a page would start in the middle of is shown whole, unless
 * that would not get on, or the end would be out of reach. */
static void align_top(struct view *v, const struct list_rows *rows,
	uint32_t before, int height)
{
	uint32_t top = v->list.top;

	while (top > 0 && top < v->rows.list.n &&
		v->rows.list.v[top].kind == ROW_NOTE)
		top--;
	if (top <= before || (int64_t)v->list.top + height >= rows->n)
		return;
	v->list.top = top;
	while (v->list.cursor >= top + (uint32_t)height &&
		list_move(&v->list, rows, -1))
		;
}

static void page(struct app *app, struct view *v, int64_t lines)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);
	uint32_t before = v->list.top;

	list_page(&v->list, &rows, lines, height_of(app, v));
	if (lines > 0)
		align_top(v, &rows, before, height_of(app, v));
}

static void move(struct app *app, struct view *v, int64_t by)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);

	list_move(&v->list, &rows, by);
	list_show(&v->list, &rows, height_of(app, v));
}

/* To the n-th row that can be chosen, counted from 1 as in the status. */
static void go_nth(struct app *app, struct view *v, int64_t n)
{
	list_view_go(app, v, 0);
	move(app, v, n - 1);
}

static void open_row(struct app *app, struct view *v)
{
	uint32_t article = STORE_NONE;
	struct row row = row_of(ROW_ARTICLE);
	struct view *opened;

	if (v->list.cursor < v->ops->count(app, v) && v->ops->article)
		article = v->ops->article(app, v, v->list.cursor);
	if (article == STORE_NONE) {
		app_say(app, "%s",
			app->loading ? _("the archive is still being read")
				     : _("nothing to open here"));
		return;
	}
	if (v->list.cursor < v->rows.list.n)
		row = v->rows.list.v[v->list.cursor];
	opened = app_open_article(app, article);
	if (row.quote != QUOTE_NONE)
		article_go_quote(app, opened, row.quote);
	else if (row.place != ROW_NO_PLACE)
		article_go_place(app, opened, row.place);
}

bool list_view_run(struct app *app, struct view *v, const struct call *call)
{
	int64_t times = call_times(call), height = height_of(app, v);
	int64_t half = height / 2 > 0 ? height / 2 : 1;

	switch (call->id) {
	case COMMAND_DOWN:
	case COMMAND_UP:
		move(app, v, call->id == COMMAND_UP ? -times : times);
		return true;
	case COMMAND_READ_ON:
	case COMMAND_PAGE_DOWN:
		page(app, v, times * height);
		return true;
	case COMMAND_PAGE_UP:
		page(app, v, -times * height);
		return true;
	case COMMAND_HALF_DOWN:
		page(app, v, times * half);
		return true;
	case COMMAND_HALF_UP:
		page(app, v, -times * half);
		return true;
	case COMMAND_FIRST:
	case COMMAND_LAST:
		if (call->id == COMMAND_LAST && !call->count)
			list_view_go(app, v, INT32_MAX);
		else
			go_nth(app, v, times);
		return true;
	case COMMAND_OPEN:
		if (call->count)
			go_nth(app, v, times);
		open_row(app, v);
		return true;
	default:
		return false;
	}
}

bool fold_run(struct app *app, struct view *v, const struct call *call)
{
	const struct row *row;

	if (call->id != COMMAND_OPEN || v->list.cursor >= v->rows.list.n ||
		!v->rows.list.v[v->list.cursor].folds)
		return list_view_run(app, v, call);
	row = &v->rows.list.v[v->list.cursor];
	v->unfolded = v->unfolded == row->fold ? FOLD_NONE : row->fold;
	v->chosen = row->fold;
	v->rows.cols = 0;
	return true;
}

/* Searching. */

static const struct row_hits *find_hits(struct app *app, struct view *v)
{
	unsigned content = v->rows.serial + app->order.serial +
			   app->order.folding + app->serial;
	uint32_t n = v->ops->count(app, v);

	if (v->hits.search == app->search.serial && v->hits.content == content)
		return &v->hits;
	v->hits.search = app->search.serial;
	v->hits.content = content;
	v->hits.rows.n = 0;
	for (uint32_t i = 0; app->search.folded.n && i < n; i++)
		if (v->ops->matches(app, v, i))
			*vec_push(&v->hits.rows) = i;
	return &v->hits;
}

/* The place among the hits of the first one at or after a row. */
static size_t hit_from(const struct row_hits *hits, uint32_t row)
{
	size_t low = 0, high = hits->rows.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (hits->rows.v[mid] < row)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool is_still(const struct app *app, const struct view *v, uint32_t row)
{
	return v->ops->still && v->ops->still(app, v, row);
}

/* The row after the cursor's and its notes. */
static uint32_t after_notes(const struct app *app, const struct view *v)
{
	uint32_t row = v->list.cursor + 1, n = v->ops->count(app, v);

	while (row < n && is_still(app, v, row))
		row++;
	return row;
}

/* The row to choose for a hit: a note's is the one it stands under. */
static uint32_t chosen_by(
	const struct app *app, const struct view *v, uint32_t row)
{
	while (row > 0 && is_still(app, v, row))
		row--;
	return row;
}

void list_view_seek(struct app *app, struct view *v, int direction)
{
	const struct row_hits *hits = find_hits(app, v);
	size_t n = hits->rows.n, at;

	if (n == 0) {
		app_complain(app, _("not found: %.*s"),
			STR_ARG(buf_str(&app->search.text)));
		return;
	}
	if (direction > 0) {
		at = hit_from(hits, after_notes(app, v));
		if (at == n)
			app_say_wrap(app, false, (uint32_t)n);
		at = at == n ? 0 : at;
	} else {
		at = hit_from(hits, v->list.cursor);
		if (at == 0)
			app_say_wrap(app, true, (uint32_t)n);
		at = at == 0 ? n - 1 : at - 1;
	}
	list_view_go(app, v, chosen_by(app, v, hits->rows.v[at]));
}

void draw_mark(const struct pen *start, struct str text, struct range hit)
{
	int col = start->col + text_width(str_slice(text, 0, hit.start));
	int end = col + text_width(str_range(text, hit));

	for (; col < end && col < start->end; col++) {
		struct cell *c = screen_at(start->screen, start->row, col);

		/* Behind text that was cut there is nothing to mark. */
		if (c->n || !c->width)
			c->marks |= MARK_HIT;
	}
}

void draw_hits(const struct app *app, const struct pen *start, struct str text)
{
	struct str needle = buf_str(&app->search.folded);
	struct range hit;
	size_t from = 0;

	while (needle.n && text_find_folded(text, needle, from, &hit)) {
		draw_mark(start, text, hit);
		from = hit.end;
	}
}

void list_view_say_hit(
	const struct app *app, uint32_t hit, size_t n, struct buf *out)
{
	buf_add(out, STR("   "));
	say_typed(out, search_text(app));
	buf_add_c(out, ' ');
	if (hit >= n) {
		say_many(out, n, "%s hit", "%s hits");
		return;
	}
	buf_add_f(out, _("hit %u/"), (unsigned)hit + 1);
	say_count(out, n);
}

void app_say_wrap(struct app *app, bool to_the_end, uint32_t n)
{
	app_say(app,
		to_the_end ? _("search goes on from the end: hit %u of %u")
			   : _("search goes on from the top: hit %u of %u"),
		to_the_end ? (unsigned)n : 1u, (unsigned)n);
}

/* A search that finds nothing here has said so, or was for another screen. */
void list_view_say_hits(struct app *app, struct view *v, struct buf *out)
{
	const struct row_hits *hits;
	size_t at;

	if (app->search.folded.n == 0)
		return;
	hits = find_hits(app, v);
	if (hits->rows.n == 0)
		return;
	at = hit_from(hits, v->list.cursor);
	/* A note's hit belongs to the row it stands under. */
	if (at < hits->rows.n &&
		chosen_by(app, v, hits->rows.v[at]) != v->list.cursor)
		at = hits->rows.n;
	list_view_say_hit(app, (uint32_t)at, hits->rows.n, out);
}

/* Lists made of text. */

uint32_t rows_view_count(const struct app *app, const struct view *v)
{
	(void)app;
	return (uint32_t)v->rows.list.n;
}

bool rows_view_still(const struct app *app, const struct view *v, uint32_t row)
{
	(void)app;
	return row_is_still(&v->rows.list.v[row]);
}

uint32_t rows_view_article(
	const struct app *app, const struct view *v, uint32_t row)
{
	(void)app;
	return v->rows.list.v[row].article;
}

static bool text_matches(const struct app *app, struct str text)
{
	struct range hit;

	return text_find_folded(text, buf_str(&app->search.folded), 0, &hit);
}

static struct str main_text(const struct app *app, const struct row *row)
{
	if (row->kind == ROW_ARTICLE)
		return article_title(
			app->store, &app->store->articles.v[row->article]);
	return row->main;
}

bool rows_view_matches(
	const struct app *app, const struct view *v, uint32_t row)
{
	const struct row *r = &v->rows.list.v[row];

	if (r->kind == ROW_HEADING)
		return false;
	return text_matches(app, r->left) ||
	       text_matches(app, main_text(app, r)) ||
	       text_matches(app, r->right) ||
	       (r->kind == ROW_ARTICLE &&
		       text_matches(app,
			       store_source(app->store,
				       &app->store->articles.v[r->article])));
}

void rows_view_draw_row(
	struct app *app, struct view *v, uint32_t row, struct pen *p)
{
	const struct row *r = &v->rows.list.v[row];
	struct article_row ar = { .article = r->article,
		.form = (enum date_form)r->form,
		.note = r->right,
		.in = v->ops->in };
	struct pen start;

	if (r->kind != ROW_ARTICLE) {
		start = *p;
		row_draw(r, p);
		if (r->kind == ROW_TEXT || r->kind == ROW_NOTE) {
			start.col += row_main_col(r);
			start.end = p->end;
			rows_draw_parts(&v->rows, r->parts, r->main, &start);
			draw_hits(app, &start, r->main);
		}
		return;
	}
	if (r->left_cols) {
		pen_field(p, STYLE_key, r->left, r->left_cols);
		pen_space(p, 1);
	}
	draw_article_row(app, &ar, p);
}

/* How many rows that can be chosen are before one. */
static uint32_t ordinal(const struct view *v, size_t row)
{
	uint32_t n = 0;

	for (size_t i = 0; i < v->rows.list.n && i < row; i++)
		n += !row_is_still(&v->rows.list.v[i]);
	return n;
}

uint32_t rows_view_ordinal(const struct view *v)
{
	if (v->waits)
		return v->awaited;
	/* Before there are rows, the cursor is where it is to go. */
	return v->rows.list.n ? ordinal(v, v->list.cursor) : v->list.cursor;
}

void rows_view_status(struct app *app, struct view *v, struct buf *out)
{
	uint32_t n = ordinal(v, v->rows.list.n);

	say_count(out, n ? ordinal(v, v->list.cursor) + 1 : 0);
	buf_add_c(out, '/');
	say_count(out, n);
	list_view_say_hits(app, v, out);
}

bool rows_view_begin(struct app *app, struct view *v, int cols)
{
	if (v->rows.cols == cols && v->rows.store == app->serial)
		return false;
	v->list.cursor = rows_view_ordinal(v);
	v->waits = false;
	v->rows.cols = cols;
	v->rows.store = app->serial;
	rows_clear(&v->rows);
	return true;
}

/* Puts the cursor on the chosen row, and what is unfolded below it in sight. */
static void show_fold(
	struct app *app, struct view *v, const struct list_rows *rows)
{
	uint32_t height = (uint32_t)height_of(app, v), from = 0, to;

	while (from < rows->n && v->rows.list.v[from].fold != v->chosen)
		from++;
	to = from;
	while (to + 1 < rows->n && to + 1 < from + height &&
		v->unfolded == v->chosen &&
		v->rows.list.v[to + 1].fold == FOLD_NONE &&
		v->rows.list.v[to + 1].kind != ROW_BLANK)
		to++;
	list_view_go(app, v, to);
	list_go(&v->list, rows, from);
}

void rows_view_end(struct app *app, struct view *v)
{
	struct bound b = { app, v };
	struct list_rows rows = bind_rows(&b);
	uint32_t n = v->list.cursor;

	list_go(&v->list, &rows, 0);
	list_move(&v->list, &rows, n);
	if (v->chosen != FOLD_NONE)
		show_fold(app, v, &rows);
	v->chosen = FOLD_NONE;
}
