#include "sorting.h"

#include "filter.h"

#include "dateline/base/message.h"

static const char *const group_names[] = {
	[GROUP_DAY] = "day",
	[GROUP_SOURCE] = "source",
	[GROUP_ROUND] = "round",
	[GROUP_NONE] = "none",
};

static const char *const group_says[] = {
	[GROUP_DAY] = N_("by day"),
	[GROUP_SOURCE] = N_("by source"),
	[GROUP_ROUND] = N_("by round"),
	[GROUP_NONE] = N_("in one list"),
};

/* What a search tells first depends on the order. */
static void change_order(struct app *app)
{
	if (app->filter.n && (app_is_ranked(app) || !app->filtering.complete))
		filter_renew(app, false, STORE_NONE, 0);
	else
		app_reorder(app);
}

static void say_sorting(struct app *app, const char *before)
{
	struct buf text = { 0 };

	sorting_say(app, &text);
	app_say(app, "%s%.*s", before, STR_ARG(buf_str(&text)));
	buf_release(&text);
}

static void set_group(struct app *app, enum option_group group)
{
	app->group = group;
	sort_rank(&app->sort, false);
	change_order(app);
	say_sorting(app, _("grouped "));
}

static void rank(struct app *app)
{
	if (!app->filter.n) {
		app_refuse(app, _("nothing is searched: %s searches"),
			app_key_for(app, COMMAND_FILTER));
		return;
	}
	sort_rank(&app->sort, true);
	app->filtering.place = (struct index_place){ STORE_NONE, 0, true };
	change_order(app);
	app_say(app, _("best first"));
}

/* The kinds in turn; one list is asked for by its name. */
static void group_next(struct app *app)
{
	if (app->group == GROUP_ROUND && app->filter.n && !app_is_ranked(app))
		rank(app);
	else if (app->group == GROUP_NONE)
		set_group(app, GROUP_DAY);
	else
		set_group(app, (enum option_group)((app->group + 1) % 3));
}

static void group_command(struct app *app, struct str name)
{
	if (name.n == 0) {
		group_next(app);
		return;
	}
	for (int i = GROUP_DAY; i <= GROUP_NONE; i++) {
		if (str_eq(name, str_from_c(group_names[i]))) {
			set_group(app, (enum option_group)i);
			return;
		}
	}
	app_complain(app, _("group by day, source, round or none, not by %.*s"),
		STR_ARG(name));
}

static void reverse(struct app *app)
{
	sort_rank(&app->sort, false);
	sort_reverse(&app->sort);
	change_order(app);
	if (sort_find(&app->sort, SORT_DATE) == app->sort.n)
		say_sorting(app, "");
	else
		app_say(app, sort_is_oldest_first(&app->sort)
				     ? _("oldest first")
				     : _("newest first"));
}

/* No keys: those of the start. */
static void sort_command(struct app *app, const struct call *call)
{
	struct str text = str_trim(call->argument), wrong;
	struct buf words = { 0 };
	struct sort sort;

	if (!call->argument.p) {
		prompt_open(&app->prompt, COMMAND_SORT, IN_INDEX);
		return;
	}
	if (text.n == 0)
		text = app->config->options.sort;
	if (sort_parse(text, &sort, &wrong)) {
		app->sort = sort;
		change_order(app);
		say_sorting(app, _("sorted "));
		return;
	}
	sort_say_words(&words);
	app_complain(app,
		_("not a key, or twice, at %zu: %.*s; there are %.*s"),
		(size_t)(wrong.p - text.p) + 1, STR_ARG(wrong),
		STR_ARG(buf_str(&words)));
	buf_release(&words);
}

bool sorting_run(struct app *app, const struct call *call)
{
	switch (call->id) {
	case COMMAND_GROUP:
		group_command(app, call->argument);
		return true;
	case COMMAND_BY_DAY:
		set_group(app, GROUP_DAY);
		return true;
	case COMMAND_BY_SOURCE:
		set_group(app, GROUP_SOURCE);
		return true;
	case COMMAND_BY_ROUND:
		set_group(app, GROUP_ROUND);
		return true;
	case COMMAND_BEST_FIRST:
		rank(app);
		return true;
	case COMMAND_REVERSE:
		reverse(app);
		return true;
	case COMMAND_SORT:
		sort_command(app, call);
		return true;
	default:
		return false;
	}
}

void sorting_say(const struct app *app, struct buf *out)
{
	struct sort sort = app->sort;
	bool by_date, oldest_first = sort_is_oldest_first(&sort);

	if (!app->filter.n)
		sort_rank(&sort, false);
	by_date =
		sort.n == 0 || (sort.n == 1 && sort.keys[0].what == SORT_DATE);
	buf_add(out, str_from_c(message(group_says[app->group])));
	if (!by_date) {
		buf_add(out, STR(": "));
		sort_say(&sort, out);
	} else if (oldest_first) {
		buf_add(out, MSG(", oldest first"));
	} else if (app->group == GROUP_ROUND) {
		buf_add(out, MSG(", each from its start"));
	}
}

void offer_sort_keys(struct str typed, struct prompt *p)
{
	struct buf line = { 0 };
	size_t last = typed.n;

	while (last > 0 && typed.p[last - 1] != ' ')
		last--;
	for (int i = 0; i < SORT_COUNT; i++) {
		struct str word = str_from_c(sort_words[i]);

		if (!str_starts(word, str_slice(typed, last, typed.n)))
			continue;
		buf_clear(&line);
		buf_add(&line, str_slice(typed, 0, last));
		buf_add(&line, word);
		prompt_offer(p, buf_str(&line));
	}
	buf_release(&line);
}

void sorting_read(struct app *app)
{
	struct option_mistake m = { .section = "index",
		.name = "sort",
		.text = app->config->options.sort };
	struct buf why = { 0 };

	if (sort_parse(m.text, &app->sort, &m.wrong))
		return;
	buf_add(&why, MSG("not a key, or twice; there are "));
	sort_say_words(&why);
	m.why = why.p;
	mistakes_add_option(&app->mistakes, &m);
	buf_release(&why);
}
