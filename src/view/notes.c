/* The notes: writing one, and the screen that lists them. */
#include "notes.h"

#include "list_view.h"
#include "quote_line.h"

#include "dateline/base/message.h"
#include "dateline/text/sanitize.h"

/* What a note written now is on; false, and the reader is told, where there is
 * nothing. */
static bool find_target(struct app *app, struct note_wish *out)
{
	const struct view *v = app_focused(app);
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	*out = (struct note_wish){ app_chosen(app), NOTE_ARTICLE, STR_NONE };
	if (app->loading) {
		app_refuse(app, _("notes are for when all is read"));
		return false;
	}
	if (out->article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return false;
	}
	if (v->ops->in == IN_ARTICLE)
		out->quote = v->quote;
	else if (row && row->article == out->article)
		out->quote = row->quote;
	if (out->quote >= app->store->articles.v[out->article].quotes.n)
		out->quote = NOTE_ARTICLE;
	return true;
}

void note_run(struct app *app, const struct call *call)
{
	const struct marks *m = app_marks(app);
	const struct note *before;
	struct note_wish wish;

	if (!find_target(app, &wish))
		return;
	if (call->argument.p) {
		wish.text = text_clean(
			&app->wishes, str_trim(call->argument), SANITIZE_LINE);
		app_wish(app, EFFECT_NOTE);
		app->effects.v[app->effects.n - 1].note = wish;
		return;
	}
	prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
	before = m ? notes_find(&m->notes, wish.article, wish.quote) : NULL;
	if (before)
		prompt_offer_line(&app->prompt, before->text, before->text.n);
}

void notes_run(struct app *app, const struct call *call)
{
	(void)call;
	if (app_focused(app)->ops == &notes_ops)
		app_refuse(app, _("these are your notes"));
	else
		app_open(app, &notes_ops, STORE_NONE);
}

/* "“We want boats,”", as the article has it. */
static void add_quote(struct app *app, struct view *v, const struct note *note)
{
	const struct store *s = app->store;
	const struct article *a = &s->articles.v[note->article];
	struct row row = row_of(ROW_NOTE);
	struct buf words = { 0 };

	if (note->quote == NOTE_ARTICLE)
		return;
	say_quoted(app, a, &s->quotes.v[a->quotes.first + note->quote], &words);
	row.main = rows_keep(&v->rows, &words);
	row.indent = 3;
	row.style = STYLE_quote;
	rows_add(&v->rows, &row);
	buf_release(&words);
}

/* "2 Mar 2020 · Herald · Ferry talks open". */
static void add_article(
	struct app *app, struct view *v, const struct note *note)
{
	const struct store *s = app->store;
	struct row row = row_of(ROW_NOTE);
	struct str dot = glyph_str(GLYPH_DOT, app->ascii);
	struct buf line = { 0 };

	if (note->article == STORE_NONE) {
		buf_add_f(&line, _("%.*s: not in the archive any more"),
			STR_ARG(notes_key_id(note->key)));
	} else {
		const struct article *a = &s->articles.v[note->article];

		say_date(&line, a, SAY_DAY);
		buf_add_f(&line, " %.*s %.*s %.*s %.*s", STR_ARG(dot),
			STR_ARG(store_source(s, a)), STR_ARG(dot),
			STR_ARG(article_title(s, a)));
	}
	row.main = rows_keep(&v->rows, &line);
	row.indent = 3;
	row.style = STYLE_dim;
	rows_add(&v->rows, &row);
	buf_release(&line);
}

static void add_note(struct app *app, struct view *v, const struct note *note)
{
	struct row row = row_of(ROW_TEXT), blank = row_of(ROW_BLANK);

	if (v->rows.list.n)
		rows_add(&v->rows, &blank);
	row.article = note->article;
	row.quote = note->quote;
	row.indent = 1;
	row.style = STYLE_own;
	rows_add_wrapped(&v->rows, &row, note->text);
	add_quote(app, v, note);
	add_article(app, v, note);
}

static void add_notes(struct app *app, struct view *v, const struct notes *n)
{
	uint32_t *order = notes_latest_first(n);

	for (size_t i = 0; i < n->list.n; i++)
		add_note(app, v, &n->list.v[order[i]]);
	free(order);
}

static void add_nothing(struct app *app, struct view *v)
{
	struct buf text = { 0 }, key = { 0 };

	keymap_key_of(&app->keymap, IN_ARTICLE, COMMAND_NOTE, &key);
	buf_add_f(&text,
		_("no notes yet: %s on an article or a quote writes one"),
		key.n ? key.p : "");
	rows_add_none(&v->rows, rows_keep(&v->rows, &text));
	buf_release(&key);
	buf_release(&text);
}

/* The row of the cursor; one that is about nothing where there is none. */
static struct row current(const struct app *app, const struct view *v)
{
	return v->rows.store == app->serial && v->list.cursor < v->rows.list.n
		       ? v->rows.list.v[v->list.cursor]
		       : row_of(ROW_TEXT);
}

/* A note that was changed is the first now: the cursor goes with it. */
static void follow(struct app *app, struct view *v, const struct row *before)
{
	for (uint32_t i = 0;
		before->article != STORE_NONE && i < v->rows.list.n; i++) {
		const struct row *row = &v->rows.list.v[i];

		if (row->kind != ROW_TEXT || row->article != before->article ||
			row->quote != before->quote)
			continue;
		list_view_go(app, v, i);
		return;
	}
}

static void notes_prepare(struct app *app, struct view *v, int cols)
{
	const struct marks *m = app_marks(app);
	const struct row before = current(app, v);

	if (m && v->marked != m->serial)
		v->rows.cols = 0;
	v->marked = m ? m->serial : 0;
	if (!rows_view_begin(app, v, cols))
		return;
	if (m && m->notes.list.n)
		add_notes(app, v, &m->notes);
	else
		add_nothing(app, v);
	rows_view_end(app, v);
	follow(app, v, &before);
}

static void notes_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app, (void)v;
	buf_add(out, MSG("Notes"));
}

const struct view_ops notes_ops = {
	.in = IN_NOTES,
	.pane = PANE_CONTENT,
	.prepare = notes_prepare,
	.draw = list_view_draw,
	.run = list_view_run,
	.where = notes_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
	.article = rows_view_article,
};
