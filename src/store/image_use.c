/* Images instead of reading. */
#include "dateline/store/image.h"

#include "changes.h"
#include "dateline/store/load.h"
#include "image_path.h"
#include "order.h"
#include "sidecars.h"

#include <sys/stat.h>
#include <time.h>

/* Where an image may be. */
struct candidate {
	struct buf path;
	const char *folder; /* that must be good; NULL: any */
	struct timespec written;
};

static void find_path(struct candidate *c, struct str archive)
{
	struct stat st;

	if (image_path(&c->path, archive, c->folder) &&
		stat(c->path.p, &st) == 0)
		c->written = st.st_mtim;
}

static bool is_newer(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec != b->tv_sec ? a->tv_sec > b->tv_sec
				      : a->tv_nsec > b->tv_nsec;
}

static enum image_result open_candidate(struct store **s,
	const struct candidate *c, const struct image_of *of, struct err *e)
{
	struct err why;
	enum image_result result;

	if (!c->path.n || (!c->written.tv_sec && !c->written.tv_nsec))
		return IMAGE_NONE;
	if (c->folder && !image_folder_good(c->folder, &why))
		result = IMAGE_REFUSED;
	else
		result = image_open(s, of, c->path.p, &why);
	if (result == IMAGE_REFUSED)
		*e = why;
	return result;
}

enum image_result image_find(
	struct store **s, const struct image_request *r, struct err *e)
{
	struct candidate own = { 0 }, shared = { .folder = r->shared };
	struct image_of of = { .program = image_program() };
	const struct candidate *order[] = { &shared, &own };
	enum image_result result = IMAGE_NONE, one = IMAGE_NONE;
	struct buf archive = { 0 };

	*s = NULL;
	e->msg[0] = '\0';
	image_archive(&archive, r->paths, r->n);
	of.archive = buf_str(&archive);
	find_path(&own, of.archive);
	if (r->shared)
		find_path(&shared, of.archive);
	if (is_newer(&own.written, &shared.written)) {
		order[0] = &own;
		order[1] = &shared;
	}
	for (size_t i = 0; i < 2 && one != IMAGE_USED; i++) {
		one = open_candidate(s, order[i], &of, e);
		result = one == IMAGE_NONE ? result : one;
	}
	buf_release(&archive);
	buf_release(&own.path);
	buf_release(&shared.path);
	return result;
}

/* What was skipped before any file was opened is the same. */
static bool same_skips(const struct store *s, struct store *now)
{
	size_t n = 0;

	store_sort_skips(now);
	for (size_t i = 0; i < s->skips.n; i++) {
		const struct skip *a = &s->skips.v[i];
		const struct skip *b = &now->skips.v[n];

		if (a->file != STORE_NONE)
			continue;
		if (n++ == now->skips.n ||
			!str_eq(store_str(s, a->where),
				store_str(now, b->where)) ||
			!str_eq(store_str(s, a->why), store_str(now, b->why)))
			return false;
	}
	return n == now->skips.n;
}

static bool same_walk(const struct store *s, const struct walk *w)
{
	struct sidecars sidecars = { 0 };
	struct changes c;
	struct store *now;
	bool same;

	changes_begin(&c, s);
	changes_find(&c, w, false);
	same = c.read.n == 0 && c.gone.n == 0;
	changes_release(&c);
	if (!same)
		return false;
	now = store_new();
	sidecars_load(&sidecars, w, now);
	for (size_t i = 0; i < w->skips.n; i++)
		store_add_skip(now, w->skips.v[i].where, w->skips.v[i].why);
	same = same_skips(s, now);
	sidecars_release(&sidecars);
	store_free(now);
	return same;
}

bool image_is_current(const struct store *s, const struct image_request *r)
{
	const atomic_bool stop = false;
	struct walk w;
	struct err e;
	bool same;

	/* What updates made of it is not what reading would (update.h). */
	if (s->added.articles || !walk_begin(&w, r->paths, r->n, &e))
		return false;
	walk_run(&w, &stop);
	same = same_walk(s, &w);
	walk_release(&w);
	return same;
}

static struct store *read_all(const struct image_request *r, struct err *e)
{
	const struct load_request all = { .paths = r->paths,
		.n = r->n,
		.threads = r->threads,
		.unsearched = r->unsearched };
	struct loader *l = loader_start(&all, e);

	return l ? loader_take(l) : NULL;
}

struct store *image_load(const struct image_request *r, struct err *e)
{
	struct store *s = NULL;

	if (!r->anew && image_find(&s, r, e) == IMAGE_USED) {
		/* beside the walk */
		image_check(s);
		if (image_is_current(s, r) && image_wait(s, e))
			return s;
		store_free(s);
	}
	return read_all(r, e);
}
