#include "article_places.h"

#include "filter.h"
#include "say.h"

#include "dateline/base/message.h"
#include "dateline/store/places.h"

/* From here on there is room for words. */
#define WORDS_COLS 60

static void add_place(
	struct rows *rows, const struct place *place, int name_cols)
{
	struct row row = row_of(ROW_TEXT);
	struct buf b = { 0 };

	buf_add(&b, place->name);
	row.left = rows_keep(rows, &b);
	row.left_cols = (uint8_t)name_cols;
	if (place->is_dateline)
		buf_add(&b, rows->cols < WORDS_COLS
				    ? MSG("written here")
				    : MSG("where it was written; "));
	if (rows->cols >= WORDS_COLS) {
		say_many(&b, place->articles, "%s article from there",
			"%s articles from there");
	}
	row.main = rows_keep(rows, &b);
	say_many(&b, place->times, "%s mention", "%s mentions");
	if (place->times)
		row.right = rows_keep(rows, &b);
	buf_clear(&b);
	/* What Enter asks for stands in no column. */
	buf_add(&b, place->query);
	row.query = rows_keep(rows, &b);
	rows_add(rows, &row);
	buf_release(&b);
}

void article_places_add(
	struct app *app, struct rows *rows, uint32_t article, int name_cols)
{
	struct places places;

	places_find(&places, app->store, article);
	if (places.list.n)
		rows_add_heading(rows, MSG("places"));
	for (size_t i = 0; i < places.list.n; i++)
		add_place(rows, &places.list.v[i], name_cols);
	places_release(&places);
}

bool article_places_open(struct app *app, const struct row *row)
{
	struct buf query = { 0 };

	if (row->query.n == 0)
		return false;
	/* The rows may be made anew meanwhile. */
	buf_add(&query, row->query);
	app_show_all(app);
	filter_set(app, buf_str(&query));
	app_focus(app, PANE_LIST);
	buf_release(&query);
	return true;
}
