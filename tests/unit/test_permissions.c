/* config/permissions.h: what the restricted mode takes away. */
#include "unit.h"

#include "dateline/config/permissions.h"

static void assert_taken(unsigned allowed, const char *want)
{
	struct buf out = { 0 };

	permissions_say_taken(allowed, &out);
	assert_str(buf_str(&out), want);
	buf_release(&out);
}

static void all_is_taken_without_exceptions(void **state)
{
	(void)state;
	assert_int_equal(permissions_of(STR_NONE), PERMIT_NONE);
	assert_int_equal(permissions_of(STR("")), PERMIT_NONE);
	assert_taken(PERMIT_NONE,
		"pipe to a shell command, write files, run a browser, copy to "
		"the clipboard, read other configuration, keep images of "
		"archives, keep what you do, stop for the shell");
	assert_taken(PERMIT_ALL, "");
}

static void exceptions_are_named(void **state)
{
	(void)state;
	assert_int_equal(
		permissions_of(STR("copy,save")), PERMIT_COPY | PERMIT_SAVE);
	assert_int_equal(permissions_of(STR(" Copy , browser,")),
		PERMIT_COPY | PERMIT_BROWSER);
}

static void unknown_names_allow_nothing(void **state)
{
	(void)state;
	assert_int_equal(permissions_of(STR("all")), PERMIT_NONE);
	assert_int_equal(permissions_of(STR("1,*,cop,copy save")), PERMIT_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_is_taken_without_exceptions),
		cmocka_unit_test(exceptions_are_named),
		cmocka_unit_test(unknown_names_allow_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
