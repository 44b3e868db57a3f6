#include "history.h"

void history_drop(struct history *h, size_t i)
{
	view_free(h->views.v[i].view);
	memmove(h->views.v + i, h->views.v + i + 1,
		(h->views.n - i - 1) * sizeof *h->views.v);
	h->views.n--;
	if (h->at >= i && h->at > 0)
		h->at--;
}

void history_push(struct history *h, struct view *v)
{
	while (h->views.n > h->at + 1)
		view_free(h->views.v[--h->views.n].view);
	*vec_push(&h->views) = (struct visit){ v };
	h->at = h->views.n - 1;
	if (h->views.n > HISTORY_VIEWS)
		history_drop(h, 1);
}

bool history_go(struct history *h, int64_t by)
{
	int64_t to = (int64_t)h->at + by;
	size_t before = h->at;

	if (to < 0)
		to = 0;
	if (to >= (int64_t)h->views.n)
		to = (int64_t)h->views.n - 1;
	h->at = (size_t)to;
	return h->at != before;
}

void history_leave(struct history *h)
{
	int level = history_view(h)->level;

	while (h->at > 0 && history_view(h)->level >= level)
		h->at--;
}

void history_release(struct history *h)
{
	while (h->views.n)
		view_free(h->views.v[--h->views.n].view);
	vec_free(&h->views);
}
