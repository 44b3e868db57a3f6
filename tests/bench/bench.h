/* Timing of the benchmark programs: CPU seconds of this process. */
#ifndef DATELINE_TESTS_BENCH_H
#define DATELINE_TESTS_BENCH_H

#include "dateline/input/input.h"

#include <time.h>

static inline double bench_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Reads a file into the emptied *out, inflated; false when that fails. */
static inline bool bench_read(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");
	struct buf raw = { 0 };
	struct err e;
	size_t n;
	bool good = f != NULL;

	buf_clear(out);
	while (f && (n = fread(buf_reserve(&raw, 65536), 1, 65536, f)) > 0)
		raw.n += n;
	if (input_is_gzip(buf_str(&raw)))
		good = input_gunzip(buf_str(&raw), out, &e);
	else
		buf_add(out, buf_str(&raw));
	buf_release(&raw);
	if (f)
		fclose(f);
	return good;
}

#endif
