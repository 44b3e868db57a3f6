#include "state.h"

struct view *view_new(
	const struct app *app, const struct view_ops *ops, uint32_t subject)
{
	struct view *v = mem_calloc(1, sizeof *v);
	const struct store *s = app->store;

	v->ops = ops;
	v->subject = subject;
	v->quote = v->hit = QUOTE_NONE;
	if (subject == STORE_NONE)
		return v;
	buf_add(&v->id, ops->in == IN_ROUND
				? store_str(s, s->rounds.v[subject].id)
				: store_str(s, s->articles.v[subject].id));
	return v;
}

void view_free(struct view *v)
{
	if (!v)
		return;
	buf_release(&v->id);
	rows_release(&v->rows);
	vec_free(&v->hits.rows);
	free(v);
}

static uint32_t find_round(const struct store *s, struct str id)
{
	for (size_t i = 0; i < s->rounds.n; i++)
		if (str_eq(store_str(s, s->rounds.v[i].id), id))
			return (uint32_t)i;
	return STORE_NONE;
}

bool view_locate(const struct app *app, struct view *v)
{
	if (v->subject == STORE_NONE)
		return true;
	v->subject = v->ops->in == IN_ROUND
			     ? find_round(app->store, buf_str(&v->id))
			     : store_find(app->store, buf_str(&v->id));
	return v->subject != STORE_NONE;
}
