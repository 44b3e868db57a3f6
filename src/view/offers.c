/* What Tab offers for the argument of each command. */
#include "configure.h"
#include "query_offers.h"

void offer_arguments(
	void *ctx, enum command_id id, struct str typed, struct prompt *p)
{
	const struct app *app = ctx;

	switch (id) {
	case COMMAND_SET:
		offer_options(app, typed, p);
		break;
	case COMMAND_THEME:
		offer_themes(app, typed, p);
		break;
	case COMMAND_BIND:
		offer_binding(app, typed, p);
		break;
	case COMMAND_FILTER:
		if (app_focused(app)->ops->in & IN_NEWS)
			offer_query(app, typed, p);
		break;
	case COMMAND_GROUP:
		offer_words(STR("day source round"), typed, p);
		break;
	case COMMAND_HELP:
		offer_help(typed, p);
		break;
	default:
		offer_names(ctx, id, typed, p);
	}
}
