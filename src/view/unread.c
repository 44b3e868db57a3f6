/* What lists show of the marks; the way from one unread article to the next. */
#include "reading.h"

#include "list_view.h"

#include "dateline/base/message.h"

/* Whether lists have the column: it costs no width before there is a mark. */
static bool has_column(const struct app *app)
{
	const struct marks *m = app_marks(app);

	if (app->selected.n || (m && (m->read.n || m->starred.n || m->later.n ||
					     m->notes.list.n)))
		return true;
	for (size_t i = 0; m && i < m->tags.n; i++)
		if (m->tags.v[i].set.n)
			return true;
	return false;
}

static bool is_tagged(const struct marks *m, uint32_t article)
{
	for (size_t i = 0; i < m->tags.n; i++)
		if (mark_set_has(&m->tags.v[i].set, article))
			return true;
	return false;
}

/* Of several the one that asks for something. */
void draw_article_mark(const struct app *app, uint32_t article, struct pen *p)
{
	const struct marks *m = app_marks(app);

	if (!has_column(app))
		return;
	if (app_is_selected(app, article))
		pen_put(p, STYLE_key, STR("+"));
	else if (m && mark_set_has(&m->starred, article))
		pen_glyph(p, STYLE_key, GLYPH_STAR);
	else if (m && mark_set_has(&m->later, article))
		pen_put(p, STYLE_key, STR("L"));
	else if (m && notes_of(&m->notes, article).n)
		pen_glyph(p, STYLE_key, GLYPH_NOTE);
	else if (m && is_tagged(m, article))
		pen_put(p, STYLE_key, STR("#"));
	else if (app_is_read(app, article))
		pen_glyph(p, STYLE_dim, GLYPH_DOT);
	else
		pen_space(p, 1);
}

const struct unread *app_unread(struct app *app)
{
	struct unread *u = &app->unread;
	const struct order *o = &app->order;
	const struct marks *m = app_marks(app);
	unsigned serial = m ? m->serial : 0;
	uint32_t group = 0;

	if (u->order == o->serial && u->marks == serial)
		return u;
	u->order = o->serial;
	u->marks = serial;
	u->all = 0;
	vec_zero(&u->groups, o->groups.n);
	for (uint32_t i = 0; i < o->lines.n; i++) {
		uint32_t article = order_article(o, i);

		if (order_is_heading(o, i)) {
			group = o->lines.v[i] & ~ORDER_HEADING;
		} else if (article != STORE_NONE &&
			   !app_is_read(app, article)) {
			u->groups.v[group]++;
			u->all++;
		}
	}
	return u;
}

void say_reading(struct app *app, struct buf *out)
{
	if (app->selected.n) {
		buf_add(out, STR("   "));
		say_many(out, app->selected.n, "%s selected", "%s selected");
	}
	if (app_unread(app)->all < app->order.articles) {
		buf_add(out, STR("   "));
		say_many(out, app_unread(app)->all, "%s unread", "%s unread");
	}
}

/* The same from a line on; the line behind the end: there is none. */
static uint32_t unread_line(const struct app *app, uint32_t line)
{
	const struct order *o = &app->order;

	while (line < o->lines.n &&
		(order_article(o, line) == STORE_NONE ||
			app_is_read(app, order_article(o, line))))
		line++;
	return line;
}

uint32_t unread_after(const struct app *app, uint32_t article)
{
	const struct order *o = &app->order;
	uint32_t line = o->line_of.v[article];

	if (line == STORE_NONE)
		return STORE_NONE;
	line = unread_line(app, line + 1);
	return line < o->lines.n ? order_article(o, line) : STORE_NONE;
}

/* So many articles on; STORE_NONE when there are not as many. */
static uint32_t many_after(const struct app *app, uint32_t article, uint32_t n)
{
	while (n-- > 0 && article != STORE_NONE)
		article = unread_after(app, article);
	return article;
}

/* The next line of the index with one, which is unfolded. */
static bool go_down_index(struct app *app, struct view *v, uint32_t times)
{
	struct order *o = &app->order;
	struct order_request r = app_order_request(app);
	uint32_t line;

	if (v->list.cursor >= order_rows(o))
		return false;
	line = order_line(o, v->list.cursor);
	while (times-- > 0 && line < o->lines.n)
		line = unread_line(app, line + 1);
	if (line >= o->lines.n)
		return false;
	order_reveal(o, &r, line);
	list_view_go(app, v, order_row(o, line));
	return true;
}

/* The next row with an unread article. */
static bool go_down(struct app *app, struct view *v, uint32_t times)
{
	uint32_t n = v->ops->count(app, v), row = v->list.cursor;

	while (times > 0 && ++row < n) {
		uint32_t article = v->ops->article(app, v, row);

		times -= article != STORE_NONE && !app_is_read(app, article);
	}
	if (row >= n)
		return false;
	list_view_go(app, v, row);
	return true;
}

/* The same in the index, from one of its articles. */
static bool open_next(struct app *app, const struct view *v, uint32_t times)
{
	uint32_t article = many_after(app, v->subject, times);

	if (article == STORE_NONE)
		return false;
	app_open_sibling(app, &article_ops, article);
	return true;
}

void next_unread_run(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	uint32_t times = call_times(call);
	bool found = v->ops->in == IN_ARTICLE ? open_next(app, v, times)
		     : v->ops->in == IN_INDEX ? go_down_index(app, v, times)
					      : go_down(app, v, times);

	app->previewing |= v->ops->in == IN_INDEX;
	if (!found)
		app_refuse(app, _("no unread article from here to the end"));
}
