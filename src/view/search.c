#include "search.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"

/* More hits than this at once is a slip of the count. */
#define TIMES_MAX 10000

void search_clear(struct app *app)
{
	buf_clear(&app->search.text);
	buf_clear(&app->search.folded);
	app->search.serial++;
}

const struct query *search_query(const struct app *app)
{
	const struct query *q = &app->filtering.query;

	return app->search.folded.n == 0 && app->filter.n &&
			       query_has_passages(q)
		       ? q
		       : NULL;
}

struct str search_text(const struct app *app)
{
	return buf_str(search_query(app) ? &app->filter : &app->search.text);
}

void search_for(struct app *app, struct str text)
{
	search_clear(app);
	buf_add(&app->search.text, text);
	text_fold(&app->search.folded, text);
}

static void seek(struct app *app, int direction)
{
	struct view *v = app_focused(app);

	v->ops->prepare(app, v, app_area(app, v->ops->pane).cols);
	v->ops->seek(app, v, direction);
}

void search_again(struct app *app, bool against, uint32_t times)
{
	int direction =
		against ? -app->search.direction : app->search.direction;

	if (app->search.folded.n == 0 &&
		!(search_query(app) && app_focused(app)->ops == &article_ops)) {
		app_refuse(app, _("nothing searched yet; %s searches"),
			app_key_for(app, COMMAND_SEARCH));
		return;
	}
	for (uint32_t i = 0; i < times && i < TIMES_MAX; i++)
		seek(app, direction);
}

static void begin(struct app *app, const struct call *call)
{
	const struct view *v = app_focused(app);
	struct search *s = &app->search;

	s->from = (struct search_place){ v->list, v->top, v->quote, v->hit };
	s->typing = true;
	buf_clear(&s->before);
	buf_add(&s->before, buf_str(&s->text));
	prompt_open(&app->prompt, call->id, v->ops->in);
}

static void go_back(struct app *app)
{
	struct view *v = app_focused(app);

	v->list = app->search.from.list;
	v->top = app->search.from.top;
	v->quote = app->search.from.quote;
	v->hit = app->search.from.hit;
}

void search_typed(struct app *app)
{
	if (!app->search.typing)
		return;
	go_back(app);
	search_for(app, prompt_text(&app->prompt));
	if (app->search.folded.n)
		seek(app, app->prompt.id == COMMAND_SEARCH_BACK ? -1 : 1);
}

void search_cancelled(struct app *app)
{
	struct buf before = { 0 };

	if (!app->search.typing)
		return;
	app->search.typing = false;
	go_back(app);
	buf_add(&before, buf_str(&app->search.before));
	search_for(app, buf_str(&before));
	buf_release(&before);
}

void search_run(struct app *app, const struct call *call)
{
	if (!call->argument.p) {
		begin(app, call);
		return;
	}
	/* From where the typing began. */
	search_cancelled(app);
	app->search.direction = call->id == COMMAND_SEARCH_BACK ? -1 : 1;
	/* Nothing typed: the search before, as less does. */
	if (call->argument.n)
		search_for(app, call->argument);
	search_again(app, false, 1);
}
