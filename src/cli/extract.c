/* Clean articles as JSON lines: read on several threads, printed in the order
 * of the arguments, so that the output is the same with any number of them. */
#include "command.h"
#include "extract_jobs.h"
#include "print_json.h"

#include "dateline/store/pool.h"
#include "dateline/text/sanitize.h"

#include <unistd.h>

/* Bytes of output that may wait for their turn before their thread does. */
#define WAITING ((size_t)4 << 20)

struct extract {
	struct extract_jobs jobs;
	size_t found, skipped;
};

/* One thread's tools. */
struct reader {
	struct pool *pool;
	struct extract_job *job; /* at hand */
	struct analyser *analyser;
	struct analysis analysis;
	struct arena arena; /* an article's */
};

static void print(struct extract_job *job)
{
	struct str out = buf_str(&job->out);

	fwrite(out.p, 1, out.n, stdout);
	safe_fputs(buf_str(&job->said), stderr);
	buf_clear(&job->out);
	buf_clear(&job->said);
}

/* Prints when too much waits; what comes through a pipe never does. */
static void pass_on(void *ctx)
{
	struct reader *x = ctx;

	if (x->job->out.n + x->job->said.n <= WAITING &&
		!extract_is_pipe(x->job))
		return;
	pool_wait_turn(x->pool, x->job);
	print(x->job);
}

static void add_article(void *ctx, struct doc *d)
{
	struct reader *x = ctx;

	analyse(x->analyser, d, &x->arena, &x->analysis);
	json_write_whole(
		(struct json_out){ &x->job->out, pass_on, x }, d, &x->analysis);
	arena_clear(&x->arena);
	x->job->found++;
	pass_on(x);
}

static void note_skip(void *ctx, struct str where, struct str why)
{
	struct reader *x = ctx;

	command_add_complaint(&x->job->said, where, why);
	x->job->skipped++;
	pass_on(x);
}

static void read_file(struct reader *x)
{
	const struct input_sink sink = { x, add_article, note_skip };
	struct arena names = { 0 };
	struct input in = { 0 };
	struct err e;
	int fd = extract_open(x->job, &names, &in, &e);

	if (fd < 0)
		note_skip(x, in.path, str_from_c(e.msg));
	else
		source_read(fd, &x->job->part, &in, &x->arena, &sink);
	if (fd > STDIN_FILENO)
		close(fd);
	arena_release(&names);
}

static size_t run_job(struct pool *p, void *tools, void *job)
{
	struct reader *x = tools;

	x->pool = p;
	x->job = job;
	if (extract_is_pipe(x->job))
		pool_wait_turn(p, job);
	if (x->job->path || x->job->file)
		read_file(x);
	return x->job->out.n + x->job->said.n;
}

static void take_job(void *ctx, void *done)
{
	struct extract *all = ctx;
	struct extract_job *job = done;

	print(job);
	all->found += job->found;
	all->skipped += job->skipped;
	extract_job_free(job);
}

static void *next_job(void *ctx)
{
	struct extract *all = ctx;

	return extract_jobs_next(&all->jobs);
}

static void *begin_reader(void *ctx)
{
	struct reader *x = mem_calloc(1, sizeof *x);

	(void)ctx;
	x->analyser = analyser_new();
	return x;
}

static void end_reader(void *tools)
{
	struct reader *x = tools;

	analyser_free(x->analyser);
	analysis_release(&x->analysis);
	arena_release(&x->arena);
	free(x);
}

enum cli_status command_extract(const struct request *r)
{
	struct extract all = { .jobs = { .paths = r->paths, .n = r->n_paths } };
	const struct pool_work work = { &all, next_job, begin_reader,
		end_reader, run_job, take_job, r->threads, NULL };

	input_prepare();
	pool_run(&work);
	extract_jobs_release(&all.jobs);
	return all.found && !all.skipped ? CLI_OK : CLI_NOTHING;
}
