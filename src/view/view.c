#include "state.h"

struct view *view_new(
	struct app *app, const struct view_ops *ops, uint32_t subject)
{
	struct view *v = mem_calloc(1, sizeof *v);
	const struct store *s = app->store;

	v->ops = ops;
	v->subject = subject;
	v->other = STORE_NONE;
	v->unfolded = v->chosen = FOLD_NONE;
	v->day = STORE_NO_DAY;
	v->quote = v->hit = QUOTE_NONE;
	if (subject == STORE_NONE)
		return v;
	if (ops->in == IN_PERSON) {
		const struct identity *it = &app_people(app)->list.v[subject];

		buf_add(&v->id, it->id);
		buf_add(&v->name, it->name);
		return v;
	}
	buf_add(&v->id,
		store_str(s, ops->in == IN_ROUND ? s->rounds.v[subject].id
			     : ops->in == IN_TIMELINE
				     ? s->storylines.v[subject].id
				     : s->articles.v[subject].id));
	return v;
}

void view_set_other(struct app *app, struct view *v, uint32_t article)
{
	const struct store *s = app->store;

	v->other = article;
	buf_clear(&v->other_id);
	buf_add(&v->other_id, store_str(s, s->articles.v[article].id));
}

void view_free(struct view *v)
{
	if (!v)
		return;
	buf_release(&v->id);
	buf_release(&v->name);
	buf_release(&v->other_id);
	buf_release(&v->filter);
	rows_release(&v->rows);
	rows_release(&v->quotes.uses);
	vec_free(&v->quotes.shown);
	statistics_release(&v->statistics);
	vec_free(&v->hits.rows);
	free(v);
}

/* The round with this id, else that of the article which gave it its id: there
 * the reader's corrections have put it. */
static uint32_t find_round(const struct store *s, struct str id)
{
	uint32_t article;

	for (size_t i = 0; i < s->rounds.n; i++)
		if (str_eq(store_str(s, s->rounds.v[i].id), id))
			return (uint32_t)i;
	article = store_find(s, id);
	return article == STORE_NONE ? STORE_NONE
				     : s->articles.v[article].round;
}

static uint32_t find_storyline(const struct store *s, struct str id)
{
	for (size_t i = 0; i < s->storylines.n; i++)
		if (str_eq(store_str(s, s->storylines.v[i].id), id))
			return (uint32_t)i;
	return STORE_NONE;
}

/* Who was joined to another one is found there, and has its own id again when
 * that is undone. */
static uint32_t find_identity(const struct people *p, const struct view *v)
{
	for (uint32_t i = 0; i < p->list.n; i++)
		if (str_eq(p->list.v[i].id, buf_str(&v->id)))
			return i;
	return people_find(p, buf_str(&v->name));
}

bool view_locate(struct app *app, struct view *v)
{
	struct str id = buf_str(&v->id);

	if (v->ops->in == IN_PERSON) {
		const struct people *p = app_people(app);

		v->subject = p ? find_identity(p, v) : STORE_NONE;
		return !p || v->subject != STORE_NONE;
	}
	if (v->subject == STORE_NONE)
		return true;
	if (v->ops->in == IN_ROUND)
		v->subject = find_round(app->store, id);
	else if (v->ops->in == IN_TIMELINE)
		v->subject = find_storyline(app->store, id);
	else
		v->subject = store_find(app->store, id);
	if (!v->other_id.n)
		return v->subject != STORE_NONE;
	v->other = store_find(app->store, buf_str(&v->other_id));
	return v->subject != STORE_NONE && v->other != STORE_NONE;
}
