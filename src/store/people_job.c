#include "dateline/store/people_job.h"

#include "thread.h"

#include <stdatomic.h>

struct people_job {
	const struct store *store;
	VEC_OF(struct people_correction) corrections;
	struct arena arena; /* of their strings */
	struct people_wake wake;
	struct people *people;
	pthread_t thread;
	bool threaded;
	atomic_bool done;
};

static void *run(void *ctx)
{
	struct people_job *j = ctx;

	j->people = people_new(j->store, j->corrections.v, j->corrections.n);
	atomic_store(&j->done, true);
	j->wake.call(j->wake.ctx);
	return NULL;
}

static void copy_correction(
	struct people_job *j, const struct people_correction *c)
{
	struct people_correction copy = { arena_dup(&j->arena, c->name),
		arena_dup(&j->arena, c->other), STR_NONE, c->verdict };

	if (c->article.p)
		copy.article = arena_dup(&j->arena, c->article);
	*vec_push(&j->corrections) = copy;
}

struct people_job *people_job_start(const struct store *s,
	const struct people_correction *c, size_t n,
	const struct people_wake *wake)
{
	struct people_job *j = mem_calloc(1, sizeof *j);

	j->store = s;
	j->wake = *wake;
	for (size_t i = 0; i < n; i++)
		copy_correction(j, &c[i]);
	j->threaded = thread_start(&j->thread, run, j);
	if (!j->threaded)
		run(j);
	return j;
}

bool people_job_is_done(const struct people_job *j)
{
	return atomic_load(&j->done);
}

struct people *people_job_take(struct people_job *j)
{
	struct people *people;

	if (j->threaded)
		pthread_join(j->thread, NULL);
	people = j->people;
	vec_free(&j->corrections);
	arena_release(&j->arena);
	free(j);
	return people;
}
