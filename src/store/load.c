#include "dateline/store/load.h"

#include "changes.h"
#include "copy.h"
#include "dateline/base/message.h"
#include "dateline/input/source.h"
#include "dateline/store/pool.h"
#include "dateline/store/walk.h"
#include "finish.h"
#include "sidecars.h"
#include "snapshot.h"
#include "thread.h"

#include <math.h>
#include <sys/resource.h>
#include <unistd.h>

/* A batch is handed to a thread at once: enough to make the lock cheap, few
 * enough to end together. */
#define BATCH_FILES 16
#define BATCH_BYTES ((uint64_t)2 << 20)
/* Between two calls of wake, in nanoseconds. */
#define WAKE_EVERY 250000000
/* What was read in this time, in nanoseconds, is worth a look. */
#define PARTLY_AFTER 250000000
/* From here on the speed so far tells how long the rest will take: a part of
 * all, and nanoseconds. */
#define LEFT_FROM 0.02
#define LEFT_AFTER 1000000000
/* As nice(1) has it. */
#define NICE_IDLE 19

/* What one call of source_read takes: a file, or a part of it. */
struct unit {
	uint32_t file; /* in changes.read, and so in the store's files */
	struct source_part part;
	bool collected;
};

struct batch {
	size_t first, n; /* units */
	struct store *store; /* what was in them, once they are read */
};

struct loader {
	struct walk walk;
	bool again; /* some files are known: nothing is finished */
	bool partly, idle; /* as in the request */
	struct timespec started;
	int64_t next_partly; /* nanoseconds after that */
	bool unsearched;
	struct changes changes;
	struct sidecars sidecars;
	VEC_OF(struct unit) units;
	VEC_OF(struct batch) batches;
	unsigned threads;
	void (*wake)(void *ctx);
	void *wake_ctx;

	size_t next; /* batch to be given out */
	pthread_t thread; /* walks, collects, finishes */
	pthread_mutex_t lock; /* of what follows */
	struct load_progress progress;
	struct timespec since; /* when the reading or the linking began */
	struct timespec woken; /* when wake was last called */
	struct store *part; /* what was read so far, or NULL */
	atomic_bool stop;

	struct store *store; /* the result */
};

/* One thread's tools, kept from file to file. */
struct worker {
	struct loader *loader;
	struct store *store; /* of the batch at hand */
	const struct walk_file *file; /* being read */
	int fd; /* of that file */
	uint64_t begin, end; /* bytes of it that are to be read */
	uint64_t counted; /* of those: in progress.bytes_done already */
	struct analyser *analyser;
	struct analysis analysis;
	struct arena arena;
};

/* In nanoseconds. */
static int64_t passed(const struct timespec *from, const struct timespec *to)
{
	return (int64_t)(to->tv_sec - from->tv_sec) * 1000000000 +
	       (to->tv_nsec - from->tv_nsec);
}

/* Says that there is progress to be seen, not too often. */
static void wake(struct loader *l, bool now)
{
	struct timespec t;

	if (!l->wake)
		return;
	clock_gettime(CLOCK_MONOTONIC, &t);
	pthread_mutex_lock(&l->lock);
	now = now || passed(&l->woken, &t) >= WAKE_EVERY;
	if (now)
		l->woken = t;
	pthread_mutex_unlock(&l->lock);
	if (now)
		l->wake(l->wake_ctx);
}

/* Counts what the worker has read, up to byte `at` of its file. */
static void count(struct worker *w, uint64_t at, uint32_t articles)
{
	struct loader *l = w->loader;
	uint64_t read = at < w->begin ? 0
			: at < w->end ? at - w->begin
				      : w->end - w->begin;

	pthread_mutex_lock(&l->lock);
	l->progress.articles += articles;
	if (read > w->counted)
		l->progress.bytes_done += read - w->counted;
	pthread_mutex_unlock(&l->lock);
	if (read > w->counted)
		w->counted = read;
	wake(l, false);
}

/* How far the file was read; what its bytes gave is not all analysed yet. */
static uint64_t place(const struct worker *w)
{
	off_t at = lseek(w->fd, 0, SEEK_CUR);

	return at > 0 ? (uint64_t)at : 0;
}

static void add_article(void *ctx, struct doc *d)
{
	struct worker *w = ctx;

	sidecars_apply(&w->loader->sidecars, w->file, d, &w->arena);
	analyse(w->analyser, d, &w->arena, &w->analysis);
	store_add(w->store, d, &w->analysis);
	arena_clear(&w->arena);
	count(w, place(w), 1);
}

static void add_skip(void *ctx, struct str where, struct str why)
{
	struct worker *w = ctx;

	store_add_skip(w->store, where, why);
}

static const struct walk_file *file_at(const struct loader *l, uint32_t i)
{
	return &l->walk.files.v[l->changes.read.v[i]];
}

static void read_unit(struct worker *w, const struct unit *unit)
{
	const struct input_sink sink = { w, add_article, add_skip };
	const struct walk *walk = &w->loader->walk;
	const struct walk_file *file = file_at(w->loader, unit->file);
	const struct input in = { .id = file->id, .path = file->path };
	struct stat st;
	struct err e;

	w->file = file;
	w->store->from = unit->file;
	w->begin = unit->part.offset;
	w->end = w->begin + unit->part.length;
	w->counted = 0;
	w->fd = walk_open(walk, file, &st, &e);
	if (w->fd >= 0) {
		source_read(w->fd, &unit->part, &in, &w->arena, &sink);
		close(w->fd);
	} else {
		store_add_skip(w->store, file->path, str_from_c(e.msg));
	}
	count(w, w->end, 0);
}

static void *next_batch(void *ctx)
{
	struct loader *l = ctx;

	return l->next < l->batches.n ? &l->batches.v[l->next++] : NULL;
}

static void *begin_work(void *ctx)
{
	struct worker *w = mem_calloc(1, sizeof *w);

	w->loader = ctx;
	w->analyser = analyser_new();
	return w;
}

static void end_work(void *tools)
{
	struct worker *w = tools;

	analyser_free(w->analyser);
	analysis_release(&w->analysis);
	arena_release(&w->arena);
	free(w);
}

static void count_files(struct loader *l, const struct batch *b)
{
	pthread_mutex_lock(&l->lock);
	for (size_t i = b->first; i < b->first + b->n; i++) {
		const struct unit *unit = &l->units.v[i];

		/* Parts follow one another: a file ends before the next. */
		l->progress.files_done += i + 1 == l->units.n ||
					  l->units.v[i + 1].file != unit->file;
	}
	pthread_mutex_unlock(&l->lock);
}

/* Into a store of its own. All of them are kept: no bytes are reported. */
static size_t read_batch(struct pool *p, void *tools, void *job)
{
	struct worker *w = tools;
	struct batch *b = job;

	(void)p;
	b->store = w->store = store_new();
	for (size_t i = b->first; i < b->first + b->n; i++)
		read_unit(w, &w->loader->units.v[i]);
	count_files(w->loader, b);
	return 0;
}

static void put_part(struct loader *l, struct store *part)
{
	struct store *before;

	pthread_mutex_lock(&l->lock);
	before = l->part;
	l->part = part;
	pthread_mutex_unlock(&l->lock);
	store_free(before);
}

/* A look at what was read so far, when it is time for another or all is read;
 * what took no time is not worth one. */
static void offer_part(struct loader *l, bool all)
{
	struct timespec t;
	int64_t now;

	if (!l->partly || l->store->articles.n == 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &t);
	now = passed(&l->started, &t);
	if (now < (all ? PARTLY_AFTER : l->next_partly))
		return;
	l->next_partly = 2 * now;
	put_part(l, snapshot_make(l->store));
	wake(l, true);
}

/* Puts the batches together in their order, so that the result does not depend
 * on which thread was first. */
static void collect(void *ctx, void *job)
{
	struct loader *l = ctx;
	struct batch *b = job;

	store_append(l->store, b->store);
	store_free(b->store);
	for (size_t i = b->first; i < b->first + b->n; i++)
		l->units.v[i].collected = true;
	offer_part(l, false);
}

/* A file's parts: one when it is not to be cut. */
static void add_units(struct loader *l, uint32_t number)
{
	const struct walk_file *file = file_at(l, number);
	struct source_cutter cutter;
	struct unit unit = { .file = number };
	struct stat st;
	struct err e;
	int fd = -1;

	if (file->size > SOURCE_PART)
		fd = walk_open(&l->walk, file, &st, &e);
	source_cut_begin(&cutter, fd, file->size, SOURCE_PART);
	while (source_cut_next(&cutter, SOURCE_PART, &unit.part))
		*vec_push(&l->units) = unit;
	source_cut_end(&cutter);
	if (fd >= 0)
		close(fd);
}

static void make_batches(struct loader *l)
{
	struct batch b = { 0 };
	uint64_t bytes = 0;

	for (size_t i = 0; i < l->units.n; i++) {
		b.n++;
		bytes += l->units.v[i].part.length;
		if (b.n < BATCH_FILES && bytes < BATCH_BYTES &&
			i + 1 < l->units.n)
			continue;
		*vec_push(&l->batches) = b;
		b = (struct batch){ .first = i + 1 };
		bytes = 0;
	}
}

static void end_walking(struct loader *l)
{
	uint64_t bytes = 0;

	for (uint32_t i = 0; i < l->changes.read.n; i++)
		bytes += file_at(l, i)->size;
	pthread_mutex_lock(&l->lock);
	l->progress.files_all = (uint32_t)l->changes.read.n;
	l->progress.bytes_all = bytes;
	l->progress.walking = false;
	clock_gettime(CLOCK_MONOTONIC, &l->since);
	pthread_mutex_unlock(&l->lock);
	wake(l, true);
}

static void add_file(struct store *s, const struct walk_file *file)
{
	struct store_file f = { .stamp = file->stamp };

	f.path = store_put(s, file->path);
	*vec_push(&s->files) = f;
}

static void find_files(struct loader *l)
{
	walk_run(&l->walk, &l->stop);
	changes_find(&l->changes, &l->walk, atomic_load(&l->stop));
	end_walking(l);
	for (uint32_t i = 0; i < l->changes.read.n; i++) {
		add_file(l->store, file_at(l, i));
		add_units(l, i);
	}
	make_batches(l);
	sidecars_load(&l->sidecars, &l->walk, l->store);
	for (size_t i = 0; i < l->walk.skips.n; i++)
		store_add_skip(l->store, l->walk.skips.v[i].where,
			l->walk.skips.v[i].why);
}

static void set_state(struct loader *l, bool linking, bool done)
{
	pthread_mutex_lock(&l->lock);
	l->progress.linking = linking;
	l->progress.done = done;
	clock_gettime(CLOCK_MONOTONIC, &l->since);
	pthread_mutex_unlock(&l->lock);
	wake(l, true);
}

static void tell_linked(void *ctx, unsigned done)
{
	struct loader *l = ctx;

	pthread_mutex_lock(&l->lock);
	l->progress.linked = done;
	pthread_mutex_unlock(&l->lock);
	wake(l, false);
}

/* A file that was not read to its end is to be read again. */
static void forget_unread(struct loader *l)
{
	for (size_t i = 0; i < l->units.n; i++)
		if (!l->units.v[i].collected)
			l->store->files.v[l->units.v[i].file].stamp = 0;
}

static void *run(void *ctx)
{
	struct loader *l = ctx;
	const struct pool_work work = { l, next_batch, begin_work, end_work,
		read_batch, collect, l->threads, &l->stop };
	struct crew crew = {
		.threads = l->threads, .tell = tell_linked, .ctx = l
	};

	/* That of this thread, and of those it starts. */
	if (l->idle)
		setpriority(PRIO_PROCESS, (id_t)gettid(), NICE_IDLE);
	input_prepare();
	find_files(l);
	pool_run(&work);
	forget_unread(l);
	offer_part(l, true);
	set_state(l, true, false);
	if (!l->again)
		store_finish_with(l->store, !l->unsearched, &crew);
	set_state(l, false, true);
	return NULL;
}

static void loader_free(struct loader *l)
{
	store_free(l->part);
	sidecars_release(&l->sidecars);
	walk_release(&l->walk);
	changes_release(&l->changes);
	vec_free(&l->units);
	vec_free(&l->batches);
	pthread_mutex_destroy(&l->lock);
	free(l);
}

struct loader *loader_start(const struct load_request *r, struct err *e)
{
	struct loader *l = mem_calloc(1, sizeof *l);

	pthread_mutex_init(&l->lock, NULL);
	l->threads = r->threads;
	l->again = r->known != NULL;
	l->partly = r->partly;
	l->idle = r->idle;
	l->next_partly = PARTLY_AFTER;
	clock_gettime(CLOCK_MONOTONIC, &l->started);
	l->unsearched = r->unsearched;
	changes_begin(&l->changes, r->known);
	l->wake = r->wake;
	l->wake_ctx = r->wake_ctx;
	l->progress.walking = true;
	l->store = store_new();
	if (walk_begin(&l->walk, r->paths, r->n, e) &&
		(thread_start(&l->thread, run, l) ||
			err_set(e, _("no thread could be started"))))
		return l;
	store_free(l->store);
	loader_free(l);
	return NULL;
}

/* As long in proportion as what is done of the work took. */
static uint32_t seconds_left(
	const struct load_progress *p, const struct timespec *since)
{
	double done = p->linking ? p->linked / 1000.0
		      : p->bytes_all
			      ? (double)p->bytes_done / (double)p->bytes_all
			      : 0;
	struct timespec now;
	int64_t took;

	clock_gettime(CLOCK_MONOTONIC, &now);
	took = passed(since, &now);
	if (p->done || done < LEFT_FROM || took < LEFT_AFTER)
		return 0;
	return (uint32_t)ceil((double)took / 1e9 * (1 - done) / done);
}

struct load_progress loader_progress(struct loader *l)
{
	struct load_progress progress;
	struct timespec since;

	pthread_mutex_lock(&l->lock);
	progress = l->progress;
	since = l->since;
	pthread_mutex_unlock(&l->lock);
	progress.left = seconds_left(&progress, &since);
	return progress;
}

const uint32_t *loader_gone(const struct loader *l, size_t *n)
{
	*n = l->changes.gone.n;
	return l->changes.gone.v;
}

struct store *loader_partly(struct loader *l)
{
	struct store *part;

	pthread_mutex_lock(&l->lock);
	part = l->part;
	l->part = NULL;
	pthread_mutex_unlock(&l->lock);
	return part;
}

void loader_stop(struct loader *l)
{
	atomic_store(&l->stop, true);
}

struct store *loader_take(struct loader *l)
{
	struct store *s;

	pthread_join(l->thread, NULL);
	s = l->store;
	loader_free(l);
	return s;
}

struct store *store_load(
	const char *const *paths, size_t n, unsigned threads, struct err *e)
{
	const struct load_request r = {
		.paths = paths, .n = n, .threads = threads
	};
	struct loader *l = loader_start(&r, e);

	return l ? loader_take(l) : NULL;
}
