/*
 * Searches in a thread of their own, so that no key waits for one. There is one
 * at a time: who asks again is not told what was asked before.
 */
#ifndef DATELINE_STORE_SEARCH_JOB_H
#define DATELINE_STORE_SEARCH_JOB_H

#include "dateline/store/people_job.h"
#include "dateline/store/search.h"

struct search_wish {
	struct str text; /* blank or no query: only what goes on is stopped */
	enum search_order order;
	uint32_t number; /* the asker's own, given back */
	/* What is:read, tag: … ask; it may not change while that goes on. */
	const struct marks *marks;
};

/* So many hits are told before the others are known. */
#define SEARCH_FIRST_HITS 200

struct search_found {
	uint32_t number;
	bool complete; /* false: these are the first, the others will come */
	struct hits hits; /* in the order asked for */
	uint32_t count; /* of all hits; when not complete, an estimate */
};

void search_found_release(struct search_found *f);
/* Answers in this thread, completely; the same as the job does. False when the
 * wish is no query. */
bool search_answer(const struct store *s, const struct search_wish *wish,
	struct search_found *out);

struct search_job;
/* `wake` is called from other threads, and whenever there is news. */
struct search_job *search_job_new(const struct people_wake *wake);
/* The store must not change until search_job_stop(). */
void search_job_ask(struct search_job *j, const struct store *s,
	const struct search_wish *wish);
/* Before the store changes: ends what goes on and forgets it. */
void search_job_stop(struct search_job *j);
/* What was found since the last time, for search_found_release(); false: there
 * is nothing new. */
bool search_job_take(struct search_job *j, struct search_found *out);
void search_job_free(struct search_job *j);

#endif
