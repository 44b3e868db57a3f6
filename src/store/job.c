#include "job.h"

#include "dateline/base/mem.h"
#include "thread.h"

#include <stdatomic.h>

struct job {
	struct job_work work;
	pthread_t thread;
	bool threaded;
	atomic_bool done;
};

static void *run(void *ctx)
{
	struct job *j = ctx;

	j->work.run(j->work.ctx);
	atomic_store(&j->done, true);
	j->work.wake(j->work.wake_ctx);
	return NULL;
}

struct job *job_start(const struct job_work *w)
{
	struct job *j = mem_calloc(1, sizeof *j);

	j->work = *w;
	j->threaded = thread_start(&j->thread, run, j);
	if (!j->threaded)
		run(j);
	return j;
}

bool job_is_done(const struct job *j)
{
	return atomic_load(&j->done);
}

void job_end(struct job *j)
{
	if (j->threaded)
		pthread_join(j->thread, NULL);
	free(j);
}
