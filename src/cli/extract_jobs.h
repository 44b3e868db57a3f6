/* The arguments of `extract` as jobs for a pool: files, parts of large ones,
 * standard input. */
#ifndef DATELINE_SRC_CLI_EXTRACT_JOBS_H
#define DATELINE_SRC_CLI_EXTRACT_JOBS_H

#include "dateline/input/source.h"
#include "dateline/store/walk.h"

struct extract_job {
	const char *path; /* as given, "-" is standard input; or NULL */
	const struct walk *walk; /* else a folder's, */
	const struct walk_file *file; /* and this file of it; or neither */
	struct source_part part;

	struct buf out, said; /* for stdout and stderr, not printed yet */
	size_t found, skipped;
};

struct extract_jobs {
	const char *const *paths; /* n of them, those before `at` are begun */
	size_t n, at;
	VEC_OF(struct walk *) walks; /* of folders; jobs point into them */
	size_t file; /* next of the last walk */
	struct extract_job job; /* names the file that is being cut */
	bool cutting;
	int fd; /* of that file, or -1 */
	struct source_cutter cutter;
};

/* The next job, which the caller frees by extract_job_free(); NULL at the end.
 * One that names no file only says what cannot be read. */
struct extract_job *extract_jobs_next(struct extract_jobs *jobs);
void extract_job_free(struct extract_job *job);
void extract_jobs_release(struct extract_jobs *jobs);

/* True for standard input, which can be read by one job at a time. */
bool extract_is_pipe(const struct extract_job *job);
/* Opens what a job reads and fills in its id and path, in `arena` or as long as
 * the jobs live; -1 with the reason in *e. */
int extract_open(const struct extract_job *job, struct arena *arena,
	struct input *in, struct err *e);

#endif
