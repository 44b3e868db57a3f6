#include "kept.h"

#include "reading.h"

/* The one that is listed first. */
static uint32_t first_article(const struct app *app)
{
	const struct order *o = &app->order;

	return o->articles ? order_article(o, order_nth(o, 1)) : STORE_NONE;
}

struct kept kept_begin(const struct app *app)
{
	const struct index_place *wanted = &app->filtering.place;
	const struct list *l = &app_index(app)->list;
	struct kept k = { .before = app->store };
	uint32_t article = app_index_anchor(app);

	k.place = wanted->kept ? *wanted
			       : (struct index_place){ article,
					 l->cursor - l->top, true };
	k.at_top = l->top == 0 && article == first_article(app);
	k.waits = k.at_top && app->loading;
	return k;
}

/* Where an article of the store before is in the one shown. */
static uint32_t found_again(
	const struct app *app, const struct store *before, uint32_t article)
{
	const struct store *s = app->store;
	uint32_t found = store_find(
		s, store_str(before, before->articles.v[article].id));

	return found != STORE_NONE && s->articles.v[found].round != STORE_NONE
		       ? found
		       : STORE_NONE;
}

/* The first from a line on, down or up, that is still there. */
static uint32_t nearest(const struct app *app, const struct store *before,
	int64_t line, int step)
{
	const struct order *o = &app->order;
	uint32_t found = STORE_NONE;

	for (; found == STORE_NONE && line >= 0 && line < (int64_t)o->lines.n;
		line += step) {
		uint32_t article = order_article(o, (uint32_t)line);

		if (article != STORE_NONE)
			found = found_again(app, before, article);
	}
	return found;
}

static uint32_t keep_place(struct app *app, const struct kept *k)
{
	uint32_t article = k->place.article, line, found;

	if (article == STORE_NONE || k->waits)
		return STORE_NONE;
	found = found_again(app, k->before, article);
	line = article < app->order.line_of.n ? app->order.line_of.v[article]
					      : STORE_NONE;
	if (found == STORE_NONE && line != STORE_NONE)
		found = nearest(app, k->before, line, 1);
	if (found == STORE_NONE && line != STORE_NONE)
		found = nearest(app, k->before, line, -1);
	return found;
}

static void keep_selection(struct app *app, const struct store *before)
{
	struct mark_set selected = app->selected;

	app->selected = (struct mark_set){ 0 };
	for (uint32_t i = 0; selected.n && i < before->articles.n; i++) {
		uint32_t found = mark_set_has(&selected, i)
					 ? found_again(app, before, i)
					 : STORE_NONE;

		selected.n -= mark_set_has(&selected, i);
		if (found != STORE_NONE)
			selection_add(app, found);
	}
	free(selected.bits);
}

uint32_t kept_end(struct app *app, const struct kept *k)
{
	keep_selection(app, k->before);
	return keep_place(app, k);
}
