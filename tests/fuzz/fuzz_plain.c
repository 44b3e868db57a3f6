/* Page dumps: any bytes as text. */
#include "fuzz.h"

#include "input/readers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .id = STR("fuzz.txt"),
		.path = STR("fuzz.txt"),
		.bytes = { (const char *)data, size } };
	struct arena arena = { 0 };

	read_plain(&in, &arena, &fuzz_sink);
	arena_release(&arena);
	return 0;
}
