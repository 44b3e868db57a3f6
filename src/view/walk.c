#include "walk.h"

#include "list_view.h"

#include "dateline/base/message.h"

/* The place of a number among n of them; n when it is not there. */
static uint32_t place_of(const uint32_t *list, uint32_t n, uint32_t number)
{
	uint32_t i = 0;

	while (i < n && list[i] != number)
		i++;
	return i;
}

/* So many places on, at most to the ends. */
static uint32_t stepped(uint32_t at, uint32_t n, int64_t by)
{
	int64_t to = at + by;

	return to < 0 ? 0 : to >= n ? n - 1 : (uint32_t)to;
}

static int64_t times_of(const struct call *call, enum command_id back)
{
	int64_t times = call_times(call);

	return call->id == back ? -times : times;
}

uint32_t app_round(const struct app *app)
{
	const struct view *v = app_focused(app);
	uint32_t article = app_article(app);

	if (v->ops->in == IN_ROUND)
		return v->subject;
	if (v->list.cursor < v->rows.list.n &&
		v->rows.list.v[v->list.cursor].round != STORE_NONE)
		return v->rows.list.v[v->list.cursor].round;
	return article == STORE_NONE ? STORE_NONE
				     : app->store->articles.v[article].round;
}

/* The same screen about another article. */
static void show_article(struct app *app, uint32_t article)
{
	bool related = app_focused(app)->ops == &related_ops;

	app_open_sibling(app, related ? &related_ops : &article_ops, article);
}

void walk_articles(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	int64_t by = times_of(call, COMMAND_PREVIOUS_IN_ROUND);
	uint32_t article = app_article(app), at, to;
	const uint32_t *list;
	struct span in;

	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	in = app->store->rounds.v[app->store->articles.v[article].round]
		     .articles;
	list = app->store->round_articles.v + in.first;
	at = place_of(list, in.n, article);
	to = stepped(at, in.n, by);
	if (to == at) {
		app_refuse(app, in.n < 2 ? _("no other article of this round")
				: by < 0 ? _("the first article of the round")
					 : _("the last article of the round"));
		return;
	}
	if (v->ops == &round_ops)
		list_view_go(app, v, to);
	else
		show_article(app, list[to]);
	app_say(app, _("article %u of %u of the round"), (unsigned)to + 1,
		(unsigned)in.n);
}

/* A screen about a round, in the place of the one shown. */
static void show_round(struct app *app, uint32_t round)
{
	struct span in = app->store->rounds.v[round].articles;

	if (app_focused(app)->ops == &round_ops && in.n > 1)
		app_open_sibling(app, &round_ops, round);
	else
		show_article(app, app->store->round_articles.v[in.first]);
}

void walk_rounds(struct app *app, const struct call *call)
{
	const struct store *s = app->store;
	int64_t by = times_of(call, COMMAND_PREVIOUS_ROUND);
	uint32_t round = app_round(app), at, to;
	const uint32_t *list;
	struct span in;

	if (round == STORE_NONE) {
		app_refuse(app, _("no round here"));
		return;
	}
	in = s->storylines.v[s->rounds.v[round].storyline].rounds;
	list = s->storyline_rounds.v + in.first;
	at = place_of(list, in.n, round);
	to = stepped(at, in.n, by);
	if (to == at) {
		app_refuse(app, in.n < 2 ? _("no other round of this storyline")
				: by < 0
					? _("the first round of the storyline")
					: _("the last round of the storyline"));
		return;
	}
	show_round(app, list[to]);
	app_say(app, _("round %u of %u of the storyline"), (unsigned)to + 1,
		(unsigned)in.n);
}
