/*
 * From an open file or pipe to its articles. JSON lines are read in pieces, so
 * there may be any number of them; every other format is read whole, up to
 * INPUT_MAX_FILE. Gzip is unpacked on the way.
 */
#ifndef DATELINE_INPUT_SOURCE_H
#define DATELINE_INPUT_SOURCE_H

#include "dateline/input/input.h"

/* A file, or a stretch of one of JSON lines. */
struct source_part {
	bool whole; /* all the file holds, whatever length says */
	uint64_t offset, length; /* bytes; a stretch ends with a line */
	size_t line; /* lines of the file that stand before it */
};

/*
 * Reads what `fd` holds, or only `part` of it when that is not NULL; in->bytes
 * and in->line are not used. What is not read is told to the sink. The arena
 * is cleared on the way, so that memory does not grow with the file.
 */
void source_read(int fd, const struct source_part *part, const struct input *in,
	struct arena *arena, const struct input_sink *sink);

/* A file of JSON lines that is being cut, from its start to its end. */
struct source_cutter {
	int fd;
	uint64_t at, size;
	size_t lines; /* before `at` */
	bool whole; /* it must be read whole */
	struct buf chunk;
};

/* Files above this are worth cutting, into parts of about as many bytes. */
#define SOURCE_PART ((uint64_t)2 << 20)

/* Begins to cut the file of `size` bytes; what has no more than `length` of
 * them (then fd is not used), or is no JSON lines, stays whole. */
void source_cut_begin(
	struct source_cutter *c, int fd, uint64_t size, uint64_t length);
/* The next part; false at the end. There is at least one. */
bool source_cut_next(
	struct source_cutter *c, uint64_t length, struct source_part *part);
void source_cut_end(struct source_cutter *c);

#endif
