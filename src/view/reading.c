/* Read and unread, stars and tags: the commands. */
#include "reading.h"

#include "list_view.h"
#include "sources.h"

#include "dateline/base/message.h"
#include "dateline/text/fold.h"
#include "dateline/text/sanitize.h"

bool app_is_read(const struct app *app, uint32_t article)
{
	const struct marks *m = app_marks(app);

	return m && mark_set_has(&m->read, article);
}

/* Wishes a mark on articles, or off them. */
static void wish(struct app *app, const struct marking *m)
{
	uint32_t *articles =
		arena_alloc(&app->wishes, (m->n + 1) * sizeof *articles);

	if (m->n)
		memcpy(articles, m->articles, m->n * sizeof *articles);
	app_wish(app, EFFECT_MARK);
	app->effects.v[app->effects.n - 1].marking =
		(struct marking){ m->kind, arena_dup(&app->wishes, m->tag),
			m->on, m->silent, articles, m->n };
}

static void add_round(struct targets *t, const struct app *app, uint32_t round)
{
	struct span in = app->store->rounds.v[round].articles;

	for (uint32_t i = 0; i < in.n; i++)
		*vec_push(&t->list) =
			app->store->round_articles.v[in.first + i];
}

/* Of the row of the sources. */
static void add_source(struct targets *t, const struct app *app)
{
	const struct store *s = app->store;

	for (size_t i = 0; i < s->by_time.n; i++)
		if (sources_has(app, s->by_time.v[i]))
			*vec_push(&t->list) = s->by_time.v[i];
}

static void add_lines(
	struct targets *t, const struct app *app, uint32_t line, uint32_t end)
{
	for (; line < end; line++) {
		uint32_t article = order_article(&app->order, line);

		if (article != STORE_NONE)
			*vec_push(&t->list) = article;
	}
}

/* A row of the index stands for all that is folded under it. */
static void add_row(struct targets *t, const struct app *app)
{
	const struct order *o = &app->order;
	const struct view *v = app_focused(app);
	uint32_t article = app_chosen(app);

	if (v->ops->in == IN_INDEX && v->list.cursor < order_rows(o))
		add_lines(t, app, order_line(o, v->list.cursor),
			order_row_end(o, v->list.cursor));
	else if (article != STORE_NONE)
		*vec_push(&t->list) = article;
}

/* With an article, the copies that are folded under it. */
void app_open_reads(struct app *app, uint32_t article)
{
	const struct order *o = &app->order;
	uint32_t line = o->line_of.v[article], row;
	struct targets t = { 0 };

	if (app_is_read(app, article))
		return;
	row = line == STORE_NONE ? order_rows(o) : order_row(o, line);
	*vec_push(&t.list) = article;
	if (row < order_rows(o) && order_line(o, row) == line) {
		t.list.n = 0;
		add_lines(&t, app, line, order_row_end(o, row));
	}
	wish(app, &(struct marking){ .kind = STATE_READ,
			  .on = true,
			  .silent = true,
			  .articles = t.list.v,
			  .n = t.list.n });
	vec_free(&t.list);
}

static void add_index(struct targets *t, const struct app *app)
{
	add_lines(t, app, 0, (uint32_t)app->order.lines.n);
}

static void add_selected(struct targets *t, const struct app *app)
{
	for (uint32_t i = 0; i < app->store->articles.n; i++)
		if (app_is_selected(app, i))
			*vec_push(&t->list) = i;
}

void targets_find(struct targets *t, struct app *app)
{
	const struct view *v = app_focused(app);
	const struct row *row = v->list.cursor < v->rows.list.n
					? &v->rows.list.v[v->list.cursor]
					: NULL;

	if (app->selected.n) {
		add_selected(t, app);
	} else if (v->ops->in == IN_SOURCES) {
		add_source(t, app);
	} else if (row && row->round != STORE_NONE &&
		   row->article == STORE_NONE) {
		add_round(t, app, row->round);
	} else {
		add_row(t, app);
	}
}

static bool have_all(const struct targets *t, const struct mark_set *set)
{
	for (size_t i = 0; i < t->list.n; i++)
		if (!set || !mark_set_has(set, t->list.v[i]))
			return false;
	return true;
}

/* Wishes a mark on those that are meant, if there are any. */
static void mark_targets(
	struct app *app, struct targets *t, struct marking *wanted)
{
	wanted->articles = t->list.v;
	wanted->n = t->list.n;
	if (app->loading)
		app_refuse(app, _("marks are for when all is read"));
	else if (t->list.n)
		wish(app, wanted);
	else if (app_focused(app)->ops->in == IN_SOURCES)
		app_refuse(app, _("%s shows its articles, to be marked there"),
			app_key_for(app, COMMAND_OPEN));
	else
		app_refuse(app, _("no article here"));
	vec_free(&t->list);
	if (!app->loading)
		selection_clear(app);
}

/* Puts a mark on all that are meant, or off them when all have it. */
static void toggle(struct app *app, enum state_kind kind, struct str tag)
{
	const struct marks *m = app_marks(app);
	struct marking wanted = { .kind = kind, .tag = tag };
	struct targets t = { 0 };

	targets_find(&t, app);
	wanted.on = !m || !have_all(&t, marks_of(m, kind, tag));
	mark_targets(app, &t, &wanted);
}

void read_run(struct app *app, const struct call *call)
{
	(void)call;
	toggle(app, STATE_READ, STR_NONE);
}

void star_run(struct app *app, const struct call *call)
{
	(void)call;
	toggle(app, STATE_STARRED, STR_NONE);
}

void later_run(struct app *app, const struct call *call)
{
	(void)call;
	toggle(app, STATE_LATER, STR_NONE);
}

void tag_run(struct app *app, const struct call *call)
{
	struct arena arena = { 0 };
	struct str tag = text_clean(&arena, call->argument, SANITIZE_LINE);

	if (!call->argument.p)
		prompt_open(&app->prompt, call->id, app_focused(app)->ops->in);
	else if (tag.n)
		toggle(app, STATE_TAG, tag);
	arena_release(&arena);
}

void read_all_run(struct app *app, const struct call *call)
{
	const struct view *v = app_focused(app);
	struct marking wanted = { .kind = STATE_READ, .on = true };
	struct targets t = { 0 };

	(void)call;
	if (v->ops->in == IN_SOURCES)
		add_source(&t, app);
	else if (v->ops->in == IN_ROUND)
		add_round(&t, app, v->subject);
	else
		add_index(&t, app);
	mark_targets(app, &t, &wanted);
}

/* Selecting. */

bool app_is_selected(const struct app *app, uint32_t article)
{
	return mark_set_has(&app->selected, article);
}

void selection_clear(struct app *app)
{
	free(app->selected.bits);
	app->selected = (struct mark_set){ 0 };
}

/* Adds an article to the selection, or takes it out. */
static void flip(struct app *app, uint32_t article)
{
	struct mark_set *set = &app->selected;

	if (!set->bits)
		set->bits = mem_calloc(
			app->store->articles.n / 64 + 1, sizeof *set->bits);
	set->n += mark_set_has(set, article) ? -1u : 1u;
	set->bits[article / 64] ^= UINT64_C(1) << (article % 64);
}

void selection_add(struct app *app, uint32_t article)
{
	flip(app, article);
}

/* Adds those that are not in it; takes all out when all are. */
static void flip_all(struct app *app, const struct targets *t)
{
	uint32_t added = 0;

	for (size_t i = 0; i < t->list.n; i++) {
		if (app_is_selected(app, t->list.v[i]))
			continue;
		flip(app, t->list.v[i]);
		added++;
	}
	for (size_t i = 0; added == 0 && i < t->list.n; i++)
		flip(app, t->list.v[i]);
}

void select_run(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	struct call down = { .id = COMMAND_DOWN };

	for (uint32_t i = 0; i < call_times(call); i++) {
		struct targets t = { 0 };
		uint32_t before = v->list.cursor;
		bool any;

		add_row(&t, app);
		flip_all(app, &t);
		any = t.list.n > 0;
		vec_free(&t.list);
		if (!any) {
			app_refuse(app, _("no article here"));
			return;
		}
		v->ops->run(app, v, &down);
		if (v->list.cursor == before)
			return;
	}
}

static void add_rows(
	struct targets *t, const struct app *app, const struct view *v)
{
	uint32_t n = v->ops->count(app, v);

	for (uint32_t row = 0; row < n; row++) {
		uint32_t article = v->ops->article(app, v, row);

		if (article != STORE_NONE)
			*vec_push(&t->list) = article;
	}
}

/* All of a list; none when all of it are selected. */
void select_all_run(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	struct targets t = { 0 };

	(void)call;
	if (v->ops->in == IN_INDEX)
		add_index(&t, app);
	else
		add_rows(&t, app, v);
	flip_all(app, &t);
	if (app->selected.n == 0)
		selection_clear(app);
	vec_free(&t.list);
}

void offer_tags(const struct app *app, struct str folded, struct prompt *p)
{
	const struct marks *m = app_marks(app);
	struct range hit;

	for (size_t i = 0; m && i < m->tags.n; i++) {
		const struct mark_tag *t = &m->tags.v[i];

		if (t->set.n &&
			(folded.n == 0 ||
				text_find_folded(t->name, folded, 0, &hit)) &&
			!prompt_offer(p, t->name))
			return;
	}
}
