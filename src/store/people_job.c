#include "dateline/store/people_job.h"

#include "job.h"

#include <malloc.h>

struct people_job {
	const struct store *store;
	VEC_OF(struct people_correction) corrections;
	struct arena arena; /* of their strings */
	struct people *people;
	struct job *job;
};

static void find(void *ctx)
{
	struct people_job *j = ctx;

	j->people = people_new(j->store, j->corrections.v, j->corrections.n);
	malloc_trim(0); /* the reader keeps this process for hours */
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
	const struct job_work work = { find, j, wake->call, wake->ctx };

	j->store = s;
	for (size_t i = 0; i < n; i++)
		copy_correction(j, &c[i]);
	j->job = job_start(&work);
	return j;
}

bool people_job_is_done(const struct people_job *j)
{
	return job_is_done(j->job);
}

struct people *people_job_take(struct people_job *j)
{
	struct people *people;

	job_end(j->job);
	people = j->people;
	vec_free(&j->corrections);
	arena_release(&j->arena);
	free(j);
	return people;
}
