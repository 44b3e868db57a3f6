#include "dateline/config/config.h"

#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

/* A home of its own for each test, with a configuration folder in it. */
struct fixture {
	struct config config;
	struct err err;
	char home[40];
	struct buf path; /* of config.ini */
	struct buf want;
};

static void make_folder(const struct fixture *f, const char *name)
{
	struct buf path = { 0 };

	buf_add_f(&path, "%s/%s", f->home, name);
	assert_int_equal(mkdir(path.p, 0700), 0);
	buf_release(&path);
}

static int set_up(void **state)
{
	struct fixture *f = mem_calloc(1, sizeof *f);

	snprintf(f->home, sizeof f->home, "%s", "/tmp/dateline-config-XXXXXX");
	assert_non_null(mkdtemp(f->home));
	make_folder(f, "dateline");
	make_folder(f, "dateline/themes");
	setenv("XDG_CONFIG_HOME", f->home, 1);
	assert_true(config_path(&f->path, "config.ini"));
	config_init(&f->config);
	*state = f;
	return 0;
}

static void remove_file(const struct fixture *f, const char *name)
{
	struct buf path = { 0 };

	buf_add_f(&path, "%s/%s", f->home, name);
	remove(path.p);
	buf_release(&path);
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	remove_file(f, "dateline/config.ini");
	remove_file(f, "dateline/themes/own.ini");
	remove_file(f, "dateline/themes");
	remove_file(f, "dateline");
	rmdir(f->home);
	config_release(&f->config);
	buf_release(&f->path);
	buf_release(&f->want);
	free(f);
	return 0;
}

static void write_file(const char *name, struct str text)
{
	struct buf path = { 0 };
	FILE *file;

	assert_true(config_path(&path, name));
	file = fopen(path.p, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
	fclose(file);
	assert_int_equal(chmod(path.p, 0600), 0);
	buf_release(&path);
}

static bool read_text(struct fixture *f, const char *text)
{
	write_file("config.ini", str_from_c(text));
	return config_read(&f->config, f->path.p, true);
}

/* The i-th error is that of the file's line `line`. */
static void assert_error(
	struct fixture *f, size_t i, unsigned line, const char *rest)
{
	assert_true(i < f->config.errors.n);
	buf_clear(&f->want);
	buf_add_f(&f->want, "%s:%u: %s", f->path.p, line, rest);
	assert_str(f->config.errors.v[i], f->want.p);
}

static void test_defaults(void **state)
{
	struct fixture *f = *state;

	assert_str(f->config.theme.name, "dark");
	assert_int_equal(f->config.bindings.n, 0);
	assert_int_equal(f->config.errors.n, 0);
	/* Not there: nothing is said unless it was asked for. */
	assert_true(config_read(&f->config, f->path.p, false));
	assert_int_equal(f->config.errors.n, 0);
	assert_false(config_read(&f->config, f->path.p, true));
	assert_int_equal(f->config.errors.n, 1);
}

static void test_options(void **state)
{
	struct fixture *f = *state;

	assert_true(read_text(f, "[ui]\ntheme = light ; by day\nGroup = round\n"
				 "[article]\nwidth = 60\ncenter = no\n"));
	assert_int_equal(f->config.errors.n, 0);
	assert_str(f->config.theme.name, "light");
	assert_int_equal(f->config.options.group, GROUP_ROUND);
	assert_int_equal(f->config.options.width, 60);
	assert_false(f->config.options.center);
}

/* Each mistake names file, line, section and key, and costs only itself. */
static void test_mistakes(void **state)
{
	struct fixture *f = *state;

	assert_true(read_text(f, "[ui]\ngroup = week\ncolour = auto\n"
				 "bar = yes\n[screen]\nx = 1\n"
				 "[article]\nwidth = 5\n"
				 "[ui]\ntheme = blue\n"));
	assert_int_equal(f->config.errors.n, 5);
	assert_error(
		f, 0, 2, "[ui] group: expected one of: day source round none");
	assert_error(f, 1, 3,
		"[ui] colour: there is no option colour; did you mean ui.color?");
	assert_error(f, 2, 6, "[screen] x: no such section");
	assert_error(
		f, 3, 8, "[article] width: expected a number from 20 to 400");
	assert_error(f, 4, 10,
		"[ui] theme: there is no theme \"blue\"; there are ansi16, "
		"contrast, dark, light, mono, and the files of the folder "
		"themes beside config.ini");
	assert_int_equal(f->config.options.group, GROUP_DAY);
	assert_true(f->config.options.bar);
	assert_int_equal(f->config.options.width, 72);
	assert_str(f->config.options.theme, "dark");
	assert_str(f->config.theme.name, "dark");
}

static void test_many_mistakes(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	buf_add(&text, STR("[a]\n"));
	for (int i = 0; i < 100; i++)
		buf_add_f(&text, "k%d = 1\n", i);
	assert_true(read_text(f, text.p));
	assert_int_equal(f->config.errors.n, 21);
	buf_add_f(&f->want, "%s: 80 more mistakes", f->path.p);
	assert_str(f->config.errors.v[20], f->want.p);
	buf_release(&text);
}

static void test_searches(void **state)
{
	struct fixture *f = *state;
	const struct saved_search *s;

	assert_true(read_text(f, "[searches]\nLake levels = gauge lake\n"
				 "Same number = '\"same number\" lake'\n"));
	assert_int_equal(f->config.errors.n, 0);
	assert_int_equal(f->config.searches.n, 2);
	s = f->config.searches.v;
	assert_str(s[0].name, "Lake levels");
	assert_str(s[0].query, "gauge lake");
	assert_str(s[1].query, "\"same number\" lake");
	buf_add_f(&f->want, "%s:3: [searches] Same number", f->path.p);
	assert_str(s[1].place, f->want.p);
}

static void test_bindings(void **state)
{
	struct fixture *f = *state;
	const struct binding *b;

	assert_true(read_text(f, "[bind]\nJ = next-article\nj =\n"
				 "[bind.index]\ngg = go 1\n"));
	assert_int_equal(f->config.errors.n, 0);
	assert_int_equal(f->config.bindings.n, 3);
	b = f->config.bindings.v;
	assert_str(b[0].view, "");
	assert_str(b[0].keys, "J");
	assert_str(b[0].command, "next-article");
	assert_str(b[1].keys, "j");
	assert_int_equal(b[1].command.n, 0);
	assert_str(b[2].view, "index");
	assert_str(b[2].keys, "gg");
	assert_str(b[2].command, "go 1");
	buf_add_f(&f->want, "%s:5: [bind.index] gg", f->path.p);
	assert_str(b[2].place, f->want.p);
}

static void test_untrusted(void **state)
{
	struct fixture *f = *state;

	assert_true(read_text(f, "[ui]\nbar = yes\n"));
	assert_int_equal(chmod(f->path.p, 0622), 0);
	config_release(&f->config);
	config_init(&f->config);
	assert_false(config_read(&f->config, f->path.p, true));
	assert_false(f->config.options.bar);
	assert_int_equal(f->config.errors.n, 1);
	assert_true(str_starts(f->config.errors.v[0], str_from_c(f->path.p)));
	/* A folder is no file. */
	assert_false(config_read(&f->config, f->home, true));
	assert_int_equal(f->config.errors.n, 2);
}

static void test_own_theme(void **state)
{
	struct fixture *f = *state;
	struct buf path = { 0 };

	write_file("themes/own.ini", STR("[quote]\nfg = 33\nbg = puce\n"));
	assert_true(read_text(f, "[ui]\ntheme = own\n"));
	assert_str(f->config.theme.name, "own");
	assert_int_equal(
		theme_find(&f->config.theme, STR("quote")).look.fg, 33);
	assert_int_equal(f->config.errors.n, 1);
	assert_true(config_path(&path, "themes/own.ini"));
	buf_add_f(&f->want,
		"%s:3: [quote] bg: expected a colour: a name, 0 to 255, "
		"rgb:RRGGBB or default",
		path.p);
	assert_str(f->config.errors.v[0], f->want.p);
	/* It is configuration too: not to be changed by others. */
	assert_int_equal(chmod(path.p, 0666), 0);
	assert_true(
		config_set(&f->config, STR("ui.theme"), STR("light"), &f->err));
	assert_false(
		config_set(&f->config, STR("ui.theme"), STR("own"), &f->err));
	assert_str(f->config.theme.name, "light");
	buf_release(&path);
}

/* A name may not lead out of the folder. */
static void test_theme_names(void **state)
{
	static const char *const wrong[] = { "../config", "/etc/passwd", "",
		".", "..", "own" };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(config_set(&f->config, STR("ui.theme"),
			str_from_c(wrong[i]), &f->err));
		assert_str(f->config.options.theme, "dark");
	}
}

static void test_set(void **state)
{
	struct fixture *f = *state;

	assert_true(config_set(
		&f->config, STR("article.width"), STR("50"), &f->err));
	assert_int_equal(f->config.options.width, 50);
	assert_false(config_set(
		&f->config, STR("article.width"), STR("x"), &f->err));
	assert_string_equal(f->err.msg, "expected a number from 20 to 400");
	assert_false(config_set(&f->config, STR("width"), STR("50"), &f->err));
	assert_string_equal(f->err.msg,
		"there is no option width; did you mean article.width?");
}

static void test_path(void **state)
{
	struct buf path = { 0 };

	(void)state;
	setenv("HOME", "/home/reader", 1);
	setenv("XDG_CONFIG_HOME", "relative", 1);
	assert_true(config_path(&path, "config.ini"));
	assert_str(buf_str(&path), "/home/reader/.config/dateline/config.ini");
	unsetenv("HOME");
	assert_false(config_path(&path, "config.ini"));
	buf_release(&path);
}

/* The example is the option table, changes nothing, and is itself valid with
 * its lines in force. */
static void test_example(void **state)
{
	struct fixture *f = *state;
	struct buf example = { 0 }, file = { 0 }, active = { 0 };
	FILE *stored = fopen("config.ini.example", "r");
	struct str rest, line;

	config_example(&example);
	assert_non_null(stored);
	for (int c; (c = getc(stored)) != EOF;)
		buf_add_c(&file, (char)c);
	fclose(stored);
	assert_str(buf_str(&file), example.p);
	rest = buf_str(&example);
	while (str_split(&rest, '\n', &line)) {
		bool option = str_starts(line, STR("#")) &&
			      !str_starts(line, STR("# "));

		buf_add(&active, str_slice(line, option, line.n));
		buf_add_c(&active, '\n');
	}
	assert_true(read_text(f, active.p));
	assert_int_equal(f->config.errors.n, 0);
	assert_int_equal(f->config.options.width, 72);
	buf_release(&example);
	buf_release(&file);
	buf_release(&active);
}

#define WITH_FIXTURE(test) \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FIXTURE(test_defaults),
		WITH_FIXTURE(test_options),
		WITH_FIXTURE(test_mistakes),
		WITH_FIXTURE(test_many_mistakes),
		WITH_FIXTURE(test_searches),
		WITH_FIXTURE(test_bindings),
		WITH_FIXTURE(test_untrusted),
		WITH_FIXTURE(test_own_theme),
		WITH_FIXTURE(test_theme_names),
		WITH_FIXTURE(test_set),
		WITH_FIXTURE(test_example),
		cmocka_unit_test(test_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
