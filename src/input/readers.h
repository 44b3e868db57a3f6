/* The readers, one a format. Each adds documents through the sink. */
#ifndef DATELINE_SRC_INPUT_READERS_H
#define DATELINE_SRC_INPUT_READERS_H

#include "dateline/input/input.h"

/* A page dump, in any character set. One article. */
void read_plain(const struct input *in, struct arena *arena,
	const struct input_sink *sink);
/* A saved page: raw bytes, because the page declares its own charset. */
void read_html(const struct input *in, struct arena *arena,
	const struct input_sink *sink);
/* JSON: a value a line, or one value: an article or an array of them. */
void read_json(const struct input *in, struct arena *arena,
	const struct input_sink *sink);
/* A value a line, whatever the first line looks like. */
void read_json_lines(const struct input *in, struct arena *arena,
	const struct input_sink *sink);

#endif
