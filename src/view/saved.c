#include "saved.h"

#include "say.h"

#include "dateline/base/message.h"

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

/* Of what the reader marks: shown while there is some. */
static const struct own_search {
	const char *name, *query;
	enum state_kind kind;
} own_searches[] = {
	{ N_("Read later"), "is:later", STATE_LATER },
	{ N_("Starred"), "is:starred", STATE_STARRED },
	{ N_("Noted"), "is:noted", STATE_NOTE },
};
#define OWN (sizeof own_searches / sizeof *own_searches)

size_t saved_count(const struct app *app)
{
	return OWN + app->config->searches.n;
}

struct saved_search saved_at(const struct app *app, size_t i)
{
	if (i >= OWN)
		return app->config->searches.v[i - OWN];
	return (struct saved_search){ str_from_c(message(own_searches[i].name)),
		str_from_c(own_searches[i].query), STR_NONE };
}

/* How many articles have a note. */
static uint32_t count_noted(const struct notes *n)
{
	uint32_t count = 0;

	for (size_t i = 0; i < n->list.n; i++)
		count += n->list.v[i].article != STORE_NONE &&
			 (i == 0 || n->list.v[i - 1].article !=
					    n->list.v[i].article);
	return count;
}

static uint32_t count_own(const struct app *app, size_t i)
{
	const struct marks *m = app_marks(app);
	enum state_kind kind = own_searches[i].kind;

	if (!m)
		return 0;
	return kind == STATE_NOTE ? count_noted(&m->notes)
				  : marks_of(m, kind, STR_NONE)->n;
}

bool saved_is_shown(const struct app *app, size_t i)
{
	return i >= OWN || count_own(app, i) > 0;
}

void saved_say_count(const struct app *app, size_t i, struct buf *out)
{
	if (i < OWN)
		say_count(out, count_own(app, i));
	else if (i - OWN < app->saved_counts.n &&
		 app->saved_counts.v[i - OWN] != UNKNOWN)
		say_count(out, app->saved_counts.v[i - OWN]);
}

struct str saved_name(const struct app *app, struct str text)
{
	for (size_t i = saved_count(app); i-- > 0;)
		if (str_eq(str_trim(saved_at(app, i).query), text))
			return saved_at(app, i).name;
	return STR_NONE;
}
