/* What is not as it should be, each with the reason: reading that was stopped,
 * the configuration, files. */
#include "list_view.h"

#include "dateline/base/message.h"

static void add_incomplete(struct app *app, struct view *v)
{
	struct row row = row_of(ROW_TEXT);

	if (app->incomplete.n == 0)
		return;
	rows_add_heading(&v->rows, MSG("The archive"));
	row.indent = 1;
	row.style = STYLE_error;
	row.main = buf_str(&app->incomplete);
	rows_add(&v->rows, &row);
}

static void add_mistakes(struct app *app, struct view *v)
{
	struct row row = row_of(ROW_TEXT);

	if (app->mistakes.list.n)
		rows_add_heading(&v->rows, MSG("The configuration"));
	row.indent = 1;
	for (size_t i = 0; i < app->mistakes.list.n; i++)
		rows_add_wrapped(&v->rows, &row, app->mistakes.list.v[i]);
}

/* Languages whose articles were to be hyphenated. */
static void add_hyphens(struct app *app, struct view *v)
{
	struct row row = row_of(ROW_TEXT);
	struct buf text = { 0 };
	struct str lang;

	row.indent = 1;
	for (size_t i = 0; hyphen_shelf_missing(app->config->hyphens, i, &lang);
		i++) {
		if (i == 0)
			rows_add_heading(&v->rows, MSG("Hyphenation"));
		buf_add_f(&text,
			_("no patterns for the language \"%.*s\" in %s: its "
			  "words are parted at soft hyphens only (Debian has "
			  "them in packages hyphen-*)"),
			STR_ARG(lang), HYPHEN_FOLDER);
		rows_add_wrapped(&v->rows, &row, rows_keep(&v->rows, &text));
	}
	buf_release(&text);
}

static void add_skips(struct app *app, struct view *v)
{
	const struct store *s = app->store;
	struct buf text = { 0 };

	if (s->skips.n)
		rows_add_heading(&v->rows, MSG("Files"));
	for (size_t i = 0; i < s->skips.n; i++) {
		struct row row = row_of(ROW_TEXT), why = row_of(ROW_NOTE);

		row.indent = 1;
		row.main = store_str(s, s->skips.v[i].where);
		rows_add(&v->rows, &row);
		why.indent = 4;
		why.style = STYLE_error;
		message_add_kept(&text, store_str(s, s->skips.v[i].why));
		rows_add_wrapped(&v->rows, &why, rows_keep(&v->rows, &text));
	}
	buf_release(&text);
}

static void skipped_prepare(struct app *app, struct view *v, int cols)
{
	if (!rows_view_begin(app, v, cols))
		return;
	add_incomplete(app, v);
	add_mistakes(app, v);
	add_hyphens(app, v);
	add_skips(app, v);
	rows_add_none(&v->rows, app->loading
					? MSG("the archive is still being read")
					: MSG("every file could be read"));
	rows_view_end(app, v);
}

static void skipped_where(struct app *app, struct view *v, struct buf *out)
{
	(void)app;
	(void)v;
	buf_add(out, MSG("Problems"));
}

const struct view_ops skipped_ops = {
	.in = IN_SKIPPED,
	.pane = PANE_CONTENT,
	.keeps = true,
	.prepare = skipped_prepare,
	.draw = list_view_draw,
	.run = list_view_run,
	.where = skipped_where,
	.status = rows_view_status,
	.seek = list_view_seek,
	.count = rows_view_count,
	.still = rows_view_still,
	.matches = rows_view_matches,
	.draw_row = rows_view_draw_row,
};
