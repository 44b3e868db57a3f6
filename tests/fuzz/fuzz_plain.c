/* Page dumps: any bytes as text. */
#include "fuzz.h"

#include "dateline/text/charset.h"
#include "input/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .id = STR("fuzz.txt"),
		.path = STR("fuzz.txt"),
		.bytes = { (const char *)data, size } };
	struct arena arena = { 0 };
	struct buf text = { 0 };

	charset_to_utf8(&text, in.bytes, STR_NONE);
	read_plain(&in, buf_str(&text), &arena, &fuzz_sink);
	buf_release(&text);
	arena_release(&arena);
	return 0;
}
