#include "dateline/store/walk.h"

#include "dateline/base/file.h"
#include "dateline/base/message.h"
#include "dateline/input/sidecar.h"
#include "dateline/text/sanitize.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Folders in folders; deeper ones are listed as skipped. */
#define MAX_DEPTH 64

/* A folder still to be walked, by its raw path below its root. */
struct folder {
	const char *name; /* "" is the root itself */
	uint32_t root, depth;
};

struct entry {
	const char *name;
	mode_t mode;
	uint64_t size, stamp;
	int error; /* why no more is known of it; 0: it is */
};

struct pending {
	VEC_OF(struct folder) stack;
	VEC_OF(struct entry) entries; /* of one folder */
	struct buf path; /* scratch: of the entry at hand */
};

/* Endings of files that hold no article. */
static const char *const other_endings[] = { ".css", ".js", ".mjs", ".map",
	".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp",
	".avif", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4",
	".webm", ".ogg", ".wav", ".swf" };

static bool is_other(struct str name)
{
	if (str_starts(name, STR(".")) || str_ends(name, STR("~")))
		return true;
	for (size_t i = 0; i < sizeof other_endings / sizeof *other_endings;
		i++)
		if (str_ends_nocase(name, str_from_c(other_endings[i])))
			return true;
	return false;
}

/* The path of a folder's entry in the emptied *path. */
static const char *join(struct buf *path, const char *folder, const char *name)
{
	buf_clear(path);
	if (*folder)
		buf_add_f(path, "%s/", folder);
	buf_add(path, str_from_c(name));
	return path->p;
}

/* The path for people: the root as given, then the path below it. */
static struct str shown(struct walk *w, uint32_t root, const char *name)
{
	struct str given = str_from_c(w->roots.v[root].given);
	struct buf path = { 0 };
	struct str clean;

	while (given.n > 1 && given.p[given.n - 1] == '/')
		given.n--;
	buf_add(&path, given);
	if (*name && !str_ends(given, STR("/")))
		buf_add_c(&path, '/');
	buf_add(&path, str_from_c(name));
	clean = text_clean_path(&w->arena, buf_str(&path));
	buf_release(&path);
	return clean;
}

static void skip(
	struct walk *w, uint32_t root, const char *name, const char *why)
{
	*vec_push(&w->skips) = (struct walk_skip){ shown(w, root, name),
		arena_dup(&w->arena, str_from_c(why)) };
}

/* For what the system refused. */
static void skip_error(
	struct walk *w, uint32_t root, const char *name, int error)
{
	char why[96];

	snprintf(why, sizeof why, "cannot be read: %s", strerrordesc_np(error));
	skip(w, root, name, why);
}

/* An archive may have very many files: where a name is clean, as almost all
 * are, the end of the path is the id and the name as well. */
static void measure(struct entry *e, const struct stat *st)
{
	const int64_t parts[] = { st->st_size, st->st_mtim.tv_sec,
		st->st_mtim.tv_nsec, st->st_ctim.tv_sec, st->st_ctim.tv_nsec,
		(int64_t)st->st_ino };

	e->size = (uint64_t)st->st_size;
	e->stamp = str_hash(str_of((const char *)parts, sizeof parts));
}

static struct walk_file file_of(
	struct walk *w, uint32_t root, const char *raw, const struct entry *e)
{
	struct str name = str_from_c(raw);
	struct walk_file file = {
		.path = shown(w, root, raw),
		.size = e->size,
		.stamp = e->stamp,
		.root = root,
		.sidecar = WALK_NONE,
	};

	if (str_ends(file.path, name)) {
		file.id =
			str_slice(file.path, file.path.n - name.n, file.path.n);
		file.name = file.id.p;
	} else {
		file.id = text_clean_path(&w->arena, name);
		file.name = arena_dup_c(&w->arena, name);
	}
	return file;
}

/* A file given by name: its own name is its id. One that is gone by now is
 * told by whoever opens it. */
static void add_given_file(struct walk *w, uint32_t root)
{
	const char *given = w->roots.v[root].given;
	const char *slash = strrchr(given, '/');
	struct walk_file *file = vec_push(&w->files);
	struct entry e = { 0 };
	struct stat st;

	if (stat(given, &st) == 0)
		measure(&e, &st);
	*file = file_of(w, root, slash ? slash + 1 : given, &e);
	file->path = text_clean_path(&w->arena, str_from_c(given));
	file->name = given;
}

static int by_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static bool has_entry(const struct pending *p, const char *name)
{
	const struct entry key = { .name = name };

	return p->entries.n &&
	       bsearch(&key, p->entries.v, p->entries.n, sizeof key, by_name);
}

/* "page_files" beside "page.html" */
static bool is_companion(const struct pending *p, struct str folder)
{
	static const char *const endings[] = { "html", "htm", "HTML", "HTM",
		"xhtml" };
	struct buf name = { 0 };
	bool found = false;

	if (!str_ends(folder, STR("_files")))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		buf_clear(&name);
		buf_add(&name, str_slice(folder, 0, folder.n - 6));
		buf_add_f(&name, ".%s", endings[i]);
		found = found || has_entry(p, name.p);
	}
	buf_release(&name);
	return found;
}

/* True when the folder was not walked yet. */
static bool is_new(struct walk *w, const struct stat *st)
{
	uint64_t key[2] = { (uint64_t)st->st_dev, (uint64_t)st->st_ino };
	uint32_t before = w->seen.n;

	return intern_add(&w->seen, str_of((const char *)key, sizeof key)) ==
	       before;
}

static struct entry entry_of(struct walk *w, int folder, const char *name)
{
	struct entry e = { .name = arena_dup_c(&w->arena, str_from_c(name)) };
	struct stat st;

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		e.error = errno;
		return e;
	}
	e.mode = st.st_mode;
	measure(&e, &st);
	return e;
}

/* The next name; NULL at the end, with errno 0, and on an error. */
static const char *next_name(DIR *dir)
{
	struct dirent *d;

	errno = 0;
	/* Each walk has its own stream, so readdir is thread-safe here. */
	d = readdir(dir); // NOLINT(concurrency-mt-unsafe)
	return d ? d->d_name : NULL;
}

/* Lists the folder open at fd, by name, as far as it can be read; takes fd
 * over. Gives the error that ended it, or 0. */
static int read_entries(struct walk *w, struct pending *p, int fd)
{
	DIR *dir = fdopendir(fd);
	const char *name;
	int error = errno;

	p->entries.n = 0;
	if (!dir) {
		close(fd);
		return error;
	}
	while ((name = next_name(dir)) != NULL)
		if (!is_other(str_from_c(name)))
			*vec_push(&p->entries) = entry_of(w, fd, name);
	error = errno;
	closedir(dir);
	if (p->entries.n)
		qsort(p->entries.v, p->entries.n, sizeof *p->entries.v,
			by_name);
	return error;
}

/* archive.ini describes the other files of its folder. */
static bool is_sidecar(const struct entry *e)
{
	return S_ISREG(e->mode) && strcmp(e->name, SIDECAR_NAME) == 0;
}

static uint32_t find_sidecar(
	struct walk *w, struct pending *p, const struct folder *in)
{
	for (size_t i = 0; i < p->entries.n; i++) {
		const struct entry *e = &p->entries.v[i];

		if (!is_sidecar(e))
			continue;
		*vec_push(&w->sidecars) = file_of(
			w, in->root, join(&p->path, in->name, e->name), e);
		return (uint32_t)w->sidecars.n - 1;
	}
	return WALK_NONE;
}

static void take_file(struct walk *w, struct pending *p,
	const struct folder *in, const struct entry *e, uint32_t sidecar)
{
	struct walk_file *file;

	if (is_sidecar(e))
		return;
	file = vec_push(&w->files);
	*file = file_of(w, in->root, join(&p->path, in->name, e->name), e);
	file->sidecar = sidecar;
	if (sidecar != WALK_NONE)
		file->stamp ^= w->sidecars.v[sidecar].stamp;
}

/* Takes what is no regular file. */
static void take_other(struct walk *w, struct pending *p,
	const struct folder *in, const struct entry *e)
{
	const char *name = join(&p->path, in->name, e->name);
	char why[96];

	if (e->error) {
		skip_error(w, in->root, name, e->error);
	} else if (S_ISLNK(e->mode)) {
		skip(w, in->root, name,
			N_("is a symbolic link, which is not followed; name its "
			   "target"));
	} else if (!S_ISDIR(e->mode)) {
		snprintf(why, sizeof why, "is %s; only files are read",
			file_kind(e->mode));
		skip(w, in->root, name, why);
	} else if (in->depth >= MAX_DEPTH) {
		skip(w, in->root, name,
			N_("is more than 64 folders deep; open it by itself"));
	} else if (!is_companion(p, str_from_c(e->name))) {
		*vec_push(&p->stack) = (struct folder){
			arena_dup_c(&w->arena, buf_str(&p->path)), in->root,
			in->depth + 1
		};
	}
}

static void take_entries(
	struct walk *w, struct pending *p, const struct folder *in)
{
	uint32_t sidecar = find_sidecar(w, p, in);

	for (size_t i = 0; i < p->entries.n; i++) {
		const struct entry *e = &p->entries.v[i];

		if (S_ISREG(e->mode))
			take_file(w, p, in, e, sidecar);
		else
			take_other(w, p, in, e);
	}
}

static void walk_folder(
	struct walk *w, struct pending *p, const struct folder *folder)
{
	size_t before = p->stack.n;
	struct stat st;
	struct err e;
	int fd = file_folder_below(
		w->roots.v[folder->root].fd, folder->name, &e);
	int error;

	if (fd < 0) {
		skip(w, folder->root, folder->name, e.msg);
		return;
	}
	if (fstat(fd, &st) != 0 || !is_new(w, &st)) {
		skip(w, folder->root, folder->name,
			N_("is a folder that was already read"));
		close(fd);
		return;
	}
	error = read_entries(w, p, fd);
	if (error)
		skip_error(w, folder->root, folder->name, error);
	take_entries(w, p, folder);
	/* The stack gives back the last first: folders go on by name. */
	for (size_t i = before, j = p->stack.n; i + 1 < j; i++) {
		struct folder swap = p->stack.v[i];

		p->stack.v[i] = p->stack.v[--j];
		p->stack.v[j] = swap;
	}
}

static void walk_root(struct walk *w, struct pending *p, uint32_t root,
	const atomic_bool *stop)
{
	*vec_push(&p->stack) = (struct folder){ "", root, 0 };
	while (p->stack.n && !atomic_load(stop)) {
		struct folder next = p->stack.v[--p->stack.n];

		walk_folder(w, p, &next);
	}
}

void walk_run(struct walk *w, const atomic_bool *stop)
{
	struct pending p = { 0 };

	for (uint32_t i = 0; i < w->roots.n && !atomic_load(stop); i++) {
		if (w->roots.v[i].fd >= 0)
			walk_root(w, &p, i, stop);
		else
			add_given_file(w, i);
	}
	buf_release(&p.path);
	vec_free(&p.stack);
	vec_free(&p.entries);
}

static bool begin_root(struct walk *w, const char *path, struct err *e)
{
	struct walk_root root = { arena_dup_c(&w->arena, str_from_c(path)),
		-1 };
	struct stat st;

	if (stat(path, &st) != 0)
		return err_set(e, _("%s: cannot be opened: %s"), path,
			strerrordesc_np(errno));
	if (S_ISDIR(st.st_mode)) {
		root.fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (root.fd < 0)
			return err_set(e, _("%s: cannot be opened: %s"), path,
				strerrordesc_np(errno));
	} else if (!S_ISREG(st.st_mode)) {
		return err_set(e, _("%s: is %s; give a folder or a file"), path,
			message(file_kind(st.st_mode)));
	}
	*vec_push(&w->roots) = root;
	return true;
}

bool walk_begin(
	struct walk *w, const char *const *paths, size_t n, struct err *e)
{
	*w = (struct walk){ 0 };
	for (size_t i = 0; i < n; i++) {
		if (begin_root(w, paths[i], e))
			continue;
		walk_release(w);
		return false;
	}
	return true;
}

int walk_open(const struct walk *w, const struct walk_file *file,
	struct stat *st, struct err *e)
{
	int root = w->roots.v[file->root].fd;

	if (root < 0)
		return file_open(AT_FDCWD, file->name, true, st, e);
	return file_open_below(root, file->name, st, e);
}

void walk_release(struct walk *w)
{
	for (size_t i = 0; i < w->roots.n; i++)
		if (w->roots.v[i].fd >= 0)
			close(w->roots.v[i].fd);
	vec_free(&w->roots);
	vec_free(&w->files);
	vec_free(&w->sidecars);
	vec_free(&w->skips);
	intern_release(&w->seen);
	arena_release(&w->arena);
}
