/* Saved pages. */
#include "fuzz.h"

#include "input/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .id = STR("fuzz.html"),
		.path = STR("fuzz.html"),
		.bytes = { (const char *)data, size } };
	struct arena arena = { 0 };

	read_html(&in, &arena, &fuzz_sink);
	arena_release(&arena);
	return 0;
}
