/* Lists of people: those of one article with what they say first, or all who
 * are quoted in the archive. Enter shows what one said. Below the people of an
 * article stand its places. */
#include "article_places.h"
#include "list_view.h"
#include "quote_line.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

/* Columns of a name; below NARROW_COLS its facts stand under it. */
#define NAME_COLS 22
#define NARROW_COLS 60
#define NARROW_NAME_COLS 16
/* From here there is room for the number of articles. */
#define WIDE_COLS 76

struct builder {
	struct app *app;
	struct rows *rows;
	const struct people *people;
	struct buf b; /* scratch */
};

/* One of the people of an article. */
struct cast {
	uint32_t identity;
	uint32_t quotes, mentions; /* in the article */
	uint32_t quote; /* the first direct one, or the first; QUOTE_NONE */
	struct str role;
};

static struct str kind_of(const struct identity *it, struct str role)
{
	static const char *const words[PERSON_KINDS] = {
		[PERSON_HUMAN] = "",
		[PERSON_GROUP] = N_("a group"),
		[PERSON_ORG] = N_("an organisation"),
		[PERSON_PLACE] = N_("a place: its government"),
		[PERSON_ANONYMOUS] = N_("not named"),
	};

	return role.n ? role : str_from_c(message(words[it->kind]));
}

static void add_person(struct builder *x, uint32_t identity, struct str facts,
	struct str count)
{
	const struct identity *it = &x->people->list.v[identity];
	struct row row = row_of(ROW_TEXT), note = row_of(ROW_NOTE);

	row.person = identity;
	row.right = count;
	if (x->rows->cols >= NARROW_COLS) {
		row.left = it->name;
		row.left_cols = NAME_COLS;
		row.main = facts;
		rows_add(x->rows, &row);
		return;
	}
	row.main = it->name;
	row.style = STYLE_speaker;
	rows_add(x->rows, &row);
	note.main = facts;
	note.indent = 2;
	if (facts.n)
		rows_add(x->rows, &note);
}

/* All speakers. */

static bool has_text(const struct people *people, const struct identity *it,
	struct str folded)
{
	struct range hit;

	for (uint32_t i = 0; i < it->names.n; i++)
		if (text_find_folded(people->names.v[it->names.first + i].text,
			    folded, 0, &hit))
			return true;
	return text_find_folded(it->role, folded, 0, &hit);
}

static void add_speaker(struct builder *x, uint32_t identity)
{
	const struct identity *it = &x->people->list.v[identity];
	int cols = x->rows->cols;
	struct str count;

	if (cols < NARROW_COLS)
		say_count(&x->b, it->said.n);
	else
		say_many(&x->b, it->said.n, "%s quote", "%s quotes");
	if (cols >= WIDE_COLS) {
		say_many(&x->b, it->articles.n, " in %s article",
			" in %s articles");
	}
	count = rows_keep(x->rows, &x->b);
	add_person(x, identity, kind_of(it, it->role), count);
}

static void add_speakers(struct builder *x, struct str filter)
{
	struct arena arena = { 0 };
	struct str folded = text_fold_dup(&arena, filter);

	for (uint32_t i = 0; i < x->people->list.n; i++) {
		const struct identity *it = &x->people->list.v[i];

		if (it->said.n &&
			(folded.n == 0 || has_text(x->people, it, folded)))
			add_speaker(x, i);
	}
	arena_release(&arena);
}

/* The people of an article. */

typedef VEC_OF(struct cast) cast_list;

static int by_quotes(const void *a, const void *b)
{
	const struct cast *x = a, *y = b;

	if (x->quotes != y->quotes)
		return x->quotes > y->quotes ? -1 : 1;
	if (x->mentions != y->mentions)
		return x->mentions > y->mentions ? -1 : 1;
	return (x->identity > y->identity) - (x->identity < y->identity);
}

static int by_identity(const void *a, const void *b)
{
	const struct cast *x = a, *y = b;

	return (x->identity > y->identity) - (x->identity < y->identity);
}

static struct cast cast_of(
	const struct builder *x, const struct article *a, uint32_t person)
{
	const struct store *s = x->app->store;
	const struct store_person *p = &s->persons.v[person];
	struct cast c = { x->people->of[person], p->quotes, p->mentions,
		QUOTE_NONE, store_str(s, p->role) };

	for (uint32_t i = 0; i < a->quotes.n; i++) {
		const struct store_quote *q = &s->quotes.v[a->quotes.first + i];

		if (q->person != person)
			continue;
		if (c.quote == QUOTE_NONE)
			c.quote = i;
		if (q->kind == QUOTE_DIRECT) {
			c.quote = i;
			break;
		}
	}
	return c;
}

/* One identity may be several persons of an article. */
static void join(cast_list *list)
{
	size_t kept = 0;

	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, by_identity);
	for (size_t i = 0; i < list->n; i++) {
		const struct cast *c = &list->v[i];
		struct cast *last = kept ? &list->v[kept - 1] : NULL;

		if (!last || last->identity != c->identity) {
			list->v[kept++] = *c;
			continue;
		}
		last->quotes += c->quotes;
		last->mentions += c->mentions;
		last->quote = c->quote < last->quote ? c->quote : last->quote;
		last->role = last->role.n ? last->role : c->role;
	}
	list->n = kept;
	if (kept)
		qsort(list->v, kept, sizeof *list->v, by_quotes);
}

/* "water minister · “For the first time …”". */
static void add_cast(
	struct builder *x, const struct article *a, const struct cast *c)
{
	const struct identity *it = &x->people->list.v[c->identity];
	struct str facts, count;

	buf_add(&x->b, kind_of(it, c->role.n ? c->role : it->role));
	if (c->quote != QUOTE_NONE) {
		if (x->b.n)
			buf_add_f(&x->b, " %.*s ",
				STR_ARG(glyph_str(GLYPH_DOT, x->app->ascii)));
		say_quoted(x->app, a,
			&x->app->store->quotes.v[a->quotes.first + c->quote],
			&x->b);
	}
	facts = rows_keep(x->rows, &x->b);
	if (x->rows->cols < NARROW_COLS)
		say_count(&x->b, c->quotes ? c->quotes : c->mentions);
	else if (c->quotes)
		say_many(&x->b, c->quotes, "%s quote", "%s quotes");
	else
		say_many(&x->b, c->mentions, "%s mention", "%s mentions");
	count = rows_keep(x->rows, &x->b);
	add_person(x, c->identity, facts, count);
}

static void add_article(struct builder *x, const struct article *a)
{
	cast_list list = { 0 };

	for (uint32_t i = 0; i < a->persons.n; i++)
		*vec_push(&list) = cast_of(x, a, a->persons.first + i);
	join(&list);
	for (size_t i = 0; i < list.n; i++) {
		bool quoted = list.v[i].quotes > 0;

		if (i == 0 || quoted != (list.v[i - 1].quotes > 0))
			rows_add_heading(
				x->rows, quoted ? MSG("quoted") : MSG("named"));
		add_cast(x, a, &list.v[i]);
	}
	vec_free(&list);
}

static void people_prepare(struct app *app, struct view *v, int cols)
{
	struct builder x = { .app = app, .rows = &v->rows };

	if (!rows_view_begin(app, v, cols))
		return;
	x.people = rows_view_people(app, v);
	if (x.people && v->subject == STORE_NONE)
		add_speakers(&x, buf_str(&v->filter));
	else if (x.people)
		add_article(&x, &app->store->articles.v[v->subject]);
	if (x.people && v->subject != STORE_NONE)
		article_places_add(app, &v->rows, v->subject,
			cols < NARROW_COLS ? NARROW_NAME_COLS : NAME_COLS);
	rows_add_none(&v->rows, app->loading
					? MSG("the archive is still being read")
				: v->filter.n ? MSG("nobody is named so")
					      : MSG("nobody is named here"));
	rows_view_end(app, v);
	buf_release(&x.b);
}

static bool people_run(struct app *app, struct view *v, const struct call *call)
{
	if (call->id != COMMAND_OPEN)
		return list_view_run(app, v, call);
	if (v->list.cursor < v->rows.list.n &&
		article_places_open(app, &v->rows.list.v[v->list.cursor]))
		return true;
	if (app_person(app) != STORE_NONE)
		app_open(app, &person_ops, app_person(app));
	return true;
}

static void people_filter(struct app *app, struct view *v, struct str text)
{
	if (v->subject != STORE_NONE) {
		app_refuse(app,
			_("all speakers of the archive can be filtered: %s"),
			app_key_for(app, COMMAND_SPEAKERS));
		return;
	}
	buf_clear(&v->filter);
	buf_add(&v->filter, str_trim(text));
	v->list = (struct list){ 0 };
	v->rows.cols = 0;
}

static void people_where(struct app *app, struct view *v, struct buf *out)
{
	if (v->subject != STORE_NONE) {
		buf_add(out, MSG("People of: "));
		buf_add(out, article_title(app->store,
				     &app->store->articles.v[v->subject]));
		return;
	}
	buf_add(out, MSG("Speakers"));
	if (v->filter.n)
		buf_add_f(out, " > \"%.*s\"", STR_ARG(buf_str(&v->filter)));
}

const struct view_ops people_ops = {
	.in = IN_PEOPLE,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = people_prepare,
	.draw = list_view_draw,
	.run = people_run,
	.where = people_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.filter = people_filter,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
