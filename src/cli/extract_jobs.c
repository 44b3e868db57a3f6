#include "extract_jobs.h"
#include "command.h"

#include "dateline/base/file.h"
#include "dateline/text/sanitize.h"

#include <fcntl.h>
#include <unistd.h>

bool extract_is_pipe(const struct extract_job *job)
{
	return job->path && strcmp(job->path, "-") == 0;
}

int extract_open(const struct extract_job *job, struct arena *arena,
	struct input *in, struct err *e)
{
	struct stat st;

	if (job->walk) {
		in->id = in->path = job->file->path;
		return walk_open(job->walk, job->file, &st, e);
	}
	in->id = in->path = text_clean_path(arena, str_from_c(job->path));
	if (extract_is_pipe(job))
		return STDIN_FILENO;
	return file_open(AT_FDCWD, job->path, true, &st, e);
}

static struct extract_job *copy(const struct extract_job *model)
{
	struct extract_job *job = mem_alloc(sizeof *job);

	*job = *model;
	return job;
}

/* A file of so many bytes is to be read next, in parts when they are many. */
static void begin_file(struct extract_jobs *jobs, uint64_t size)
{
	struct arena names = { 0 };
	struct input in;
	struct err e;

	jobs->fd = -1;
	if (size > SOURCE_PART)
		jobs->fd = extract_open(&jobs->job, &names, &in, &e);
	source_cut_begin(&jobs->cutter, jobs->fd, size, SOURCE_PART);
	jobs->cutting = true;
	arena_release(&names);
}

static void end_file(struct extract_jobs *jobs)
{
	source_cut_end(&jobs->cutter);
	if (jobs->fd >= 0)
		close(jobs->fd);
	jobs->cutting = false;
}

/* What a folder's walk passed over, or NULL. */
static struct extract_job *skips_of(const struct walk *walk)
{
	struct extract_job said = { .skipped = walk->skips.n };

	for (size_t i = 0; i < walk->skips.n; i++)
		command_add_complaint(&said.said, walk->skips.v[i].where,
			walk->skips.v[i].why);
	return said.skipped ? copy(&said) : NULL;
}

/* Finds a folder's files. A job is given for what is to be said of it. */
static struct extract_job *begin_folder(
	struct extract_jobs *jobs, const char *path)
{
	const atomic_bool stop = false;
	struct walk *walk = mem_alloc(sizeof *walk);
	struct extract_job said = { .skipped = 1 };
	struct err e;

	if (!walk_begin(walk, &path, 1, &e)) {
		free(walk);
		buf_add_f(&said.said, "dateline: %s\n", e.msg);
		return copy(&said);
	}
	walk_run(walk, &stop);
	*vec_push(&jobs->walks) = walk;
	jobs->file = 0;
	return skips_of(walk);
}

static struct extract_job *begin_path(
	struct extract_jobs *jobs, const char *path)
{
	bool is_pipe = strcmp(path, "-") == 0;
	struct stat st = { 0 };

	if (!is_pipe && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return begin_folder(jobs, path);
	jobs->job = (struct extract_job){ .path = path };
	begin_file(jobs, S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0);
	return NULL;
}

/* Begins the next file of the folder at hand; false when there is none. */
static bool begin_next_file(struct extract_jobs *jobs)
{
	const struct walk *walk =
		jobs->walks.n ? jobs->walks.v[jobs->walks.n - 1] : NULL;
	const struct walk_file *file;

	if (!walk || jobs->file >= walk->files.n)
		return false;
	file = &walk->files.v[jobs->file++];
	jobs->job = (struct extract_job){ .walk = walk, .file = file };
	begin_file(jobs, file->size);
	return true;
}

struct extract_job *extract_jobs_next(struct extract_jobs *jobs)
{
	struct extract_job *said = NULL;

	for (;;) {
		if (jobs->cutting) {
			if (source_cut_next(&jobs->cutter, SOURCE_PART,
				    &jobs->job.part))
				return copy(&jobs->job);
			end_file(jobs);
		} else if (!begin_next_file(jobs)) {
			if (jobs->at == jobs->n)
				return NULL;
			said = begin_path(jobs, jobs->paths[jobs->at++]);
			if (said)
				return said;
		}
	}
}

void extract_job_free(struct extract_job *job)
{
	buf_release(&job->out);
	buf_release(&job->said);
	free(job);
}

void extract_jobs_release(struct extract_jobs *jobs)
{
	for (size_t i = 0; i < jobs->walks.n; i++) {
		walk_release(jobs->walks.v[i]);
		free(jobs->walks.v[i]);
	}
	vec_free(&jobs->walks);
}
