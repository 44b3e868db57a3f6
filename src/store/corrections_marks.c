/* Marking articles, as a step that can be undone like a correction. */
#include "corrections_told.h"

#include "dateline/base/message.h"

static const struct {
	const char *on, *off;
} words[STATE_KINDS] = {
	[STATE_READ] = { N_("read"), N_("not read") },
	[STATE_STARRED] = { N_("starred"), N_("no longer starred") },
	[STATE_TAG] = { N_("tagged"), N_("no longer tagged") },
	[STATE_LATER] = { N_("to be read later"),
		N_("no longer to be read later") },
};

void corrections_say_marking(
	struct corrections *c, const struct marking *m, struct str first)
{
	struct buf *out = &c->told;

	corrections_say_next(c);
	buf_add(out, str_from_c(message(
			     m->on ? words[m->kind].on : words[m->kind].off)));
	if (m->kind == STATE_TAG)
		buf_add_f(out, " %.*s", STR_ARG(m->tag));
	if (m->n == 1)
		buf_add_f(
			out, ": “%.*s”", STR_ARG(corrections_title(c, first)));
	else
		buf_add_f(out,
			message_many(": %zu article", ": %zu articles", m->n),
			m->n);
}

void corrections_say_change(
	struct corrections *c, const struct state_change *change)
{
	struct marking m = { .kind = change->kind,
		.tag = change->key,
		.on = str_eq(change->after, str_from_c(state_yes)) };
	struct str rest = change->articles, id, first = STR_NONE;

	while (str_split(&rest, '\n', &id))
		if (m.n++ == 0)
			first = id;
	corrections_say_marking(c, &m, first);
}

/* Of several markings those that are news, as the state takes them; the
 * articles of all in one array. */
struct news {
	VEC_OF(struct marking) list;
	VEC_OF(struct state_marking) kept;
	VEC_OF(uint32_t) articles;
	VEC_OF(struct state_article) ids;
};

/* Adds the articles that the mark is news to; gives how many they are. */
static size_t add_articles(
	const struct corrections *c, const struct marking *m, struct news *out)
{
	const struct mark_set *set = marks_of(&c->marks, m->kind, m->tag);
	size_t before = out->articles.n;

	for (size_t i = 0; i < m->n; i++) {
		uint32_t at = m->articles[i];

		if ((set && mark_set_has(set, at)) == m->on)
			continue;
		*vec_push(&out->articles) = at;
		*vec_push(&out->ids) = (struct state_article){
			store_str(c->store, c->store->articles.v[at].id),
			marks_content(c->store, at)
		};
	}
	return out->articles.n - before;
}

/* The arrays stand still only when all is in them. */
static void point(struct news *news)
{
	size_t from = 0;

	for (size_t i = 0; i < news->list.n; i++) {
		struct marking *m = &news->list.v[i];

		m->articles = news->articles.v + from;
		*vec_push(&news->kept) = (struct state_marking){ m->kind,
			m->tag, m->on, news->ids.v + from, m->n, m->silent };
		from += m->n;
	}
}

static void find_news(const struct corrections *c, const struct marking *m,
	size_t n, struct news *out)
{
	for (size_t i = 0; c->store && i < n; i++) {
		struct marking news = m[i];

		news.n = add_articles(c, &m[i], out);
		if (news.n)
			*vec_push(&out->list) = news;
	}
	point(out);
}

static void news_release(struct news *news)
{
	vec_free(&news->list);
	vec_free(&news->kept);
	vec_free(&news->articles);
	vec_free(&news->ids);
}

/* The sets, when the state has them. */
static void keep(struct corrections *c, const struct news *news)
{
	bool silent = news->list.v[0].silent;
	enum state_result result;
	struct err e;

	for (size_t i = 0; i < news->list.n; i++)
		corrections_say_marking(
			c, &news->list.v[i], news->kept.v[i].articles[0].id);
	result = state_mark(c->state, news->kept.v, news->kept.n, &e);
	for (size_t i = 0; result != STATE_FAILED && i < news->list.n; i++)
		marks_set(&c->marks, &news->list.v[i]);
	corrections_conclude(c, result, &e, "");
	c->can_undo = !c->is_error && !silent;
	if (!silent || c->is_error)
		return;
	/* Why the file cannot be used is said once. */
	buf_clear(&c->told);
	if (e.msg[0])
		buf_add_f(&c->told, _("this session only: %s"), e.msg);
}

void corrections_mark_all(
	struct corrections *c, const struct marking *m, size_t n)
{
	struct news news = { 0 };

	corrections_begin(c);
	find_news(c, m, n, &news);
	if (news.list.n)
		keep(c, &news);
	else if (n == 0 || !m->silent)
		buf_add(&c->told, MSG("nothing is new in that"));
	news_release(&news);
}

void corrections_mark(struct corrections *c, const struct marking *m)
{
	corrections_mark_all(c, m, 1);
}

void corrections_place(struct corrections *c, struct buf *out)
{
	struct err e;

	state_place(c->state, out, &e);
}

void corrections_keep_place(struct corrections *c, struct str place)
{
	struct err e;

	if (c->keep)
		state_keep_place(c->state, place, &e);
}

void corrections_keep_typed(
	struct corrections *c, const struct typed_line *line)
{
	struct err e;

	if (c->keep)
		state_keep_typed(c->state, line, &e);
}

void corrections_typed(
	struct corrections *c, const struct state_typed_sink *sink)
{
	struct err e;

	state_typed(c->state, sink, &e);
}
