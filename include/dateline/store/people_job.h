/*
 * people_make() in a thread of its own, so that nobody waits for it (60 ms of
 * CPU for 10 000 articles). Until the job is taken the store must not change;
 * the corrections are copied.
 */
#ifndef DATELINE_STORE_PEOPLE_JOB_H
#define DATELINE_STORE_PEOPLE_JOB_H

#include "dateline/store/people.h"

struct people_job;

/* What is called once, from another thread, when the people are found; it must
 * be async-safe (write to a pipe). */
struct people_wake {
	void (*call)(void *ctx);
	void *ctx;
};

/* When no thread is left, the people are found before it returns. */
struct people_job *people_job_start(const struct store *s,
	const struct people_correction *c, size_t n,
	const struct people_wake *wake);
/* people_job_take() will not wait. */
bool people_job_is_done(const struct people_job *j);
/* Waits for the end and gives the people, for people_free(); frees j. */
struct people *people_job_take(struct people_job *j);

#endif
