/*
 * Jobs on several threads, taken over in the order in which they were given
 * out: the outcome is the same with any number of threads.
 */
#ifndef DATELINE_STORE_POOL_H
#define DATELINE_STORE_POOL_H

#include <stdatomic.h>
#include <stddef.h>

#define POOL_MAX_THREADS 64
/* Jobs given out and not taken over yet are at most so many, and new ones wait
 * while what the finished ones hold is more bytes than this. */
#define POOL_WINDOW 256
#define POOL_HELD ((size_t)4 << 20)

struct pool;

struct pool_work {
	void *ctx;
	/* The next job; NULL: there are no more. Called by one thread at a
	 * time. */
	void *(*next)(void *ctx);
	/* One thread's tools, kept from job to job. */
	void *(*begin)(void *ctx);
	void (*end)(void *tools);
	/* Does a job, on any thread; gives the bytes its result holds. */
	size_t (*run)(struct pool *p, void *tools, void *job);
	/* Takes over a job that is done, on the thread of pool_run(). */
	void (*take)(void *ctx, void *job);
	unsigned threads; /* 0: one a core; at most POOL_MAX_THREADS */
	const atomic_bool *stop; /* true: no more jobs are given out; or NULL */
};

/* The threads there are when so many are asked for. */
unsigned pool_threads(unsigned asked);
/*
 * Does all jobs and returns when the last was taken over. With one thread, or
 * when none is to be had, on the caller's.
 */
void pool_run(const struct pool_work *work);
/* For run(): waits until all jobs given out before this one were taken over, so
 * that it need hold nothing back any more. */
void pool_wait_turn(struct pool *p, const void *job);

#endif
