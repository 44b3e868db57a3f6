/*
 * A person across the archive: roles and names with counts, when it spoke, all
 * it said by date – each utterance once, with the outlets that have it and how
 * their words differ – and why its names are taken for one.
 */
#include "list_view.h"
#include "months.h"
#include "quote_line.h"

#include "dateline/base/intern.h"
#include "dateline/base/message.h"
#include "dateline/text/width.h"

/* Fewer columns than these: dates are short, none, outlets stand below. */
#define WIDE_COLS 72
#define DATE_COLS_MIN 32
/* An outlet beside a quote, and the bar. */
#define OUTLET_COLS 20
#define BAR_COLS 36
/* Roles or names at the top, in wide and in narrow screens; the rest is
 * counted. */
#define FORMS_MAX 6
#define FORMS_MAX_NARROW 2

struct builder {
	struct app *app;
	struct rows *rows;
	const struct people *people;
	const struct identity *it;
	struct utterances all;
	struct buf b; /* scratch */
};

static struct str keep(struct builder *x)
{
	return rows_keep(x->rows, &x->b);
}

static const struct article *article_of(
	const struct builder *x, const struct people_said *said)
{
	return &x->app->store->articles.v[said->article];
}

static struct str source_of(
	const struct builder *x, const struct people_said *said)
{
	return store_source(x->app->store, article_of(x, said));
}

static bool is_wide(const struct builder *x)
{
	return x->rows->cols >= WIDE_COLS;
}

/* The top. */

static void add_note(struct builder *x, struct str text, enum style style)
{
	struct row note = row_of(ROW_NOTE);

	note.indent = 1;
	note.style = (uint8_t)style;
	rows_add_wrapped(x->rows, &note, text);
}

/* "water minister (9) · minister (5)", in how many articles each. */
static void add_forms(struct builder *x, const char *before,
	const struct people_form *forms, uint32_t n)
{
	struct str dot = glyph_str(GLYPH_DOT, x->app->ascii);
	uint32_t most = is_wide(x) ? FORMS_MAX : FORMS_MAX_NARROW;

	/* Where there are no dates, they would fill the screen. */
	if (n == 0 || x->rows->cols < DATE_COLS_MIN)
		return;
	buf_add(&x->b, str_from_c(before));
	for (uint32_t i = 0; i < n && i < most; i++) {
		if (i > 0)
			buf_add_f(&x->b, " %.*s ", STR_ARG(dot));
		buf_add_f(&x->b, "%.*s (%u)", STR_ARG(forms[i].text),
			(unsigned)forms[i].articles);
	}
	if (n > most)
		buf_add_f(&x->b, _(" and %u more"), (unsigned)(n - most));
	add_note(x, keep(x), STYLE_text);
}

/* "14 quotes in 9 articles of 5 sources, 12 Mar – 20 Nov 2025". */
static void add_counts(struct builder *x)
{
	const uint32_t *articles =
		x->people->articles.v + x->it->articles.first;
	struct intern sources = { 0 };
	struct buf when = { 0 };

	for (uint32_t i = 0; i < x->it->articles.n; i++) {
		const struct store *s = x->app->store;

		intern_add(
			&sources, store_source(s, &s->articles.v[articles[i]]));
	}
	if (x->it->said.n) {
		say_many(&x->b, x->it->said.n, "%s quote", "%s quotes");
		say_many(&x->b, x->it->articles.n, " in %s article",
			" in %s articles");
	} else {
		say_many(&x->b, x->it->articles.n, "named in %s article",
			"named in %s articles");
	}
	say_many(&x->b, sources.n, " of %s source", " of %s sources");
	say_day_span(&when, x->app->store, articles, x->it->articles.n,
		x->app->ascii);
	buf_add(&x->b, when.n ? STR(", ") : STR(""));
	say_whole(&x->b, buf_str(&when));
	add_note(x, keep(x), STYLE_text);
	buf_release(&when);
	intern_release(&sources);
}

static void add_bar(struct builder *x)
{
	const struct people_said *said = x->people->said.v + x->it->said.first;
	struct months m = { 0 };
	int room = x->rows->cols - 22;
	const char *step;

	for (uint32_t i = 0; i < x->it->said.n; i++) {
		const struct date *d = &article_of(x, &said[i])->date;

		if (d->year && d->month)
			*vec_push(&m.list) = d->year * 12 + d->month - 1;
	}
	step = months_say(
		&m, room < BAR_COLS ? room : BAR_COLS, x->app->ascii, &x->b);
	if (step) {
		buf_add_f(&x->b, "  %s", message(step));
		add_note(x, keep(x), STYLE_bar);
	}
	vec_free(&m.list);
}

/* What was said. */

static const struct store_quote *quote_of(
	const struct builder *x, const struct people_said *said)
{
	return &x->app->store->quotes.v[said->quote];
}

static struct row said_row(struct builder *x, const struct people_said *said)
{
	const struct article *a = article_of(x, said);
	const struct store_quote *q = quote_of(x, said);
	struct row row = row_of(ROW_TEXT);

	row.article = said->article;
	row.quote = said->quote - a->quotes.first;
	row.style = q->kind == QUOTE_REPORTED ? STYLE_reported : STYLE_quote;
	if (x->rows->cols >= DATE_COLS_MIN)
		row.left_cols = x->rows->cols >= WIDE_COLS ? 12 : 11;
	else
		row.indent = 1;
	say_quoted(x->app, a, q, &x->b);
	row.main = keep(x);
	return row;
}

static void add_date(struct builder *x, const struct article *a)
{
	say_date(&x->b, a, x->rows->cols >= WIDE_COLS ? SAY_DAY : SAY_SHORT);
}

/* Adds a quote; the outlets stand beside it, or below where it is narrow. */
static void add_said(
	struct builder *x, const struct row *row, struct str outlets)
{
	struct row note = row_of(ROW_NOTE), beside = *row;

	if (is_wide(x)) {
		say_cut(&x->b, outlets, OUTLET_COLS, x->app->ascii);
		while (text_width(buf_str(&x->b)) < OUTLET_COLS)
			buf_add_c(&x->b, ' ');
		beside.right = keep(x);
	}
	rows_add_wrapped(x->rows, &beside, row->main);
	if (is_wide(x))
		return;
	note.indent = (uint8_t)row_main_col(row);
	note.style = STYLE_source;
	note.main = outlets;
	rows_add(x->rows, &note);
}

/* Of the uses of an utterance, those told otherwise than the first. */
static void add_variants(
	struct builder *x, const struct utterance *u, struct str first)
{
	for (uint32_t i = 1; i < u->said.n; i++) {
		const struct people_said *said =
			&x->all.said.v[u->said.first + i];
		struct row row = said_row(x, said);

		row.parts = rows_own_words(x->rows, row.main, first);
		if (row.parts.n)
			add_said(x, &row, source_of(x, said));
	}
}

static bool is_told_otherwise(
	struct builder *x, const struct people_said *said, struct str first)
{
	size_t before = x->rows->parts.n;
	struct str text =
		str_range(store_str(x->app->store, article_of(x, said)->text),
			quote_of(x, said)->span);
	bool own = rows_own_words(x->rows, text, first).n > 0;

	x->rows->parts.n = before;
	return own;
}

/* The outlets with the words of the first, each once: how many; they are
 * appended. */
static uint32_t say_outlets(struct builder *x, const struct utterance *u,
	struct str first, struct buf *out)
{
	struct intern names = { 0 };

	uint32_t n;

	for (uint32_t i = 0; i < u->said.n; i++) {
		const struct people_said *said =
			&x->all.said.v[u->said.first + i];
		struct str source = source_of(x, said);

		if (intern_find(&names, source) != INTERN_NONE ||
			(i > 0 && is_told_otherwise(x, said, first)))
			continue;
		intern_add(&names, source);
		buf_add(out, out->n ? STR(", ") : STR(""));
		buf_add(out, source);
	}
	n = names.n;
	intern_release(&names);
	return n;
}

/* "3 sources", or the one. */
static struct str say_sources(
	struct builder *x, const struct utterance *u, struct str outlets)
{
	if (u->sources < 2)
		return outlets;
	say_many(&x->b, u->sources, "%s source", "%s sources");
	return keep(x);
}

static void add_utterance(struct builder *x, const struct utterance *u)
{
	const struct people_said *said = &x->all.said.v[u->said.first];
	struct row row = said_row(x, said), note = row_of(ROW_NOTE);
	struct buf names = { 0 };
	uint32_t same;
	struct str outlets;

	add_date(x, article_of(x, said));
	row.left = row.left_cols ? keep(x) : STR_NONE;
	buf_clear(&x->b);
	same = say_outlets(x, u, row.main, &names);
	outlets = rows_keep(x->rows, &names);
	add_said(x, &row, is_wide(x) ? say_sources(x, u, outlets) : outlets);
	if (is_wide(x) && u->sources > 1) {
		note.indent = (uint8_t)row_main_col(&row);
		note.style = STYLE_source;
		buf_add(&x->b, same == u->sources ? MSG("in ") : MSG("so in "));
		buf_add(&x->b, outlets);
		rows_add_wrapped(x->rows, &note, keep(x));
	}
	add_variants(x, u, row.main);
	buf_release(&names);
}

static void add_utterances(struct builder *x)
{
	utterances_make(
		&x->all, x->people, (uint32_t)(x->it - x->people->list.v));
	if (x->all.list.n)
		rows_add_heading(x->rows, MSG("said, the latest first"));
	for (size_t i = x->all.list.n; i-- > 0;)
		add_utterance(x, &x->all.list.v[i]);
	utterances_release(&x->all);
}

/* Articles that name it and quote nothing of it; both lists are in the order of
 * the store. */
static void add_articles(struct builder *x)
{
	const struct people_said *said = x->people->said.v + x->it->said.first;
	const uint32_t *articles =
		x->people->articles.v + x->it->articles.first;
	size_t left = x->it->said.n;
	bool any = false;

	for (size_t i = x->it->articles.n; i-- > 0;) {
		struct row row = row_of(ROW_ARTICLE);

		while (left && said[left - 1].article > articles[i])
			left--;
		if (left && said[left - 1].article == articles[i])
			continue;
		if (!any)
			rows_add_heading(x->rows, MSG("named, not quoted"));
		any = true;
		row.article = articles[i];
		row.form = SAY_DAY;
		rows_add(x->rows, &row);
	}
}

/* Its names. */

static struct row name_row(const struct builder *x, struct str name)
{
	struct row row = row_of(ROW_TEXT);

	row.left = name;
	row.left_cols = is_wide(x) ? 22 : 12;
	row.is_name = true;
	return row;
}

static void add_joins(struct builder *x)
{
	for (uint32_t i = 0; i < x->it->joins.n; i++) {
		const struct people_join *j =
			&x->people->joins.v[x->it->joins.first + i];
		struct row row = name_row(x, j->name);

		if (i == 0)
			rows_add_heading(
				x->rows, MSG("why these names are the same"));
		row.style = j->by_reader ? STYLE_only : STYLE_evidence;
		if (is_wide(x)) {
			say_many(&x->b, j->articles, "%s article",
				"%s articles");
			row.right = keep(x);
		}
		rows_add_wrapped(x->rows, &row, j->why);
	}
}

/* The name that a correction keeps apart from this person's own; STR_NONE. */
static struct str kept_apart(
	const struct builder *x, const struct people_correction *c)
{
	if (c->verdict != PEOPLE_APART)
		return STR_NONE;
	if (str_eq_nocase(c->name, x->it->name))
		return c->other;
	return str_eq_nocase(c->other, x->it->name) ? c->name : STR_NONE;
}

static void add_apart(struct builder *x)
{
	const struct corrections *c = x->app->corrections;
	bool any = false;

	for (size_t i = 0; c && i < c->people.n; i++) {
		struct str name = kept_apart(x, &c->people.v[i]);
		struct row row = name_row(x, name);

		if (name.n == 0)
			continue;
		if (!any)
			rows_add_heading(x->rows, MSG("somebody else"));
		any = true;
		row.is_name = false;
		row.main = MSG("kept apart by you");
		row.style = STYLE_only;
		row.person = people_find(x->people, name);
		rows_add(x->rows, &row);
	}
}

/* The screen. */

static void add_parts(struct builder *x, uint32_t identity)
{
	const struct people *p = x->people;

	x->it = &p->list.v[identity];
	add_counts(x);
	add_forms(x, "", p->roles.v + x->it->roles.first, x->it->roles.n);
	if (x->it->names.n > 1)
		add_forms(x, _("named "), p->names.v + x->it->names.first,
			x->it->names.n);
	add_bar(x);
	add_utterances(x);
	add_articles(x);
	add_joins(x);
	add_apart(x);
}

static void person_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .rows = &v->rows };

	if (!rows_view_begin(app, v, cols))
		return;
	x.people = rows_view_people(app, v);
	if (x.people)
		add_parts(&x, v->subject);
	rows_view_end(app, v);
	buf_release(&x.b);
}

static bool person_run(struct app *app, struct view *v, const struct call *call)
{
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	if (call->id != COMMAND_OPEN || !row || row->article != STORE_NONE)
		return list_view_run(app, v, call);
	if (row->person != STORE_NONE && row->person != v->subject)
		app_open(app, &person_ops, row->person);
	else if (row->is_name)
		app_say(app, _("%s splits this name off"),
			app_key_for(app, COMMAND_NOT_SAME_PERSON));
	return true;
}

/* "Ilse Marrend, water minister". */
static void person_where(struct app *app, struct view *v, struct buf *out)
{
	const struct people *people = app_people(app);
	const struct identity *it;

	if (!people) {
		buf_add(out, buf_str(&v->name));
		return;
	}
	it = &people->list.v[v->subject];
	buf_add(out, it->name);
	if (it->role.n)
		buf_add_f(out, ", %.*s", STR_ARG(it->role));
}

const struct view_ops person_ops = {
	.in = IN_PERSON,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = person_prepare,
	.draw = list_view_draw,
	.run = person_run,
	.where = person_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
