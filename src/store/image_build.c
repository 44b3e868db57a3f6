/* Making images. */
#include "dateline/store/image.h"

#include "dateline/base/message.h"
#include "dateline/store/load.h"
#include "image_path.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* An image that is to be written, and the lock on it: a file beside it, held by
 * whoever makes it. It stays there: a lock on a file that comes and goes is
 * none. */
struct making {
	const struct image_request *r;
	struct buf archive, path;
	int lock;
	bool busy; /* another process has the lock */
};

static void end_making(struct making *m)
{
	if (m->lock >= 0)
		close(m->lock);
	buf_release(&m->archive);
	buf_release(&m->path);
}

static bool take_lock(struct making *m, bool wait, struct err *e)
{
	struct buf name = { 0 };
	int result;

	buf_add_f(&name, "%s.lock", m->path.p);
	m->lock = open(name.p, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (m->lock < 0)
		err_set(e, "%s: %s", name.p, strerrordesc_np(errno));
	buf_release(&name);
	if (m->lock < 0)
		return false;
	do
		result = flock(m->lock, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
	while (result < 0 && errno == EINTR);
	m->busy = result < 0 && errno == EWOULDBLOCK;
	return result == 0 || err_set(e, "%s: %s", m->path.p,
				      m->busy ? _("another process makes it")
					      : strerrordesc_np(errno));
}

static bool begin_making(struct making *m, const struct image_request *r,
	bool wait, struct err *e)
{
	*m = (struct making){ .r = r, .lock = -1 };
	image_archive(&m->archive, r->paths, r->n);
	if (!image_path(&m->path, buf_str(&m->archive), r->shared))
		return err_set(e, _("there is no home for images: set HOME"));
	return (!r->shared || image_folder_good(r->shared, e)) &&
	       image_make_folders(m->path.p, e) && take_lock(m, wait, e);
}

static bool write_image(
	const struct making *m, const struct store *s, struct err *e)
{
	const struct image_of of = { buf_str(&m->archive), image_program() };

	image_sweep(m->path.p);
	return image_save(s, &of, m->path.p, m->r->shared ? 0644 : 0600, e);
}

/* The image that is there, when it needs nothing. */
static struct store *find_current(const struct making *m, struct err *refused)
{
	const struct image_of of = { buf_str(&m->archive), image_program() };
	struct store *s;

	refused->msg[0] = '\0';
	if (m->r->anew || image_open(&s, &of, m->path.p, refused) != IMAGE_USED)
		return NULL;
	if (image_is_current(s, m->r) && image_wait(s, refused))
		return s;
	store_free(s);
	return NULL;
}

static double cpu_seconds(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void tell(struct image_report *report, const struct store *s)
{
	struct stat st;

	report->articles = (uint32_t)s->by_time.n;
	report->files = (uint32_t)s->files.n;
	report->skips = (uint32_t)s->skips.n;
	for (size_t i = 0; i < s->by_time.n; i++)
		report->text += s->articles.v[s->by_time.v[i]].text.n;
	for (size_t i = 0; i < STORE_SECTIONS; i++)
		*vec_push(&report->arrays) = (struct image_array){
			store_sections[i].name,
			section_get(s, i).n * store_sections[i].element
		};
	report->bytes =
		stat(report->path.p, &st) == 0 ? (uint64_t)st.st_size : 0;
	report->seconds = cpu_seconds() - report->seconds;
}

static enum image_result build(
	const struct making *m, struct image_report *report, struct err *e)
{
	const struct image_request *r = m->r;
	struct store *s = find_current(m, &report->refused);
	bool good = true;

	report->was_current = s != NULL;
	if (!s)
		s = store_load(r->paths, r->n, r->threads, e);
	if (!s)
		return IMAGE_NONE;
	if (!report->was_current)
		good = write_image(m, s, e);
	tell(report, s);
	store_free(s);
	return good ? IMAGE_USED : IMAGE_REFUSED;
}

enum image_result image_build(const struct image_request *r,
	struct image_report *report, struct err *e)
{
	enum image_result result = IMAGE_REFUSED;
	struct making m;

	*report = (struct image_report){ .seconds = cpu_seconds() };
	if (begin_making(&m, r, true, e)) {
		buf_add(&report->path, buf_str(&m.path));
		result = build(&m, report, e);
	}
	end_making(&m);
	return result;
}

void image_report_release(struct image_report *report)
{
	buf_release(&report->path);
	vec_free(&report->arrays);
}

enum image_result image_keep(
	const struct store *s, const struct image_request *r, struct err *e)
{
	struct image_request own = *r;
	enum image_result result = IMAGE_REFUSED;
	struct making m;

	own.shared = NULL;
	e->msg[0] = '\0';
	if (begin_making(&m, &own, false, e) && write_image(&m, s, e))
		result = IMAGE_USED;
	else if (m.busy)
		result = IMAGE_NONE;
	if (m.busy)
		e->msg[0] = '\0';
	end_making(&m);
	return result;
}
