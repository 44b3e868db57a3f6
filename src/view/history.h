/* The screens visited: the index first, then those opened from it. */
#ifndef VIEW_HISTORY_H
#define VIEW_HISTORY_H

#include "view.h"

/* The oldest are forgotten beyond this many, the index never. */
#define HISTORY_VIEWS 100

struct visit {
	struct view *view;
};

struct history {
	VEC_OF(struct visit) views; /* the first one is the index */
	size_t at; /* the one shown */
};

/* Takes v as the one shown; what was ahead is forgotten. */
void history_push(struct history *h, struct view *v);
/* Goes by so many screens, as far as there are; false when there are none. */
bool history_go(struct history *h, int64_t by);
/* Goes to the latest screen before the shown one of a lower level. */
void history_leave(struct history *h);
/* Forgets the i-th screen (not the index). */
void history_drop(struct history *h, size_t i);
void history_release(struct history *h);

static inline struct view *history_view(const struct history *h)
{
	return h->views.v[h->at].view;
}

#endif
