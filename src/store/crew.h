/*
 * A long computation about all articles, on several threads: stage by stage,
 * each stage in shares that are ranges of the articles. A share writes to what
 * is its own, or what it made is put together in the order of the shares, so
 * that the outcome is the same with any number of threads.
 */
#ifndef DATELINE_SRC_STORE_CREW_H
#define DATELINE_SRC_STORE_CREW_H

#include <stddef.h>

struct crew {
	unsigned threads; /* as in struct pool_work */
	/* Hears how much is done of all stages, in thousandths; or NULL. On the
	 * thread that goes from stage to stage. */
	void (*tell)(void *ctx, unsigned done);
	void *ctx;
	/* In thousandths of all: the stage at hand; what was told last. */
	unsigned from, to, told;
};

/* One thread, and nobody to tell. */
#define CREW_ALONE ((struct crew){ .threads = 1 })

/* The next stage; when it ends, `to` thousandths of all are done. */
void crew_stage(struct crew *c, unsigned to);

/* Articles a share has; the last one may have fewer. Each takes a millisecond
 * or more in the stages that matter. */
#define CREW_SHARE 256

struct share {
	size_t first, end; /* articles */
	void *made; /* for take() */
};

struct crew_work {
	void *ctx;
	/* One thread's tools, kept from share to share; without begin() and
	 * end() they are ctx. */
	void *(*begin)(void *ctx);
	void (*end)(void *tools);
	void (*run)(void *tools, struct share *share);
	/* Takes over what a share made: one after another, in order, on the
	 * caller's thread. NULL: there is nothing to take. */
	void (*take)(void *ctx, struct share *share);
	size_t size; /* articles a share; 0: CREW_SHARE */
};

/* Does the work for n articles, a part of the stage at hand. */
void crew_work(struct crew *c, size_t n, const struct crew_work *work);
/* The same for work that needs no tools, and leaves nothing to take. */
void crew_each(struct crew *c, size_t n,
	void (*run)(void *ctx, struct share *share), void *ctx);

/* Computations that cannot be shared out, but need nothing of one another: side
 * by side, a part of the stage at hand. */
void crew_tasks(
	struct crew *c, size_t n, void (*const *tasks)(void *ctx), void *ctx);

#endif
