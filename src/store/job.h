/* One piece of work in a thread of its own, so that nobody waits for it. */
#ifndef STORE_JOB_H
#define STORE_JOB_H

#include <stdbool.h>

struct job;

struct job_work {
	void (*run)(void *ctx); /* in the thread */
	void *ctx;
	/* Called once when run() has returned, from the thread; it must be
	 * async-safe (write to a pipe). */
	void (*wake)(void *ctx);
	void *wake_ctx;
};

/* When no thread is left, the work is done before it returns. */
struct job *job_start(const struct job_work *w);
/* job_end() will not wait. */
bool job_is_done(const struct job *j);
/* Waits for the end and frees j; what the work wrote can be read then. */
void job_end(struct job *j);

#endif
