/* What else covers an article's event: the other articles of the round, the
 * copies, the other rounds of the storyline, each with the reason. */
#include "list_view.h"
#include "round_name.h"

#include "dateline/base/message.h"
#include "dateline/store/why.h"

/* A group of the list: links of a kind, of a time. */
struct group {
	const char *title;
	enum link_kind kind;
	enum when { ANY_TIME, EARLIER, LATER, TIME_UNKNOWN } when;
};

/* When a round was, seen from another one of its storyline, which has them in
 * order of time. */
static enum when seen_from(const struct store *s, uint32_t own, uint32_t round)
{
	struct span in = s->storylines.v[s->rounds.v[own].storyline].rounds;
	const uint32_t *list = s->storyline_rounds.v + in.first;

	if (s->rounds.v[own].first == STORE_NO_DAY ||
		s->rounds.v[round].first == STORE_NO_DAY)
		return TIME_UNKNOWN;
	for (uint32_t i = 0; i < in.n; i++)
		if (list[i] == own || list[i] == round)
			return list[i] == round ? EARLIER : LATER;
	return TIME_UNKNOWN;
}

static void add_why(struct explainer *x, const struct store *s, struct view *v,
	const struct link *l)
{
	struct row why = row_of(ROW_NOTE);
	struct buf text = { 0 };

	explain_link(x, s, v->subject, l, &text);
	why.indent = 4;
	why.style = STYLE_evidence;
	if (text.n)
		rows_add_wrapped(&v->rows, &why, rows_keep(&v->rows, &text));
	buf_release(&text);
}

static void add_article(struct view *v, uint32_t article, struct str note)
{
	struct row row = row_of(ROW_ARTICLE);

	row.article = article;
	row.form = SAY_DAY;
	row.right = note;
	rows_add(&v->rows, &row);
}

/* How alike two articles of a storyline are says little: it is not shown. */
static void add_link(struct explainer *x, const struct store *s, struct view *v,
	const struct link *l)
{
	struct buf score = { 0 };

	if (l->kind != LINK_STORYLINE)
		buf_add_f(&score, "%3d %%", (int)(link_score(l) * 100 + 0.5f));
	add_article(v, l->to, rows_keep(&v->rows, &score));
	add_why(x, s, v, l);
	buf_release(&score);
}

static bool is_linked(
	const struct store *s, const struct article *a, uint32_t to)
{
	for (uint32_t i = 0; i < a->links.n; i++)
		if (s->links.v[a->links.first + i].to == to)
			return true;
	return false;
}

/* Whether a link belongs to a group. Rounds of the storyline are listed; of its
 * articles only those that there is something to say about. */
static bool is_in_group(const struct store *s, uint32_t article,
	const struct link *l, const struct group *g)
{
	if (l->kind != (uint32_t)g->kind)
		return false;
	return g->when == ANY_TIME ||
	       (link_is_explained(s, article, l) &&
		       g->when == seen_from(s, s->articles.v[article].round,
					  s->articles.v[l->to].round));
}

static void add_links(struct explainer *x, const struct store *s,
	struct view *v, const struct group *group)
{
	const struct article *a = &s->articles.v[v->subject];
	bool any = false;

	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = &s->links.v[a->links.first + i];

		if (!is_in_group(s, v->subject, l, group))
			continue;
		if (!any)
			rows_add_heading(
				&v->rows, str_from_c(message(group->title)));
		any = true;
		add_link(x, s, v, l);
	}
}

/* Articles of the round that are linked to this one through others only. */
static void add_rest_of_round(struct app *app, struct view *v)
{
	const struct store *s = app->store;
	const struct article *a = &s->articles.v[v->subject];
	struct span in = s->rounds.v[a->round].articles;
	bool any = false;

	for (uint32_t i = 0; i < in.n; i++) {
		uint32_t other = s->round_articles.v[in.first + i];

		if (other == v->subject || is_linked(s, a, other))
			continue;
		if (!any)
			rows_add_heading(&v->rows,
				MSG("In the round through other articles"));
		any = true;
		add_article(v, other, STR_NONE);
	}
}

static void add_round(struct app *app, struct view *v, const struct round *r)
{
	struct row row = row_of(ROW_TEXT), title = row_of(ROW_NOTE);
	struct buf text = { 0 };

	say_many(&text, r->articles.n, "%s article", "%s articles");
	row.right = rows_keep(&v->rows, &text);
	say_round_name(app, r, &text);
	row.main = rows_keep(&v->rows, &text);
	row.indent = 1;
	row.round = (uint32_t)(r - app->store->rounds.v);
	rows_add(&v->rows, &row);
	title.indent = 4;
	title.main = round_title(app->store, r);
	title.style = STYLE_dim;
	rows_add(&v->rows, &title);
	buf_release(&text);
}

static void add_storyline(struct app *app, struct view *v)
{
	const struct store *s = app->store;
	uint32_t own = s->articles.v[v->subject].round;
	uint32_t at = s->rounds.v[own].storyline;
	struct span rounds;

	if (at >= s->storylines.n || s->storylines.v[at].rounds.n < 2)
		return;
	rounds = s->storylines.v[at].rounds;
	rows_add_heading(&v->rows, MSG("Rounds of this storyline, by time"));
	for (uint32_t i = 0; i < rounds.n; i++) {
		uint32_t r = s->storyline_rounds.v[rounds.first + i];

		add_round(app, v, &s->rounds.v[r]);
		if (r == own)
			v->rows.list.v[v->rows.list.n - 2].style = STYLE_title;
	}
}

static void related_prepare(struct app *app, struct view *v, int cols)
{
	static const struct group groups[] = {
		{ N_("The same text"), LINK_COPY, ANY_TIME },
		{ N_("The same round"), LINK_ROUND, ANY_TIME },
		{ N_("Looks back on"), LINK_MENTIONS, ANY_TIME },
		{ N_("Earlier in the storyline"), LINK_STORYLINE, EARLIER },
		{ N_("Later in the storyline"), LINK_STORYLINE, LATER },
		{ N_("In the storyline, time unknown"), LINK_STORYLINE,
			TIME_UNKNOWN },
	};
	struct explainer x = { 0 };

	if (!rows_view_begin(app, v, cols))
		return;
	add_links(&x, app->store, v, &groups[0]);
	add_links(&x, app->store, v, &groups[1]);
	add_rest_of_round(app, v);
	add_links(&x, app->store, v, &groups[2]);
	add_storyline(app, v);
	for (size_t i = 3; i < sizeof groups / sizeof *groups; i++)
		add_links(&x, app->store, v, &groups[i]);
	explainer_release(&x);
	rows_add_none(&v->rows, MSG("nothing else in this archive covers it"));
	rows_view_end(app, v);
}

static bool related_run(
	struct app *app, struct view *v, const struct call *call)
{
	uint32_t round = STORE_NONE;
	struct span of;

	if (call->id == COMMAND_OPEN && v->list.cursor < v->rows.list.n)
		round = v->rows.list.v[v->list.cursor].round;
	if (round == STORE_NONE)
		return list_view_run(app, v, call);
	of = app->store->rounds.v[round].articles;
	if (of.n < 2)
		app_open_article(app, app->store->round_articles.v[of.first]);
	else
		app_open(app, &round_ops, round);
	return true;
}

static void related_where(struct app *app, struct view *v, struct buf *out)
{
	buf_add(out, MSG("What else covers: "));
	buf_add(out,
		article_title(app->store, &app->store->articles.v[v->subject]));
}

const struct view_ops related_ops = {
	.in = IN_RELATED,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = related_prepare,
	.draw = list_view_draw,
	.run = related_run,
	.where = related_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
