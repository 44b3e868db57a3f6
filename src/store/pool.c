#include "dateline/store/pool.h"

#include "dateline/base/mem.h"

#include <pthread.h>
#include <unistd.h>

struct slot {
	void *job;
	size_t held; /* bytes, once it is ready */
	bool ready;
};

struct pool {
	const struct pool_work *work;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t ready; /* a job is, or a thread has ended */
	pthread_cond_t room; /* a job was taken over */
	struct slot slots[POOL_WINDOW]; /* job i at i modulo their number */
	size_t given, taken; /* jobs */
	size_t held; /* bytes of those that are ready */
	unsigned running; /* threads */
	bool over; /* there are no more jobs */
};

static struct slot *slot_of(struct pool *p, size_t i)
{
	return &p->slots[i % POOL_WINDOW];
}

static bool is_stopped(const struct pool *p)
{
	return p->over || (p->work->stop && atomic_load(p->work->stop));
}

/* The next job's slot, NULL when there is none. */
static struct slot *give_out(struct pool *p)
{
	struct slot *slot = NULL;
	void *job = NULL;

	pthread_mutex_lock(&p->lock);
	while (!p->over &&
		(p->given - p->taken == POOL_WINDOW || p->held > POOL_HELD))
		pthread_cond_wait(&p->room, &p->lock);
	if (!is_stopped(p))
		job = p->work->next(p->work->ctx);
	p->over |= job == NULL;
	if (job) {
		slot = slot_of(p, p->given++);
		slot->job = job;
	}
	pthread_mutex_unlock(&p->lock);
	return slot;
}

static void set_ready(struct pool *p, struct slot *slot, size_t held)
{
	pthread_mutex_lock(&p->lock);
	slot->held = held;
	slot->ready = true;
	p->held += held;
	pthread_cond_signal(&p->ready);
	pthread_mutex_unlock(&p->lock);
}

/* Takes over what is ready, and waits for more while threads run. */
static void take_over(struct pool *p)
{
	pthread_mutex_lock(&p->lock);
	for (;;) {
		struct slot *slot = slot_of(p, p->taken);

		while (!slot->ready && p->running > 0)
			pthread_cond_wait(&p->ready, &p->lock);
		if (!slot->ready)
			break;
		pthread_mutex_unlock(&p->lock);
		p->work->take(p->work->ctx, slot->job);
		pthread_mutex_lock(&p->lock);
		slot->ready = false;
		p->held -= slot->held;
		p->taken++;
		pthread_cond_broadcast(&p->room);
	}
	pthread_mutex_unlock(&p->lock);
}

/* Does jobs until there are none; `alone`: and takes each over. */
static void do_jobs(struct pool *p, bool alone)
{
	const struct pool_work *w = p->work;
	void *tools = NULL;
	struct slot *slot;

	while ((slot = give_out(p)) != NULL) {
		if (!tools)
			tools = w->begin(w->ctx);
		set_ready(p, slot, w->run(p, tools, slot->job));
		if (alone)
			take_over(p);
	}
	if (tools)
		w->end(tools);
}

static void *thread(void *ctx)
{
	struct pool *p = ctx;

	do_jobs(p, false);
	pthread_mutex_lock(&p->lock);
	p->running--;
	pthread_cond_signal(&p->ready);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

unsigned pool_threads(unsigned asked)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	if (asked == 0)
		asked = cores > 0 ? (unsigned)cores : 1;
	return asked < POOL_MAX_THREADS ? asked : POOL_MAX_THREADS;
}

void pool_run(const struct pool_work *work)
{
	struct pool *p = mem_calloc(1, sizeof *p);
	unsigned wanted = pool_threads(work->threads), n = 0;
	pthread_t threads[POOL_MAX_THREADS];

	p->work = work;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->ready, NULL);
	pthread_cond_init(&p->room, NULL);
	pthread_mutex_lock(&p->lock);
	while (wanted > 1 && n < wanted &&
		pthread_create(&threads[n], NULL, thread, p) == 0)
		n++;
	p->running = n;
	pthread_mutex_unlock(&p->lock);
	if (n == 0)
		do_jobs(p, true);
	take_over(p);
	for (unsigned i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&p->room);
	pthread_cond_destroy(&p->ready);
	pthread_mutex_destroy(&p->lock);
	free(p);
}

void pool_wait_turn(struct pool *p, const void *job)
{
	pthread_mutex_lock(&p->lock);
	while (slot_of(p, p->taken)->job != job)
		pthread_cond_wait(&p->room, &p->lock);
	pthread_mutex_unlock(&p->lock);
}
