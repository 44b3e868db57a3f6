/* The quotes of the archive being joined behind the screen. */
#ifndef DATELINE_SRC_TERM_LISTING_H
#define DATELINE_SRC_TERM_LISTING_H

#include "dateline/store/quote_job.h"

struct listing {
	struct quote_job *job; /* NULL: none goes on */
	struct quote_index *quotes; /* as last joined */
};

/* Nothing new where one goes on already, or where nobody is known. The people
 * and their store must not change until it is stopped or taken. */
void listing_start(struct listing *l, const struct people *p,
	const struct people_wake *wake);
/* What goes on is of no use any more. */
void listing_stop(struct listing *l);
/* Takes what is done: l->quotes are others then, those before are the caller's.
 * False: nothing is. */
bool listing_take(struct listing *l);
void listing_release(struct listing *l);

#endif
