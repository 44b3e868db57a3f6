/*
 * All quotes of the archive, joined by their wording, made in a thread of its
 * own, so that nobody waits for it. Until the job is taken or stopped the store
 * and the people must not change.
 */
#ifndef DATELINE_STORE_QUOTE_JOB_H
#define DATELINE_STORE_QUOTE_JOB_H

#include "dateline/store/people_job.h"

/* Good while the people are. */
struct quote_index {
	const struct people *people;
	struct utterances all; /* the latest first */
};

/* In this thread; NULL when it was stopped by *stop, which may be NULL. */
struct quote_index *quote_index_new(
	const struct people *p, const atomic_bool *stop);
/* NULL may be freed. */
void quote_index_free(struct quote_index *x);

struct quote_job;

/* When no thread is left, the work is done before it returns. */
struct quote_job *quote_job_start(
	const struct people *p, const struct people_wake *wake);
/* quote_job_take() will not wait. */
bool quote_job_is_done(const struct quote_job *j);
/* Waits for the end and gives the index, for quote_index_free(); frees j. */
struct quote_index *quote_job_take(struct quote_job *j);
/* Ends it soon, without an index; frees j. NULL may be stopped. */
void quote_job_stop(struct quote_job *j);

#endif
