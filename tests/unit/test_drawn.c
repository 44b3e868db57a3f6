/* view/drawn.h: what is left standing is what would have been drawn. */
#include "view_fixture.h"

#include "view/drawn.h"

#define KEYS_PLAYED 12000

static uint32_t any_key(uint32_t r)
{
	/* Moves more often than all else, so that much is left standing. */
	static const char typed[] = "jjjjjjkkkkkkjjjkkk  bbgggGG\4\4\25\25"
				    "qqhhhlenaNJK[]{}'fFsgdrowS!<>pz?DEtm+-c4l "
				    "vARTx/\\:";
	static const uint32_t named[] = { KEYS_ENTER, KEYS_ENTER, KEYS_TAB,
		KEYS_BACKTAB, KEYS_ESC, KEYS_ESC, KEYS_DOWN, KEYS_UP, KEYS_PGDN,
		KEYS_PGUP, KEYS_HOME, KEYS_END, KEYS_BACKSPACE };

	return r % 5 == 0 ? named[(r >> 4) % (sizeof named / sizeof *named)]
			  : (uint32_t)(unsigned char)
				    typed[(r >> 4) % (sizeof typed - 1)];
}

static void assert_same_screens(const struct screen *a, const struct screen *b)
{
	assert_memory_equal(a->cells, b->cells,
		(size_t)a->rows * (size_t)a->cols * sizeof *a->cells);
	assert_int_equal(a->cursor_row, b->cursor_row);
	assert_int_equal(a->cursor_col, b->cursor_col);
	assert_int_equal(a->cursor_visible, b->cursor_visible);
}

static void any_size(struct fixture *f, uint32_t r)
{
	static const int columns[] = { 30, 64, 80, 124, 200 };

	fixture_size(f, 5 + (int)(r >> 8) % 12, columns[(r >> 16) % 5]);
}

static void play(bool bar)
{
	struct fixture fixture, *f = &fixture;
	struct screen anew = { 0 };
	uint64_t seed = 20200302;

	fixture_open(f, 8, 64);
	f->config.options.bar = bar;
	f->config.options.center = bar;
	for (int i = 0; i < KEYS_PLAYED; i++) {
		uint32_t r = unit_random(&seed);

		if (r % 64 == 0)
			any_size(f, r);
		if (r % 16 == 1)
			fixture_event(f, (struct event){ .kind = EVENT_REST });
		fixture_event(f, (struct event){ .kind = EVENT_KEY,
					 .key = any_key(unit_random(&seed)) });
		app_draw(f->app, &f->screen);
		screen_resize(&anew, f->screen.rows, f->screen.cols);
		app_draw(f->app, &anew);
		assert_same_screens(&f->screen, &anew);
	}
	screen_release(&anew);
	fixture_close(f);
}

static void what_stands_is_what_would_be_drawn(void **state)
{
	(void)state;
	play(false);
	play(true);
}

/* What is offered there stands over a row of the list. */
static void a_move_may_be_typed_at_the_prompt(void **state)
{
	struct fixture fixture, *f = &fixture;
	struct screen anew = { 0 };

	(void)state;
	fixture_open(f, 8, 64);
	fixture_keys(f, "? : Tab");
	app_draw(f->app, &f->screen);
	fixture_keys(f, "Enter");
	app_draw(f->app, &f->screen);
	screen_resize(&anew, 8, 64);
	app_draw(f->app, &anew);
	assert_same_screens(&f->screen, &anew);
	screen_release(&anew);
	fixture_close(f);
}

/* Draws a letter a row, from `top` on, where it does not stand already; says
 * how many were drawn. */
static int draw_letters(const struct area *a, uint32_t top)
{
	int drawn = 0;

	drawn_scroll(a, top);
	for (int row = 0; row < a->rows; row++) {
		char letter = (char)('a' + top + (uint32_t)row);
		struct pen p = pen_at(a, row, 0);

		if (drawn_has(a, row, top + (uint32_t)row + 1))
			continue;
		pen_put(&p, STYLE_text, str_of(&letter, 1));
		drawn++;
	}
	return drawn;
}

static void assert_text(const struct screen *s, const char *want)
{
	struct buf text = { 0 };

	screen_print(s, &text);
	assert_str(buf_str(&text), want);
	buf_release(&text);
}

static void only_rows_that_come_in_sight_are_drawn(void **state)
{
	struct screen s = { 0 };
	struct area a;

	(void)state;
	screen_resize(&s, 5, 3);
	a = (struct area){ &s, 1, 1, 3, 1, &s.parts[0] };
	drawn_clear(&a);
	assert_int_equal(draw_letters(&a, 0), 3);
	assert_int_equal(draw_letters(&a, 0), 0);
	assert_int_equal(draw_letters(&a, 1), 1);
	assert_text(&s, "\n b\n c\n d\n\n");
	assert_int_equal(draw_letters(&a, 7), 3);
	assert_int_equal(draw_letters(&a, 5), 2);
	assert_text(&s, "\n f\n g\n h\n\n");
	drawn_end(&a, 1);
	assert_text(&s, "\n f\n\n\n\n");
	drawn_clear(&a);
	assert_int_equal(draw_letters(&a, 5), 3);
	screen_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stands_is_what_would_be_drawn),
		cmocka_unit_test(a_move_may_be_typed_at_the_prompt),
		cmocka_unit_test(only_rows_that_come_in_sight_are_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
