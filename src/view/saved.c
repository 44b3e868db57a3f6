#include "saved.h"

#include "say.h"

/* Numbers of the searches that count; the filter's are smaller. */
#define COUNTING 0x80000000u
#define UNKNOWN UINT32_MAX

void saved_renew(struct app *app)
{
	app->saved_counts.n = 0;
	for (size_t i = 0; i < app->config->searches.n; i++)
		*vec_push(&app->saved_counts) = UNKNOWN;
	app->sources->rows.cols = 0;
	saved_count_on(app);
}

void saved_marked(struct app *app)
{
	for (uint32_t i = 0; i < app->saved_counts.n; i++) {
		struct query_error error;
		struct query q;

		if (query_parse(&q, app->config->searches.v[i].query, &error) &&
			query_asks_marks(&q))
			app->saved_counts.v[i] = UNKNOWN;
		query_release(&q);
	}
	saved_count_on(app);
}

void saved_count_on(struct app *app)
{
	if (app->filtering.waiting)
		return;
	for (uint32_t i = 0; i < app->saved_counts.n; i++) {
		struct search_wish wish = {
			.text = app->config->searches.v[i].query,
			.order = SEARCH_LATEST_FIRST,
			.number = COUNTING | i
		};
		struct query_error error;

		if (app->saved_counts.v[i] != UNKNOWN ||
			!query_check(wish.text, &error))
			continue;
		app_wish_search(app, &wish);
		return;
	}
}

bool saved_take(struct app *app, const struct search_found *found)
{
	uint32_t i = found->number & ~COUNTING;

	if (!(found->number & COUNTING))
		return false;
	if (found->complete && i < app->saved_counts.n) {
		app->saved_counts.v[i] = found->count;
		app->sources->rows.cols = 0;
		saved_count_on(app);
	}
	return true;
}

void saved_say_count(const struct app *app, size_t i, struct buf *out)
{
	if (i < app->saved_counts.n && app->saved_counts.v[i] != UNKNOWN)
		say_count(out, app->saved_counts.v[i]);
}

struct str saved_name(const struct app *app, struct str text)
{
	for (size_t i = 0; i < app->config->searches.n; i++)
		if (str_eq(str_trim(app->config->searches.v[i].query), text))
			return app->config->searches.v[i].name;
	return STR_NONE;
}
