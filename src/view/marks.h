/* What the signs on a screen mean, for its help. */
#ifndef VIEW_MARKS_H
#define VIEW_MARKS_H

#include "dateline/base/buf.h"

struct mark_info {
	const char *sign, *ascii; /* ascii NULL: the same */
	unsigned in; /* enum in_view, or'ed */
	const char *help;
};

/* The i-th sign that a screen shows; NULL past the end. */
const struct mark_info *mark_at(unsigned in, size_t i);

#endif
