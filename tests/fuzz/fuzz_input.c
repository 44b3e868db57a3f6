/* A file of any kind, as the loader meets it: gzip, sniffing, a reader. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	struct input in = {
		.id = STR("fuzz"), .path = STR("fuzz"), .bytes = bytes
	};
	struct arena arena = { 0 };
	struct buf inflated = { 0 };
	struct err e;

	if (!input_is_gzip(bytes) || input_gunzip(bytes, &inflated, &e)) {
		if (input_is_gzip(bytes))
			in.bytes = buf_str(&inflated);
		input_read(&in, &arena, &fuzz_sink);
	}
	buf_release(&inflated);
	arena_release(&arena);
	return 0;
}
