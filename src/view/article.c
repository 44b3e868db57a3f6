/*
 * The article: a column of text with quotes marked in the margin and speakers
 * in the line; at the foot, who says the current quote and how sure that is.
 */
#include "article.h"

#include "drawn.h"
#include "footnotes.h"
#include "list_view.h"
#include "quote_line.h"
#include "reading.h"
#include "search.h"

#include "dateline/base/message.h"

/* The margin for the bars beside quotes, where there is room. */
#define MARGIN 3
#define NARROW_COLS 40
/* Fewer rows than this leave no room for the foot. */
#define FOOT_MIN_ROWS 6

static int margin_of(int cols)
{
	return cols < NARROW_COLS ? 1 : MARGIN;
}

static const struct article *article_of(
	const struct app *app, const struct view *v)
{
	return &app->store->articles.v[v->subject];
}

static const struct store_quote *quote_of(
	const struct app *app, const struct view *v)
{
	const struct article *a = article_of(app, v);

	return v->quote < a->quotes.n
		       ? &app->store->quotes.v[a->quotes.first + v->quote]
		       : NULL;
}

/* Rows for text: all but the foot. */
static int text_rows(const struct app *app, const struct view *v)
{
	int rows = app_area(app, v->ops->pane).rows;

	return quote_of(app, v) && rows >= FOOT_MIN_ROWS ? rows - 1 : rows;
}

static uint32_t last_top(const struct app *app, const struct view *v)
{
	int64_t top = (int64_t)app->paper.lines.n - text_rows(app, v);

	return top > 0 ? (uint32_t)top : 0;
}

static uint32_t top_line(const struct app *app, const struct view *v)
{
	uint32_t top = paper_line_at(&app->paper, v->top);
	uint32_t last = last_top(app, v);

	return top < last ? top : last;
}

/* Of the search, or of the index's filter while nothing is searched. */
static void find_hits(struct app *app)
{
	const struct query *q = search_query(app);

	if (q)
		paper_find_answers(&app->paper, q);
	else
		paper_find_hits(&app->paper, buf_str(&app->search.folded));
}

/* The look of the text, in at most so many columns. */
static struct paper_form form_of(
	const struct app *app, const struct view *v, int room)
{
	const struct options *o = &app->config->options;
	struct str lang =
		store_str(app->store, app->store->articles.v[v->subject].lang);

	return (struct paper_form){
		.columns = app->columns < room ? app->columns : room,
		.ascii = app->ascii,
		.justify = o->justify != app->justify_flipped,
		.links = o->links,
		.footnotes = o->footnotes,
		.hyphens = o->hyphenate ? hyphen_shelf_find(
						  app->config->hyphens, lang)
					: NULL,
	};
}

static void article_prepare(struct app *app, struct view *v, int cols)
{
	int room = cols - margin_of(cols) - 1;
	struct paper_request r = { .store = app->store,
		.marks = app_marks(app),
		.serial = app->serial,
		.article = v->subject,
		.form = form_of(app, v, room < 1 ? 1 : room),
		.refs = &app->refs,
		.highlights = &app->highlights };
	bool same = paper_is(&app->paper, &r);

	if (!same) {
		refs_make(app, v->subject, &app->refs);
		paper_make(&app->paper, &r);
	}
	if (!same || v->hits.search != app->search.serial)
		find_hits(app);
	if (v->hits.search != app->search.serial)
		v->hit = QUOTE_NONE;
	v->hits.search = app->search.serial;
	v->ended = last_top(app, v) > 0 && top_line(app, v) == last_top(app, v);
}

static void set_top(struct app *app, struct view *v, int64_t line)
{
	uint32_t last = last_top(app, v);

	if (line > last)
		line = last;
	if (line < 0)
		line = 0;
	v->top = paper_place_of(&app->paper, (uint32_t)line);
}

/* Scrolls so that a place is in sight, a third from the top when it was
 * not. */
static void show_place(
	struct app *app, struct view *v, struct paper_place place)
{
	uint32_t line = paper_line_at(&app->paper, place);
	uint32_t top = top_line(app, v);
	int rows = text_rows(app, v);

	if (line < top || line >= top + (uint32_t)rows)
		set_top(app, v, (int64_t)line - rows / 3);
}

static void show_text(struct app *app, struct view *v, uint32_t at)
{
	show_place(app, v, (struct paper_place){ at, PAPER_TEXT, 0 });
}

static struct paper_place hit_place(const struct paper_hit *hit)
{
	return (struct paper_place){ hit->range.start, hit->part, 0 };
}

/* Drawing. */

static void draw_bar(const struct paper_line *line, struct pen p)
{
	if (line->quoted)
		pen_glyph(&p, STYLE_bar, GLYPH_BAR);
	else if (line->reported)
		pen_glyph(&p, STYLE_bar, GLYPH_THIN_BAR);
}

static void draw_foot(
	struct app *app, const struct view *v, const struct area *area)
{
	const struct store_quote *q = quote_of(app, v);
	struct pen p = pen_at(area, area->rows - 1, 1);
	struct buf text = { 0 };

	if (!q || area->rows < FOOT_MIN_ROWS)
		return;
	drawn_has(area, area->rows - 1, DRAWN_ALWAYS);
	say_quote_line(app, article_of(app, v), q, pen_room(&p), &text);
	pen_field(&p,
		q->person == STORE_NONE || q->confidence < SPEAKER_DOUBTFUL
			? STYLE_doubtful
			: STYLE_speaker,
		buf_str(&text), pen_room(&p));
	buf_release(&text);
}

static struct paper_hit current_hit(const struct app *app, const struct view *v)
{
	const struct store_quote *q = quote_of(app, v);

	if (v->hit < app->paper.hits.n)
		return app->paper.hits.v[v->hit];
	return q ? (struct paper_hit){ q->span, PAPER_TEXT }
		 : (struct paper_hit){ 0 };
}

/* The cursor stands on the current quote or hit, else on the top line. */
static void place_cursor(
	struct app *app, const struct view *v, const struct area *area, int col)
{
	const struct paper_hit *current = &app->paper.current;
	uint32_t top = top_line(app, v), line = top;

	if (app_focused(app) != v)
		return;
	if (current->range.end)
		line = paper_line_at(&app->paper, hit_place(current));
	if (line < top || line >= top + (uint32_t)text_rows(app, v))
		line = top;
	area->screen->cursor_row = area->row + (int)(line - top);
	area->screen->cursor_col = area->col + col;
	area->screen->cursor_visible = true;
}

/* Where the lines on the screen lead, as hyperlinks. */
static void add_links(const struct app *app, const struct view *v,
	const struct area *area, int left)
{
	const struct paper *paper = &app->paper;
	uint32_t top = top_line(app, v),
		 end = top + (uint32_t)text_rows(app, v);

	for (uint32_t at = top; at < end && at < paper->lines.n; at++) {
		struct pen p = pen_at(area, (int)(at - top),
			left + paper->lines.v[at].indent);
		int cols = paper_line_width(paper, at);

		if (!paper_leads(paper, at))
			continue;
		*vec_push(&area->screen->links) = (struct screen_link){ p.row,
			p.col, cols < pen_room(&p) ? cols : pen_room(&p),
			buf_str(&paper->address) };
	}
}

static void article_draw(
	struct app *app, struct view *v, const struct area *area)
{
	const struct paper *paper = &app->paper;
	int margin = margin_of(area->cols);
	int spare = area->cols - paper->columns - margin;
	int left = margin +
		   (app->config->options.center && spare > 1 ? spare / 2 : 0);
	uint32_t top = top_line(app, v);
	int i;

	app->paper.current = current_hit(app, v);
	drawn_scroll(area, top);
	for (i = 0; i < text_rows(app, v); i++) {
		uint32_t at = top + (uint32_t)i;
		struct pen p;

		if (at >= paper->lines.n)
			break;
		if (drawn_has(area, i, at + 1))
			continue;
		p = pen_at(area, i, left + paper->lines.v[at].indent);
		draw_bar(&paper->lines.v[at],
			pen_at(area, i, left - (margin == 1 ? 1 : 2)));
		paper_draw_line(paper, at, &p);
	}
	drawn_end(area, i);
	draw_foot(app, v, area);
	if (app->config->options.hyperlinks)
		add_links(app, v, area, left);
	place_cursor(app, v, area, left - margin);
}

/* Lines above and below. */

/* The place in the list, and the title. */
static void article_where(struct app *app, struct view *v, struct buf *out)
{
	uint32_t line = app->order.line_of.v[v->subject];

	if (line != STORE_NONE) {
		say_count(out, order_articles_to(&app->order, line));
		buf_add(out, MSG(" of "));
		say_count(out, app->order.articles);
		buf_add(out, STR("  "));
	}
	buf_add(out, article_title(app->store, article_of(app, v)));
}

/* Outlets named in the status line, where there is room: more are behind the
 * round's key. */
#define ALSO_MAX 3
#define ALSO_COLS 120

/* Whether an outlet is another one than those said. */
static bool is_new(const uint32_t *said, uint32_t n, uint32_t outlet)
{
	for (uint32_t i = 0; i < n; i++)
		if (said[i] == outlet)
			return false;
	return true;
}

/* "also in: Post, Ledger (e)". */
static void say_also(struct app *app, struct view *v, struct buf *out)
{
	const struct store *s = app->store;
	const struct round *r = &s->rounds.v[article_of(app, v)->round];
	const uint32_t *outlets = app->outlets.of.v;
	uint32_t said[ALSO_MAX + 1] = { outlets[v->subject] }, n = 1;

	for (uint32_t i = 0; i < r->articles.n && n <= ALSO_MAX; i++) {
		uint32_t other = s->round_articles.v[r->articles.first + i];

		if (!is_new(said, n, outlets[other]))
			continue;
		buf_add(out, n > 1 ? STR(", ") : MSG("   also in: "));
		buf_add(out, store_source(s, &s->articles.v[other]));
		said[n++] = outlets[other];
	}
}

/* The rest of the round: by outlet, or how many articles it has. */
static void say_round(struct app *app, struct view *v, struct buf *out)
{
	uint32_t round = article_of(app, v)->round;
	uint32_t n = app->store->rounds.v[round].articles.n;
	size_t before = out->n;

	if (n < 2)
		return;
	if (app->cols >= ALSO_COLS)
		say_also(app, v, out);
	if (out->n == before)
		buf_add_f(out, _("   +%u in the round"), (unsigned)n - 1);
	buf_add(out, STR(" ("));
	keymap_key_of(&app->keymap, IN_ARTICLE, COMMAND_ROUND, out);
	buf_add_c(out, ')');
}

static void say_quotes(struct app *app, struct view *v, struct buf *out)
{
	uint32_t n = article_of(app, v)->quotes.n;

	buf_add(out, STR("   "));
	if (v->quote < n)
		buf_add_f(out, _("quote %u/%u"), (unsigned)v->quote + 1,
			(unsigned)n);
	else
		say_many(out, n, "%s quote", "%s quotes");
}

/* Which block the reader is at, from 1: that of the first line of text on the
 * screen. */
static uint32_t block_at(const struct paper *p, uint32_t top, uint32_t end)
{
	while (top + 1 < end && p->lines.v[top].part < PAPER_TEXT)
		top++;
	if (p->lines.v[top].part > PAPER_TEXT)
		return UINT32_MAX;
	return p->lines.v[top].part == PAPER_TEXT ? p->lines.v[top].block + 1
						  : 1;
}

/* Parts in falling importance: the last are left out where room is short. */
static void article_status(struct app *app, struct view *v, struct buf *out)
{
	const struct paper *p = &app->paper;
	uint32_t top = top_line(app, v);
	uint32_t end = top + (uint32_t)text_rows(app, v);
	uint32_t blocks = article_of(app, v)->blocks.n, block;

	if (end > p->lines.n)
		end = (uint32_t)p->lines.n;
	block = block_at(p, top, end);
	buf_add_f(out, "%u%%", (unsigned)(end * 100ull / p->lines.n));
	if (p->hits.n)
		list_view_say_hit(app, v->hit, p->hits.n, out);
	if (blocks)
		buf_add_f(out, _("   para %u/%u"),
			(unsigned)(block < blocks ? block : blocks),
			(unsigned)blocks);
	say_quotes(app, v, out);
	say_round(app, v, out);
}

/* Commands. */

void article_scroll(struct app *app, struct view *v, int64_t by)
{
	set_top(app, v, (int64_t)top_line(app, v) + by);
}

uint32_t article_quote_at(const struct app *app, const struct view *v, int row)
{
	const struct article *a = article_of(app, v);
	uint32_t at = top_line(app, v) + (uint32_t)row;
	const struct paper_line *line;

	if (row >= text_rows(app, v) || at >= app->paper.lines.n)
		return QUOTE_NONE;
	line = &app->paper.lines.v[at];
	if (line->part != PAPER_TEXT)
		return QUOTE_NONE;
	for (uint32_t i = 0; i < a->quotes.n; i++) {
		struct range q = app->store->quotes.v[a->quotes.first + i].span;

		if (q.start < line->range.end && q.end > line->range.start)
			return i;
	}
	return QUOTE_NONE;
}

static void step_article(struct app *app, struct view *v, int64_t by)
{
	const struct order *o = &app->order;
	int64_t line = o->line_of.v[v->subject], step = by < 0 ? -1 : 1;
	uint32_t found = STORE_NONE;

	if (line == STORE_NONE) {
		app_refuse(app, _("this article is not in the filtered list"));
		return;
	}
	while (by && line + step >= 0 && line + step < (int64_t)o->lines.n) {
		uint32_t article;

		line += step;
		article = order_article(o, (uint32_t)line);
		if (article == STORE_NONE)
			continue;
		found = article;
		by -= step;
	}
	if (found == STORE_NONE)
		app_refuse(app, step < 0 ? _("the first article of the list")
					 : _("the last article of the list"));
	else
		app_open_sibling(app, &article_ops, found);
}

/* The place in the text from which "next" and "previous" count. */
static uint32_t reading_place(const struct app *app, const struct view *v)
{
	uint32_t top = top_line(app, v);

	while (top < app->paper.lines.n &&
		app->paper.lines.v[top].part < PAPER_TEXT)
		top++;
	return top < app->paper.lines.n ? app->paper.lines.v[top].range.start
					: UINT32_MAX;
}

/* The first quote that starts at or after a place. */
static uint32_t quote_from(
	const struct app *app, const struct view *v, uint32_t place)
{
	const struct article *a = article_of(app, v);
	uint32_t i = 0;

	while (i < a->quotes.n &&
		app->store->quotes.v[a->quotes.first + i].span.start < place)
		i++;
	return i;
}

static void step_quote(struct app *app, struct view *v, int64_t by)
{
	int64_t n = article_of(app, v)->quotes.n, to;

	if (v->quote < n)
		to = v->quote + by;
	else
		to = quote_from(app, v, reading_place(app, v)) +
		     (by > 0 ? by - 1 : by);
	if (n == 0) {
		app_refuse(app, _("no quotes in this article"));
		return;
	}
	if (to < 0 || to >= n) {
		app_refuse(app,
			to < 0 ? _("the first quote") : _("the last quote"));
		to = to < 0 ? 0 : n - 1;
	}
	v->quote = (uint32_t)to;
	v->hit = QUOTE_NONE;
	show_text(app, v, quote_of(app, v)->span.start);
}

void article_go_quote(struct app *app, struct view *v, uint32_t n)
{
	article_prepare(app, v, app_area(app, v->ops->pane).cols);
	if (n >= article_of(app, v)->quotes.n)
		return;
	buf_clear(&app->message.text);
	v->quote = n;
	v->hit = QUOTE_NONE;
	show_text(app, v, quote_of(app, v)->span.start);
}

void article_go_place(struct app *app, struct view *v, uint32_t place)
{
	article_prepare(app, v, app_area(app, v->ops->pane).cols);
	buf_clear(&app->message.text);
	show_text(app, v, place);
}

/* At the end, the next article that is not read; the next one where all are, or
 * it is not in the list. */
static void read_on(struct app *app, struct view *v)
{
	uint32_t next;

	if (top_line(app, v) < last_top(app, v)) {
		article_scroll(app, v, text_rows(app, v));
		return;
	}
	next = unread_after(app, v->subject);
	if (next == STORE_NONE)
		step_article(app, v, 1);
	else
		app_open_sibling(app, &article_ops, next);
}

/* Of the current quote. */
static void open_speaker(struct app *app, const struct view *v)
{
	if (app_person(app) != STORE_NONE)
		app_open(app, &person_ops, app_person(app));
	else if (v->quote < article_of(app, v)->quotes.n)
		app_refuse(app, _("nobody is named as the speaker"));
	else
		app_refuse(app,
			_("this is the article; %s shows what else covers it"),
			app_key_for(app, COMMAND_RELATED));
}

static bool run_move(struct app *app, struct view *v, const struct call *call)
{
	int64_t times = call_times(call), rows = text_rows(app, v);
	int64_t half = rows > 1 ? rows / 2 : 1;

	switch (call->id) {
	case COMMAND_DOWN:
	case COMMAND_UP:
		article_scroll(app, v, call->id == COMMAND_UP ? -times : times);
		return true;
	case COMMAND_PAGE_DOWN:
	case COMMAND_PAGE_UP:
		article_scroll(app, v,
			call->id == COMMAND_PAGE_UP ? -times * rows
						    : times * rows);
		return true;
	case COMMAND_HALF_DOWN:
	case COMMAND_HALF_UP:
		article_scroll(app, v,
			call->id == COMMAND_HALF_UP ? -times * half
						    : times * half);
		return true;
	case COMMAND_FIRST:
		set_top(app, v, times - 1);
		return true;
	case COMMAND_LAST:
		set_top(app, v, call->count ? times - 1 : INT32_MAX);
		return true;
	default:
		return false;
	}
}

static bool article_run(
	struct app *app, struct view *v, const struct call *call)
{
	int64_t times = call_times(call);

	switch (call->id) {
	case COMMAND_READ_ON:
		read_on(app, v);
		return true;
	case COMMAND_NEXT_ARTICLE:
		step_article(app, v, times);
		return true;
	case COMMAND_PREVIOUS_ARTICLE:
		step_article(app, v, -times);
		return true;
	case COMMAND_NEXT_QUOTE:
		step_quote(app, v, times);
		return true;
	case COMMAND_PREVIOUS_QUOTE:
		step_quote(app, v, -times);
		return true;
	case COMMAND_OPEN:
		open_speaker(app, v);
		return true;
	default:
		return run_move(app, v, call);
	}
}

static uint32_t next_hit(const struct app *app, const struct view *v)
{
	const struct paper *p = &app->paper;
	struct paper_place top = paper_place_of(p, top_line(app, v));
	uint32_t i = 0;

	while (i < p->hits.n && paper_is_before(hit_place(&p->hits.v[i]), top))
		i++;
	return i;
}

static void article_seek(struct app *app, struct view *v, int direction)
{
	int64_t n, to = v->hit;

	article_prepare(app, v, app_area(app, v->ops->pane).cols);
	n = (int64_t)app->paper.hits.n;
	if (n == 0) {
		app_complain(app, _("not in this article: %.*s"),
			STR_ARG(search_text(app)));
		return;
	}
	if (to < n)
		to += direction;
	else
		to = (int64_t)next_hit(app, v) - (direction < 0);
	if (to < 0 || to >= n)
		app_say_wrap(app, to < 0, (uint32_t)n);
	v->hit = (uint32_t)(to < 0 ? n - 1 : to >= n ? 0 : to);
	show_place(app, v, hit_place(&app->paper.hits.v[v->hit]));
}

const struct view_ops article_ops = {
	.in = IN_ARTICLE,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = article_prepare,
	.draw = article_draw,
	.run = article_run,
	.where = article_where,
	.status = article_status,
	.seek = article_seek,
};
