/* The links of an article as a list: number, words, where each leads, and
 * whether that is an article of the archive. */
#include "links.h"

#include "list_view.h"

#include "dateline/base/message.h"

static const struct addresses *addresses_of(struct app *app)
{
	struct addresses *a = &app->addresses;

	if (a->store && app->addresses_serial == app->serial)
		return a;
	addresses_release(a);
	addresses_find(a, app->store);
	app->addresses_serial = app->serial;
	return a;
}

static void add_link(
	struct app *app, struct view *v, uint32_t n, const struct link_at *link)
{
	const struct store *s = app->store;
	struct row row = row_of(ROW_TEXT), address = row_of(ROW_NOTE);
	struct buf text = { 0 };

	buf_add_f(&text, "%u", (unsigned)n + 1);
	row.left = rows_keep(&v->rows, &text);
	row.left_cols = 4;
	row.indent = 1;
	row.main = str_range(
		store_str(s, s->articles.v[v->subject].text), link->span);
	row.link = n;
	row.article = addresses_article(addresses_of(app), link->url);
	if (row.article == v->subject)
		row.article = STORE_NONE;
	if (row.article != STORE_NONE)
		row.right = MSG("in the archive");
	rows_add(&v->rows, &row);
	address.indent = 6;
	address.style = STYLE_dim;
	if (!str_eq(row.main, link->url))
		rows_add_wrapped(&v->rows, &address, link->url);
	buf_release(&text);
}

static void links_prepare(struct app *app, struct view *v, int cols)
{
	struct link_list links = { 0 };

	if (!rows_view_begin(app, v, cols))
		return;
	links_find(app->store, v->subject, &links);
	for (uint32_t i = 0; i < links.list.n; i++)
		add_link(app, v, i, &links.list.v[i]);
	links_release(&links);
	rows_add_none(&v->rows, MSG("no links in this article"));
	rows_view_end(app, v);
}

struct str app_link_address(const struct app *app)
{
	const struct view *v = app_focused(app);
	struct link_list links = { 0 };
	struct str url = STR_NONE;

	if (!v || v->ops->in != IN_LINKS || v->list.cursor >= v->rows.list.n)
		return STR_NONE;
	links_find(app->store, v->subject, &links);
	if (v->rows.list.v[v->list.cursor].link < links.list.n)
		url = links.list.v[v->rows.list.v[v->list.cursor].link].url;
	links_release(&links);
	return url;
}

static bool list_run(struct app *app, struct view *v, const struct call *call)
{
	struct str url = app_link_address(app);

	if (call->id != COMMAND_OPEN || !url.n ||
		v->rows.list.v[v->list.cursor].article != STORE_NONE)
		return list_view_run(app, v, call);
	app_say(app, "%.*s", STR_ARG(url));
	return true;
}

static void links_where(struct app *app, struct view *v, struct buf *out)
{
	buf_add(out, MSG("Links of: "));
	buf_add(out,
		article_title(app->store, &app->store->articles.v[v->subject]));
}

void links_run(struct app *app, const struct call *call)
{
	uint32_t article = app_chosen(app);

	(void)call;
	if (article == STORE_NONE)
		app_refuse(app, _("no article here"));
	else
		app_open(app, &links_ops, article);
}

const struct view_ops links_ops = {
	.in = IN_LINKS,
	.pane = PANE_CONTENT,
	.prepare = links_prepare,
	.draw = list_view_draw,
	.run = list_run,
	.where = links_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
