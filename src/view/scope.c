#include "scope.h"

#include "filter.h"
#include "say.h"
#include "sources.h"

#include "dateline/base/message.h"

struct view *scope_open(struct app *app, const struct view_ops *ops)
{
	bool chosen = app_focused(app)->ops == &sources_ops;
	struct str outlet =
		chosen ? sources_outlet(app) : buf_str(&app->outlet);
	struct view *v = app_open(app, ops, STORE_NONE);

	buf_add(&v->name, outlet);
	if (!chosen)
		buf_add(&v->filter, buf_str(&app->filter));
	return v;
}

static void find_answers(
	const struct app *app, struct str text, struct answers *out)
{
	const struct search_wish wish = { .text = text,
		.order = SEARCH_OLDEST_FIRST,
		.marks = app_marks(app) };
	struct search_found found;

	search_answer(app->store, &wish, &found);
	answers_take(out, app->store, &found.hits);
	search_found_release(&found);
}

void scope_articles(
	const struct app *app, const struct view *v, struct scope *out)
{
	struct answers answers = { 0 };
	struct order_request r = { .store = app->store,
		.outlets = &app->outlets,
		.outlet = STORE_NONE,
		.answers = v->filter.n ? &answers : NULL };

	if (v->filter.n)
		find_answers(app, buf_str(&v->filter), &answers);
	if (v->name.n)
		r.outlet = outlets_named(&app->outlets, buf_str(&v->name));
	for (size_t i = 0; i < app->store->by_time.n; i++)
		if (order_wants(&r, app->store->by_time.v[i]))
			*vec_push(&out->articles) = app->store->by_time.v[i];
	vec_free(&answers.rank);
}

void scope_release(struct scope *s)
{
	vec_free(&s->articles);
}

void scope_say(const struct view *v, struct buf *out)
{
	buf_add(out, v->name.n ? buf_str(&v->name) : MSG("all articles"));
	if (v->filter.n == 0)
		return;
	buf_add(out, STR(" > "));
	say_typed(out, buf_str(&v->filter));
}

void scope_narrow(struct app *app, const struct view *v, struct str query)
{
	struct buf text = { 0 };

	/* What OR parts is held together. */
	if (v->filter.n && query.n)
		buf_add_f(&text,
			str_find(buf_str(&v->filter), STR(" OR "), 0) ==
					STR_NPOS
				? "%.*s "
				: "(%.*s) ",
			STR_ARG(buf_str(&v->filter)));
	else
		buf_add(&text, buf_str(&v->filter));
	buf_add(&text, query);
	app_set_outlet(app, buf_str(&v->name));
	filter_set(app, buf_str(&text));
	app_focus(app, PANE_LIST);
	buf_release(&text);
}
