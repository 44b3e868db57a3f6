/* Clocks of a round's articles on its screen: view/say.h. */
#include "view_fixture.h"

/* The first lines of the round's articles, whose clocks are in these zones. */
static void check(int16_t first, int16_t second, const char *const want[2])
{
	struct fixture f;

	fixture_open(&f, 21, 72);
	f.store->articles.v[1].date.zone = first;
	f.store->articles.v[2].date.zone = second;
	fixture_keys(&f, "j e");
	for (int i = 0; i < 2; i++)
		assert_str(fixture_line(&f, 1 + i), want[i]);
	fixture_close(&f);
}

/* In the order of their times, which their clocks alone would hide. */
static void clocks_of_several_zones_show_them(void **state)
{
	(void)state;
	check(330, -60,
		(const char *const[]){
			">1 = 1 Mar 09:00+0530  Post       Ferry talks open                 first",
			" 2   1 Mar 11:30 -01   Courier    Talks on ferries start       +70 % new" });
	check(120, 0,
		(const char *const[]){
			">1 = 1 Mar 09:00 +02   Post       Ferry talks open                 first",
			" 2   1 Mar 11:30 UTC   Courier    Talks on ferries start       +70 % new" });
}

/* Clocks without a zone are taken for UTC. */
static void clocks_of_one_zone_do_not(void **state)
{
	static const char *const want[] = {
		">1 = 1 Mar 09:00  Post       Ferry talks open                      first",
		" 2   1 Mar 11:30  Courier    Talks on ferries start            +70 % new"
	};

	(void)state;
	check(DATE_NO_ZONE, 0, want);
	check(120, 120, want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clocks_of_several_zones_show_them),
		cmocka_unit_test(clocks_of_one_zone_do_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
