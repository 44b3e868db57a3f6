/* What every unit test needs: cmocka, and slices compared with C strings. */
#ifndef DATELINE_TESTS_UNIT_H
#define DATELINE_TESTS_UNIT_H

#include "dateline/base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* s holds exactly the bytes of the C string `want`; both are shown if not. */
static inline void unit_assert_str(
	struct str s, const char *want, const char *file, int line)
{
	if (str_eq(s, str_from_c(want)))
		return;
	print_error("\"%.*s\" is not \"%s\"\n", STR_ARG(s), want);
	_fail(file, line);
}

#define assert_str(s, want) unit_assert_str((s), (want), __FILE__, __LINE__)

#define assert_range(r, from, to) \
	do { \
		assert_int_equal((r).start, (from)); \
		assert_int_equal((r).end, (to)); \
	} while (0)

/* xorshift64 (Marsaglia 2003): the same numbers on every machine. */
static inline uint32_t unit_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 32);
}

#endif
