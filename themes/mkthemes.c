/*
 * Turns theme files into constants, for the built-in themes:
 * mkthemes themes/dark.ini … >builtin_themes.c. A mistake in one stops the
 * build.
 */
#include "dateline/base/file.h"
#include "dateline/config/ini.h"
#include "dateline/config/theme.h"
#include "dateline/text/sanitize.h"

#include <fcntl.h>
#include <unistd.h>

static void print_look(const struct look *look)
{
	printf("{ %d, %d, %u }", look->fg, look->bg, look->attributes);
}

static void print_theme(const struct theme *t)
{
	printf("static const struct theme_entry %.*s[] = {\n",
		STR_ARG(t->name));
	for (size_t i = 0; i < t->entries.n; i++) {
		const struct theme_entry *e = &t->entries.v[i];

		printf("\t{ { \"%.*s\", %zu }, ", STR_ARG(e->style),
			e->style.n);
		print_look(&e->look);
		printf(", ");
		print_look(&e->plain);
		printf(", %u },\n", e->mono);
	}
	printf("};\n\n");
}

/* Unlike configuration, a source may be its group's to write, and anybody's. */
static bool read_file(const char *path, struct buf *bytes, struct err *e)
{
	struct stat st;
	int fd = file_open(AT_FDCWD, path, true, &st, e);
	bool ok = fd >= 0 && file_read(fd, INI_MAX_FILE, bytes, e);

	if (fd >= 0)
		close(fd);
	return ok;
}

static bool convert(const char *path, struct buf *table)
{
	struct theme t = { 0 };
	struct arena a = { 0 };
	struct buf bytes = { 0 }, mistakes = { 0 };
	struct err e = { "" };
	bool ok = read_file(path, &bytes, &e);

	if (ok)
		theme_parse(
			&t, str_from_c(path), buf_str(&bytes), &a, &mistakes);
	ok = ok && mistakes.n == 0;
	if (ok) {
		print_theme(&t);
		buf_add_f(table, "\t{ \"%.*s\", %.*s, %zu },\n",
			STR_ARG(t.name), STR_ARG(t.name), t.entries.n);
	} else {
		safe_printf(stderr, "mkthemes: %s: %s\n%.*s", path, e.msg,
			STR_ARG(buf_str(&mistakes)));
	}
	theme_release(&t);
	arena_release(&a);
	buf_release(&mistakes);
	buf_release(&bytes);
	return ok;
}

int main(int argc, char **argv)
{
	struct buf table = { 0 };
	bool ok = true;

	printf("#include \"config/builtin_themes.h\"\n\n");
	for (int i = 1; i < argc && ok; i++)
		ok = convert(argv[i], &table);
	printf("const struct builtin_theme builtin_themes[] = {\n%.*s};\n"
	       "const size_t builtin_theme_count = %d;\n",
		STR_ARG(buf_str(&table)), argc - 1);
	buf_release(&table);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
