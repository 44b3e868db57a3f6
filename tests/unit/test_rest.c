/* What waits for keys to rest. */
#include "view_fixture.h"

/* Whether the row's cells from a column on are those before. */
static bool same_right_half(const struct fixture *f, const struct cell *before)
{
	return memcmp(screen_at(&f->screen, 1, 62), before,
		       62 * sizeof *before) == 0;
}

static void what_is_beside_the_list_waits_for_keys_to_rest(void **state)
{
	struct fixture fixture, *f = &fixture;
	struct cell before[62];

	(void)state;
	fixture_open(f, 10, 124);
	fixture_screen(f);
	memcpy(before, screen_at(&f->screen, 1, 62), sizeof before);
	assert_false(app_awaits_rest(f->app));
	fixture_keys(f, "j");
	fixture_screen(f);
	assert_true(app_awaits_rest(f->app));
	assert_true(same_right_half(f, before));
	app_update(f->app, &(struct event){ .kind = EVENT_REST });
	fixture_screen(f);
	assert_false(app_awaits_rest(f->app));
	assert_false(same_right_half(f, before));
	fixture_keys(f, "j k");
	assert_false(app_awaits_rest(f->app));
	fixture_close(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			what_is_beside_the_list_waits_for_keys_to_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
