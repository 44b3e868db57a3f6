/* The index: all articles, or one source's, in groups. */
#include "article_row.h"
#include "drawn.h"
#include "filter.h"
#include "folding.h"
#include "list_view.h"
#include "reading.h"
#include "saved.h"
#include "sorting.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/width.h"

/* From here on there is room for the number of a round's outlets. */
#define OUTLETS_COLS 82

static uint32_t index_count(const struct app *app, const struct view *v)
{
	(void)v;
	return order_rows(&app->order);
}

static bool index_still(
	const struct app *app, const struct view *v, uint32_t row)
{
	const struct order *o = &app->order;
	uint32_t line = order_line(o, row);

	(void)v;
	if (order_is_heading(o, line))
		return !order_group_of(o, line)->folded;
	return order_article(o, line) == STORE_NONE;
}

static uint32_t index_article(
	const struct app *app, const struct view *v, uint32_t row)
{
	(void)v;
	return order_article(&app->order, order_line(&app->order, row));
}

static bool line_matches(const struct app *app, uint32_t line)
{
	uint32_t article = order_article(&app->order, line);
	struct str needle = buf_str(&app->search.folded);
	const struct article *a;
	struct range hit;

	if (article == STORE_NONE)
		return false;
	a = &app->store->articles.v[article];
	return text_find_folded(
		       article_title(app->store, a), needle, 0, &hit) ||
	       text_find_folded(store_source(app->store, a), needle, 0, &hit);
}

/* The first line that matches of those a row stands for; that behind them when
 * none does. */
static uint32_t matching_line(const struct app *app, uint32_t row)
{
	uint32_t line = order_line(&app->order, row);
	uint32_t end = order_row_end(&app->order, row);

	while (line < end && !line_matches(app, line))
		line++;
	return line;
}

static bool index_matches(
	const struct app *app, const struct view *v, uint32_t row)
{
	(void)v;
	return matching_line(app, row) < order_row_end(&app->order, row);
}

static void say_day_group(
	const struct app *app, const struct article *a, struct buf *out)
{
	int32_t day;

	switch (article_day(a, &day)) {
	case DAYS_DAY:
		say_day(out, day, app->today);
		break;
	case DAYS_MONTH:
		say_date(out, a, SAY_DAY);
		buf_add(out, MSG(", day unknown"));
		break;
	case DAYS_YEAR:
		say_date(out, a, SAY_DAY);
		buf_add(out, MSG(", month unknown"));
		break;
	case DAYS_UNKNOWN:
	default:
		buf_add(out, MSG("Date unknown"));
	}
}

static void say_group(
	const struct app *app, const struct order_group *g, struct buf *out)
{
	const struct store *s = app->store;
	const struct article *a = &s->articles.v[g->article];
	const struct round *r = &s->rounds.v[a->round];

	if (app->order.ranked)
		buf_add(out, MSG("Best first"));
	else if (app->group == GROUP_NONE)
		buf_add(out, MSG("All in one list"));
	else if (app->group == GROUP_SOURCE)
		buf_add(out, store_source(s, a));
	else if (app->group == GROUP_DAY)
		say_day_group(app, a, out);
	else if (r->articles.n < 2)
		buf_add(out, MSG("One article only"));
	else
		buf_add(out, round_title(s, r));
}

/* Articles, what is unread of them once some are read, and rounds or days and
 * sources, in so many words: 3 all, 2 without the sources, 1 the articles, 0 a
 * number. */
static void say_group_counts(struct app *app, const struct order_group *g,
	int words, struct buf *out)
{
	uint32_t unread = app_unread(app)->groups.v[g - app->order.groups.v];
	const struct article *a = &app->store->articles.v[g->article];
	const struct round *r = &app->store->rounds.v[a->round];
	bool is_round = !app->order.ranked && app->group == GROUP_ROUND &&
			r->articles.n > 1;

	buf_clear(out);
	if (words == 0) {
		say_count(out, g->articles);
		return;
	}
	if (words > 1 && is_round) {
		say_round_span(out, app->store, r, app->ascii);
		buf_add(out, STR("  "));
	}
	say_many(out, g->articles, "%s article", "%s articles");
	if (words > 1 && g->articles > 1 && unread == 0)
		buf_add(out, MSG(", all read"));
	else if (words > 1 && g->articles > 1 && unread < g->articles)
		buf_add_f(out, _(", %u unread"), (unsigned)unread);
	if (words > 2 && is_round) {
		buf_add(out, STR(", "));
		say_many(out, r->sources, "%s source", "%s sources");
	}
	if (words > 1 && app->group != GROUP_ROUND && g->rounds) {
		buf_add(out, STR(", "));
		say_many(out, g->rounds, "%s round", "%s rounds");
	}
}

/* The counts take the room that the title leaves; those of a round half of the
 * row at least, because the rows below repeat most of its title. */
static void draw_heading(
	struct app *app, const struct order_group *g, struct pen *p)
{
	struct buf title = { 0 }, counts = { 0 };
	int words = 4, room;

	say_group(app, g, &title);
	room = pen_room(p) - text_width(buf_str(&title)) - 3;
	if (app->group == GROUP_ROUND && room < pen_room(p) / 2)
		room = pen_room(p) / 2;
	do
		say_group_counts(app, g, --words, &counts);
	while (words > 0 && text_width(buf_str(&counts)) > room);
	pen_right(p, STYLE_dim, buf_str(&counts));
	if (g->folded)
		pen_glyph(p, STYLE_key, GLYPH_MORE);
	else
		pen_space(p, 1);
	pen_field(p, STYLE_group, buf_str(&title), pen_room(p));
	buf_release(&title);
	buf_release(&counts);
}

/* What the heading says is not said again in the row. */
static struct article_row row_form(const struct app *app, uint32_t article)
{
	struct article_row r = {
		.article = article, .form = SAY_CLOCK, .in = IN_INDEX
	};
	const struct store *s = app->store;
	struct span round;

	if (app->order.ranked || app->group == GROUP_NONE) {
		r.form = SAY_MOMENT;
		return r;
	}
	if (article == STORE_NONE || app->group == GROUP_DAY)
		return r;
	if (app->group == GROUP_SOURCE) {
		r.form = SAY_STAMP;
		r.no_source = true;
		return r;
	}
	round = s->rounds.v[s->articles.v[article].round].articles;
	r.form = round.n > 1 ? moment_form(s, s->round_articles.v + round.first,
				       round.n)
			     : SAY_DAY;
	return r;
}

/* "=3 4/3▸": what is joined in the row, and the size of its round, which the
 * heading of a round has said. */
static void say_note(const struct app *app, const struct article_row *r,
	bool outlets, struct buf *out)
{
	struct buf size = { 0 };

	if (r->copies)
		buf_add_f(out, "=%u", (unsigned)r->copies + 1);
	say_round_size(
		app, r->article, outlets && app->group != GROUP_ROUND, &size);
	buf_add(out, out->n && size.n ? STR(" ") : STR(""));
	buf_add(out, buf_str(&size));
	if (out->n == 0)
		buf_add_c(out, ' ');
	buf_release(&size);
}

static void index_draw_row(
	struct app *app, struct view *v, uint32_t row, struct pen *p)
{
	const struct order *o = &app->order;
	uint32_t line = order_line(o, row);
	struct article_row r = row_form(app, order_article(o, line));
	struct buf note = { 0 };

	(void)v;
	if (order_is_heading(o, line)) {
		draw_heading(app, order_group_of(o, line), p);
		return;
	}
	if (r.article == STORE_NONE) {
		filter_draw_excerpt(app, o->lines.v[line] & ORDER_NUMBER, p);
		return;
	}
	r.is_copy = order_is_copy(o, line);
	r.copies = order_copies(o, line);
	r.number = order_articles_to(o, line);
	say_note(app, &r, pen_room(p) >= OUTLETS_COLS, &note);
	r.note = buf_str(&note);
	draw_article_row(app, &r, p);
	buf_release(&note);
}

/* What is shown when there is no article. */
static void draw_empty(struct app *app, const struct area *area)
{
	struct pen first = pen_at(area, area->rows > 3 ? 1 : 0, 1);
	struct pen second = pen_at(area, area->rows > 3 ? 3 : 1, 1);
	struct buf text = { 0 };
	struct str more = STR_NONE;

	if (app->loading) {
		buf_add(&text, MSG("the articles are shown as they are read"));
	} else if (app->filtering.waiting) {
		buf_add(&text, MSG("searching"));
	} else if (app->outlet.n || app->filter.n) {
		buf_add_f(&text, _("no article is like that: %s shows all"),
			app_key_for(app, COMMAND_CLEAR_FILTER));
	} else {
		buf_add(&text, MSG("no article in this archive"));
		more = MSG("read are pages (HTML), texts and JSON; "
			   "\"dateline check PATH\" says more");
	}
	pen_field(&first, STYLE_text, buf_str(&text), pen_room(&first));
	pen_field(&second, STYLE_dim, more, pen_room(&second));
	buf_release(&text);
}

static bool has_remark(const struct app *app)
{
	return app->store->skips.n || app->incomplete.n;
}

/* "incomplete: stopped after 3 of 9 files; 3 problems: ! shows them", in the
 * last row. */
static void draw_remark(const struct app *app, const struct area *area)
{
	size_t n = app->store->skips.n;
	struct buf text = { 0 };
	struct pen p = pen_at(area, area->rows - 1, 1);

	buf_add(&text, buf_str(&app->incomplete));
	if (n) {
		buf_add(&text, text.n ? STR("; ") : STR(""));
		say_many(&text, n, "%s problem: ", "%s problems: ");
		keymap_key_of(&app->keymap, IN_INDEX, COMMAND_SKIPPED, &text);
		buf_add(&text, str_from_c(message_many(
				       " shows it", " shows them", n)));
	}
	pen_field(&p, STYLE_error, buf_str(&text), pen_room(&p));
	buf_release(&text);
}

static void index_draw(struct app *app, struct view *v, const struct area *area)
{
	struct area rows = *area;

	rows.rows -= v->reserved;
	if (v->reserved) {
		drawn_has(area, rows.rows, DRAWN_ALWAYS);
		draw_remark(app, area);
	}
	if (app->order.lines.n == 0) {
		drawn_clear(&rows);
		draw_empty(app, &rows);
	} else {
		list_view_draw(app, v, &rows);
	}
}

static void index_where(struct app *app, struct view *v, struct buf *out)
{
	struct str saved = saved_name(app, buf_str(&app->filter));

	(void)v;
	if (app->outlet.n)
		buf_add(out, buf_str(&app->outlet));
	else
		buf_add(out, MSG("All articles"));
	if (!app->filter.n)
		return;
	buf_add(out, STR(" > "));
	if (saved.n)
		buf_add_f(out, "%.*s: ", STR_ARG(saved));
	say_typed(out, buf_str(&app->filter));
}

static void index_status(struct app *app, struct view *v, struct buf *out)
{
	const struct order *o = &app->order;
	uint32_t row = v->list.cursor;

	if (row < order_rows(o)) {
		uint32_t line = order_line(o, row);

		/* Of a folded group, the first. */
		line += order_is_heading(o, line);
		say_count(out, order_articles_to(o, line));
	} else {
		buf_add_c(out, '0');
	}
	buf_add_c(out, '/');
	filter_say_count(app, out);
	say_reading(app, out);
	list_view_say_hits(app, v, out);
	if (app->order.ranked) {
		buf_add(out, MSG("   best first"));
		return;
	}
	buf_add(out, STR("   "));
	sorting_say(app, out);
}

/* To the first article of the group so many further on. */
static void step_group(struct app *app, struct view *v, int64_t by)
{
	const struct order *o = &app->order;
	int64_t group;

	if (o->groups.n == 0)
		return;
	group = order_group_at(o, order_line(o, v->list.cursor)) + by;
	if (group < 0 || group >= (int64_t)o->groups.n) {
		app_refuse(app,
			by < 0 ? _("the first group") : _("the last group"));
		group = group < 0 ? 0 : (int64_t)o->groups.n - 1;
	}
	list_view_go(app, v,
		order_row(o,
			o->groups.v[group].line + !o->groups.v[group].folded));
}

/* With a count, of the articles also where they are folded, as the status
 * counts them. */
static bool run_numbered(
	struct app *app, struct view *v, const struct call *call)
{
	const struct order *o = &app->order;
	struct call rest = { .id = call->id };

	if (call->count && o->articles) {
		list_view_go(app, v, order_row(o, order_nth(o, call->count)));
		if (call->id != COMMAND_OPEN)
			return true;
	}
	return folding_run(app, v, &rest) || list_view_run(app, v, &rest);
}

static bool index_run(struct app *app, struct view *v, const struct call *call)
{
	uint32_t before = v->list.cursor;
	bool done = true;

	switch (call->id) {
	case COMMAND_EXCERPTS:
		filter_toggle_excerpts(app);
		break;
	case COMMAND_NEXT_GROUP:
		step_group(app, v, call_times(call));
		break;
	case COMMAND_PREVIOUS_GROUP:
		step_group(app, v, -(int64_t)call_times(call));
		break;
	case COMMAND_FIRST:
	case COMMAND_LAST:
	case COMMAND_OPEN:
		done = run_numbered(app, v, call);
		break;
	default:
		done = sorting_run(app, call) || folding_run(app, v, call) ||
		       list_view_run(app, v, call);
	}
	app->previewing |= v->list.cursor != before;
	return done;
}

static void index_seek(struct app *app, struct view *v, int direction)
{
	uint32_t before = v->list.cursor, line;
	struct order_request r = app_order_request(app);

	list_view_seek(app, v, direction);
	app->previewing |= v->list.cursor != before;
	/* As it is typed, nothing is unfolded for good. */
	if (app->search.typing || v->list.cursor >= order_rows(&app->order))
		return;
	line = matching_line(app, v->list.cursor);
	if (line == order_row_end(&app->order, v->list.cursor))
		return;
	/* What hides the hit is opened. */
	order_reveal(&app->order, &r, line);
	list_view_go(app, v, order_row(&app->order, line));
}

static void index_prepare(struct app *app, struct view *v, int cols)
{
	(void)cols;
	v->reserved = has_remark(app) && app_area(app, PANE_LIST).rows >= 4;
}

const struct view_ops index_ops = {
	.in = IN_INDEX,
	.pane = PANE_LIST,
	.keeps = true,
	.prepare = index_prepare,
	.draw = index_draw,
	.run = index_run,
	.where = index_where,
	.status = index_status,
	.seek = index_seek,
	.count = index_count,
	.still = index_still,
	.matches = index_matches,
	.draw_row = index_draw_row,
	.article = index_article,
};
