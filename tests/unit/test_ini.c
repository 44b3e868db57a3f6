/* config/ini.h: INI files, the bad lines of which cost themselves only. */
#include "unit.h"

#include "dateline/config/ini.h"

#include <sys/stat.h>
#include <unistd.h>

static struct ini parse(const char *text)
{
	struct ini ini = { 0 };

	ini_parse(&ini, STR("t.ini"), str_from_c(text));
	return ini;
}

/* The last value of a key, letters' case ignored; STR_NONE when absent. */
static struct str ini_get(
	const struct ini *ini, struct str section, struct str key)
{
	for (size_t i = ini->entries.n; i > 0; i--) {
		const struct ini_entry *e = &ini->entries.v[i - 1];

		if (str_eq_nocase(e->section, section) &&
			str_eq_nocase(e->key, key))
			return e->value;
	}
	return STR_NONE;
}

static void values_and_comments(void **state)
{
	struct ini ini = parse("top = 1\n# no\n; no\n[ui]\nTheme=dark\r\n"
			       "fg = \"#ff8800\"\nword = 'a \"b\"' # note\n"
			       "empty =\nlist = a, b ; note\n[UI]\ntheme=blue");

	(void)state;
	assert_int_equal(ini.errors.n, 0);
	assert_int_equal(ini.entries.n, 7);
	assert_str(ini_get(&ini, STR(""), STR("top")), "1");
	assert_str(ini_get(&ini, STR("ui"), STR("fg")), "#ff8800");
	assert_str(ini_get(&ini, STR("ui"), STR("word")), "a \"b\"");
	assert_str(ini_get(&ini, STR("ui"), STR("empty")), "");
	assert_str(ini_get(&ini, STR("ui"), STR("list")), "a, b");
	assert_str(ini_get(&ini, STR("ui"), STR("theme")), "blue");
	assert_null(ini_get(&ini, STR("ui"), STR("none")).p);
	assert_str(ini.entries.v[1].key, "Theme");
	assert_int_equal(ini.entries.v[1].line, 5);
	ini_release(&ini);
}

/* One line inside [s] that must be left out, and what is said of it. */
static void assert_left_out(const char *line, const char *want)
{
	struct buf text = { 0 };
	struct ini ini = { 0 };

	buf_add_f(&text, "[s]\n%s\nnext = 1\n", line);
	ini_parse(&ini, STR("t.ini"), buf_str(&text));
	assert_int_equal(ini.entries.n, 1);
	assert_str(ini_get(&ini, STR("s"), STR("next")), "1");
	assert_int_equal(ini.errors.n, 1);
	if (!str_starts(ini.errors.v[0], str_from_c(want)))
		fail_msg("\"%.*s\" does not start \"%s\"",
			STR_ARG(ini.errors.v[0]), want);
	ini_release(&ini);
	buf_release(&text);
}

static void bad_lines_cost_themselves(void **state)
{
	(void)state;
	assert_left_out("theme", "t.ini:2: [s] theme: no value");
	assert_left_out(
		"theme : x", "t.ini:2: [s] theme : x: write key = value");
	assert_left_out("url : http://x?a=b", "t.ini:2: [s] url : http");
	assert_left_out("fg = #ff8800", "t.ini:2: [s] fg: # and ; start");
	assert_left_out("title = C# news", "t.ini:2: [s] title: # and ;");
	assert_left_out("a = \"open", "t.ini:2: [s] a: the quote is not");
	assert_left_out("a = \"x\" y", "t.ini:2: [s] a: something follows");
	assert_left_out("a = x\\", "t.ini:2: [s] a: the value ends in \\");
	assert_left_out("= x", "t.ini:2: [s] nothing stands before the =");
	assert_left_out("a = caf\xE9", "t.ini:2: [s] a: the line is not UTF-8");
	assert_left_out(
		"a = \x1B[31m", "t.ini:2: [s] a: the line holds an inv");
	assert_left_out(
		"a = \xE2\x80\xAE", "t.ini:2: [s] a: the line holds an");
}

static void long_lines_and_nul_bytes(void **state)
{
	static const char nul[] = "[s]\na = d\0rk\nb = 2\n";
	struct buf text = { 0 };
	struct ini ini = { 0 };

	(void)state;
	buf_add(&text, STR("\xEF\xBB\xBF[s]\na = "));
	for (int i = 0; i < 1100; i++)
		buf_add_c(&text, 'x');
	buf_add(&text, STR("\nb = 2\n"));
	ini_parse(&ini, STR("t.ini"), buf_str(&text));
	assert_int_equal(ini.errors.n, 1);
	assert_str(ini.errors.v[0],
		"t.ini:2: [s] a: the line is longer than 1000 bytes");
	assert_str(ini_get(&ini, STR("s"), STR("b")), "2");
	ini_release(&ini);
	buf_release(&text);
	ini = (struct ini){ 0 };
	ini_parse(&ini, STR("t.ini"), str_of(nul, sizeof nul - 1));
	assert_int_equal(ini.errors.n, 1);
	assert_int_equal(ini.entries.n, 1);
	ini_release(&ini);
}

static void values_of_a_bad_section_are_left_out(void **state)
{
	struct ini ini = parse("[a\nx = 1\n[b]\nx = 2\n[b:x]\n[c] d\ny = 3\n");

	(void)state;
	assert_int_equal(ini.entries.n, 1);
	assert_str(ini_get(&ini, STR("b"), STR("x")), "2");
	assert_int_equal(ini.errors.n, 2);
	ini_release(&ini);
}

static void many_values_and_many_errors(void **state)
{
	struct buf text = { 0 };
	struct ini ini = { 0 };

	(void)state;
	buf_add(&text, STR("[s]\n"));
	for (int i = 0; i < 1000; i++)
		buf_add_f(&text, "k%d = v%d\nbad%d\n", i, i, i);
	ini_parse(&ini, STR("t.ini"), buf_str(&text));
	assert_int_equal(ini.entries.n, 1000);
	assert_str(ini.entries.v[0].value, "v0");
	assert_str(ini.entries.v[255].value, "v255");
	assert_str(ini.entries.v[256].value, "v256");
	assert_str(ini.entries.v[999].value, "v999");
	assert_int_equal(ini.errors.n, INI_MAX_ERRORS + 1);
	assert_str(ini.errors.v[INI_MAX_ERRORS],
		"t.ini: 980 more lines were left out");
	ini_release(&ini);
	buf_release(&text);
}

static void only_regular_files_are_read(void **state)
{
	char folder[] = "/tmp/dateline-ini-XXXXXX", path[64];
	struct ini ini = { 0 };
	struct err e;
	FILE *f;

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_false(ini_load(&ini, folder, &e));
	assert_false(ini_load(&ini, "/dev/zero", &e));
	snprintf(path, sizeof path, "%s/fifo", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_false(ini_load(&ini, path, &e));
	unlink(path);
	snprintf(path, sizeof path, "%s/a.ini", folder);
	assert_false(ini_load(&ini, path, &e));
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("[s]\na = 1\n", f);
	fclose(f);
	chmod(path, 0666);
	assert_false(ini_load(&ini, path, &e));
	chmod(path, 0644);
	assert_true(ini_load(&ini, path, &e));
	assert_str(ini_get(&ini, STR("s"), STR("a")), "1");
	ini_release(&ini);
	unlink(path);
	rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_and_comments),
		cmocka_unit_test(bad_lines_cost_themselves),
		cmocka_unit_test(long_lines_and_nul_bytes),
		cmocka_unit_test(values_of_a_bad_section_are_left_out),
		cmocka_unit_test(many_values_and_many_errors),
		cmocka_unit_test(only_regular_files_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
