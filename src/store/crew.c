#include "crew.h"

#include "dateline/base/mem.h"
#include "dateline/store/pool.h"

/* One call's work. */
struct call {
	struct crew *crew;
	const struct crew_work *work;
	struct share *shares;
	size_t n, given, taken; /* shares */
};

/* One thread of it. */
struct hand {
	const struct crew_work *work;
	void *tools;
};

/* Never less than was told before: a stage may have several calls. */
static void tell(struct crew *c, unsigned done)
{
	if (done <= c->told)
		return;
	c->told = done;
	if (c->tell)
		c->tell(c->ctx, done);
}

void crew_stage(struct crew *c, unsigned to)
{
	c->from = c->to;
	c->to = to;
	tell(c, c->from);
}

static void *next(void *ctx)
{
	struct call *call = ctx;

	return call->given < call->n ? &call->shares[call->given++] : NULL;
}

static void *begin(void *ctx)
{
	const struct call *call = ctx;
	const struct crew_work *w = call->work;
	struct hand *hand = mem_alloc(sizeof *hand);

	*hand = (struct hand){ w, w->begin ? w->begin(w->ctx) : w->ctx };
	return hand;
}

static void end(void *tools)
{
	struct hand *hand = tools;

	if (hand->work->end)
		hand->work->end(hand->tools);
	free(hand);
}

/* What shares leave is the result itself: no bytes are held. */
static size_t run(struct pool *p, void *tools, void *job)
{
	struct hand *hand = tools;

	(void)p;
	hand->work->run(hand->tools, job);
	return 0;
}

static void take(void *ctx, void *job)
{
	struct call *call = ctx;
	struct crew *c = call->crew;

	if (call->work->take)
		call->work->take(call->work->ctx, job);
	call->taken++;
	tell(c, c->from +
			(unsigned)((c->to - c->from) * call->taken / call->n));
}

void crew_work(struct crew *c, size_t n, const struct crew_work *work)
{
	size_t size = work->size ? work->size : CREW_SHARE;
	struct call call = { c, work, NULL, (n + size - 1) / size, 0, 0 };
	struct pool_work pool = { &call, next, begin, end, run, take,
		pool_threads(c->threads), NULL };

	if (pool.threads > call.n)
		pool.threads = call.n ? (unsigned)call.n : 1;
	call.shares = mem_calloc(call.n, sizeof *call.shares);
	for (size_t i = 0; i < call.n; i++) {
		call.shares[i].first = i * size;
		call.shares[i].end = i + 1 < call.n ? (i + 1) * size : n;
	}
	pool_run(&pool);
	free(call.shares);
}

void crew_each(struct crew *c, size_t n,
	void (*run_share)(void *ctx, struct share *share), void *ctx)
{
	const struct crew_work work = { .ctx = ctx, .run = run_share };

	crew_work(c, n, &work);
}

struct tasks {
	void (*const *v)(void *ctx);
	void *ctx;
};

static void run_task(void *tools, struct share *share)
{
	const struct tasks *tasks = tools;

	tasks->v[share->first](tasks->ctx);
}

void crew_tasks(
	struct crew *c, size_t n, void (*const *tasks)(void *ctx), void *ctx)
{
	struct tasks all = { tasks, ctx };
	const struct crew_work work = {
		.ctx = &all, .run = run_task, .size = 1
	};

	crew_work(c, n, &work);
}
