#include "dateline/input/input.h"

#include "dateline/text/charset.h"
#include "readers.h"
#include "sniff.h"

static void read_text(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	struct buf text = { 0 };

	charset_to_utf8(&text, in->bytes, STR_NONE);
	read_plain(in, buf_str(&text), arena, sink);
	buf_release(&text);
}

enum input_format input_read(const struct input *in, struct arena *arena,
	const struct input_sink *sink)
{
	const char *why;
	enum input_format format = sniff(in->bytes, &why);

	switch (format) {
	case FORMAT_TEXT:
		read_text(in, arena, sink);
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
