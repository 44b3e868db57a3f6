#include "dateline/config/theme.h"

#include "dateline/view/style.h"
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	struct arena arena;
	struct theme theme;
	struct buf mistakes;
	struct err err;
	char path[40];
};

static int set_up(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);
	int fd;

	snprintf(f->path, sizeof f->path, "%s", "/tmp/dateline-theme-XXXXXX");
	fd = mkstemp(f->path);
	assert_true(fd >= 0);
	close(fd);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	theme_release(&f->theme);
	arena_release(&f->arena);
	buf_release(&f->mistakes);
	free(f);
	return 0;
}

static void read_theme(struct fixture *f, const char *text)
{
	FILE *file = fopen(f->path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	assert_int_equal(chmod(f->path, 0600), 0);
	assert_true(theme_read(
		&f->theme, f->path, &f->arena, &f->mistakes, &f->err));
}

static void assert_look(struct look look, int fg, int bg, int attributes)
{
	assert_int_equal(look.fg, fg);
	assert_int_equal(look.bg, bg);
	assert_int_equal(look.attributes, attributes);
}

/* Those to be built in lie in a checkout, which others may write to. */
static void test_whose_the_file_is(void **state)
{
	struct fixture *f = *state;
	struct theme t = { 0 };

	read_theme(f, "[text]\nfg = 7\n");
	assert_int_equal(chmod(f->path, 0664), 0);
	assert_false(theme_read(&t, f->path, &f->arena, &f->mistakes, &f->err));
	theme_parse(&t, STR("themes/a.ini"), STR("[text]\nfg = 7\nx = 1\n"),
		&f->arena, &f->mistakes);
	assert_str(t.name, "a");
	assert_int_equal(theme_find(&t, STR("text")).look.fg, 7);
	assert_true(str_starts(
		buf_str(&f->mistakes), STR("themes/a.ini:3: [text] x: ")));
	theme_release(&t);
}

static void test_colors(void **state)
{
	static const char *const wrong[] = { "", "256", "-1", "rouge", "#ff88",
		"rgb:ff880g", "rgb:", "# ff8800" };
	int color;

	(void)state;
	assert_true(color_parse(STR("default"), &color));
	assert_int_equal(color, COLOR_NONE);
	assert_true(color_parse(STR(" BrightBlue "), &color));
	assert_int_equal(color, 12);
	assert_true(color_parse(STR("255"), &color));
	assert_int_equal(color, 255);
	assert_true(color_parse(STR("rgb:FF8800"), &color));
	assert_int_equal(color, COLOR_RGB | 0xFF8800);
	assert_true(color_parse(STR("#0a0B0c"), &color));
	assert_int_equal(color, COLOR_RGB | 0x0A0B0C);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(color_parse(str_from_c(wrong[i]), &color));
}

static void test_palette(void **state)
{
	(void)state;
	assert_int_equal(color_rgb(16), 0x000000);
	assert_int_equal(color_rgb(231), 0xFFFFFF);
	assert_int_equal(color_rgb(208), 0xFF8700);
	assert_int_equal(color_rgb(232), 0x080808);
	assert_int_equal(color_rgb(255), 0xEEEEEE);
}

static void test_nearest(void **state)
{
	(void)state;
	assert_int_equal(color_nearest(COLOR_RGB | 0xFF8800, 256), 208);
	assert_int_equal(color_nearest(COLOR_RGB | 0x000001, 256), 16);
	assert_int_equal(color_nearest(COLOR_RGB | 0xFF0000, 16), 9);
	assert_int_equal(color_nearest(COLOR_RGB | 0xC00000, 8), 1);
	assert_int_equal(color_nearest(208, 256), 208);
	assert_int_equal(color_nearest(COLOR_NONE, 16), COLOR_NONE);
}

static void test_given(void **state)
{
	struct fixture *f = *state;
	struct theme_entry e;

	read_theme(f, "[quote]\nfg = rgb:ff8800\nbg = 17\n"
		      "attr = bold italic\nfg16 = yellow\nbg16 = default\n"
		      "attr16 = underline\nmono = reverse dim\n");
	assert_int_equal(f->mistakes.n, 0);
	e = theme_find(&f->theme, STR("quote"));
	assert_look(e.look, COLOR_RGB | 0xFF8800, 17, ATTR_BOLD | ATTR_ITALIC);
	assert_look(e.plain, 3, COLOR_NONE, ATTR_UNDERLINE);
	assert_int_equal(e.mono, ATTR_REVERSE | ATTR_DIM);
}

/* Colours left out are those of [text], wherever it stands; those for poor
 * terminals are the nearest. */
static void test_left_out(void **state)
{
	struct fixture *f = *state;
	struct theme_entry e;

	read_theme(f, "[quote]\nfg = 196\n[note]\nattr = dim\n"
		      "[text]\nfg = 231\nbg = 16\n[hit]\nbg = 226\n");
	assert_int_equal(f->mistakes.n, 0);
	e = theme_find(&f->theme, STR("quote"));
	assert_look(e.look, 196, 16, 0);
	assert_look(e.plain, 9, 0, 0);
	e = theme_find(&f->theme, STR("note"));
	assert_look(e.look, 231, 16, ATTR_DIM);
	assert_look(e.plain, 15, 0, ATTR_DIM);
	assert_int_equal(e.mono, ATTR_DIM);
	/* A mark is laid over styles and keeps what it does not name. */
	e = theme_find(&f->theme, STR("hit"));
	assert_look(e.look, COLOR_NONE, 226, 0);
	assert_look(e.plain, COLOR_NONE, 11, 0);
	e = theme_find(&f->theme, STR("nothing"));
	assert_look(e.look, COLOR_NONE, COLOR_NONE, 0);
}

static void test_mistakes(void **state)
{
	struct fixture *f = *state;
	struct buf want = { 0 };

	read_theme(f, "[quote]\nfg = rouge\nfg16 = 16\nattr = loud\n"
		      "colour = 3\nbg = 5\n");
	buf_add_f(&want,
		"%s:2: [quote] fg: expected a colour: a name, 0 to 255, "
		"rgb:RRGGBB or default\n"
		"%s:3: [quote] fg16: expected one of the 16 colours: a name, "
		"0 to 15 or default\n"
		"%s:4: [quote] attr: expected bold, underline, reverse, dim, "
		"italic or none\n"
		"%s:5: [quote] colour: expected fg, bg, attr, fg16, bg16, "
		"attr16 or mono\n",
		f->path, f->path, f->path, f->path);
	assert_str(buf_str(&f->mistakes), want.p);
	assert_look(theme_find(&f->theme, STR("quote")).look, COLOR_NONE, 5, 0);
	buf_release(&want);
}

/* Every built-in theme names every style and mark, and nothing else. */
static void test_builtin(void **state)
{
	static const char *const styles[] = {
#define X(name, does) #name,
		STYLES(X)
#undef X
			"selected",
		"hit", "current"
	};
	const size_t count = sizeof styles / sizeof *styles;
	struct fixture *f = *state;
	const char *name;
	size_t n;

	for (n = 0; (name = theme_builtin_name(n)) != NULL; n++) {
		assert_true(theme_builtin(&f->theme, str_from_c(name)));
		assert_str(f->theme.name, name);
		assert_int_equal(f->theme.entries.n, count);
		for (size_t i = 0; i < count; i++)
			assert_str(theme_find(&f->theme, str_from_c(styles[i]))
					   .style,
				styles[i]);
	}
	assert_int_equal(n, 5);
	assert_false(theme_builtin(&f->theme, STR("none such")));
}

/* In mono, a speaker, the words said and the rest of the text differ. */
static void test_mono_differs(void **state)
{
	struct fixture *f = *state;
	const char *name;

	for (size_t n = 0; (name = theme_builtin_name(n)) != NULL; n++) {
		int text, quote, speaker;

		assert_true(theme_builtin(&f->theme, str_from_c(name)));
		text = theme_find(&f->theme, STR("text")).mono;
		quote = theme_find(&f->theme, STR("quote")).mono;
		speaker = theme_find(&f->theme, STR("speaker")).mono;
		assert_int_not_equal(text, quote);
		assert_int_not_equal(text, speaker);
		assert_int_not_equal(quote, speaker);
		assert_int_not_equal(theme_find(&f->theme, STR("hit")).mono, 0);
		assert_int_not_equal(
			theme_find(&f->theme, STR("selected")).mono, 0);
	}
}

#define WITH_FIXTURE(test) \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_colors),
		cmocka_unit_test(test_palette),
		cmocka_unit_test(test_nearest),
		WITH_FIXTURE(test_whose_the_file_is),
		WITH_FIXTURE(test_given),
		WITH_FIXTURE(test_left_out),
		WITH_FIXTURE(test_mistakes),
		WITH_FIXTURE(test_builtin),
		WITH_FIXTURE(test_mono_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
