/*
 * A round: its articles by time with what is new in each, who is quoted where,
 * what only one has, which figures differ, and why they are one round.
 */
#include "round.h"

#include "dateline/base/message.h"
#include "dateline/store/regroup.h"
#include "dateline/store/why.h"

static struct str keep(struct round_builder *x)
{
	return rows_keep(&x->view->rows, &x->b);
}

static struct str number(struct round_builder *x, uint32_t at)
{
	buf_add_f(&x->b, "%u", (unsigned)at + 1);
	return keep(x);
}

static int number_cols(const struct round_builder *x)
{
	return x->c.n < 10 ? 1 : x->c.n < 100 ? 2 : 3;
}

/* "first", "copy of 2", "+38 % new", and how many words. */
static struct str news(struct round_builder *x, uint32_t at)
{
	struct buf what = { 0 };

	comparison_say_news(&x->c, at, &what);
	buf_add_f(&x->b, "%9s", what.p);
	if (x->view->rows.cols >= 80)
		/* TRANSLATORS: so many words, of one letter. */
		buf_add_f(&x->b, _("  %5u w"),
			(unsigned)compared(&x->c, at)->words);
	buf_release(&what);
	return keep(x);
}

static void add_articles(struct round_builder *x)
{
	struct date first = { 0 }, last = { 0 };
	enum date_form moment = moment_form(x->store, x->c.articles, x->c.n);
	bool one_year = x->round->first != STORE_NO_DAY;

	if (one_year) {
		date_from_days(x->round->first, &first);
		date_from_days(x->round->last, &last);
		one_year = first.year == last.year;
	}
	for (uint32_t at = 0; at < x->c.n; at++) {
		struct row row = row_of(ROW_ARTICLE);

		row.article = x->c.articles[at];
		row.left = number(x, at);
		row.left_cols = (uint8_t)number_cols(x);
		row.form = (uint8_t)(one_year ? moment : SAY_DAY);
		row.right = news(x, at);
		rows_add(&x->view->rows, &row);
	}
}

static void add_figure(struct round_builder *x, size_t from, size_t end)
{
	const struct compared_figure *f = x->c.figures.v;
	struct row row = row_of(ROW_TEXT);

	comparison_say_figures(&x->c, from, end, &x->b);
	row.left = f[from].noun;
	row.left_cols = round_speaker_cols(x);
	row.main = keep(x);
	row.style = STYLE_only;
	row.article = x->c.articles[f[from].at];
	rows_add(&x->view->rows, &row);
}

static void add_figures(struct round_builder *x)
{
	size_t from = 0;

	if (x->c.figures.n)
		rows_add_heading(&x->view->rows, MSG("figures that differ"));
	while (from < x->c.figures.n) {
		size_t end = comparison_unit_end(&x->c, from);

		add_figure(x, from, end);
		from = end;
	}
}

static void add_sentences(struct round_builder *x)
{
	for (size_t i = 0; i < x->c.sentences.n; i++) {
		const struct compared_sentence *s = &x->c.sentences.v[i];
		const struct article *a = compared(&x->c, s->at);
		struct row row = row_of(ROW_TEXT);

		if (i == 0)
			rows_add_heading(&x->view->rows, MSG("only in one"));
		row.left = number(x, s->at);
		row.left_cols = (uint8_t)number_cols(x);
		row.style = STYLE_only;
		row.article = x->c.articles[s->at];
		row.place = s->range.start;
		rows_add_wrapped(&x->view->rows, &row,
			str_range(store_str(x->store, a->text), s->range));
	}
}

static void add_reasons(struct round_builder *x)
{
	struct explainer why = { 0 };
	bool any = false;

	for (uint32_t at = 0; at < x->c.n; at++) {
		const struct link *l = comparison_link(&x->c, at);
		struct row row = row_of(ROW_TEXT);

		if (!l)
			continue;
		if (!any)
			rows_add_heading(&x->view->rows, MSG("why grouped"));
		any = true;
		row.left = number(x, at);
		row.left_cols = (uint8_t)number_cols(x);
		row.style = link_is_readers(l) ? STYLE_only : STYLE_evidence;
		row.article = x->c.articles[at];
		buf_add_f(&x->b, _("with %u: "),
			(unsigned)comparison_place(&x->c, l->to) + 1);
		explain_link(&why, x->store, x->c.articles[at], l, &x->b);
		rows_add_wrapped(&x->view->rows, &row, keep(x));
	}
	explainer_release(&why);
}

/* What the reader split off one of the round's articles, or one of them off. */
static void add_apart(struct round_builder *x, uint32_t at, bool *any)
{
	const struct article *a = compared(&x->c, at);

	for (uint32_t i = 0; i < a->links.n; i++) {
		const struct link *l = &x->store->links.v[a->links.first + i];
		struct row row = row_of(ROW_ARTICLE);

		if (!link_is_readers(l) ||
			x->store->articles.v[l->to].round == a->round)
			continue;
		if (!*any)
			rows_add_heading(&x->view->rows,
				MSG("not of this round: kept apart by you"));
		*any = true;
		row.article = l->to;
		row.form = SAY_DAY;
		rows_add(&x->view->rows, &row);
	}
}

static void add_others(struct round_builder *x)
{
	bool any = false;

	for (uint32_t at = 0; at < x->c.n; at++)
		add_apart(x, at, &any);
}

static void add_parts(struct round_builder *x, const struct people *people)
{
	comparison_make(&x->c, people, x->round);
	add_articles(x);
	round_add_quotes(x);
	add_figures(x);
	add_sentences(x);
	add_reasons(x);
	add_others(x);
	comparison_release(&x->c);
	buf_release(&x->b);
}

static void round_prepare(struct app *app, struct view *v, int cols)
{
	struct round_builder x = { .app = app,
		.view = v,
		.store = app->store,
		.round = &app->store->rounds.v[v->subject] };
	const struct people *people;

	if (!rows_view_begin(app, v, cols))
		return;
	people = rows_view_people(app, v);
	if (people)
		add_parts(&x, people);
	rows_view_end(app, v);
}

static void round_where(struct app *app, struct view *v, struct buf *out)
{
	const struct round *r = &app->store->rounds.v[v->subject];

	say_many(out, r->articles.n, "Round of %s", "Round of %s");
	buf_add(out, STR(", "));
	say_many(out, r->sources, "%s source", "%s sources");
	buf_add(out, r->first == STORE_NO_DAY ? STR("") : STR(", "));
	say_round_span(out, app->store, r, app->ascii);
	buf_add(out, STR(": "));
	buf_add(out, round_title(app->store, r));
}

const struct view_ops round_ops = {
	.in = IN_ROUND,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = round_prepare,
	.draw = list_view_draw,
	.run = fold_run,
	.where = round_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
