/*
 * Two articles and the words that differ, paragraph by paragraph: side by
 * side, or one above the other where there is no room for that. The lists are
 * the same; only how a pair of paragraphs becomes rows is not.
 */
#include "diff.h"

#include "list_view.h"

#include "dateline/base/message.h"
#include "dateline/store/translation.h"
#include "dateline/text/align_length.h"
#include "dateline/text/width.h"
#include "dateline/text/wrap.h"

/* From here on there is room for two columns. */
#define SIDES_COLS 80
/* Between them: a blank, the sign, a blank. */
#define GUTTER_COLS 3

struct side {
	struct str text; /* of the article */
	uint32_t article;
	VEC_OF(struct range) paragraphs;
	struct lines lines; /* of the paragraph at hand */
	uint32_t parts; /* where its marks start in rows.parts */
	enum style style; /* of what only this side has */
};

struct builder {
	struct app *app;
	struct view *view;
	struct side side[2];
	struct align al;
	int cols; /* of a side */
	struct buf b; /* scratch */
};

static bool is_wide(const struct view *v)
{
	return v->rows.cols >= SIDES_COLS;
}

/* The cursor has a column, the last one stays free. A column is no wider than
 * the reader wants a text to be. */
static int side_cols(const struct app *app, const struct view *v)
{
	int room = v->rows.cols - 2;

	room = is_wide(v) ? (room - GUTTER_COLS) / 2 : room - 2;
	if (is_wide(v) && room > app->columns)
		room = app->columns;
	return room < 8 ? 8 : room;
}

/* Signs as sdiff(1) has them; an "m" is what has moved. */
static const char *sign_of(enum align_kind kind)
{
	static const char *const signs[ALIGN_KINDS] = {
		[ALIGN_SAME] = " ",
		[ALIGN_CHANGED] = "|",
		[ALIGN_CUT] = "<",
		[ALIGN_ADDED] = ">",
		[ALIGN_MOVED_FROM] = "m",
		[ALIGN_MOVED_TO] = "m",
	};

	return signs[kind];
}

/* Rows. */

static void add_parts(struct builder *x, const struct side *side,
	const struct range *marks, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		*vec_push(&x->view->rows.parts) =
			(struct row_part){ str_range(side->text, marks[i]),
				side->style };
}

/* The lines of a side's paragraph and the marks in it; ALIGN_NONE: none. */
static struct span lay_side(struct builder *x, struct side *side,
	uint32_t paragraph, const struct range *marks, uint32_t n)
{
	struct span parts = { .first = (uint32_t)x->view->rows.parts.n };

	side->lines.list.n = 0;
	if (paragraph == ALIGN_NONE)
		return parts;
	text_wrap(side->text, side->paragraphs.v[paragraph], x->cols,
		&side->lines);
	add_parts(x, side, marks, n);
	parts.n = (uint32_t)x->view->rows.parts.n - parts.first;
	return parts;
}

static void open_at(struct row *row, const struct side *side, struct range line)
{
	row->article = side->article;
	row->place = line.start;
}

static void add_beside(struct builder *x, struct row row)
{
	const struct side *a = &x->side[0], *b = &x->side[1];
	size_t n = a->lines.list.n > b->lines.list.n ? a->lines.list.n
						     : b->lines.list.n;

	for (size_t i = 0; i < n; i++) {
		row.left = row.main = STR_NONE;
		if (i < b->lines.list.n) {
			row.main = str_range(b->text, b->lines.list.v[i]);
			open_at(&row, b, b->lines.list.v[i]);
		}
		if (i < a->lines.list.n) {
			row.left = str_range(a->text, a->lines.list.v[i]);
			open_at(&row, a, a->lines.list.v[i]);
		}
		rows_add(&x->view->rows, &row);
		row.differs = false;
	}
}

/* One side's lines, the sign before them. */
static void add_above(struct builder *x, const struct side *side,
	struct row row, const char *sign)
{
	row.left = str_from_c(sign);
	for (size_t i = 0; i < side->lines.list.n; i++) {
		row.main = str_range(side->text, side->lines.list.v[i]);
		open_at(&row, side, side->lines.list.v[i]);
		rows_add(&x->view->rows, &row);
		row.differs = false;
	}
}

static void add_unified(struct builder *x, struct row row, bool moved)
{
	bool same = row.form == ALIGN_SAME;
	struct row second = row;

	row.parts = row.left_parts;
	second.differs = row.differs && x->side[0].lines.list.n == 0;
	add_above(x, &x->side[0], row, moved ? "m" : same ? " " : "-");
	if (!same)
		add_above(x, &x->side[1], second, moved ? "m" : "+");
}

/* Moved paragraphs stand once on each side, at their places. */
static void add_pair(struct builder *x, const struct align_row *r)
{
	struct row row = row_of(ROW_TEXT), blank = row_of(ROW_BLANK);
	bool to = r->kind == ALIGN_MOVED_TO, from = r->kind == ALIGN_MOVED_FROM;

	row.form = (uint8_t)r->kind;
	row.differs = r->kind != ALIGN_SAME;
	row.left_parts = lay_side(x, &x->side[0], to ? ALIGN_NONE : r->a,
		x->al.cut.v + r->first, r->n);
	row.parts = lay_side(x, &x->side[1], from ? ALIGN_NONE : r->b,
		x->al.added.v + r->added_first, r->added_n);
	if (x->view->rows.list.n)
		rows_add(&x->view->rows, &blank);
	if (is_wide(x->view))
		add_beside(x, row);
	else
		add_unified(x, row, to || from);
}

/* Above: which articles these are, and how much differs. */

static struct str name_side(struct builder *x, const struct side *side)
{
	const struct article *a = &x->app->store->articles.v[side->article];

	buf_add(&x->b, store_source(x->app->store, a));
	buf_add_f(
		&x->b, " %.*s ", STR_ARG(glyph_str(GLYPH_DOT, x->app->ascii)));
	say_date(&x->b, a, SAY_DAY);
	return rows_keep(&x->view->rows, &x->b);
}

static void add_head(struct builder *x)
{
	struct row row = row_of(ROW_TEXT);
	const struct store *s = x->app->store;

	row.form = ALIGN_SAME;
	for (int line = 0; line < 2; line++) {
		struct str say[2];

		for (int i = 0; i < 2; i++)
			say[i] =
				line == 0
					? name_side(x, &x->side[i])
					: article_title(s,
						  &s->articles.v
							   [x->side[i].article]);
		row.style = line == 0 ? STYLE_source : STYLE_title;
		row.article = x->side[0].article;
		row.left = is_wide(x->view) ? say[0] : STR("-");
		row.main = is_wide(x->view) ? say[1] : say[0];
		rows_add(&x->view->rows, &row);
		if (is_wide(x->view))
			continue;
		row.article = x->side[1].article;
		row.left = STR("+");
		row.main = say[1];
		rows_add(&x->view->rows, &row);
	}
}

/* "12 paragraphs are the same, 3 changed, 1 added; +45 -12 words". */
static void add_sum(struct builder *x)
{
	const uint32_t *n = x->al.paragraphs;
	struct row row = row_of(ROW_NOTE), blank = row_of(ROW_BLANK);

	say_many(&x->b, n[ALIGN_SAME], "%s paragraph the same",
		"%s paragraphs the same");
	if (n[ALIGN_CHANGED])
		buf_add_f(&x->b, _(", %u changed"), n[ALIGN_CHANGED]);
	if (n[ALIGN_ADDED])
		buf_add_f(&x->b, _(", %u added"), n[ALIGN_ADDED]);
	if (n[ALIGN_CUT])
		buf_add_f(&x->b, _(", %u cut"), n[ALIGN_CUT]);
	if (n[ALIGN_MOVED_TO])
		buf_add_f(&x->b, _(", %u moved"), n[ALIGN_MOVED_TO]);
	if (x->al.words_added + x->al.words_cut)
		buf_add_f(&x->b, _("; +%u -%u words"),
			(unsigned)x->al.words_added, (unsigned)x->al.words_cut);
	row.style = STYLE_evidence;
	rows_add(&x->view->rows, &blank);
	rows_add_wrapped(
		&x->view->rows, &row, rows_keep(&x->view->rows, &x->b));
}

/* A translation: no word is the same, so paragraphs are paired by their
 * lengths. */

/* One paragraph of some that stand together; ALIGN_NONE: none. */
static uint32_t join(struct side *side, uint32_t first, uint32_t n)
{
	struct range all;

	if (n == 0)
		return ALIGN_NONE;
	all = side->paragraphs.v[first];
	all.end = side->paragraphs.v[first + n - 1].end;
	*vec_push(&side->paragraphs) = all;
	return (uint32_t)side->paragraphs.n - 1;
}

static void add_beads(struct builder *x, const struct align_beads *beads)
{
	struct row row = row_of(ROW_NOTE), blank = row_of(ROW_BLANK);

	row.main = MSG("a translation; paragraphs are paired by their lengths");
	row.style = STYLE_evidence;
	rows_add(&x->view->rows, &blank);
	rows_add(&x->view->rows, &row);
	for (size_t i = 0; i < beads->list.n; i++) {
		const struct align_bead *bead = &beads->list.v[i];
		const struct align_row pair = {
			.kind = bead->a_n == 0	 ? ALIGN_ADDED
				: bead->b_n == 0 ? ALIGN_CUT
						 : ALIGN_CHANGED,
			.a = join(&x->side[0], bead->a, bead->a_n),
			.b = join(&x->side[1], bead->b, bead->b_n),
		};

		add_pair(x, &pair);
	}
}

static void read_side(struct builder *x, int i, uint32_t article)
{
	const struct store *s = x->app->store;
	const struct article *a = &s->articles.v[article];
	struct side *side = &x->side[i];

	side->article = article;
	side->text = store_str(s, a->text);
	side->style = i == 0 ? STYLE_cut : STYLE_added;
	for (uint32_t at = 0; at < a->blocks.n; at++) {
		const struct block *b = &s->blocks.v[a->blocks.first + at];

		*vec_push(&side->paragraphs) =
			(struct range){ b->start, b->end };
	}
}

static struct align_text align_side(const struct builder *x, int i)
{
	const struct store *s = x->app->store;
	const struct side *side = &x->side[i];

	return (struct align_text){ side->text,
		store_str(s, s->articles.v[side->article].lang),
		side->paragraphs.v, (uint32_t)side->paragraphs.n };
}

static void add_translated(struct builder *x, const struct align_text *a,
	const struct align_text *b)
{
	struct align_beads beads = { 0 };

	align_length(&beads, a, b);
	add_beads(x, &beads);
	vec_free(&beads.list);
}

static void add_compared(struct builder *x, const struct align_text *a,
	const struct align_text *b)
{
	align_texts(&x->al, a, b);
	add_sum(x);
	for (size_t i = 0; i < x->al.rows.n; i++)
		add_pair(x, &x->al.rows.v[i]);
}

static void diff_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .view = v };
	struct align_text a, b;

	if (v->columns != app->columns)
		v->rows.cols = 0;
	v->columns = app->columns;
	if (!rows_view_begin(app, v, cols))
		return;
	read_side(&x, 0, v->subject);
	read_side(&x, 1, v->other);
	x.cols = side_cols(app, v);
	a = align_side(&x, 0);
	b = align_side(&x, 1);
	add_head(&x);
	if (translation_is(app->store, v->subject, v->other))
		add_translated(&x, &a, &b);
	else
		add_compared(&x, &a, &b);
	rows_view_end(app, v);
	align_release(&x.al);
	for (int i = 0; i < 2; i++) {
		vec_free(&x.side[i].paragraphs);
		lines_release(&x.side[i].lines);
	}
	buf_release(&x.b);
}

/* Drawing. */

/* What only one side has looks so as a whole; in a changed paragraph the words
 * that differ do. */
static enum style text_style(const struct row *r)
{
	if (r->form == ALIGN_CUT)
		return STYLE_cut;
	return r->form == ALIGN_ADDED ? STYLE_added : (enum style)r->style;
}

static void draw_text(struct app *app, const struct view *v,
	const struct row *r, bool second, struct pen *p)
{
	struct str text = second ? r->main : r->left;
	struct pen start = *p;
	int cols = side_cols(app, v);

	pen_field(p, text_style(r), text, cols);
	start.end =
		start.col + cols + 1 < p->end ? start.col + cols + 1 : p->end;
	rows_draw_parts(
		&v->rows, second ? r->parts : r->left_parts, text, &start);
	draw_hits(app, &start, text);
}

static void draw_sign(const struct row *r, struct str sign, struct pen *p)
{
	enum style style =
		r->form == ALIGN_CUT || str_eq(sign, STR("-"))	   ? STYLE_cut
		: r->form == ALIGN_ADDED || str_eq(sign, STR("+")) ? STYLE_added
								   : STYLE_key;

	pen_put(p, style, sign);
	pen_space(p, 1);
}

static void diff_draw_row(
	struct app *app, struct view *v, uint32_t row, struct pen *p)
{
	const struct row *r = &v->rows.list.v[row];

	if (r->kind != ROW_TEXT) {
		row_draw(r, p);
		return;
	}
	if (is_wide(v)) {
		draw_text(app, v, r, false, p);
		pen_space(p, 1);
		draw_sign(r, str_from_c(sign_of((enum align_kind)r->form)), p);
	} else {
		draw_sign(r, r->left, p);
	}
	draw_text(app, v, r, true, p);
}

/* Commands. */

static void step_difference(struct app *app, struct view *v, int64_t by)
{
	int64_t step = by < 0 ? -1 : 1, row = v->list.cursor, to = row;

	for (row += step; by && row >= 0 && row < (int64_t)v->rows.list.n;
		row += step) {
		if (!v->rows.list.v[row].differs)
			continue;
		to = row;
		by -= step;
	}
	if (to == v->list.cursor)
		app_refuse(app, step < 0 ? _("no difference before this")
					 : _("no difference after this"));
	else
		list_view_go(app, v, to);
}

static bool diff_run(struct app *app, struct view *v, const struct call *call)
{
	int64_t times = call_times(call);

	if (call->id == COMMAND_NEXT_DIFFERENCE)
		step_difference(app, v, times);
	else if (call->id == COMMAND_PREVIOUS_DIFFERENCE)
		step_difference(app, v, -times);
	else
		return list_view_run(app, v, call);
	return true;
}

/* "Radio Tessara (fr)". */
static void say_side(struct buf *out, const struct store *s, uint32_t article,
	bool translated)
{
	buf_add(out, store_source(s, &s->articles.v[article]));
	if (translated)
		buf_add_f(out, " (%.*s)",
			STR_ARG(store_str(s, s->articles.v[article].lang)));
}

static void diff_where(struct app *app, struct view *v, struct buf *out)
{
	const struct store *s = app->store;

	bool translated = translation_is(s, v->subject, v->other);

	buf_add(out, translated ? MSG("Translation: ") : MSG("Diff: "));
	say_side(out, s, v->subject, translated);
	buf_add_f(out, " %.*s ", STR_ARG(glyph_str(GLYPH_DASH, app->ascii)));
	say_side(out, s, v->other, translated);
}

const struct view_ops diff_ops = {
	.in = IN_DIFF,
	.pane = PANE_CONTENT,
	.keeps = true,
	.whole = true,
	.prepare = diff_prepare,
	.draw = list_view_draw,
	.run = diff_run,
	.where = diff_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = diff_draw_row,
	.article = rows_view_article,
};
