/* Obeys what the app wishes to be done outside of it: a browser, a command, a
 * file, the clipboard. */
#ifndef TERM_OUTSIDE_H
#define TERM_OUTSIDE_H

#include "dateline/config/options.h"
#include "dateline/term/term.h"
#include "dateline/view/app.h"

struct outside {
	struct terminal *terminal;
	int keys_fd, signals_fd;
	const struct options *options;
};

struct outcome {
	enum event_kind kind; /* EVENT_TOLD, REMARK or EXISTS */
	struct buf said; /* its remark */
	bool left; /* others had the terminal: it is to be taken again */
};

/* False when the effect is none of these. The caller releases out->said. */
bool outside_obey(const struct outside *o, const struct effect *effect,
	struct outcome *out);

#endif
