/* The restricted mode: which commands it takes away. */
#include "state.h"

#include "dateline/base/message.h"

static unsigned needed(enum command_id id)
{
	switch (id) {
	case COMMAND_BROWSE:
		return PERMIT_BROWSER;
	case COMMAND_WRITE:
		return PERMIT_SAVE;
	case COMMAND_PIPE:
		return PERMIT_PIPE;
	case COMMAND_COPY_QUOTE:
	case COMMAND_COPY_CITATION:
	case COMMAND_COPY_ADDRESS:
	case COMMAND_COPY_TITLE:
	case COMMAND_COPY_TEXT:
		return PERMIT_COPY;
	case COMMAND_SUSPEND:
		return PERMIT_SUSPEND;
	default:
		return PERMIT_NONE;
	}
}

bool app_permits(struct app *app, enum command_id id)
{
	unsigned missing = needed(id) & ~app->config->options.allowed;
	struct buf what = { 0 };

	if (!missing)
		return true;
	permissions_say_taken(PERMIT_ALL & ~missing, &what);
	app_complain(app, _("the restricted mode does not let you %s"), what.p);
	buf_release(&what);
	return false;
}
