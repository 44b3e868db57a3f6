#include "dateline/input/input.h"

#include "readers.h"
#include "sniff.h"

enum input_format input_read(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	const char *why;
	enum input_format format = sniff(in->bytes, &why);

	switch (format) {
	case FORMAT_TEXT:
		read_plain(in, arena, sink);
		break;
	case FORMAT_HTML:
		read_html(in, arena, sink);
		break;
	case FORMAT_JSON:
		read_json(in, arena, sink);
		break;
	case FORMAT_UNKNOWN:
		sink->skipped(sink->ctx, in->path, str_from_c(why));
		break;
	}
	return format;
}
