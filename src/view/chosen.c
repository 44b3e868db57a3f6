/* Which article a command means: the row's or the screen's, and the marked
 * one. */
#include "state.h"

#include "dateline/base/message.h"

uint32_t app_chosen(const struct app *app)
{
	const struct view *v = app_focused(app);
	uint32_t row = v->list.cursor, article = STORE_NONE;

	if (v->ops->article && row < v->ops->count(app, v))
		article = v->ops->article(app, v, row);
	return article != STORE_NONE ? article : app_article(app);
}

uint32_t app_marked(const struct app *app)
{
	return app->marked.n ? store_find(app->store, buf_str(&app->marked))
			     : STORE_NONE;
}

void mark_run(struct app *app, const struct call *call)
{
	const struct store *s = app->store;
	uint32_t article = app_chosen(app);
	bool again = article != STORE_NONE && article == app_marked(app);
	struct buf key = { 0 };

	(void)call;
	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	buf_clear(&app->marked);
	if (again) {
		app_refuse(app, _("no article is marked any more"));
		return;
	}
	buf_add(&app->marked, store_str(s, s->articles.v[article].id));
	buf_add_f(&key, "%s", app_key_for(app, COMMAND_DIFF));
	app_say(app,
		_("marked; on another article %s compares them, %s makes their rounds one"),
		key.p, app_key_for(app, COMMAND_SAME_ROUND));
	buf_release(&key);
}
