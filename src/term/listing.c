#include "term/listing.h"

void listing_start(struct listing *l, const struct people *p,
	const struct people_wake *wake)
{
	if (p && !l->job)
		l->job = quote_job_start(p, wake);
}

void listing_stop(struct listing *l)
{
	quote_job_stop(l->job);
	l->job = NULL;
}

bool listing_take(struct listing *l)
{
	if (!l->job || !quote_job_is_done(l->job))
		return false;
	l->quotes = quote_job_take(l->job);
	l->job = NULL;
	return true;
}

void listing_release(struct listing *l)
{
	listing_stop(l);
	quote_index_free(l->quotes);
	l->quotes = NULL;
}
