/* Quotes, names and terms of any text, taken as it is. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	struct doc_builder b;
	struct doc *d;

	doc_begin(&b, &arena);
	doc_take_text(&b, str_of((const char *)data, size));
	d = doc_end(&b);
	fuzz_check_doc(d);
	fuzz_check_analysis(d);
	arena_release(&arena);
	return 0;
}
