/* The commands that work in every screen; the rest go to the focused one. */
#include "configure.h"
#include "diff.h"
#include "filter.h"
#include "links.h"
#include "list_view.h"
#include "mistyped.h"
#include "notes.h"
#include "places.h"
#include "quotes.h"
#include "reading.h"
#include "search.h"
#include "sources.h"
#include "statistics.h"
#include "timeline.h"
#include "walk.h"

#include "dateline/base/message.h"

#define COLUMNS_MIN 20
#define COLUMNS_MAX 240
#define COLUMNS_STEP 4

static void run_quit(struct app *app, const struct call *call)
{
	(void)call;
	app_wish(app, EFFECT_QUIT);
}

static void run_redraw(struct app *app, const struct call *call)
{
	(void)call;
	app_wish(app, EFFECT_REDRAW);
}

static void run_suspend(struct app *app, const struct call *call)
{
	(void)call;
	app_wish(app, EFFECT_SUSPEND);
}

bool app_can_stop(const struct app *app)
{
	enum archive_work work = app->progress.work;

	return work == ARCHIVE_LOOKING || work == ARCHIVE_REPAIRING ||
	       (work == ARCHIVE_READING && !app->progress.load.linking);
}

static void run_stop(struct app *app, const struct call *call)
{
	(void)call;
	if (app_can_stop(app)) {
		app->stopping = app->progress.work == ARCHIVE_READING;
		app_wish(app, EFFECT_STOP);
		app_say(app, app->stopping
				     ? _("stopping: what was read so far "
					 "will be shown")
				     : _("stopping: what is shown stays"));
	} else if (app->progress.work == ARCHIVE_IDLE) {
		app_refuse(app, _("nothing to stop; %s quits"),
			app_key_for(app, COMMAND_QUIT));
	} else {
		app_refuse(app, _("all is read: it is being put together"));
	}
}

/* Leaves the focused screen; false when it is the plain index. */
static bool leave(struct app *app)
{
	if (app->focus == PANE_CONTENT) {
		history_leave(&app->history);
		app_focus(app, app->history.at ? PANE_CONTENT : PANE_LIST);
		app->previewing = app->history.at == 0;
		return true;
	}
	if (app->focus == PANE_SOURCES) {
		app_focus(app, PANE_LIST);
		return true;
	}
	if (!app->filter.n && !app->outlet.n)
		return false;
	app_show_all(app);
	return true;
}

static void run_leave(struct app *app, const struct call *call)
{
	(void)call;
	if (!leave(app))
		app_wish(app, EFFECT_QUIT);
}

static void run_left(struct app *app, const struct call *call)
{
	if (call->id == COMMAND_LEFT && app->focus == PANE_SOURCES &&
		sources_close(app))
		return;
	if (!leave(app))
		app_refuse(app, _("this is the index; %s quits"),
			app_key_for(app, COMMAND_QUIT));
}

static void run_escape(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);

	if (app->search.folded.n)
		search_clear(app);
	else if (app->selected.n)
		selection_clear(app);
	else if (v->quote != QUOTE_NONE)
		v->quote = QUOTE_NONE;
	else
		run_left(app, call);
}

static void run_reload(struct app *app, const struct call *call)
{
	(void)call;
	if (app->loading || app->reloading) {
		app_refuse(app, _("the archive is still being read"));
		return;
	}
	app->reloading = true;
	app_wish(app, EFFECT_RELOAD);
}

static void run_clear_filter(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);

	(void)call;
	if (v->ops->filter) {
		v->ops->filter(app, v, STR(""));
		return;
	}
	app_show_all(app);
	app_say(app, _("all articles"));
}

static void run_filter(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);

	if (app->loading && !v->ops->filter) {
		app_refuse(app, _("all is searched once all is read"));
		return;
	}
	if (!call->argument.p) {
		if (!v->ops->filter)
			filter_begin(app);
		prompt_open(&app->prompt, COMMAND_FILTER, v->ops->in);
		return;
	}
	if (v->ops->filter) {
		v->ops->filter(app, v, call->argument);
		return;
	}
	filter_set(app, call->argument);
	app_focus(app, PANE_LIST);
}

bool app_enter_pane(struct app *app, enum pane pane)
{
	uint32_t article;

	if (pane != PANE_CONTENT) {
		app_focus(app, pane);
		return true;
	}
	if (app->history.at > 0 && !app->previewing) {
		app_focus(app, pane);
		return true;
	}
	article = app_index_article(app);
	if (article == STORE_NONE)
		return false;
	app_focus(app, PANE_LIST);
	app_open_article(app, article);
	return true;
}

static void cycle_pane(struct app *app, int step)
{
	int pane = (int)app->focus;

	do {
		pane = (pane + step + PANE_COUNT) % PANE_COUNT;
	} while (!app_enter_pane(app, (enum pane)pane));
}

static void run_sources(struct app *app, const struct call *call)
{
	(void)call;
	app_focus(app, PANE_SOURCES);
}

static void travel(struct app *app, int64_t by)
{
	bool moved = app->focus == PANE_CONTENT || by > 0
			     ? history_go(&app->history, by)
			     : app->history.at > 0;

	if (!moved) {
		app_refuse(app, by < 0 ? _("no screen before this one")
				       : _("no screen after this one"));
		return;
	}
	app->previewing = false;
	app_focus(app, app->history.at ? PANE_CONTENT : PANE_LIST);
}

/* Where one pane is shown, Tab is what it is in vi (^I): forward again. It
 * opens nothing there, so that what was ahead is not forgotten. */
static void change_pane(struct app *app, int step)
{
	if (app_panes_shown(app) > 1)
		cycle_pane(app, step);
	else if (app->focus == PANE_SOURCES)
		app_focus(app, PANE_LIST);
	else
		travel(app, step);
}

static void run_next_pane(struct app *app, const struct call *call)
{
	(void)call;
	change_pane(app, 1);
}

static void run_previous_pane(struct app *app, const struct call *call)
{
	(void)call;
	change_pane(app, -1);
}

static void run_back(struct app *app, const struct call *call)
{
	travel(app, -(int64_t)call_times(call));
}

static void run_forward(struct app *app, const struct call *call)
{
	travel(app, call_times(call));
}

static void open_about(struct app *app, const struct view_ops *ops)
{
	uint32_t article = app_article(app), subject;
	const struct view *v = app_focused(app);

	if (v->ops == ops) {
		app_refuse(app, _("this is it already"));
		return;
	}
	if (article == STORE_NONE && v->ops->in == IN_ROUND)
		article = app->store->round_articles
				  .v[app->store->rounds.v[v->subject]
						  .articles.first];
	if (article == STORE_NONE) {
		app_refuse(app, _("no article here"));
		return;
	}
	subject = app->store->articles.v[article].round;
	if (ops != &round_ops)
		app_open(app, ops, article);
	else if (app->store->rounds.v[subject].articles.n < 2)
		app_refuse(app,
			_("nobody else covered this; %s shows what is near"),
			app_key_for(app, COMMAND_RELATED));
	else
		app_open(app, ops, subject);
}

static void run_round(struct app *app, const struct call *call)
{
	(void)call;
	open_about(app, &round_ops);
}

static void run_related(struct app *app, const struct call *call)
{
	(void)call;
	open_about(app, &related_ops);
}

static void run_people(struct app *app, const struct call *call)
{
	uint32_t who = app_person(app);
	const struct view *from = app_focused(app);
	struct view *v;

	(void)call;
	open_about(app, &people_ops);
	v = app_focused(app);
	if (v == from || who == STORE_NONE)
		return;
	/* On the one who says the current quote. */
	v->ops->prepare(app, v, app_area(app, v->ops->pane).cols);
	for (uint32_t i = 0; i < v->rows.list.n; i++)
		if (v->rows.list.v[i].person == who)
			list_view_go(app, v, i);
}

static void run_speakers(struct app *app, const struct call *call)
{
	const struct view *v = app_focused(app);

	(void)call;
	if (v->ops == &people_ops && v->subject == STORE_NONE)
		app_refuse(app, _("these are all speakers"));
	else
		app_open(app, &people_ops, STORE_NONE);
}

uint32_t app_person(struct app *app)
{
	const struct view *v = app_focused(app);
	uint32_t row = v->list.cursor, article;

	if (v->ops->in == IN_PERSON)
		return v->subject;
	if (v->ops->in == IN_QUOTES)
		return quotes_person(app, v);
	if (v->ops->in != IN_ARTICLE)
		return row < v->rows.list.n ? v->rows.list.v[row].person
					    : STORE_NONE;
	article = v->subject;
	if (v->quote >= app->store->articles.v[article].quotes.n)
		return STORE_NONE;
	row = app->store->quotes
		      .v[app->store->articles.v[article].quotes.first +
			      v->quote]
		      .person;
	return row == STORE_NONE || !app_people(app) ? STORE_NONE
						     : app_people(app)->of[row];
}

static void run_person(struct app *app, const struct call *call)
{
	struct str name = str_trim(call->argument);
	const struct view *v = app_focused(app);
	uint32_t person;

	if (app_awaits_people(app))
		return;
	person = name.n ? people_find(app_people(app), name) : app_person(app);
	if (person == STORE_NONE && name.n)
		app_complain(app,
			_("no one person is named %.*s; Tab completes names"),
			STR_ARG(name));
	else if (person == STORE_NONE)
		app_refuse(app, _("nobody here; :%s NAME goes to somebody"),
			commands[COMMAND_PERSON].name);
	else if (v->ops == &person_ops && v->subject == person)
		app_refuse(app, _("this is it already"));
	else
		app_open(app, &person_ops, person);
}

static void run_undo(struct app *app, const struct call *call)
{
	app_wish(app, call->id == COMMAND_UNDO ? EFFECT_UNDO : EFFECT_REDO);
}

static void run_help(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	unsigned about = v->ops->in;

	if (about == IN_HELP && !call->argument.n) {
		app_refuse(app, _("this is the help; %s leaves it"),
			app_key_for(app, COMMAND_LEAVE));
		return;
	}
	if (about != IN_HELP) {
		v = app_open(app, &help_ops, STORE_NONE);
		v->about = about;
	}
	if (call->argument.n)
		v->ops->filter(app, v, call->argument);
}

static void run_skipped(struct app *app, const struct call *call)
{
	(void)call;
	if (app_focused(app)->ops != &skipped_ops)
		app_open(app, &skipped_ops, STORE_NONE);
}

/* While nothing is searched for, the hits of a diff are its differences. */
static void run_search_next(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	bool against = call->id == COMMAND_SEARCH_PREVIOUS;
	struct call step = { .count = call->count,
		.id = against ? COMMAND_PREVIOUS_DIFFERENCE
			      : COMMAND_NEXT_DIFFERENCE };

	if (v->ops == &diff_ops && app->search.folded.n == 0)
		v->ops->run(app, v, &step);
	else
		search_again(app, against, call_times(call));
}

static void set_columns(struct app *app, int64_t columns)
{
	if (columns > COLUMNS_MAX)
		columns = COLUMNS_MAX;
	if (columns < COLUMNS_MIN)
		columns = COLUMNS_MIN;
	app->columns = (int)columns;
	app_say(app, _("text column: %d wide"), app->columns);
}

static void run_wider(struct app *app, const struct call *call)
{
	set_columns(
		app, app->columns + (int64_t)COLUMNS_STEP * call_times(call));
}

static void run_narrower(struct app *app, const struct call *call)
{
	set_columns(
		app, app->columns - (int64_t)COLUMNS_STEP * call_times(call));
}

static void run_panes(struct app *app, const struct call *call)
{
	app->panes = call->count > 3 ? 3 : (int)call->count;
	app_relayout(app);
	if (app->panes)
		app_say(app,
			message_many("%d pane at most", "%d panes at most",
				(unsigned long)app->panes),
			app->panes);
	else
		app_say(app, _("panes as there is room"));
}

static void run_zen(struct app *app, const struct call *call)
{
	(void)call;
	app->zen = !app->zen;
	app_relayout(app);
}

static void run_justify(struct app *app, const struct call *call)
{
	(void)call;
	app->justify_flipped = !app->justify_flipped;
	app_say(app, app->config->options.justify != app->justify_flipped
			     ? _("lines end at one column")
			     : _("lines end where their words do"));
}

static void run_command(struct app *app, const struct call *call)
{
	(void)call;
	prompt_open(&app->prompt, COMMAND_COMMAND, app_focused(app)->ops->in);
}

static void (*const everywhere[COMMAND_COUNT])(
	struct app *, const struct call *) = {
	[COMMAND_LEAVE] = run_leave,
	[COMMAND_LEFT] = run_left,
	[COMMAND_ESCAPE] = run_escape,
	[COMMAND_QUIT] = run_quit,
	[COMMAND_NEXT_PANE] = run_next_pane,
	[COMMAND_PREVIOUS_PANE] = run_previous_pane,
	[COMMAND_BACK] = run_back,
	[COMMAND_FORWARD] = run_forward,
	[COMMAND_ROUND] = run_round,
	[COMMAND_RELATED] = run_related,
	[COMMAND_LINKS] = links_run,
	[COMMAND_NEXT_IN_ROUND] = walk_articles,
	[COMMAND_PREVIOUS_IN_ROUND] = walk_articles,
	[COMMAND_NEXT_ROUND] = walk_rounds,
	[COMMAND_PREVIOUS_ROUND] = walk_rounds,
	[COMMAND_TIMELINE] = timeline_open,
	[COMMAND_TIMELINE_ALL] = timeline_open_all,
	[COMMAND_DIFF] = diff_open,
	[COMMAND_TRANSLATION] = translation_open,
	[COMMAND_PEOPLE] = run_people,
	[COMMAND_SPEAKERS] = run_speakers,
	[COMMAND_PERSON] = run_person,
	[COMMAND_QUOTES] = quotes_open,
	[COMMAND_STATISTICS] = statistics_open,
	[COMMAND_PLACES] = places_open,
	[COMMAND_SAME_PERSON] = correct_run,
	[COMMAND_NOT_SAME_PERSON] = correct_run,
	[COMMAND_SAME_ROUND] = correct_round_run,
	[COMMAND_NOT_SAME_ROUND] = correct_round_run,
	[COMMAND_MARK] = mark_run,
	[COMMAND_SELECT] = select_run,
	[COMMAND_SELECT_ALL] = select_all_run,
	[COMMAND_TOGGLE_READ] = read_run,
	[COMMAND_READ_ALL] = read_all_run,
	[COMMAND_NEXT_UNREAD] = next_unread_run,
	[COMMAND_STAR] = star_run,
	[COMMAND_LATER] = later_run,
	[COMMAND_TAG] = tag_run,
	[COMMAND_BROWSE] = browse_run,
	[COMMAND_WRITE] = write_run,
	[COMMAND_PIPE] = pipe_run,
	[COMMAND_COPY_QUOTE] = copy_run,
	[COMMAND_COPY_CITATION] = copy_run,
	[COMMAND_COPY_ADDRESS] = copy_run,
	[COMMAND_COPY_TITLE] = copy_run,
	[COMMAND_COPY_TEXT] = copy_run,
	[COMMAND_NOTE] = note_run,
	[COMMAND_NOTES] = notes_run,
	[COMMAND_RELOAD] = run_reload,
	[COMMAND_UNDO] = run_undo,
	[COMMAND_REDO] = run_undo,
	[COMMAND_SEARCH] = search_run,
	[COMMAND_SEARCH_BACK] = search_run,
	[COMMAND_SEARCH_NEXT] = run_search_next,
	[COMMAND_SEARCH_PREVIOUS] = run_search_next,
	[COMMAND_FILTER] = run_filter,
	[COMMAND_CLEAR_FILTER] = run_clear_filter,
	[COMMAND_SOURCES] = run_sources,
	[COMMAND_SKIPPED] = run_skipped,
	[COMMAND_WIDER] = run_wider,
	[COMMAND_NARROWER] = run_narrower,
	[COMMAND_JUSTIFY] = run_justify,
	[COMMAND_PANES] = run_panes,
	[COMMAND_ZEN] = run_zen,
	[COMMAND_HELP] = run_help,
	[COMMAND_COMMAND] = run_command,
	[COMMAND_SET] = set_run,
	[COMMAND_THEME] = theme_run,
	[COMMAND_SOURCE] = source_run,
	[COMMAND_BIND] = bind_run,
	[COMMAND_UNBIND] = bind_run,
	[COMMAND_REDRAW] = run_redraw,
	[COMMAND_SUSPEND] = run_suspend,
	[COMMAND_STOP] = run_stop,
};

/* Whether a command goes to another row or line of the focused screen, in all
 * screens, and changes nothing else of what is drawn. */
static bool is_move(enum command_id id)
{
	switch (id) {
	case COMMAND_DOWN:
	case COMMAND_UP:
	case COMMAND_PAGE_DOWN:
	case COMMAND_PAGE_UP:
	case COMMAND_HALF_DOWN:
	case COMMAND_HALF_UP:
	case COMMAND_FIRST:
	case COMMAND_LAST:
		return true;
	default:
		return false;
	}
}

void app_run(struct app *app, const struct call *call)
{
	struct view *v = app_focused(app);
	struct call c = *call;
	uint32_t number;

	if (!app_permits(app, c.id))
		return;
	/* ":down 5" is "5j". */
	if (c.count == 0 && commands[c.id].argument[0] == '[' &&
		str_to_u32(c.argument, &number))
		c.count = number;
	app->commands++;
	app->moves += is_move(c.id);
	v->ops->prepare(app, v, app_area(app, v->ops->pane).cols);
	if (everywhere[c.id])
		everywhere[c.id](app, &c);
	else if (!v->ops->run(app, v, &c))
		say_elsewhere(app, c.id);
}
