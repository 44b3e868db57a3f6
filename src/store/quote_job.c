#include "dateline/store/quote_job.h"

#include "job.h"

#include <malloc.h>

struct quote_job {
	const struct people *people;
	struct quote_index *found;
	atomic_bool stop;
	struct job *job;
};

struct quote_index *quote_index_new(
	const struct people *p, const atomic_bool *stop)
{
	struct quote_index *x = mem_calloc(1, sizeof *x);

	x->people = p;
	if (utterances_make_all(&x->all, p, stop))
		return x;
	quote_index_free(x);
	return NULL;
}

void quote_index_free(struct quote_index *x)
{
	if (x)
		utterances_release(&x->all);
	free(x);
}

static void find(void *ctx)
{
	struct quote_job *j = ctx;

	j->found = quote_index_new(j->people, &j->stop);
	malloc_trim(0); /* the reader keeps this process for hours */
}

struct quote_job *quote_job_start(
	const struct people *p, const struct people_wake *wake)
{
	struct quote_job *j = mem_calloc(1, sizeof *j);
	const struct job_work work = { find, j, wake->call, wake->ctx };

	j->people = p;
	atomic_init(&j->stop, false);
	j->job = job_start(&work);
	return j;
}

bool quote_job_is_done(const struct quote_job *j)
{
	return job_is_done(j->job);
}

struct quote_index *quote_job_take(struct quote_job *j)
{
	struct quote_index *found;

	job_end(j->job);
	found = j->found;
	free(j);
	return found;
}

void quote_job_stop(struct quote_job *j)
{
	if (!j)
		return;
	atomic_store(&j->stop, true);
	quote_index_free(quote_job_take(j));
}
