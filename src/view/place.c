/*
 * Where the reader is, as text: the index's state a line each, then the screens
 * that were opened, oldest first:
 *
 *   view NAME LEVEL CURSOR TOP AT PART QUOTE UNFOLDED STEP ZOOMED
 *
 * with the lines of its ids below; then how far articles were read
 * (positions.h). What a later dateline does not know or find
 * it leaves out.
 */
#include "list_view.h"
#include "search.h"
#include "timeline.h"

#include "dateline/base/ascii.h"
#include "dateline/text/sanitize.h"

#include <inttypes.h>

enum number {
	N_LEVEL,
	N_CURSOR, /* how many rows that can be chosen are before it */
	N_TOP,
	N_AT,
	N_PART,
	N_QUOTE,
	N_UNFOLDED,
	N_STEP,
	N_ZOOMED,
	NUMBERS
};

/* Screens that are opened again; the others explain what was shown then. */
static const struct view_ops *const kept[] = { &article_ops, &related_ops,
	&round_ops, &people_ops, &person_ops, &diff_ops, &timeline_ops,
	&notes_ops, &quotes_ops, &statistics_ops, &places_ops };
#define KEPT (sizeof kept / sizeof *kept)

static bool is_kept(const struct view *v)
{
	for (size_t i = 0; i < KEPT; i++)
		if (kept[i] == v->ops)
			return true;
	return false;
}

static void add_line(struct buf *out, const char *name, struct str value)
{
	if (value.n)
		buf_add_f(out, "%s %.*s\n", name, STR_ARG(value));
}

static void add_view(struct buf *out, const struct view *v)
{
	const uint32_t numbers[NUMBERS] = {
		[N_LEVEL] = (uint32_t)v->level,
		[N_CURSOR] = rows_view_ordinal(v),
		[N_TOP] = v->list.top,
		[N_AT] = v->top.at,
		[N_PART] = v->top.part,
		[N_QUOTE] = v->quote,
		[N_UNFOLDED] = (uint32_t)v->unfolded,
		[N_STEP] = v->step,
		[N_ZOOMED] = v->zoomed,
	};

	buf_add_f(out, "view %s", view_name(v->ops->in));
	for (int i = 0; i < NUMBERS; i++)
		buf_add_f(out, " %u", (unsigned)numbers[i]);
	buf_add_c(out, '\n');
	add_line(out, "id", buf_str(&v->id));
	add_line(out, "other", buf_str(&v->other_id));
	add_line(out, "name", buf_str(&v->name));
	add_line(out, "names", buf_str(&v->filter));
}

/* "folded-groups 0 5af3… 77e2…": all or none, and what is not so. */
static void add_folds(struct buf *out, const char *what, const struct folds *f)
{
	buf_add_f(out, "folded-%s %u", what, (unsigned)f->folded);
	for (size_t i = 0; i < f->names.n; i++)
		buf_add_f(out, " %" PRIx64, f->names.v[i]);
	buf_add_c(out, '\n');
}

static void add_index(const struct app *app, struct buf *out)
{
	const struct view *v = app_index(app);
	uint32_t article = app_index_anchor(app);
	struct buf sort = { 0 };

	sort_say(&app->sort, &sort);
	buf_add_f(out, "group %u\nsort %.*s\njoined %u\n", (unsigned)app->group,
		STR_ARG(buf_str(&sort)), (unsigned)app->joined);
	buf_release(&sort);
	add_folds(out, "groups", &app->groups);
	add_folds(out, "copies", &app->copies);
	add_folds(out, "entries", &app->entries);
	add_line(out, "outlet", buf_str(&app->outlet));
	add_line(out, "filter", buf_str(&app->filter));
	add_line(out, "search", buf_str(&app->search.text));
	if (article == STORE_NONE)
		return;
	add_line(out, "article",
		store_str(app->store, app->store->articles.v[article].id));
	buf_add_f(out, "offset %u\n", (unsigned)(v->list.cursor - v->list.top));
}

void app_place(const struct app *app, struct buf *out)
{
	size_t shown = 0;

	/* Nor before the reader is where the last one was. */
	if (app->store == &app->nothing || app->place.n)
		return;
	add_index(app, out);
	for (size_t i = 1; i < app->history.views.n; i++) {
		const struct view *v = app->history.views.v[i].view;

		if (!is_kept(v))
			continue;
		add_view(out, v);
		shown += i <= app->history.at;
	}
	buf_add_f(out, "shown %zu\n", shown);
	if (app->focus == PANE_CONTENT && shown)
		buf_add(out, STR("reading 1\n"));
	positions_write(app, out);
}

/* Going there. */

struct restorer {
	struct app *app;
	struct view *view; /* that the lines are of; NULL: the index */
	struct arena arena;
	struct str article;
	uint32_t offset, shown;
	bool reading;
};

static const struct view_ops *ops_named(struct str name)
{
	for (size_t i = 0; i < KEPT; i++)
		if (str_eq(name, str_from_c(view_name(kept[i]->in))))
			return kept[i];
	return NULL;
}

static uint32_t at_most(uint32_t n, uint32_t most)
{
	return n > most ? most : n;
}

static void set_numbers(struct view *v, const uint32_t *n)
{
	v->level = (int)at_most(n[N_LEVEL], HISTORY_VIEWS);
	v->level = v->level ? v->level : 1;
	v->list = (struct list){ n[N_CURSOR], n[N_TOP] };
	v->top.at = n[N_AT];
	v->top.part = (uint8_t)at_most(n[N_PART], PAPER_TAIL);
	v->quote = n[N_QUOTE];
	v->unfolded = (int32_t)n[N_UNFOLDED];
	v->step = n[N_STEP] < TIME_STEPS ? (uint8_t)n[N_STEP] : 0;
	v->zoomed = n[N_ZOOMED] && n[N_STEP] < TIME_STEPS;
}

static void begin_view(struct restorer *r, struct str value)
{
	uint32_t numbers[NUMBERS] = { 0 };
	struct str name = STR_NONE, number;
	const struct view_ops *ops;

	r->view = NULL;
	str_split(&value, ' ', &name);
	ops = ops_named(name);
	for (int i = 0; i < NUMBERS; i++)
		if (!str_split(&value, ' ', &number) ||
			!str_to_u32(number, &numbers[i]))
			return;
	if (!ops || r->app->history.views.n >= HISTORY_VIEWS)
		return;
	r->view = view_new(r->app, ops, STORE_NONE);
	set_numbers(r->view, numbers);
	history_push(&r->app->history, r->view);
}

static void set_text(struct buf *out, struct str text)
{
	buf_clear(out);
	buf_add(out, text);
}

/* A line below a screen's. */
static void take_view_line(
	struct restorer *r, struct str name, struct str value)
{
	struct view *v = r->view;

	if (str_eq(name, STR("id"))) {
		set_text(&v->id, value);
		v->subject = 0; /* some: it is looked for by its id */
	} else if (str_eq(name, STR("other"))) {
		set_text(&v->other_id, value);
	} else if (str_eq(name, STR("name"))) {
		set_text(&v->name, text_clean(&r->arena, value, SANITIZE_LINE));
	} else if (str_eq(name, STR("names"))) {
		set_text(&v->filter,
			text_clean(&r->arena, value, SANITIZE_LINE));
	}
}

static bool hex_to_u64(struct str hex, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < hex.n; i++) {
		char c = ascii_lower(hex.p[i]);

		if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		*out = *out << 4 |
		       (uint64_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return hex.n > 0 && hex.n <= 16;
}

static void take_folds(struct folds *f, struct str value)
{
	struct str word = STR_NONE;
	uint64_t name;

	str_split(&value, ' ', &word);
	folds_all(f, str_eq(word, STR("1")));
	while (str_split(&value, ' ', &word))
		if (hex_to_u64(word, &name) &&
			folds_folded(f, name) == f->folded)
			folds_flip(f, name);
}

static void take_index_line(
	struct restorer *r, struct str name, struct str value)
{
	struct app *app = r->app;
	uint32_t n = 0;

	str_to_u32(value, &n);
	if (str_eq(name, STR("group")))
		app->group =
			n <= GROUP_NONE ? (enum option_group)n : app->group;
	else if (str_eq(name, STR("sort")))
		sort_parse(value, &app->sort, &name);
	else if (str_eq(name, STR("joined")))
		app->joined = n > 0;
	else if (str_eq(name, STR("folded-groups")))
		take_folds(&app->groups, value);
	else if (str_eq(name, STR("folded-copies")))
		take_folds(&app->copies, value);
	else if (str_eq(name, STR("folded-entries")))
		take_folds(&app->entries, value);
	else if (str_eq(name, STR("outlet")))
		set_text(&app->outlet, value);
	else if (str_eq(name, STR("filter")))
		set_text(&app->filter,
			text_clean(&r->arena, value, SANITIZE_LINE));
	else if (str_eq(name, STR("search")))
		search_for(app, text_clean(&r->arena, value, SANITIZE_LINE));
	else if (str_eq(name, STR("article")))
		r->article = value;
	else if (str_eq(name, STR("offset")))
		r->offset = n;
}

static void take_line(struct restorer *r, struct str line)
{
	struct str value = line, name = STR_NONE;

	str_split(&value, ' ', &name);
	if (str_eq(name, STR("view")))
		begin_view(r, value);
	else if (str_eq(name, STR("shown")))
		str_to_u32(value, &r->shown);
	else if (str_eq(name, STR("reading")))
		r->reading = true;
	else if (r->view)
		take_view_line(r, name, value);
	else
		take_index_line(r, name, value);
}

/* A screen that needs a subject has one, and it is in the store. */
static bool is_there(struct app *app, struct view *v)
{
	bool needs =
		!(v->ops->in & (IN_PEOPLE | IN_TIMELINE | IN_QUOTES |
				       IN_STATISTICS | IN_PLACES | IN_NOTES));

	if (v->ops == &diff_ops && v->other_id.n == 0)
		return false;
	return (v->id.n || !needs) && view_locate(app, v);
}

void app_go_to_place(struct app *app, uint32_t *article, uint32_t *offset)
{
	struct restorer r = { .app = app };
	struct buf text = app->place;
	struct str rest = buf_str(&text), line;
	struct history *h = &app->history;
	size_t at;

	app->place = (struct buf){ 0 };
	while (str_split(&rest, '\n', &line))
		take_line(&r, line);
	at = r.shown;
	for (size_t i = h->views.n; i-- > 1;)
		if (!is_there(app, h->views.v[i].view)) {
			at -= i <= at;
			history_drop(h, i);
		}
	h->at = at < h->views.n ? at : h->views.n - 1;
	app_focus(app, r.reading && h->at ? PANE_CONTENT : PANE_LIST);
	app->previewing = h->at == 0;
	if (r.article.n)
		*article = store_find(app->store, r.article);
	*offset = r.offset;
	arena_release(&r.arena);
	buf_release(&text);
}

void app_restore(struct app *app, struct str place)
{
	struct str line;

	buf_clear(&app->place);
	while (str_split(&place, '\n', &line))
		if (!positions_read(app, line))
			buf_add_f(&app->place, "%.*s\n", STR_ARG(line));
}
