#include "diff.h"

#include "dateline/base/message.h"
#include "dateline/store/translation.h"

/* The article of a number in the round of another; STORE_NONE. */
static uint32_t numbered(
	const struct store *s, uint32_t article, uint32_t number)
{
	struct span in = s->rounds.v[s->articles.v[article].round].articles;

	return number <= in.n ? s->round_articles.v[in.first + number - 1]
			      : STORE_NONE;
}

static uint32_t neighbour(const struct store *s, uint32_t article)
{
	struct span in = s->rounds.v[s->articles.v[article].round].articles;
	const uint32_t *list = s->round_articles.v + in.first;
	uint32_t at = 0;

	while (list[at] != article)
		at++;
	if (in.n < 2)
		return STORE_NONE;
	return list[at == 0 ? 1 : at - 1];
}

static uint32_t partner(
	const struct app *app, uint32_t article, uint32_t number)
{
	const struct view *v = app_focused(app);
	uint32_t mark = app_marked(app);

	if (number)
		return numbered(app->store, article, number);
	if (mark != STORE_NONE && mark != article)
		return mark;
	if (v->ops == &related_ops && v->subject != article)
		return v->subject;
	if (app->store->articles.v[article].copy_of != STORE_NONE)
		return app->store->articles.v[article].copy_of;
	return neighbour(app->store, article);
}

/* By their dates, then as they came. */
static bool is_before(const struct store *s, uint32_t a, uint32_t b)
{
	int64_t x = date_sort_key(&s->articles.v[a].date);
	int64_t y = date_sort_key(&s->articles.v[b].date);

	if (x == INT64_MIN || y == INT64_MIN)
		return x == y ? a < b : y == INT64_MIN;
	return x == y ? a < b : x < y;
}

void diff_open(struct app *app, const struct call *call)
{
	uint32_t article = app_chosen(app), other;
	struct view *v;
	bool first;

	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	other = partner(app, article, call->count);
	if (other == STORE_NONE || other == article) {
		app_refuse(app,
			_("nothing to compare it with: %s marks another one"),
			app_key_for(app, COMMAND_MARK));
		return;
	}
	buf_clear(&app->marked);
	first = is_before(app->store, article, other);
	v = app_open(app, &diff_ops, first ? article : other);
	view_set_other(app, v, first ? other : article);
}

void translation_open(struct app *app, const struct call *call)
{
	uint32_t article = app_chosen(app), other;
	struct view *v;

	if (article == STORE_NONE) {
		app_say(app, _("no article here"));
		return;
	}
	other = translation_find(app->store, article, call_times(call) - 1);
	if (other == STORE_NONE) {
		app_say(app,
			_("no page or address here tells of a translation"));
		return;
	}
	v = app_open(app, &diff_ops, article);
	view_set_other(app, v, other);
}
