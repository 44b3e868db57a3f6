/* What the fuzz targets share: what must hold whatever comes in. */
#ifndef DATELINE_TESTS_FUZZ_H
#define DATELINE_TESTS_FUZZ_H

#include "dateline/analyse/analysis.h"
#include "dateline/input/input.h"

/* The entry point of a target (libFuzzer). */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, so that the fuzzer keeps the input. */
#define fuzz_assert(good) \
	((good) ? (void)0 \
		: (fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, \
			   __LINE__, #good), \
			  abort()))

/* s is clean: valid UTF-8 without a forbidden code point. */
void fuzz_check_str(struct str s);
/* 0 <= start <= end <= text.n, both on code points' borders. */
void fuzz_check_range(struct str text, struct range r);
/* Blocks are in order and in the text; every string is clean. */
void fuzz_check_doc(const struct doc *d);
/* Analyses d: quotes, mentions and cues are in the text, persons known. */
void fuzz_check_analysis(const struct doc *d);
/* The sink of the readers' targets: checks what it is given. */
extern const struct input_sink fuzz_sink;

#endif
