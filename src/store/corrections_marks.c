/* Marking articles, as a step that can be undone like a correction. */
#include "corrections_told.h"

static const struct {
	const char *on, *off;
} words[STATE_KINDS] = {
	[STATE_READ] = { "read", "not read" },
	[STATE_STARRED] = { "starred", "no longer starred" },
	[STATE_TAG] = { "tagged", "no longer tagged" },
};

void corrections_say_marking(
	struct corrections *c, const struct marking *m, struct str first)
{
	struct buf *out = &c->told;

	buf_add(out,
		str_from_c(m->on ? words[m->kind].on : words[m->kind].off));
	if (m->kind == STATE_TAG)
		buf_add_f(out, " %.*s", STR_ARG(m->tag));
	if (m->n == 1)
		buf_add_f(
			out, ": “%.*s”", STR_ARG(corrections_title(c, first)));
	else
		buf_add_f(out, ": %zu articles", m->n);
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

/* Those that the mark is news to, as the state knows them. */
static size_t find_news(const struct corrections *c, const struct marking *m,
	uint32_t *articles, struct state_article *kept)
{
	const struct mark_set *set = marks_of(&c->marks, m->kind, m->tag);
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		uint32_t at = m->articles[i];

		if ((set && mark_set_has(set, at)) == m->on)
			continue;
		articles[n] = at;
		kept[n++] = (struct state_article){
			store_str(c->store, c->store->articles.v[at].id),
			marks_content(c->store, at)
		};
	}
	return n;
}

/* The sets, when the state has them. */
static void keep(struct corrections *c, const struct marking *m,
	const struct state_article *kept)
{
	const struct state_marking wish = { m->kind, m->tag, m->on, kept, m->n,
		m->silent };
	enum state_result result;
	struct err e;

	corrections_say_marking(c, m, kept[0].id);
	result = state_mark(c->state, &wish, &e);
	if (result != STATE_FAILED)
		marks_set(&c->marks, m);
	corrections_conclude(c, result, &e, "");
	c->can_undo = !c->is_error && !m->silent;
	if (!m->silent || c->is_error)
		return;
	/* Why the file cannot be used is said once. */
	buf_clear(&c->told);
	if (e.msg[0])
		buf_add_f(&c->told, "this session only: %s", e.msg);
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

void corrections_mark(struct corrections *c, const struct marking *m)
{
	uint32_t *articles = mem_alloc((m->n + 1) * sizeof *articles);
	struct state_article *kept = mem_alloc((m->n + 1) * sizeof *kept);
	struct marking news = *m;

	buf_clear(&c->told);
	c->marks_only = true;
	c->is_error = c->can_undo = false;
	news.articles = articles;
	news.n = c->store ? find_news(c, m, articles, kept) : 0;
	if (news.n)
		keep(c, &news, kept);
	else if (!m->silent)
		buf_add(&c->told, STR("nothing is new in that"));
	free(articles);
	free(kept);
}
