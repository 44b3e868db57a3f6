#include "folding.h"

#include "list_view.h"

#include "dateline/base/message.h"

/* The cursor goes to a line, or to what it is folded under. */
static void go_line(struct app *app, struct view *v, uint32_t line)
{
	list_view_go(app, v, order_row(&app->order, line));
}

/* The group of the cursor. */
static void fold_group(struct app *app, struct view *v, uint32_t line)
{
	struct order_request r = app_order_request(app);
	uint32_t group = order_group_at(&app->order, line);
	uint32_t heading = app->order.groups.v[group].line;

	order_fold_group(&app->order, &r, group);
	go_line(app, v,
		app->order.groups.v[group].folded ? heading : heading + 1);
}

static void fold_all(struct app *app, struct view *v, uint32_t line)
{
	struct order_request r = app_order_request(app);

	order_fold_all(&app->order, &r);
	if (order_is_heading(&app->order, line))
		line++;
	go_line(app, v, line);
	app_say(app, app->groups.folded ? _("all groups are folded")
					: _("all groups are open"));
}

/* From the copies back to what they stand under. */
static void fold_copies(struct app *app, struct view *v, uint32_t line)
{
	struct order_request r = app_order_request(app);
	uint32_t head = order_head(&app->order, line);

	if (order_copies(&app->order, head) == 0) {
		app_say(app,
			app->joined ? _("no copy of this in its group; %s "
					"shows all that is near")
				    : _("copies stand apart; %s shows them"),
			app_key_for(app, COMMAND_RELATED));
		return;
	}
	order_fold_copies(&app->order, &r, head);
	go_line(app, v, head);
}

static void set_copies(struct app *app, struct str how)
{
	if (!str_eq(how, STR("joined")) && !str_eq(how, STR("apart"))) {
		app_complain(app, _("copies are joined or apart, not %.*s"),
			STR_ARG(how));
		return;
	}
	app->joined = str_eq(how, STR("joined"));
	app_reorder(app);
	if (app->joined)
		app_say(app, _("copies are one row: %s shows them"),
			app_key_for(app, COMMAND_COPIES));
	else
		app_say(app, _("copies are rows of their own"));
}

static bool is_folded(const struct app *app, uint32_t line)
{
	return order_is_heading(&app->order, line) &&
	       order_group_of(&app->order, line)->folded;
}

bool folding_run(struct app *app, struct view *v, const struct call *call)
{
	uint32_t row = v->list.cursor, line;

	if (call->id == COMMAND_COPIES && call->argument.n) {
		set_copies(app, call->argument);
		return true;
	}
	if (row >= order_rows(&app->order))
		return false;
	line = order_line(&app->order, row);
	switch (call->id) {
	case COMMAND_OPEN:
		if (!is_folded(app, line))
			return false;
		fold_group(app, v, line);
		return true;
	case COMMAND_FOLD:
		fold_group(app, v, line);
		return true;
	case COMMAND_FOLD_ALL:
		fold_all(app, v, line);
		return true;
	case COMMAND_COPIES:
		fold_copies(app, v, line);
		return true;
	default:
		return false;
	}
}
