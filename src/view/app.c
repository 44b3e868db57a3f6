/* The reader's state as a whole: panes, the store shown, effects. */
#include "article_row.h"
#include "configure.h"
#include "filter.h"
#include "kept.h"
#include "list_view.h"
#include "quotes.h"
#include "reading.h"
#include "saved.h"
#include "sorting.h"

#include "dateline/base/message.h"
#include "dateline/text/utf8.h"

#include <stdarg.h>

struct view *app_index(const struct app *app)
{
	return app->history.views.v[0].view;
}

uint32_t app_index_article(const struct app *app)
{
	const struct view *v = app_index(app);

	return v->list.cursor < order_rows(&app->order)
		       ? v->ops->article(app, v, v->list.cursor)
		       : STORE_NONE;
}

uint32_t app_index_anchor(const struct app *app)
{
	const struct order *o = &app->order;
	uint32_t row = app_index(app)->list.cursor, line;

	if (row >= order_rows(o))
		return STORE_NONE;
	line = order_line(o, row);
	return order_article(o, order_is_heading(o, line) ? line + 1 : line);
}

/* The preview follows the index's cursor, as soon as keys rest. */
static struct view *preview(const struct app *app)
{
	uint32_t article = app_index_article(app);
	struct view *v = app->preview;
	bool waits = app->hurried && v->subject != STORE_NONE;

	if (article == STORE_NONE)
		return NULL;
	if (v->subject != article && !waits) {
		v->subject = article;
		v->top = (struct paper_place){ 0 };
		v->quote = v->hit = QUOTE_NONE;
	}
	return v;
}

struct view *app_pane_view(const struct app *app, enum pane pane)
{
	if (pane == PANE_SOURCES)
		return app->sources;
	if (pane == PANE_LIST)
		return app_index(app);
	if (app->history.at == 0 ||
		(app->previewing && app->focus != PANE_CONTENT))
		return preview(app);
	return history_view(&app->history);
}

bool app_awaits_rest(const struct app *app)
{
	const struct view *content = app_pane_view(app, PANE_CONTENT);

	return app->paste == PASTE_DOUBTED ||
	       (app->hurried && app->layout.pane[PANE_CONTENT].shown &&
		       content && content == app->preview &&
		       content->subject != app_index_article(app));
}

struct view *app_focused(const struct app *app)
{
	return app_pane_view(app, app->focus);
}

struct area app_area(const struct app *app, enum pane pane)
{
	const struct pane_place *p = &app->layout.pane[pane];

	return (struct area){ NULL, app->layout.body_row, p->col,
		app->layout.body_rows, p->shown ? p->cols : app->cols, NULL };
}

bool app_is_list(const struct app *app)
{
	return str_find(buf_str(&app->place), STR("\nview "), 0) == STR_NPOS &&
	       app->focus != PANE_CONTENT &&
	       !app->layout.pane[PANE_CONTENT].shown;
}

void app_relayout(struct app *app)
{
	const struct view *v = app_focused(app);
	struct layout_request r = { app->rows, app->cols,
		v && v->ops->whole ? 1 : app->panes, app->focus, app->zen };

	app->layout = layout_make(&r);
}

void app_focus(struct app *app, enum pane pane)
{
	app->focus = pane;
	app_relayout(app);
}

uint32_t app_article(const struct app *app)
{
	const struct view *v = app_focused(app);

	if (!v)
		return STORE_NONE;
	if (v->ops->in & (IN_ARTICLE | IN_RELATED | IN_PEOPLE))
		return v->subject;
	if (v->ops->article && v->list.cursor < v->ops->count(app, v))
		return v->ops->article(app, v, v->list.cursor);
	return STORE_NONE;
}

static void start_where_left(struct app *app, struct view *v)
{
	v->top = positions_open(app, v->subject);
	if (paper_is_before((struct paper_place){ 0 }, v->top))
		app_say(app, _("where you left it; %s is its start"),
			app_key_for(app, COMMAND_FIRST));
}

static struct view *open_at(struct app *app, const struct view_ops *ops,
	uint32_t subject, int level)
{
	struct view *v = view_new(app, ops, subject);

	v->level = level;
	if (ops->in == IN_ARTICLE)
		start_where_left(app, v);
	history_push(&app->history, v);
	app->previewing = false;
	app_focus(app, PANE_CONTENT);
	if (ops->in == IN_ARTICLE)
		app_open_reads(app, subject);
	return v;
}

struct view *app_open(
	struct app *app, const struct view_ops *ops, uint32_t subject)
{
	int level = app->focus == PANE_CONTENT
			    ? history_view(&app->history)->level
			    : 0;

	return open_at(app, ops, subject, level + 1);
}

/* The index's cursor goes with the article read. */
static void follow(struct app *app, uint32_t article)
{
	uint32_t line = app->order.line_of.v[article];

	if (line != STORE_NONE)
		list_view_go(app, app_index(app), order_row(&app->order, line));
}

struct view *app_open_sibling(
	struct app *app, const struct view_ops *ops, uint32_t subject)
{
	struct view *v;
	int level = app->focus == PANE_CONTENT
			    ? history_view(&app->history)->level
			    : 1;

	v = open_at(app, ops, subject, level);
	if (ops->in == IN_ARTICLE)
		follow(app, subject);
	return v;
}

struct view *app_open_article(struct app *app, uint32_t article)
{
	struct view *v = app_open(app, &article_ops, article);

	follow(app, article);
	return v;
}

static void keep_row(struct app *app, uint32_t article, uint32_t offset)
{
	struct view *v = app_index(app);
	uint32_t line = article < app->order.line_of.n
				? app->order.line_of.v[article]
				: STORE_NONE;
	uint32_t row;

	if (line == STORE_NONE) {
		v->list = (struct list){ 0 };
		list_view_go(app, v, 0);
		return;
	}
	row = order_row(&app->order, line);
	v->list.top = row > offset ? row - offset : 0;
	list_view_go(app, v, row);
}

bool app_is_ranked(const struct app *app)
{
	return app->filter.n && app->sort.n &&
	       app->sort.keys[0].what == SORT_RANK;
}

struct order_request app_order_request(struct app *app)
{
	struct order_request r = { .store = app->store,
		.outlets = &app->outlets,
		.marks = app_marks(app),
		.groups = &app->groups,
		.copies = &app->copies,
		.collated = &app->collated,
		.group = app->group,
		.sort = app->sort,
		.outlet = STORE_NONE,
		.answers = filter_answers(app),
		.excerpts = filter_has_excerpts(app),
		.join = app->joined };

	if (app->outlet.n)
		r.outlet = outlets_named(&app->outlets, buf_str(&app->outlet));
	return r;
}

static void build_order(struct app *app)
{
	struct order_request r = app_order_request(app);

	if (r.outlet == STORE_NONE)
		buf_clear(&app->outlet);
	order_build(&app->order, &r);
}

void app_renew_index(struct app *app, uint32_t article, uint32_t offset)
{
	build_order(app);
	app_index(app)->ops->prepare(app, app_index(app), app->cols);
	keep_row(app, article, offset);
}

void app_reorder(struct app *app)
{
	const struct list *l = &app_index(app)->list;
	uint32_t article = app_index_anchor(app), offset = l->cursor - l->top;

	app_renew_index(app, article, offset);
	app->previewing = true;
}

void app_set_outlet(struct app *app, struct str name)
{
	buf_clear(&app->outlet);
	buf_add(&app->outlet, name);
	app_reorder(app);
}

void app_show_all(struct app *app)
{
	buf_clear(&app->outlet);
	filter_clear(app);
	app_reorder(app);
}

/* Finds again what the screens of `in` are about; those whose is gone go. */
static void relocate_views(struct app *app, unsigned in)
{
	for (size_t i = app->history.views.n; i-- > 1;) {
		struct view *v = app->history.views.v[i].view;

		if ((v->ops->in & in) && !view_locate(app, v))
			history_drop(&app->history, i);
	}
	if (in & IN_ARTICLE)
		app->preview->subject = STORE_NONE;
	app_focus(app, app->focus == PANE_CONTENT && app->history.at == 0
			       ? PANE_LIST
			       : app->focus);
}

/* Reading that was stopped before all was read leaves a lasting remark. */
static void note_stop(struct app *app)
{
	const struct load_progress *p = &app->progress.load;

	buf_clear(&app->incomplete);
	if (!app->stopping || (p->files_all && p->files_done == p->files_all))
		return;
	buf_add(&app->incomplete, MSG("incomplete: stopped at "));
	if (p->bytes_all)
		buf_add_f(&app->incomplete, "%u %%, ",
			(unsigned)(p->bytes_done * 100 / p->bytes_all));
	say_count(&app->incomplete, p->files_done);
	say_many(&app->incomplete, p->files_all, " of %s file", " of %s files");
}

/* Who has moved in what was read so far stays there. */
static void go_to_place(struct app *app, const struct kept *kept,
	uint32_t *article, uint32_t *offset)
{
	if (kept->at_top && app->history.views.n == 1)
		app_go_to_place(app, article, offset);
	else
		buf_clear(&app->place);
}

/* Nothing can be marked while a part of the archive is shown: what was opened
 * in it is read now. */
static void read_opened(struct app *app)
{
	for (size_t i = 1; i < app->history.views.n; i++) {
		const struct view *v = app->history.views.v[i].view;

		if (v->ops->in == IN_ARTICLE)
			app_open_reads(app, v->subject);
	}
}

/* The old store is not looked at again after this. */
static void take_store(struct app *app, const struct store *store, bool partial)
{
	struct kept kept = kept_begin(app);
	uint32_t article, offset = kept.place.offset;
	bool whole;

	app->store = store;
	article = kept_end(app, &kept);
	app->people = NULL;
	app->quotes = NULL;
	app_wish(app, EFFECT_PEOPLE);
	app->serial++;
	note_stop(app);
	whole = app->loading && !partial;
	app->loading = partial;
	app->stopping = app->stopping && partial;
	app->paper.lines.n = 0;
	outlets_find(&app->outlets, store);
	copied_find(&app->copied, store);
	collated_clear(&app->collated);
	relocate_views(app, IN_ALL);
	if (whole)
		read_opened(app);
	if (app->place.n && !partial)
		go_to_place(app, &kept, &article, &offset);
	filter_renew(app, kept.before != store, article, offset);
	saved_renew(app);
	app_renew_index(app, article, offset);
}

static void say(struct app *app, bool is_error, struct str text)
{
	buf_clear(&app->message.text);
	buf_add(&app->message.text, text);
	app->message.is_error = is_error;
	app->message.in_full = is_error;
	app->message.can_undo = false;
}

static void say_formatted(struct app *app, bool is_error, const char *format,
	va_list args) PRINTF_LIKE(3, 0);

static void say_formatted(
	struct app *app, bool is_error, const char *format, va_list args)
{
	char text[512];
	int n = vsnprintf(text, sizeof text, format, args);
	struct str whole = str_of(text, (size_t)n);

	if (n < 0)
		return;
	/* A character cut in two goes whole. */
	if (whole.n >= sizeof text) {
		whole.n = sizeof text - 1;
		while (whole.n > 0 && !utf8_valid(whole))
			whole.n--;
	}
	say(app, is_error, whole);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_formatted(app, false, format, args);
	va_end(args);
}

void app_refuse(struct app *app, const char *format, ...)
{
	va_list args;

	app->refused = true;
	va_start(args, format);
	say_formatted(app, false, format, args);
	va_end(args);
	app->message.in_full = true;
}

void app_complain(struct app *app, const char *format, ...)
{
	va_list args;

	app->refused = true;

	va_start(args, format);
	say_formatted(app, true, format, args);
	va_end(args);
}

const char *app_key_for(struct app *app, enum command_id id)
{
	buf_clear(&app->key_name);
	keymap_key_of(
		&app->keymap, app_focused(app)->ops->in, id, &app->key_name);
	return app->key_name.p;
}

void app_wish(struct app *app, enum effect_kind kind)
{
	*vec_push(&app->effects) = (struct effect){ .kind = kind };
}

const struct marks *app_marks(const struct app *app)
{
	return app->corrections ? &app->corrections->marks : NULL;
}

void app_wish_search(struct app *app, const struct search_wish *wish)
{
	struct effect *effect = vec_push(&app->effects);

	*effect = (struct effect){ .kind = EFFECT_SEARCH, .search = *wish };
	effect->search.text = arena_dup(&app->wishes, wish->text);
	effect->search.marks = app_marks(app);
}

bool app_effect(struct app *app, struct effect *out)
{
	macro_go_on(app);
	if (app->effects.n == 0)
		return false;
	*out = app->effects.v[0];
	memmove(app->effects.v, app->effects.v + 1,
		--app->effects.n * sizeof *app->effects.v);
	return true;
}

struct app *app_new(const struct config *config, int32_t today)
{
	struct app *app = mem_calloc(1, sizeof *app);

	app->config = config;
	app->options = config->options;
	app->today = today;
	app->look = 1;
	app->store = &app->nothing;
	app->people = &app->nobody;
	app->loading = true;
	app->rows = 24;
	app->cols = 80;
	app->focus = PANE_LIST;
	app->panes = config->options.panes;
	app->columns = config->options.width;
	app->ascii = options_ascii(&config->options);
	app->group = (enum option_group)config->options.group;
	app->joined = config->options.copies == COPIES_JOINED;
	app->copies.folded = app->entries.folded = true;
	app->search.direction = 1;
	app->filtering.complete = true;
	keymap_init(&app->keymap, config);
	highlights_init(&app->highlights, config);
	history_push(&app->history, view_new(app, &index_ops, STORE_NONE));
	app->sources = view_new(app, &sources_ops, STORE_NONE);
	app->preview = view_new(app, &article_ops, STORE_NONE);
	app->prompt.names = (struct prompt_names){ app, offer_arguments };
	app_relayout(app);
	mistakes_find(&app->mistakes, config, &app->keymap);
	row_forms_read(app);
	sorting_read(app);
	mistakes_say(&app->mistakes, app_key_for(app, COMMAND_SKIPPED),
		&app->message.text);
	app->message.is_error = app->message.in_full = true;
	return app;
}

void app_greet(struct app *app, const char *greeting)
{
	if (greeting && app->message.text.n == 0)
		app_say(app, "%s", greeting);
}

void app_free(struct app *app)
{
	if (!app)
		return;
	keymap_release(&app->keymap);
	mistakes_release(&app->mistakes);
	buf_release(&app->incomplete);
	prompt_release(&app->prompt);
	buf_release(&app->script.line);
	vec_free(&app->bound);
	arena_release(&app->session);
	buf_release(&app->search.text);
	buf_release(&app->search.folded);
	buf_release(&app->search.before);
	buf_release(&app->message.text);
	buf_release(&app->key_name);
	vec_free(&app->effects);
	history_release(&app->history);
	positions_release(&app->positions);
	view_free(app->sources);
	view_free(app->preview);
	outlets_release(&app->outlets);
	vec_free(&app->copied.by_article);
	order_release(&app->order);
	collated_release(&app->collated);
	folds_release(&app->groups);
	folds_release(&app->copies);
	folds_release(&app->entries);
	vec_free(&app->unread.groups);
	selection_clear(app);
	buf_release(&app->outlet);
	buf_release(&app->filter);
	filter_release(app);
	vec_free(&app->saved_counts);
	buf_release(&app->marked);
	buf_release(&app->unwritten);
	buf_release(&app->place);
	paper_release(&app->paper);
	paper_refs_release(&app->refs);
	addresses_release(&app->addresses);
	highlights_release(&app->highlights);
	arena_release(&app->wishes);
	free(app);
}

static void tell(struct app *app, const struct corrections *c)
{
	if (c->told.n == 0)
		return;
	if (c->is_error || c->is_warning)
		app_complain(app, "%.*s", STR_ARG(buf_str(&c->told)));
	else
		app_say(app, "%.*s", STR_ARG(buf_str(&c->told)));
	app->message.can_undo = c->can_undo;
}

static void take_corrections(struct app *app, const struct corrections *c)
{
	const struct list *l = &app_index(app)->list;
	uint32_t article = app_index_anchor(app), offset = l->cursor - l->top;

	app->corrections = c;
	app->of_others |= app->reloading && c->of_others;
	if (app->store != &app->nothing)
		app_wish(app, EFFECT_PEOPLE);
	app->serial++; /* rounds may be others */
	relocate_views(app, IN_ALL);
	if (app->store != &app->nothing) {
		filter_renew(app, false, article, offset);
		saved_renew(app);
	}
	app_renew_index(app, article, offset);
	tell(app, c);
}

/* What is listed stays, though it may not answer the filter any more, as in
 * newsboat and mutt: only a search that marks have ended is begun again. */
static void take_marks(struct app *app, const struct corrections *c)
{
	app->corrections = c;
	tell(app, c);
	if (app->filtering.waiting)
		filter_renew(app, false, STORE_NONE, 0);
	saved_marked(app);
}

/* "12 articles more, 3 gone". */
static void say_renewal(struct app *app, const struct renewal *r)
{
	bool of_others = app->of_others;
	struct buf text = { 0 };

	app->of_others = false;
	if (r->failed) {
		app_complain(app, "%s", r->failed);
		return;
	}
	if (r->added) {
		say_many(
			&text, r->added, "%s article more", "%s articles more");
	}
	if (r->gone) {
		buf_add(&text, text.n ? STR(", ") : STR(""));
		say_many(&text, r->gone, "%s gone", "%s gone");
	}
	if (of_others) {
		buf_add(&text, text.n ? STR("; ") : STR(""));
		buf_add(&text,
			MSG("what you marked in another session is here"));
	}
	if (text.n == 0)
		buf_add(&text, MSG("nothing is new or changed"));
	app_say(app, "%.*s", STR_ARG(buf_str(&text)));
	buf_release(&text);
}

static void take_people(struct app *app, const struct people *people)
{
	app->people = people;
	app->serial++; /* what names people is made anew */
	relocate_views(app, IN_PERSON);
	app->quotes = NULL;
	quotes_wish(app);
}

/* What somebody behind the screen says. */
static void take_word(struct app *app, const struct event *e)
{
	switch (e->kind) {
	case EVENT_REMARK:
		app_complain(app, "%s", e->remark);
		break;
	case EVENT_TOLD:
		app_say(app, "%s", e->remark);
		break;
	case EVENT_EXISTS:
		write_asks(app, e->remark);
		break;
	default:
		break;
	}
}

static void take_event(struct app *app, const struct event *e)
{
	switch (e->kind) {
	case EVENT_KEY:
		app->hurried = true;
		app_key(app, e->key);
		break;
	case EVENT_MOUSE:
		app->hurried = true;
		app_mouse(app, &e->mouse);
		break;
	case EVENT_REST:
		app->hurried = false;
		paste_rests(app);
		break;
	case EVENT_RESIZE:
		app->rows = e->rows;
		app->cols = e->cols;
		app_relayout(app);
		break;
	case EVENT_STORE:
		app->progress = e->progress;
		take_store(app, e->store, e->partial);
		break;
	case EVENT_RELOAD:
		app_run(app, &(const struct call){ .id = COMMAND_RELOAD });
		break;
	case EVENT_RELOADED:
		app->reloading = app->stopping = false;
		say_renewal(app, &e->renewal);
		break;
	case EVENT_CORRECTIONS:
		take_corrections(app, e->corrections);
		break;
	case EVENT_MARKS:
		take_marks(app, e->corrections);
		break;
	case EVENT_CONFIGURED:
		configure_take(app, &e->configured);
		break;
	case EVENT_PEOPLE:
		take_people(app, e->people);
		break;
	case EVENT_QUOTES:
		quotes_take(app, e->quotes);
		break;
	case EVENT_FOUND:
		if (!saved_take(app, e->found))
			filter_take(app, e->found);
		break;
	case EVENT_PROGRESS:
		app->progress = e->progress;
		break;
	default:
		take_word(app, e);
	}
}

bool app_update(struct app *app, const struct event *e)
{
	if (app->effects.n == 0)
		arena_clear(&app->wishes);
	app->commands = app->moves = 0;
	take_event(app, e);
	if (app->commands == 0 || app->moves != app->commands)
		app->look++;
	return true;
}

bool app_error(const struct app *app, size_t i, struct str *out)
{
	if (i >= app->mistakes.list.n - app->mistakes.told)
		return false;
	*out = app->mistakes.list.v[app->mistakes.told + i];
	return true;
}
