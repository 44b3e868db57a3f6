/* The reader's corrections of rounds. */
#include "say.h"
#include "state.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

/* The article of a round that has a place of its own: where the cursor is on a
 * round, its first. */
static uint32_t chosen(const struct app *app)
{
	const struct view *v = app_focused(app);
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	if (v->ops->in == IN_RELATED && row && row->round != STORE_NONE)
		return app->store->round_articles
			.v[app->store->rounds.v[row->round].articles.first];
	return app_chosen(app);
}

static uint32_t round_of(const struct app *app, uint32_t article)
{
	return app->store->articles.v[article].round;
}

static void correct(struct app *app, uint32_t article, uint32_t other,
	enum round_verdict verdict)
{
	const struct article *v = app->store->articles.v;

	app_correct_round(
		app, &(struct round_correction){
			     store_str(app->store, v[article].id),
			     store_str(app->store, v[other].id), verdict });
}

/* Articles with a title, or the whole of one. */
struct titled {
	uint32_t first; /* STORE_NONE: there is none */
	bool several; /* they are of more than one round */
};

static void add_titled(
	const struct app *app, struct titled *t, uint32_t article)
{
	if (t->first == STORE_NONE)
		t->first = article;
	else
		t->several |= round_of(app, article) != round_of(app, t->first);
}

static struct titled find_titled(const struct app *app, struct str title)
{
	struct titled whole = { STORE_NONE, false }, part = whole;
	struct arena arena = { 0 };
	struct str folded = text_fold_dup(&arena, title);
	uint32_t by_id = store_find(app->store, title);

	if (by_id != STORE_NONE)
		add_titled(app, &whole, by_id);
	for (size_t k = 0; by_id == STORE_NONE && k < app->store->by_time.n;
		k++) {
		uint32_t i = app->store->by_time.v[k];
		struct str have =
			article_title(app->store, &app->store->articles.v[i]);
		struct range hit;

		if (str_eq_nocase(have, title))
			add_titled(app, &whole, i);
		else if (text_find_folded(have, folded, 0, &hit))
			add_titled(app, &part, i);
	}
	arena_release(&arena);
	return whole.first != STORE_NONE ? whole : part;
}

static void join(struct app *app, uint32_t article, uint32_t other)
{
	if (round_of(app, article) == round_of(app, other))
		app_refuse(app, _("these are one round already"));
	else
		correct(app, article, other, ROUND_SAME);
}

static void join_titled(struct app *app, uint32_t article, struct str title)
{
	struct titled found = find_titled(app, title);

	if (found.first == STORE_NONE)
		app_complain(app, _("no title has %.*s; Tab completes titles"),
			STR_ARG(title));
	else if (found.several)
		app_complain(app,
			_("articles of several rounds have %.*s in the title; "
			  "%s marks one"),
			STR_ARG(title), app_key_for(app, COMMAND_MARK));
	else
		join(app, article, found.first);
}

/* What the article is to be joined to when nothing is named: the marked one,
 * where there is one; what the related ones are related to. */
static uint32_t partner(const struct app *app, uint32_t article)
{
	const struct view *v = app_focused(app);
	uint32_t marked = app_marked(app);

	if (marked != STORE_NONE && marked != article)
		return marked;
	if (v->ops->in == IN_RELATED && v->subject != article)
		return v->subject;
	return STORE_NONE;
}

/* The article of the round that is given as the rest of it: the one the
 * related ones are related to, else the first. */
static uint32_t rest_of(const struct app *app, uint32_t article)
{
	const struct view *v = app_focused(app);
	const struct round *r = &app->store->rounds.v[round_of(app, article)];
	const uint32_t *list = app->store->round_articles.v + r->articles.first;

	if (v->ops->in == IN_RELATED && v->subject != article)
		return v->subject;
	return list[list[0] == article];
}

static void split(struct app *app, uint32_t article)
{
	const struct round *r = &app->store->rounds.v[round_of(app, article)];
	struct view *v = app_focused(app);
	uint32_t rest;

	if (r->articles.n < 2) {
		app_refuse(app, _("this article is the only one of its round"));
		return;
	}
	rest = rest_of(app, article);
	if (round_of(app, rest) != round_of(app, article)) {
		app_refuse(app, _("this article is of another round already"));
		return;
	}
	/* The screen of the round stays with the rest. */
	if (v->ops->in == IN_ROUND) {
		buf_clear(&v->id);
		buf_add(&v->id,
			store_str(app->store, app->store->articles.v[rest].id));
	}
	correct(app, article, rest, ROUND_APART);
}

void correct_round_run(struct app *app, const struct call *call)
{
	uint32_t article = chosen(app), other;
	struct buf title = { 0 };

	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	buf_add(&title, str_trim(call->argument));
	other = partner(app, article);
	if (call->id == COMMAND_NOT_SAME_ROUND)
		split(app, article);
	else if (title.n)
		join_titled(app, article, buf_str(&title));
	else if (other != STORE_NONE)
		join(app, article, other);
	else if (!call->argument.p)
		prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
	buf_release(&title);
}

/* Titles of other rounds: those of the storyline first. */
void offer_titles(struct app *app, struct str folded, struct prompt *p)
{
	const struct store *s = app->store;
	uint32_t article = chosen(app);

	if (article == STORE_NONE)
		return;
	for (int other = 0; other < 2; other++)
		for (size_t i = 0; i < s->by_time.n; i++) {
			const struct article *a =
				&s->articles.v[s->by_time.v[i]];
			bool same_line =
				s->rounds.v[a->round].storyline ==
				s->rounds.v[round_of(app, article)].storyline;
			struct range hit;

			if (a->round == round_of(app, article) ||
				same_line == (other > 0) || a->title.n == 0 ||
				(folded.n && !text_find_folded(
						     store_str(s, a->title),
						     folded, 0, &hit)))
				continue;
			if (!prompt_offer(p, store_str(s, a->title)))
				return;
		}
}
