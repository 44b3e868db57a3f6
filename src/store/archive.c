#include "dateline/store/archive.h"

#include "dateline/base/message.h"
#include "dateline/store/image.h"
#include "dateline/store/regroup.h"
#include "dateline/store/update.h"
#include "job.h"

#include <malloc.h>

/* What a look has found, on its way into the store. */
struct joining {
	struct store *fresh; /* what was read; the update's once it is made */
	VEC_OF(uint32_t) files; /* changed, or gone */
	uint32_t *gone; /* articles, n_gone of them */
	size_t n_gone;
	struct update *update;
};

/* A store on its way into the image, and mapped from there. */
struct saving {
	struct store *store;
	struct err error; /* why it is not mapped; empty: it is */
};

struct archive {
	struct archive_request request;
	enum archive_work work;
	struct store *store, *before;
	struct loader *loader; /* reading, looking, repairing */
	struct load_progress last; /* of the loader before */
	struct job *job; /* joining, saving */
	bool stopped; /* the user asked for it */
	bool again; /* another look was asked for meanwhile */
	struct joining joining;
	struct saving saving;
	bool unchecked; /* only what lists show may be touched (image_open) */
	struct err error; /* of the image; empty: none */
	bool told; /* the error was, as a remark */
	struct err failure; /* of the last look */
};

static struct image_request image_request(const struct archive *a)
{
	return (struct image_request){ .paths = a->request.paths,
		.n = a->request.n,
		.threads = a->request.threads,
		.shared = a->request.shared };
}

static bool start_loader(
	struct archive *a, enum archive_work work, struct err *e)
{
	const struct load_request r = { .paths = a->request.paths,
		.n = a->request.n,
		.threads = a->request.threads,
		.known = work == ARCHIVE_LOOKING ? a->store : NULL,
		.partly = work == ARCHIVE_READING,
		.idle = work == ARCHIVE_REPAIRING,
		.wake = a->request.wake,
		.wake_ctx = a->request.ctx };

	a->stopped = false;
	a->loader = loader_start(&r, e);
	a->work = a->loader ? work : ARCHIVE_IDLE;
	return a->loader != NULL;
}

static void start_job(
	struct archive *a, enum archive_work work, void (*run)(void *ctx))
{
	const struct job_work w = { run, a, a->request.wake, a->request.ctx };

	a->work = work;
	a->job = job_start(&w);
}

/* ---- the image ---- */

static void tell_refusal(struct archive *a, const struct err *why)
{
	err_set(&a->error, _("%s; the archive is read anew"), why->msg);
	a->told = false;
}

static bool open_image(struct archive *a)
{
	const struct image_request r = image_request(a);
	enum image_result result = IMAGE_NONE;
	struct err why;

	if (a->request.images)
		result = image_find(&a->store, &r, &why);
	if (result == IMAGE_REFUSED)
		tell_refusal(a, &why);
	a->unchecked = result == IMAGE_USED;
	return a->unchecked;
}

/* What is mapped needs no memory of its own; what cannot be is shown as it
 * is. */
static void save(void *ctx)
{
	struct archive *a = ctx;
	struct saving *x = &a->saving;
	const struct image_request r = image_request(a);
	struct store *mapped;

	if (image_keep(x->store, &r, &x->error) != IMAGE_USED ||
		image_find(&mapped, &r, &x->error) != IMAGE_USED)
		return;
	if (image_wait(mapped, &x->error)) {
		store_free(x->store);
		x->store = mapped;
	} else {
		store_free(mapped);
	}
}

/* ---- joining what a look has found ---- */

static void prepare(void *ctx)
{
	struct archive *a = ctx;
	struct joining *j = &a->joining;

	j->update = update_prepare(a->store, j->fresh, j->gone, j->n_gone);
	j->fresh = NULL;
}

static void forget_joining(struct archive *a)
{
	struct joining *j = &a->joining;

	update_free(j->update);
	store_free(j->fresh);
	vec_free(&j->files);
	free(j->gone);
	*j = (struct joining){ 0 };
}

static void tell_joined(struct archive *a, size_t had, struct archive_news *n)
{
	const struct joining *j = &a->joining;
	const struct store *s = a->store;

	for (size_t i = 0; i < j->n_gone; i++)
		n->gone += s->articles.v[j->gone[i]].round == STORE_NONE;
	n->added = (uint32_t)(s->by_time.n + n->gone - had);
	n->store = n->looked = true;
}

/* Between two keys: what was worked out is written into the store. */
static void join(struct archive *a, struct archive_news *n)
{
	struct joining *j = &a->joining;
	size_t had = a->store->by_time.n;
	struct err ignored;

	a->request.release(a->request.ctx);
	update_apply(a->store, j->update);
	j->update = NULL;
	update_forget(a->store, j->files.v, j->files.n);
	tell_joined(a, had, n);
	forget_joining(a);
	/* Without a thread for it, it is done by the next start. */
	start_loader(a, ARCHIVE_REPAIRING, &ignored);
}

/*
 * With corrections in force the rounds are not as they were found: they are
 * put back, and all is done at once.
 */
static void join_now(struct archive *a, struct archive_news *n)
{
	a->request.release(a->request.ctx);
	store_regroup(a->store, NULL, 0);
	prepare(a);
	join(a, n);
}

/* ---- what the threads have finished ---- */

static struct store *take_loaded(struct archive *a)
{
	struct store *s;

	a->last = loader_progress(a->loader);
	s = loader_take(a->loader);
	a->loader = NULL;
	a->work = ARCHIVE_IDLE;
	return s;
}

/* Another store in the place of the one before. */
static void replace(
	struct archive *a, struct store *store, struct archive_news *n)
{
	a->request.release(a->request.ctx);
	a->before = a->store;
	a->store = store;
	n->store = true;
}

/* All is read and related: to be shown from the image, where there is one. */
static void take_whole(struct archive *a, struct archive_news *n)
{
	struct store *s;

	if (a->stopped && a->work == ARCHIVE_REPAIRING) {
		store_free(take_loaded(a));
		return;
	}
	s = take_loaded(a);
	if (a->stopped || !a->request.images || a->request.unwritten) {
		replace(a, s, n);
		return;
	}
	a->saving = (struct saving){ .store = s };
	start_job(a, ARCHIVE_SAVING, save);
}

static void tell_stopped(struct archive_news *n)
{
	n->looked = true;
	n->failed = _("stopped: what is shown is as it was");
}

static void take_looked(struct archive *a, struct archive_news *n)
{
	struct joining *j = &a->joining;
	size_t files;
	const uint32_t *gone = loader_gone(a->loader, &files);

	for (size_t i = 0; i < files; i++)
		*vec_push(&j->files) = gone[i];
	j->fresh = take_loaded(a);
	if (a->stopped)
		tell_stopped(n);
	if (a->stopped || (j->fresh->files.n == 0 && files == 0)) {
		n->looked = true;
		forget_joining(a);
		return;
	}
	j->n_gone = update_articles_of(a->store, j->files.v, files, &j->gone);
	if (a->store->found)
		join_now(a, n);
	else
		start_job(a, ARCHIVE_JOINING, prepare);
}

static void take_loader(struct archive *a, struct archive_news *n)
{
	if (a->work == ARCHIVE_LOOKING)
		take_looked(a, n);
	else
		take_whole(a, n);
}

static void take_saved(struct archive *a, struct archive_news *n)
{
	struct store *s = a->saving.store;

	a->error = a->saving.error;
	a->told = false;
	a->saving = (struct saving){ 0 };
	replace(a, s, n);
}

static void take_job(struct archive *a, struct archive_news *n)
{
	enum archive_work work = a->work;

	job_end(a->job);
	a->job = NULL;
	a->work = ARCHIVE_IDLE;
	if (work == ARCHIVE_SAVING)
		take_saved(a, n);
	else
		join(a, n);
}

static void take_part(struct archive *a, struct archive_news *n)
{
	struct store *part =
		a->work == ARCHIVE_READING ? loader_partly(a->loader) : NULL;

	if (!part)
		return;
	replace(a, part, n);
	n->partial = true;
}

static void free_before(struct archive *a)
{
	if (!a->before)
		return;
	store_free(a->before);
	a->before = NULL;
	malloc_trim(0);
}

/* Starts to read files, or says why not. */
static void begin(
	struct archive *a, enum archive_work work, struct archive_news *n)
{
	if (start_loader(a, work, &a->failure))
		return;
	n->looked = true;
	n->failed = a->failure.msg;
}

/* A damaged image is found to be one after its list was shown. */
static void read_anew(
	struct archive *a, const struct err *why, struct archive_news *n)
{
	tell_refusal(a, why);
	replace(a, store_new(), n);
	n->partial = true;
	begin(a, ARCHIVE_READING, n);
}

/* The look begins now, when the list has been shown; what it finds waits for
 * another step: whoever is told that the store is checked may change it first
 * (store_regroup()), and no thread may be reading it then. */
static void check_image(struct archive *a, struct archive_news *n)
{
	struct err why;

	a->unchecked = false;
	a->work = ARCHIVE_IDLE;
	n->checked = image_wait(a->store, &why);
	if (!n->checked)
		read_anew(a, &why, n);
	else if (a->stopped)
		tell_stopped(n);
	else
		begin(a, ARCHIVE_LOOKING, n);
}

static void take_finished(struct archive *a, struct archive_news *n)
{
	if (a->job && job_is_done(a->job))
		take_job(a, n);
	else if (a->loader && loader_progress(a->loader).done)
		take_loader(a, n);
	else if (a->loader)
		take_part(a, n);
	if (!a->again || a->work != ARCHIVE_IDLE)
		return;
	a->again = false;
	begin(a, ARCHIVE_LOOKING, n);
}

struct archive_news archive_step(struct archive *a)
{
	struct archive_news n = { 0 };

	free_before(a);
	if (a->unchecked)
		check_image(a, &n);
	else
		take_finished(a, &n);
	if (a->error.msg[0] && !a->told)
		n.remark = a->error.msg;
	a->told = true;
	return n;
}

/* ---- from outside ---- */

struct archive *archive_open(const struct archive_request *r, struct err *e)
{
	struct archive *a = mem_calloc(1, sizeof *a);

	a->request = *r;
	if (open_image(a)) {
		a->work = ARCHIVE_LOOKING;
		a->request.wake(a->request.ctx);
		return a;
	}
	if (start_loader(a, ARCHIVE_READING, e))
		return a;
	archive_close(a);
	return NULL;
}

void archive_close(struct archive *a)
{
	if (a->loader) {
		loader_stop(a->loader);
		store_free(take_loaded(a));
	}
	if (a->job)
		job_end(a->job);
	store_free(a->saving.store);
	forget_joining(a);
	store_free(a->before);
	store_free(a->store);
	free(a);
}

struct store *archive_store(struct archive *a)
{
	return a->store;
}

struct archive_progress archive_progress(struct archive *a)
{
	return (struct archive_progress){ a->work,
		a->loader ? loader_progress(a->loader) : a->last };
}

bool archive_look(struct archive *a, struct err *e)
{
	/* What is joined is read anew right after. */
	a->again = a->work != ARCHIVE_IDLE && a->work != ARCHIVE_LOOKING &&
		   a->work != ARCHIVE_JOINING;
	return a->work != ARCHIVE_IDLE || start_loader(a, ARCHIVE_LOOKING, e);
}

void archive_stop(struct archive *a)
{
	a->stopped = a->unchecked || a->loader;
	if (a->loader)
		loader_stop(a->loader);
}

void archive_settle(struct archive *a)
{
	if (a->work != ARCHIVE_JOINING)
		return;
	job_end(a->job);
	a->job = NULL;
	forget_joining(a);
	a->work = ARCHIVE_IDLE;
	/* A step begins it, and says so when it cannot. */
	a->again = true;
	a->request.wake(a->request.ctx);
}
