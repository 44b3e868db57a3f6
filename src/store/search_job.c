#include "dateline/store/search_job.h"

#include "thread.h"

#include <malloc.h>

struct search_job {
	struct people_wake wake;
	const struct store *store;
	struct search_base *base; /* of the store; NULL: not made yet */
	struct query query;
	enum search_order order;
	uint32_t number;
	atomic_bool stop;
	pthread_t thread;
	bool threaded; /* the thread has to be joined */
	pthread_mutex_t lock; /* of what follows */
	struct search_found found;
	bool fresh; /* it was not taken yet */
};

void search_found_release(struct search_found *f)
{
	hits_release(&f->hits);
}

struct search_job *search_job_new(const struct people_wake *wake)
{
	struct search_job *j = mem_calloc(1, sizeof *j);

	j->wake = *wake;
	pthread_mutex_init(&j->lock, NULL);
	return j;
}

/* The hits are the job's from here on. */
static void publish(struct search_job *j, const struct search_found *found)
{
	pthread_mutex_lock(&j->lock);
	search_found_release(&j->found);
	j->found = *found;
	j->fresh = true;
	pthread_mutex_unlock(&j->lock);
	j->wake.call(j->wake.ctx);
}

static void publish_first(
	struct search_job *j, const struct hits *hits, uint32_t count)
{
	struct search_found first = { .number = j->number, .count = count };

	for (size_t i = 0; i < hits->list.n; i++)
		*vec_push(&first.hits.list) = hits->list.v[i];
	publish(j, &first);
}

/* The first hits are told at once when others may take their time. */
static void find(struct search_job *j, struct search *x)
{
	struct search_found all = { .number = j->number, .complete = true };
	struct hit hit;

	while (search_next(x, &hit)) {
		uint32_t count;
		bool exact;

		*vec_push(&all.hits.list) = hit;
		if (all.hits.list.n != SEARCH_FIRST_HITS)
			continue;
		count = search_count(x, &exact);
		if (!exact)
			publish_first(j, &all.hits, count);
	}
	all.count = (uint32_t)all.hits.list.n;
	if (search_is_stopped(x))
		search_found_release(&all);
	else
		publish(j, &all);
}

static void *run(void *ctx)
{
	struct search_job *j = ctx;
	struct search *x;

	if (!j->base)
		j->base = search_base_new(j->store);
	x = search_begin(j->base, &j->query, j->order, &j->stop);
	find(j, x);
	search_free(x);
	return NULL;
}

/* Ends the search that goes on; the next one may be of the same store. */
static void end(struct search_job *j)
{
	if (j->threaded) {
		atomic_store(&j->stop, true);
		pthread_join(j->thread, NULL);
	}
	j->threaded = false;
	query_release(&j->query);
	j->query = (struct query){ 0 };
	j->fresh = false;
}

void search_job_stop(struct search_job *j)
{
	end(j);
	search_base_free(j->base);
	j->base = NULL;
}

void search_job_ask(struct search_job *j, const struct store *s,
	const struct search_wish *wish)
{
	struct query_error error;

	end(j);
	if (str_trim(wish->text).n == 0) {
		search_job_stop(j);
		/* Measured at 100 000 articles: 7 MB of the reader's 22. */
		malloc_trim(0);
		return;
	}
	if (!query_parse(&j->query, wish->text, &error))
		return;
	j->query.marks = wish->marks;
	j->store = s;
	j->order = wish->order;
	j->number = wish->number;
	atomic_store(&j->stop, false);
	j->threaded = thread_start(&j->thread, run, j);
	if (!j->threaded)
		run(j);
}

bool search_job_take(struct search_job *j, struct search_found *out)
{
	bool fresh;

	pthread_mutex_lock(&j->lock);
	fresh = j->fresh;
	if (fresh) {
		*out = j->found;
		j->found = (struct search_found){ 0 };
		j->fresh = false;
	}
	pthread_mutex_unlock(&j->lock);
	return fresh;
}

void search_job_free(struct search_job *j)
{
	if (!j)
		return;
	search_job_stop(j);
	search_found_release(&j->found);
	pthread_mutex_destroy(&j->lock);
	free(j);
}

bool search_answer(const struct store *s, const struct search_wish *wish,
	struct search_found *out)
{
	struct query_error error;
	struct query q;

	*out = (struct search_found){ .number = wish->number,
		.complete = true };
	if (str_trim(wish->text).n == 0 || !query_parse(&q, wish->text, &error))
		return false;
	q.marks = wish->marks;
	store_search(s, &q, wish->order, &out->hits);
	out->count = (uint32_t)out->hits.list.n;
	query_release(&q);
	return true;
}
