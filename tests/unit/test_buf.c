/* base/buf.h: text that grows. */
#include "unit.h"

#include "dateline/base/buf.h"

/* What is formatted is the same, whatever room there was for it. */
static void formatted_text_of_any_length_is_whole(void **state)
{
	char text[200];

	(void)state;
	memset(text, 'x', sizeof text);
	for (int n = 0; n < (int)sizeof text; n++) {
		struct buf b = { 0 };

		buf_add_f(&b, "%.*s", n, text);
		buf_add_f(&b, "%d", n);
		assert_memory_equal(b.p, text, (size_t)n);
		assert_int_equal(strtol(b.p + n, NULL, 10), n);
		assert_int_equal(strlen(b.p), b.n);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(formatted_text_of_any_length_is_whole),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
