#include "state.h"

static const struct paper_place start = { 0, PAPER_TITLE, 0 };

/* The latest of an article; the length of the list where there is none. */
static size_t find(const struct positions *p, struct str id)
{
	for (size_t i = p->list.n; i-- > 0;)
		if (str_eq(buf_str(&p->list.v[i].id), id))
			return i;
	return p->list.n;
}

static void drop(struct positions *p, size_t i)
{
	buf_release(&p->list.v[i].id);
	memmove(p->list.v + i, p->list.v + i + 1,
		(p->list.n - i - 1) * sizeof *p->list.v);
	p->list.n--;
}

static void push(struct positions *p, struct str id, struct paper_place place)
{
	struct position *new;

	if (p->list.n == POSITIONS_MAX)
		drop(p, 0);
	new = vec_push(&p->list);
	*new = (struct position){ .place = place };
	buf_add(&new->id, id);
}

static void add(struct positions *p, struct str id, struct paper_place place)
{
	size_t before = find(p, id);

	if (before < p->list.n)
		drop(p, before);
	push(p, id, place);
}

/* Whether a screen shows an article from a place worth coming back to. */
static bool is_midway(const struct view *v)
{
	return v->ops->in == IN_ARTICLE && !v->ended &&
	       paper_is_before(start, v->top);
}

/* Of the screens of an article the latest one counts. */
static const struct view *view_of(const struct app *app, struct str id)
{
	const struct history *h = &app->history;

	for (size_t i = h->views.n; i-- > 1;) {
		const struct view *v = h->views.v[i].view;

		if (v->ops->in == IN_ARTICLE && str_eq(buf_str(&v->id), id))
			return v;
	}
	return NULL;
}

static struct paper_place take(struct app *app, struct str id)
{
	const struct view *v = view_of(app, id);
	size_t at = find(&app->positions, id);
	struct paper_place place = start;

	if (at < app->positions.list.n) {
		place = app->positions.list.v[at].place;
		drop(&app->positions, at);
	}
	if (v)
		place = is_midway(v) ? v->top : start;
	return place;
}

struct paper_place positions_open(struct app *app, uint32_t article)
{
	const struct store *s = app->store;
	const struct history *h = &app->history;
	struct str id = store_str(s, s->articles.v[article].id);

	for (size_t i = 1; i < h->views.n; i++) {
		const struct view *v = h->views.v[i].view;
		bool goes = i > h->at || (i == 1 && h->at + 2 > HISTORY_VIEWS);

		if (goes && is_midway(v) && !str_eq(buf_str(&v->id), id))
			add(&app->positions, buf_str(&v->id), v->top);
	}
	return take(app, id);
}

static void write(struct buf *out, struct str id, struct paper_place place)
{
	buf_add_f(out, "at %u %u %.*s\n", (unsigned)place.part,
		(unsigned)place.at, STR_ARG(id));
}

void positions_write(const struct app *app, struct buf *out)
{
	const struct positions *p = &app->positions;
	const struct history *h = &app->history;

	for (size_t i = 0; i < p->list.n; i++)
		write(out, buf_str(&p->list.v[i].id), p->list.v[i].place);
	for (size_t i = 1; i < h->views.n; i++) {
		const struct view *v = h->views.v[i].view;

		if (is_midway(v) && view_of(app, buf_str(&v->id)) == v)
			write(out, buf_str(&v->id), v->top);
	}
}

bool positions_read(struct app *app, struct str line)
{
	struct paper_place place = start;
	struct str word;
	uint32_t part;

	if (!str_split(&line, ' ', &word) || !str_eq(word, STR("at")) ||
		!str_split(&line, ' ', &word) || !str_to_u32(word, &part) ||
		!str_split(&line, ' ', &word) || !str_to_u32(word, &place.at) ||
		part > PAPER_TAIL || !line.n)
		return false;
	place.part = (uint8_t)part;
	/* Those that were written together are of articles of their own. */
	push(&app->positions, line, place);
	return true;
}

void positions_release(struct positions *p)
{
	while (p->list.n)
		buf_release(&p->list.v[--p->list.n].id);
	vec_free(&p->list);
}
