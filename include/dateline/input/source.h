/*
 * From an open file or pipe to its articles. JSON lines are read in pieces, so
 * there may be any number of them; every other format is read whole, up to
 * INPUT_MAX_FILE. Gzip is unpacked on the way.
 */
#ifndef DATELINE_INPUT_SOURCE_H
#define DATELINE_INPUT_SOURCE_H

#include "dateline/input/input.h"

/* A stretch of a file of JSON lines. */
struct source_part {
	uint64_t offset, length; /* bytes; it ends with a line */
	size_t line; /* lines of the file that stand before it */
};

struct source_parts {
	VEC_OF(struct source_part) list;
};

/*
 * Reads what `fd` holds, or only `part` of it when that is not NULL; in->bytes
 * and in->line are not used. What is not read is told to the sink. The arena
 * is cleared on the way, so that memory does not grow with the file.
 */
void source_read(int fd, const struct source_part *part, const struct input *in,
	struct arena *arena, const struct input_sink *sink);

/*
 * Appends parts of about `length` bytes that together are the file of `size`
 * bytes, when it holds JSON lines; none when it must be read whole.
 */
void source_split(
	int fd, uint64_t size, uint64_t length, struct source_parts *out);

#endif
