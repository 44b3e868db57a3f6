/* view/mouse.c: the wheel and clicks, on the reader of five articles. */
#include "view_fixture.h"

static void mouse(struct fixture *f, enum mouse_act act, int row, int col)
{
	fixture_event(f, (struct event){ .kind = EVENT_MOUSE,
				 .mouse = { act, row, col } });
}

static void assert_starts(struct fixture *f, int row, const char *want)
{
	struct str line = fixture_line(f, row);

	assert_str(str_slice(line, 0, strlen(want)), want);
}

static void a_click_selects_and_another_opens(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 24, 80);
	assert_starts(&f, 2, ">");
	mouse(&f, MOUSE_CLICK, 5, 70);
	assert_starts(&f, 5, ">");
	assert_starts(&f, 2, " ");
	mouse(&f, MOUSE_CLICK, 5, 3);
	assert_starts(&f, 0, "All articles > 3 of 5  Ferry talks open");
	fixture_close(&f);
}

static void what_is_no_row_is_not_selected(void **state)
{
	struct fixture f;
	struct buf before = { 0 };

	(void)state;
	fixture_open(&f, 24, 80);
	buf_add(&before, fixture_screen(&f));
	mouse(&f, MOUSE_CLICK, 0, 3); /* the line above, */
	mouse(&f, MOUSE_CLICK, 1, 3); /* a heading, */
	mouse(&f, MOUSE_CLICK, 18, 3); /* below the list, */
	mouse(&f, MOUSE_CLICK, 23, 3); /* the line below, */
	mouse(&f, MOUSE_CLICK, 5, 80); /* no screen */
	mouse(&f, MOUSE_CLICK, 90, 3);
	assert_screen(&f, before.p);
	fixture_keys(&f, ":");
	mouse(&f, MOUSE_CLICK, 5, 3); /* while something is typed */
	fixture_keys(&f, "Esc");
	assert_screen(&f, before.p);
	buf_release(&before);
	fixture_close(&f);
}

/* Nine rows of list in six lines: the selected one stays while it can. */
static void the_wheel_scrolls_and_selects_nothing(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 9, 80);
	fixture_keys(&f, "j j");
	assert_starts(&f, 5, ">= 09:00  Post");
	mouse(&f, MOUSE_WHEEL_DOWN, 3, 3);
	assert_starts(&f, 2, ">= 09:00  Post");
	mouse(&f, MOUSE_WHEEL_UP, 3, 3);
	assert_starts(&f, 5, ">= 09:00  Post");
	fixture_size(&f, 7, 80);
	mouse(&f, MOUSE_WHEEL_UP, 3, 3);
	assert_starts(&f, 1, "  Mon 2 Mar 2020");
	assert_starts(&f, 4, ">  11:30  Courier");
	fixture_close(&f);
}

static void the_wheel_ends_with_the_article(void **state)
{
	struct fixture f;
	struct buf end = { 0 };

	(void)state;
	fixture_open(&f, 7, 40);
	fixture_keys(&f, "Enter");
	for (int i = 0; i < 20; i++)
		mouse(&f, MOUSE_WHEEL_DOWN, 3, 3);
	buf_add(&end, fixture_screen(&f));
	assert_true(str_find(buf_str(&end), STR("100%"), 0) != STR_NPOS);
	mouse(&f, MOUSE_WHEEL_DOWN, 3, 3);
	assert_screen(&f, end.p);
	mouse(&f, MOUSE_WHEEL_UP, 3, 3);
	assert_false(str_eq(fixture_screen(&f), buf_str(&end)));
	buf_release(&end);
	fixture_close(&f);
}

static void a_click_goes_to_its_pane(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 12, 200);
	mouse(&f, MOUSE_WHEEL_DOWN, 3, 3); /* nothing to scroll: stays */
	assert_int_equal(f.screen.cursor_col, 0);
	fixture_screen(&f);
	assert_int_equal(f.screen.cursor_col, 27);
	mouse(&f, MOUSE_CLICK, 2, 3);
	fixture_screen(&f);
	assert_int_equal(f.screen.cursor_row, 2);
	assert_int_equal(f.screen.cursor_col, 0);
	mouse(&f, MOUSE_CLICK, 2, 3); /* only this outlet */
	fixture_screen(&f);
	assert_int_equal(f.screen.cursor_col, 27);
	mouse(&f, MOUSE_CLICK, 2, 26); /* the line between two panes */
	fixture_screen(&f);
	assert_int_equal(f.screen.cursor_col, 27);
	mouse(&f, MOUSE_CLICK, 2, 150);
	fixture_screen(&f);
	assert_true(f.screen.cursor_col > 100);
	fixture_close(&f);
}

static void a_quote_is_clicked(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 24, 80);
	fixture_keys(&f, "j j Enter");
	mouse(&f, MOUSE_CLICK, 5, 20); /* no quote */
	assert_starts(&f, 22, "");
	mouse(&f, MOUSE_CLICK, 7, 20);
	assert_starts(&f, 22, " Mara Lind");
	mouse(&f, MOUSE_CLICK, 7, 20);
	assert_starts(&f, 0, "3 of 5  Ferry talks open > Mara Lind");
	fixture_close(&f);
}

static void the_help_says_how_where_it_is_on(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f, 24, 80);
	fixture_keys(&f, "? f wheel Enter");
	assert_int_equal(
		str_find(fixture_screen(&f), STR("wheel              "), 0),
		STR_NPOS);
	f.config.options.mouse = true;
	fixture_keys(&f, "q ? f wheel Enter");
	assert_int_not_equal(
		str_find(fixture_screen(&f), STR("wheel              "), 0),
		STR_NPOS);
	fixture_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_click_selects_and_another_opens),
		cmocka_unit_test(what_is_no_row_is_not_selected),
		cmocka_unit_test(the_wheel_scrolls_and_selects_nothing),
		cmocka_unit_test(the_wheel_ends_with_the_article),
		cmocka_unit_test(a_click_goes_to_its_pane),
		cmocka_unit_test(a_quote_is_clicked),
		cmocka_unit_test(the_help_says_how_where_it_is_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
