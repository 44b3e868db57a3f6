/* view/screen.h and the pens that draw on it. */
#include "unit.h"

#include "view/draw.h"

struct canvas {
	struct screen screen;
	struct area area;
	struct buf text;
};

static int canvas_open(void **state)
{
	struct canvas *c = mem_calloc(1, sizeof *c);

	screen_resize(&c->screen, 3, 12);
	/* One row and one column are not the area's. */
	c->area = (struct area){ &c->screen, 1, 1, 2, 10, NULL };
	*state = c;
	return 0;
}

static int canvas_close(void **state)
{
	struct canvas *c = *state;

	screen_release(&c->screen);
	buf_release(&c->text);
	free(c);
	return 0;
}

static void assert_canvas(struct canvas *c, const char *want)
{
	buf_clear(&c->text);
	screen_print(&c->screen, &c->text);
	assert_str(buf_str(&c->text), want);
}

static void text_is_cut_at_the_edge(void **state)
{
	struct canvas *c = *state;
	struct pen p = pen_at(&c->area, 0, 0);

	assert_int_equal(pen_put(&p, STYLE_title, STR("twelve chars")), 10);
	assert_canvas(c, "\n twelve cha\n\n");
	assert_int_equal(screen_at(&c->screen, 1, 1)->style, STYLE_title);
	assert_int_equal(screen_at(&c->screen, 1, 11)->n, 0);
}

static void rows_outside_take_nothing(void **state)
{
	struct canvas *c = *state;
	struct pen below = pen_at(&c->area, 2, 0),
		   above = pen_at(&c->area, -1, 0);
	struct pen beside = pen_at(&c->area, 0, 11);

	assert_int_equal(pen_put(&below, STYLE_text, STR("x")), 0);
	assert_int_equal(pen_put(&above, STYLE_text, STR("x")), 0);
	assert_int_equal(pen_put(&beside, STYLE_text, STR("x")), 0);
	assert_canvas(c, "\n\n\n");
}

static void wide_characters_are_whole_or_absent(void **state)
{
	struct canvas *c = *state;
	struct pen p = pen_at(&c->area, 0, 7);

	/* Two columns each; room for three. */
	assert_int_equal(
		pen_put(&p, STYLE_text, STR("\xE6\x9D\xB1\xE4\xBA\xAC")), 2);
	assert_canvas(c, "\n        \xE6\x9D\xB1\n\n");
	assert_int_equal(screen_at(&c->screen, 1, 8)->width, 2);
	assert_int_equal(screen_at(&c->screen, 1, 9)->width, 0);
	assert_int_equal(screen_at(&c->screen, 1, 10)->width, 1);
}

static void fields_are_padded_or_cut(void **state)
{
	struct canvas *c = *state;
	struct pen p = pen_at(&c->area, 0, 0);

	pen_field(&p, STYLE_text, STR("ab"), 4);
	pen_field(&p, STYLE_text, STR("one two"), 5);
	assert_canvas(c, "\n ab  one\xE2\x80\xA6\n\n");
	c->screen.ascii = true;
	p = pen_at(&c->area, 1, 0);
	pen_field(&p, STYLE_text, STR("one two three"), 8);
	assert_canvas(c, "\n ab  one\xE2\x80\xA6\n one tw..\n");
}

static void the_right_end_is_whole_or_absent(void **state)
{
	struct canvas *c = *state;
	struct pen p = pen_at(&c->area, 0, 0);

	pen_right(&p, STYLE_dim, STR("too long for it"));
	assert_int_equal(pen_room(&p), 10);
	pen_right(&p, STYLE_dim, STR("12"));
	assert_int_equal(pen_room(&p), 7);
	pen_put(&p, STYLE_text, STR("abcdefghij"));
	assert_canvas(c, "\n abcdefg 12\n\n");
}

static void line_ends_are_blanks(void **state)
{
	struct canvas *c = *state;
	struct pen p = pen_at(&c->area, 0, 0);

	pen_put(&p, STYLE_text, STR("a\nb\tc"));
	assert_canvas(c, "\n a b c\n\n");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, canvas_open, canvas_close)
	const struct CMUnitTest tests[] = {
		TEST(text_is_cut_at_the_edge),
		TEST(rows_outside_take_nothing),
		TEST(wide_characters_are_whole_or_absent),
		TEST(fields_are_padded_or_cut),
		TEST(the_right_end_is_whole_or_absent),
		TEST(line_ends_are_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
